"""The sender: takes what is due, sends it with bounded concurrency, and writes down what came of it.

A transaction ends before HTTP begins, and another begins after it. Fair between webhooks: of the places that are free
one webhook may take no more than half, so that however many hang, the next one finds a place.
"""

import asyncio
import time
from collections import Counter, deque
from contextlib import suppress
from datetime import timedelta
from functools import partial
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core.loop_database import LoopDatabase
from product_importer.core.settings import get_settings
from product_importer.jobs.runner import is_passing
from product_importer.outgoing.guarded import GuardedClient
from product_importer.webhooks import claiming
from product_importer.webhooks.attempting import Outcome, attempt
from product_importer.webhooks.claiming import Claimed
from product_importer.webhooks.recording import record

log = structlog.get_logger(__name__)

SHARE_MOST = 128
"""Deliveries of one webhook that one process holds at most."""

REQUESTS_MOST = 16
"""Requests that one webhook has under way from one process at most; the others that it holds follow without a pause."""

TOGETHER = 64
LINGER_SECONDS = 0.02
"""What has ended waits so long, or for so many, to be written down together: a transaction for each is the most work.

As many that one webhook holds still wait for a request then, so that no receiver waits for us.
"""


class Sender:
    """The deliveries that one process has under way."""

    def __init__(self, client: GuardedClient, database: LoopDatabase) -> None:
        settings = get_settings()
        self._client, self._database = client, database
        self._places = settings.webhook_concurrency
        self._lease = timedelta(seconds=settings.job_lease_seconds)
        self._kept_at = time.monotonic()
        self._held: set[Claimed] = set()
        self._waiting: dict[UUID, deque[Claimed]] = {}
        self._lines: dict[asyncio.Task[None], UUID] = {}
        self._outcomes: list[Outcome] = []
        self.progress = asyncio.Event()

    async def step(self, *, claim: bool = True) -> None:
        """Write down what has ended, and send what is due; `progress` says when there is more to do."""
        ended, self._outcomes = self._outcomes, []
        free = self._places - len(self._held)
        renew = time.monotonic() - self._kept_at > self._lease.total_seconds() / 4
        if not ended and not renew and not (claim and free):
            return
        try:
            claimed = await self._database.transaction(partial(self._exchange, ended, free if claim else 0, renew))
        except DBAPIError as error:
            # What can never be written down must not keep everything else from being; those are sent again.
            if error.connection_invalidated or is_passing(getattr(error.orig, "sqlstate", None)):
                self._outcomes = ended + self._outcomes
            raise
        self._held.update(claimed)
        for one in claimed:
            self._waiting.setdefault(one.webhook_id, deque()).append(one)
        self._open_lines()

    async def finish(self, seconds: float) -> None:
        """Send nothing more, and write down what ends in time; the rest is another process's once its lease is over."""
        if self._lines:
            await asyncio.wait([*self._lines], timeout=seconds)
        for waiting in self._waiting.values():
            waiting.clear()
        # A connection that begins in this very moment is cancelled as one that has begun.
        await asyncio.sleep(0)
        for line in [*self._lines]:
            line.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._lines, return_exceptions=True)
        await self.step(claim=False)

    def _exchange(self, ended: list[Outcome], free: int, renew: bool, session: Session) -> list[Claimed]:
        """Everything there is to say to the database."""
        held = [*self._held]
        if ended:
            record(session, [outcome.row() for outcome in ended])
        if renew and held:
            claiming.keep(session, held, self._lease)
            self._kept_at = time.monotonic()
        if free <= 0:
            return []
        share = max(1, min(SHARE_MOST, free // 2))
        return claiming.claim(session, free, share, Counter(one.webhook_id for one in held), self._lease)

    def _open_lines(self) -> None:
        """Have each webhook as many requests under way as it has deliveries, up to the most it may."""
        opened = Counter(self._lines.values())
        for webhook_id, waiting in self._waiting.items():
            for _ in range(min(len(waiting), REQUESTS_MOST - opened[webhook_id])):
                line = asyncio.create_task(self._line(waiting))
                self._lines[line] = webhook_id
                line.add_done_callback(self._lines.pop)
        for webhook_id in self._waiting.keys() - self._lines.values():
            del self._waiting[webhook_id]

    async def _line(self, waiting: deque[Claimed]) -> None:
        """Send one after the other: the next request takes the connection that the last one has just left."""
        while waiting:
            claimed = waiting.popleft()
            try:
                outcome = await attempt(self._client, claimed)
            except Exception as crashed:
                # Its lease runs out, and it is tried again.
                log.error("webhook.attempt_crashed", delivery_id=str(claimed.id), exc_info=crashed)
            else:
                self._outcomes.append(outcome)
            finally:
                self._held.remove(claimed)
            self._tell()

    def _tell(self) -> None:
        """Have written down what has ended, once it is many or has waited long enough."""
        if not self._held or len(self._outcomes) >= TOGETHER:
            self.progress.set()
        elif len(self._outcomes) == 1:
            asyncio.get_running_loop().call_later(LINGER_SECONDS, self.progress.set)
