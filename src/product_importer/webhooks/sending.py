"""The sender: takes what is due, sends it with bounded concurrency, and writes down what came of it.

A transaction ends before HTTP begins, and another begins after it. Fair between webhooks: of the places that are free
one webhook may take no more than half, so that however many hang, the next one finds a place.
"""

import asyncio
import time
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from uuid import UUID
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import DBAPIError

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.jobs.runner import is_passing
from product_importer.outgoing.guarded import GuardedClient
from product_importer.webhooks import claiming
from product_importer.webhooks.attempting import Outcome, attempt
from product_importer.webhooks.claiming import Claimed
from product_importer.webhooks.recording import record

log = structlog.get_logger(__name__)

SHARE_MOST = 64
"""Deliveries of one webhook that one process holds at most."""

REQUESTS_MOST = 16
"""Requests that one webhook has under way from one process at most; the others that it holds follow without a pause."""

TOGETHER = 32
LINGER_SECONDS = 0.02
"""What has ended waits so long, or for so many, to be written down together: a transaction for each is the most work.

Half of what a webhook holds still waits for a request then, so that no receiver waits for us.
"""


class Sender:
    """The deliveries that one process has under way."""

    def __init__(self, client: GuardedClient) -> None:
        settings = get_settings()
        self._client = client
        self._places = settings.webhook_concurrency
        self._lease = timedelta(seconds=settings.job_lease_seconds)
        self._kept_at = time.monotonic()
        self._under_way: dict[asyncio.Task[Outcome], Claimed] = {}
        self._doors: WeakValueDictionary[UUID, asyncio.Semaphore] = WeakValueDictionary()
        self._outcomes: list[Outcome] = []
        self.progress = asyncio.Event()

    async def step(self, *, claim: bool = True) -> None:
        """Write down what has ended, and send what is due; `progress` says when there is more to do."""
        ended, self._outcomes = self._outcomes, []
        free = self._places - len(self._under_way)
        renew = time.monotonic() - self._kept_at > self._lease.total_seconds() / 4
        if not ended and not renew and not (claim and free):
            return
        try:
            held = list(self._under_way.values())
            claimed = await asyncio.to_thread(self._exchange, ended, held, free if claim else 0, renew=renew)
        except DBAPIError as error:
            # What can never be written down must not keep everything else from being; those are sent again.
            if error.connection_invalidated or is_passing(getattr(error.orig, "sqlstate", None)):
                self._outcomes = ended + self._outcomes
            raise
        for one in claimed:
            task = asyncio.create_task(self._attempt(one))
            self._under_way[task] = one
            task.add_done_callback(self._ended)

    async def finish(self, seconds: float) -> None:
        """Send nothing more, and write down what ends in time; the rest is another process's once its lease is over."""
        if self._under_way:
            await asyncio.wait([*self._under_way], timeout=seconds)
        for task in [*self._under_way]:
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._under_way, return_exceptions=True)
        await self.step(claim=False)

    async def _attempt(self, claimed: Claimed) -> Outcome:
        door = self._doors.setdefault(claimed.webhook_id, asyncio.Semaphore(REQUESTS_MOST))
        async with door:
            return await attempt(self._client, claimed)

    def _exchange(self, ended: list[Outcome], held: list[Claimed], free: int, *, renew: bool) -> list[Claimed]:
        """One transaction for everything there is to say to the database."""
        claimed: list[Claimed] = []
        with transaction() as session:
            if ended:
                record(session, [outcome.row() for outcome in ended])
            if renew and held:
                claiming.keep(session, held, self._lease)
            if free > 0:
                share = max(1, min(SHARE_MOST, free // 2))
                under_way = Counter(one.webhook_id for one in held)
                claimed = claiming.claim(session, free, share, under_way, self._lease)
        if renew:
            self._kept_at = time.monotonic()
        return claimed

    def _ended(self, task: asyncio.Task[Outcome]) -> None:
        claimed = self._under_way.pop(task)
        if not task.cancelled():
            if (crashed := task.exception()) is not None:
                # Its lease runs out, and it is tried again.
                log.error("webhook.attempt_crashed", delivery_id=str(claimed.id), exc_info=crashed)
            else:
                self._outcomes.append(task.result())
        if not self._under_way or len(self._outcomes) >= TOGETHER:
            self.progress.set()
        elif len(self._outcomes) == 1:
            asyncio.get_running_loop().call_later(LINGER_SECONDS, self.progress.set)
