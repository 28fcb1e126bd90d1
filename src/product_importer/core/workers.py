"""Which Celery workers live, and how many messages wait for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kombu import Connection
from kombu.exceptions import ChannelError, OperationalError

from product_importer.core.celery import celery_app, configure_broker

ANSWER_SECONDS = 0.8
CONNECT_SECONDS = 1
# Whoever looks waits for the answer, so this connection is given up much sooner than a worker's.
_QUICK = {"socket_connect_timeout": CONNECT_SECONDS, "socket_timeout": CONNECT_SECONDS}
_NOT_FOUND = "404"


class BrokerAway(Exception):
    """The broker does not answer, so nothing can be said of workers and queues."""


@dataclass(frozen=True)
class LiveWorker:
    """A worker that answered: its name, process, how many things it does at a time, seconds since its start."""

    name: str
    pid: int
    slots: int
    uptime_seconds: int


@dataclass(frozen=True)
class QueueDepth:
    """How many messages of a queue no worker has taken yet."""

    name: str
    waiting: int


def live_workers() -> list[LiveWorker]:
    """Those that answer within a moment, by name; raises BrokerAway."""
    with _broker() as broker:
        answers = celery_app.control.broadcast("stats", reply=True, timeout=ANSWER_SECONDS, connection=broker) or []
    return sorted((_worker(*one) for answer in answers for one in answer.items()), key=lambda worker: worker.name)


def queue_depths() -> list[QueueDepth]:
    """The queue that every task goes through; raises BrokerAway."""
    name = celery_app.conf.task_default_queue
    with _broker() as broker:
        return [QueueDepth(name, _waiting(broker, name))]


@contextmanager
def _broker() -> Iterator[Connection]:
    with configure_broker().connection_for_write(connect_timeout=CONNECT_SECONDS, transport_options=_QUICK) as broker:
        away: tuple[type[BaseException], ...] = (OperationalError, OSError, *broker.connection_errors)
        try:
            broker.connect()
            yield broker
        except away as error:
            raise BrokerAway from error


def _waiting(broker: Connection, name: str) -> int:
    try:
        # Passive: asks, and makes nothing. Redis and RabbitMQ answer the same.
        channel: Any = broker.default_channel
        return int(channel.queue_declare(name, passive=True).message_count)
    except ChannelError as error:
        # Redis drops a list that is empty, and RabbitMQ has no queue before the first message or worker.
        if str(error.reply_code) == _NOT_FOUND:
            return 0
        raise


def _worker(name: str, stats: dict[str, Any]) -> LiveWorker:
    return LiveWorker(name, stats["pid"], stats["pool"]["max-concurrency"], stats["uptime"])
