"""Figures of imports."""

from collections.abc import Iterator

from prometheus_client.core import Metric
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.metrics import gauge

# What an import waited for a worker or a person is not part of it.
_SECONDS = """
    with steps as (
        select t.job_id, t.status, lead(t.at) over (partition by t.job_id order by t.version) - t.at as took
          from jobs as j
          join job_transitions as t on t.job_id = j.id
         where j.kind = 'import' and j.status in ('completed', 'undone') and j.created_at > now() - interval '24 hours'
    ),
    imports as (
        select extract(epoch from sum(took)) as seconds from steps where status = 'running' group by job_id
    )
    select avg(seconds) as avg,
           percentile_cont(0.5) within group (order by seconds) as p50,
           percentile_cont(0.95) within group (order by seconds) as p95,
           percentile_cont(0.99) within group (order by seconds) as p99,
           max(seconds) as max
      from imports
"""

_ROWS = """
    select counted.key, sum(counted.value::bigint)
      from jobs as j
      join imports as i on i.id = j.id
     cross join lateral jsonb_each_text(i.counts) as counted
     where j.created_at > now() - interval '24 hours'
     group by counted.key
"""


def measure(session: Session) -> Iterator[Metric]:
    """How long they took, and what became of their rows."""
    seconds = session.execute(text(_SECONDS)).mappings().one()
    says = "Time that completed imports of the last 24 hours were worked on."
    yield gauge("import_seconds", says, ["statistic"], seconds.items())
    rows = session.execute(text(_ROWS))
    yield gauge("import_rows", "Rows of imports of the last 24 hours, by what became of them.", ["outcome"], rows)
