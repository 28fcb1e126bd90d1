"""Deliveries in this process, to receivers on this machine."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient

from product_importer.core.settings import get_settings
from product_importer.webhooks import backoff
from product_importer.webhooks.courier import Courier
from tests.webhooks.receiver import Receiver, receiving

ANY_RECEIVER = Callable[[], Receiver]


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Receivers on this machine are allowed, and a second try follows at once."""
    monkeypatch.setenv("WEBHOOK_ALLOWED_CIDRS", "127.0.0.1/32")
    monkeypatch.setattr(backoff, "SCHEDULE", (0.05,))
    get_settings.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    get_settings.cache_clear()


@pytest.fixture
def receivers(loopback: pytest.MonkeyPatch) -> Iterator[ANY_RECEIVER]:
    """Makes receivers that end with the test."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(receiving())


@pytest.fixture
def receiver(receivers: ANY_RECEIVER) -> Receiver:
    """One receiver."""
    return receivers()


@pytest.fixture
def courier(client: TestClient, receivers: ANY_RECEIVER) -> Iterator[Courier]:
    """What a worker runs, in a thread of this process; it ends before the receivers."""
    made = Courier()
    made.start()
    yield made
    made.stop()
