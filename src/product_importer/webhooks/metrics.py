"""Figures of webhooks."""

from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily, Metric
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.metrics import PREFIX, gauge

# Of each webhook and priority as the index has them; nobody has more than the dispatcher lets wait.
_DUE = """
    select count(*), coalesce(extract(epoch from now() - min(d.due_at)), 0)
      from webhooks as w
     cross join generate_series(0, 2) as p (priority)
      join webhook_deliveries as d on d.webhook_id = w.id and d.priority = p.priority and d.due_at <= now()
     where w.enabled
"""

_TRIED = "select coalesce(sum(success_count), 0), coalesce(sum(failure_count), 0) from webhooks"

_WEBHOOKS = """
    select case when not enabled then 'disabled' when failing_since is not null then 'failing' else 'well' end, count(*)
      from webhooks
     group by 1
"""


def measure(session: Session) -> Iterator[Metric]:
    """What is owed, for how long, and how the attempts went."""
    due, oldest = session.execute(text(_DUE)).one()
    yield gauge("webhook_deliveries_due", "Deliveries that could be sent now.", [], [(due,)])
    yield gauge("webhook_oldest_due_seconds", "For how long the first of them has been due.", [], [(oldest,)])
    succeeded, failed = session.execute(text(_TRIED)).one()
    attempts = CounterMetricFamily(
        f"{PREFIX}_webhook_attempts", "Attempts of the webhooks that there are.", labels=["outcome"]
    )
    attempts.add_metric(["success"], succeeded)
    attempts.add_metric(["failure"], failed)
    yield attempts
    webhooks = session.execute(text(_WEBHOOKS))
    yield gauge("webhooks", "Webhooks: well, failing since their last success, or disabled.", ["state"], webhooks)
