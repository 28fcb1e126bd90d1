"""What this process counts by itself, and how figures of the whole installation are asked for when somebody looks."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import structlog
from prometheus_client import Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from product_importer.core.database import get_engine, set_local, transaction
from product_importer.core.settings import get_settings
from product_importer.core.workers import BrokerAway, queue_depths

log = structlog.get_logger(__name__)

PREFIX = "product_importer"
# Whoever watches asks again soon, and must not add to what makes the database slow.
MOST_SECONDS = 5

REQUESTS = Histogram(
    f"{PREFIX}_http_request_seconds",
    "Time in which this process answered requests; a stream or a download lasts as long as it is read.",
    ("method", "route", "status"),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60),
)

Measure = Callable[[Session], Iterable[Metric]]


def gauge(name: str, says: str, labels: Sequence[str], values: Iterable[Sequence[object]]) -> Metric:
    """Figures of the moment; of each row of `values` the last is the figure, and those before it are its labels."""
    family = GaugeMetricFamily(f"{PREFIX}_{name}", says, labels=labels)
    for *names, value in values:
        if value is not None:
            family.add_metric([str(one) for one in names], float(str(value)))
    return family


class Installation(Collector):
    """Figures of the whole installation, taken from PostgreSQL and the broker at the moment they are asked for."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._measures = measures

    def collect(self) -> Iterator[Metric]:
        """All of them; those of a part that does not answer are left out, and the part is said to be away."""
        yield _pool()
        parts = {"database": self._of_database(), "broker": _of_broker()}
        for found in parts.values():
            yield from found or ()
        up = [(part, int(found is not None)) for part, found in parts.items()]
        yield gauge("up", "Whether a part that figures are taken from has answered.", ["part"], up)

    def _of_database(self) -> list[Metric] | None:
        try:
            with transaction() as session:
                set_local(session, statement_timeout=f"{MOST_SECONDS}s")
                own = list(_connections(session))
                return own + [metric for measure in self._measures for metric in measure(session)]
        except SQLAlchemyError as error:
            log.warning("metrics.database_away", error=str(error))
            return None


def _pool() -> Metric:
    pool, settings = get_engine().pool, get_settings()
    assert isinstance(pool, QueuePool)
    most = settings.database_pool_size + settings.database_max_overflow
    values = [("in_use", pool.checkedout()), ("idle", pool.checkedin()), ("most", most)]
    return gauge("database_pool", "Connections of this process's pool, and how many it may have.", ["state"], values)


_CONNECTIONS = """
    select coalesce(state, 'unknown') as state, count(*)
      from pg_stat_activity
     where datname = current_database() and application_name like 'product-importer %'
     group by 1
"""


def _connections(session: Session) -> Iterator[Metric]:
    found = session.execute(text(_CONNECTIONS))
    yield gauge("database_connections", "Connections of all processes, as PostgreSQL sees them.", ["state"], found)


def _of_broker() -> list[Metric] | None:
    try:
        depths = [(queue.name, queue.waiting) for queue in queue_depths()]
    except BrokerAway:
        return None
    return [gauge("queue_messages", "Messages that no worker has taken yet.", ["queue"], depths)]
