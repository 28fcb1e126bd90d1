"""The thread in each worker that dispatches and sends: never behind the jobs that fill the worker's own pool."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from product_importer.core.bell import Bell
from product_importer.core.loop_database import LoopDatabase
from product_importer.events.service import CHANNEL, POLL_SECONDS
from product_importer.outgoing.guarded import GuardedClient
from product_importer.webhooks.dispatching import dispatch
from product_importer.webhooks.sending import Sender

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0
AWAY_SECONDS = 1.0


class Courier:
    """Turns events into deliveries and sends them, from `start` until `stop`."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._ready = threading.Event()

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Take nothing more, give what is under way a moment, and end."""
        if self._loop is None or self._stopping is None:
            return
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._deliver())
        finally:
            self._ready.set()

    async def _deliver(self) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        bell = Bell(CHANNEL)
        async with aclosing(LoopDatabase()) as database, GuardedClient() as client, bell.watch() as grown:
            sender = Sender(client, database)
            listener = asyncio.create_task(bell.listen())
            workers = [
                asyncio.create_task(self._repeat(_dispatcher(sender), grown)),
                asyncio.create_task(self._repeat(sender.step, sender.progress)),
            ]
            self._ready.set()
            await self._stopping.wait()
            grown.set()
            sender.progress.set()
            await asyncio.gather(*workers)
            await self._finish(sender)
            while not listener.done():
                # The Redis client loses a cancellation that meets it while it connects.
                listener.cancel()
                await asyncio.wait([listener], timeout=0.1)

    async def _repeat(self, step: Callable[[], Awaitable[object]], wake: asyncio.Event) -> None:
        """Step on while there is more to do, and else wait to be woken, with a slow poll behind it."""
        assert self._stopping is not None
        while not self._stopping.is_set():
            wake.clear()
            try:
                more = await step()
            except Exception as error:
                # Whatever it is, nobody else delivers from this process.
                _log(error)
                await asyncio.sleep(AWAY_SECONDS)
                continue
            if not more:
                with suppress(TimeoutError):
                    await asyncio.wait_for(wake.wait(), POLL_SECONDS)

    async def _finish(self, sender: Sender) -> None:
        try:
            await sender.finish(STOP_SECONDS)
        except SQLAlchemyError as error:
            _log(error)


def _dispatcher(sender: Sender) -> Callable[[], Awaitable[int]]:
    async def step() -> int:
        # In a thread: a stretch of the log is much to read, and a busy loop would read it in small pieces.
        dispatched = await asyncio.to_thread(dispatch)
        # Also when nothing was dispatched: who rang may have made something due.
        sender.progress.set()
        return dispatched

    return step


def _log(error: Exception) -> None:
    if not isinstance(error, SQLAlchemyError):
        log.error("webhooks.crashed", exc_info=error)
        return
    # Without the row that PostgreSQL says it of, which may hold secrets.
    said = str(getattr(error, "orig", None) or type(error).__name__).partition("\n")[0]
    log.warning("webhooks.not_written", error=said)
