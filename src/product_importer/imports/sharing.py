"""The chunks of one import, applied by as many workers as are free: each takes the next one that nobody holds.

The worker that holds the import's lease leads. Others assist under the same token, so whoever takes the lease over
ends them together with the former leader.
"""

import time
from collections.abc import Callable
from contextlib import ExitStack
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError

from product_importer.core.celery import send
from product_importer.core.contention import RowsMoved, met_another_writer
from product_importer.core.database import transaction
from product_importer.core.errors import Conflict
from product_importer.core.settings import get_settings
from product_importer.imports import missing, repository
from product_importer.imports.applying import StagingLost, apply_chunk
from product_importer.imports.run import Run, load_run
from product_importer.jobs.lease import HandedBack, Lease, LeaseLost, assisting

log = structlog.get_logger(__name__)

# A chunk that meets other writers is repeated; each repetition starts from what they left.
CHUNK_TRIES = 10
_WAIT_SECONDS = 0.05

Applied = Callable[[], None]


def lead(lease: Lease, run: Run, applied: Applied) -> None:
    """Apply every chunk, with those that come to help; calls `applied` after each chunk of its own."""
    called = _Call(lease)
    called.repeat()

    def went_on() -> None:
        applied()
        called.repeat()

    apply_pending(lease, run, went_on)
    wait_for_assistants(lease, run, went_on)


class _Call:
    """Asks free workers to help; nothing depends on their coming.

    A worker may have taken the message ahead and be busy, perhaps with this very import. So the call is repeated until
    somebody has come, or the broker does not take it: trying that again for each chunk could take long.
    """

    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self._over = get_settings().import_appliers == 1

    def repeat(self) -> None:
        if self._over:
            return
        with transaction() as session:
            chunks, applied, _ = repository.count_chunks(session, self._lease.job_id)
            self._over = self._lease.is_shared(session) or chunks - applied <= 1
        if not self._over:
            wanted = get_settings().import_appliers - 1
            self._over = not all(send("import.assist", str(self._lease.job_id)) for _ in range(wanted))


def assist(import_id: UUID) -> None:
    """Apply chunks of an import that another worker leads, as long as there are any and it leads."""
    lease = assisting(import_id, "applying")
    if lease is None:
        return
    with transaction() as session:
        run = load_run(session, import_id)
    with lease.logged(), lease.traced():
        try:
            apply_pending(lease, run, lambda: None)
        except (LeaseLost, HandedBack, StagingLost, Conflict) as reason:
            log.info("import.assistant_left", reason=type(reason).__name__)
        except DBAPIError as error:
            # The leader meets the same error if it is one of the work; and it may have ended this connection.
            log.warning("import.assistant_failed", error=str(error.orig))


def apply_pending(lease: Lease, run: Run, applied: Applied) -> None:
    """Apply chunks until there is none that nobody holds; calls `applied` after each."""
    tries = 0
    while True:
        lease.check()
        try:
            found = _apply_next(lease, run, contended=tries > 0)
        except RowsMoved as moved:
            log.info("import.chunk_repeated", reason=str(moved))
        except DBAPIError as error:
            if not met_another_writer(error):
                raise
            log.info("import.chunk_repeated", reason=str(error.orig))
        else:
            if not found:
                return
            tries = 0
            applied()
            continue
        tries += 1
        if tries == CHUNK_TRIES:
            raise Conflict(
                "chunk_contended",
                "Other writers kept changing the same products. Let them finish, then try again.",
            )


def wait_for_assistants(lease: Lease, run: Run, applied: Applied) -> None:
    """Until every chunk is applied; an assistant that does not get on for the length of a lease is ended."""
    patience = get_settings().job_lease_seconds
    before, since = -1, time.monotonic()
    while True:
        apply_pending(lease, run, applied)
        with transaction() as session:
            chunks, applied_chunks, _ = repository.count_chunks(session, run.id)
        pending = chunks - applied_chunks
        if not pending:
            return
        if pending != before:
            before, since = pending, time.monotonic()
        elif time.monotonic() - since > patience:
            log.warning("import.assistants_ended", import_id=str(run.id), count=lease.end_assistants())
            before = -1
        time.sleep(_WAIT_SECONDS)


def _apply_next(lease: Lease, run: Run, *, contended: bool) -> bool:
    """Apply the next free chunk; whether there was one."""
    # The span goes on until the chunk is committed.
    with ExitStack() as traced, lease.transaction() as session:
        chunk = repository.claim_chunk(session, run.id)
        if chunk is None:
            return False
        traced.enter_context(lease.traced_chunk(chunk.number, chunk.rows))
        if chunk.kind == missing.KIND:
            missing.apply_chunk(session, run, chunk)
        else:
            apply_chunk(session, run.staging, chunk, run.changes, contended=contended)
        lease.checkpoint(session)
        return True
