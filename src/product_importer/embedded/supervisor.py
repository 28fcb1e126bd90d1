"""Keeps a set of services running until it is told to stop, then ends them in the right order."""

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Protocol, Self

from product_importer.embedded.errors import EmbeddedError

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
POLL_SECONDS = 0.1
FIRST_DELAY = 0.2
LONGEST_DELAY = 10.0
# A service that ran so long before it ended has earned a quick restart.
HEALTHY_SECONDS = 30.0


class Service(Protocol):
    """Something that can be started, watched and stopped, and started again."""

    name: str

    @property
    def running(self) -> bool:
        """Whether it runs."""

    def start(self) -> Any:
        """Start it; nothing happens if it runs."""

    def stop(self) -> None:
        """Stop it and wait until it has ended."""

    def end_now(self) -> None:
        """Cut a stop short; does not wait, as a signal handler may call it."""

    def ended_how(self) -> str:
        """How it ended, in words."""


class _Watch:
    """One service and when to start it again."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.delay = FIRST_DELAY
        self.started_at = time.monotonic()
        self.restart_at: float | None = None

    def plan_restart(self) -> float:
        """Decide when to start again; returns the seconds until then, doubled at each early end."""
        now = time.monotonic()
        if now - self.started_at > HEALTHY_SECONDS:
            self.delay = FIRST_DELAY
        seconds = self.delay
        self.restart_at = now + seconds
        self.delay = min(self.delay * 2, LONGEST_DELAY)
        return seconds

    def start(self) -> None:
        """Start it now."""
        self.started_at, self.restart_at = time.monotonic(), None
        self.service.start()


class Supervisor:
    """Starts services in the order they are added and stops them in the opposite one.

    Used as a context manager in the main thread. SIGINT, SIGTERM and SIGHUP end `run`, and raise
    KeyboardInterrupt where it has not begun; another one while stopping ends the programs at once.
    `on_notice` is told each unexpected end and restart in one line.
    """

    def __init__(self, on_notice: Callable[[str], None]) -> None:
        self._on_notice = on_notice
        self._watches: list[_Watch] = []
        self._asked_to_stop = threading.Event()
        self._hurry = False
        self._waits = False
        self._handlers: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        for number in STOP_SIGNALS:
            self._handlers[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def add(self, service: Service) -> None:
        """Start a service and keep it running from now on."""
        self._watches.append(_Watch(service))
        service.start()

    def run(self, until: Callable[[], bool] = lambda: False) -> None:
        """Restart what dies, until a signal comes or `until` answers true."""
        self._waits = True
        while not self._asked_to_stop.wait(POLL_SECONDS) and not until():
            self.check()
        self._waits = False

    @property
    def asked_to_stop(self) -> bool:
        """Whether a signal has asked for the end."""
        return self._asked_to_stop.is_set()

    def check(self) -> None:
        """Look at each service once and start again those that ended."""
        for watch in self._watches:
            if not watch.service.running:
                self._tend(watch)

    def stop(self) -> None:
        """Stop everything, last started first."""
        self._waits = True
        while self._watches:
            service = self._watches[-1].service
            if self._hurry:
                service.end_now()
            service.stop()
            self._watches.pop()

    def _tend(self, watch: _Watch) -> None:
        if watch.restart_at is None:
            how, seconds = watch.service.ended_how(), watch.plan_restart()
            self._on_notice(f"{watch.service.name} ended ({how}); starting it again in {seconds:.1f} s")
        elif time.monotonic() >= watch.restart_at:
            self._restart(watch)

    def _restart(self, watch: _Watch) -> None:
        # The recovery of a database may take minutes, which a signal must be able to cut short.
        self._waits = False
        try:
            watch.start()
            self._on_notice(f"{watch.service.name} is running again")
        except EmbeddedError as failed:
            self._on_notice(f"{failed} Trying again in {watch.plan_restart():.1f} s.")
        self._waits = True

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._hurry = self._asked_to_stop.is_set()
        self._asked_to_stop.set()
        if not self._waits:
            raise KeyboardInterrupt
        if self._hurry and self._watches:
            self._watches[-1].service.end_now()
