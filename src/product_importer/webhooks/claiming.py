"""Statements of the sender: taking what is due, keeping it, and writing down what came of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core import tracing


@dataclass(frozen=True, eq=False)
class Claimed:
    """A delivery that this process may send while its lease lasts, with what it needs of the webhook.

    Taken once more after its lease, the same delivery is another one.
    """

    id: UUID
    token: int
    message_id: str
    event: str
    body: str
    tries: int
    webhook_id: UUID
    url: str
    sealed_headers: bytes | None
    sealed_secrets: bytes | None
    retry_count: int
    timeout_seconds: int
    trace_parent: str | None = None


# Of each webhook as many as it has room for, edits first; among webhooks by turns. One that fails is tried with one at
# a time, and one with a limit gets what is left of its hour. Priorities one by one, because behind each the index is in
# the order of due times, so that thousands that wait for their next try are not gone through.
_CLAIM = """
    with ready as materialized (
        select w.id, w.rate_limit_per_hour,
               greatest(0, least(
                   case when w.failing_since is null then :share else 1 end
                       - coalesce(cast(cast(:under_way as jsonb) ->> cast(w.id as text) as integer), 0),
                   w.rate_limit_per_hour - (
                       select coalesce(sum(m.requests), 0) from webhook_minutes as m
                        where m.webhook_id = w.id and m.minute > now() - interval '61 minutes'
                   )
               )) as room
          from webhooks as w
         where w.enabled and (w.paused_until is null or w.paused_until <= now())
           and exists (
               select from generate_series(0, 2) as p (priority)
                where exists (
                      select from webhook_deliveries as d
                       where d.webhook_id = w.id and d.priority = p.priority and d.due_at <= now()
                )
           )
           for update of w skip locked
    ),
    picked as (
        select due.id, ready.id as webhook_id, ready.rate_limit_per_hour,
               row_number() over (partition by ready.id order by due.priority, due.due_at, due.id) as turn
          from ready
         cross join lateral (
               select one.*
                 from generate_series(0, 2) as p (priority)
                cross join lateral (
                      select d.id, d.priority, d.due_at from webhook_deliveries as d
                       where d.webhook_id = ready.id and d.priority = p.priority and d.due_at <= now()
                       order by d.due_at, d.id
                       limit ready.room
                         for update skip locked
                 ) as one
                order by p.priority, one.due_at, one.id
                limit ready.room
         ) as due
    ),
    chosen as materialized (
        select * from picked order by turn, webhook_id limit :free
    ),
    counted as (
        insert into webhook_minutes as m (webhook_id, minute, requests)
        select webhook_id, date_trunc('minute', now()), count(*)
          from chosen
         where rate_limit_per_hour is not null
         group by webhook_id
            on conflict (webhook_id, minute) do update set requests = m.requests + excluded.requests
    )
    update webhook_deliveries as d
       set token = d.token + 1, due_at = clock_timestamp() + cast(:lease as interval)
      from chosen
      join webhooks as w on w.id = chosen.webhook_id
     where d.id = chosen.id
    returning d.id, d.token, d.message_id, d.event, d.body, d.tries, w.id as webhook_id, w.url, w.sealed_headers,
              w.sealed_secrets, w.retry_count, w.timeout_seconds
"""


def claim(session: Session, free: int, share: int, under_way: Mapping[UUID, int], lease: timedelta) -> list[Claimed]:
    """Take at most `free` deliveries that are due, of one webhook no more than `share` with those under way here."""
    parameters = {
        "free": free,
        "share": share,
        "under_way": to_json(under_way).decode(),
        "lease": lease,
    }
    claimed = [Claimed(**row) for row in session.execute(text(_CLAIM), parameters).mappings()]
    return _with_traces(session, claimed) if claimed and tracing.is_on() else claimed


# A message that tells one event has that event's id, which begins with the position of its batch.
_TRACES = """
    select d.id, coalesce(b.trace_parent, j.trace_parent)
      from webhook_deliveries as d
      left join event_batches as b
        on d.message_id ~ '^[0-9]+-[0-9]+$' and b.position = cast(substring(d.message_id from '^[0-9]+') as bigint)
      left join jobs as j on j.id = d.job_id
     where d.id = any(:ids)
"""


def _with_traces(session: Session, claimed: Sequence[Claimed]) -> list[Claimed]:
    found = {row[0]: row[1] for row in session.execute(text(_TRACES), {"ids": [one.id for one in claimed]})}
    return [replace(one, trace_parent=found[one.id]) for one in claimed]


_KEEP = """
    update webhook_deliveries as d
       set due_at = clock_timestamp() + cast(:lease as interval)
      from unnest(cast(:ids as uuid[]), cast(:tokens as bigint[])) as held (id, token)
     where d.id = held.id and d.token = held.token and d.due_at is not null
"""


def keep(session: Session, held: Collection[Claimed], lease: timedelta) -> None:
    """Renew the leases of what is under way."""
    parameters = {"ids": [one.id for one in held], "tokens": [one.token for one in held], "lease": lease}
    session.execute(text(_KEEP), parameters)


# An outcome whose token is not the newest is of a delivery that was taken from this process: another one tries it.
_RECORD = """
    with told as materialized (
        select * from jsonb_to_recordset(cast(:outcomes as jsonb)) as told (
            attempt_id uuid, delivery_id uuid, token bigint, webhook_id uuid, started_at timestamptz, time_ms integer,
            ok boolean, status integer, error_code text, error text, url text, request_headers jsonb,
            response_headers jsonb, response_excerpt text, retry_seconds float8, pause_seconds float8, is_test boolean
        )
        -- Sent once more after a commit whose answer was lost.
        where not exists (select from webhook_attempts as known where known.id = told.attempt_id)
    ),
    settled as (
        update webhook_deliveries as d
           set attempts = d.attempts + 1, tries = d.tries + 1, last_status = told.status, last_error = told.error,
               status = case when told.ok then 'delivered' when told.retry_seconds is null then 'failed'
                             else 'pending' end,
               due_at = case when not told.ok then now() + make_interval(secs => told.retry_seconds) end,
               finished_at = case when told.ok or told.retry_seconds is null then now() end
          from told
         where d.id = told.delivery_id and d.token = told.token and (d.due_at is not null or told.is_test)
        returning d.id, d.attempts
    ),
    logged as (
        insert into webhook_attempts
               (id, delivery_id, webhook_id, number, started_at, time_ms, ok, status, error_code, error, url,
                request_headers, response_headers, response_excerpt)
        select told.attempt_id, told.delivery_id, told.webhook_id, settled.attempts, told.started_at, told.time_ms,
               told.ok, told.status, told.error_code, told.error, told.url, told.request_headers,
               told.response_headers, told.response_excerpt
          from told join settled on settled.id = told.delivery_id
    ),
    summed as (
        select webhook_id, count(*) filter (where ok) as successes, count(*) filter (where not ok) as failures,
               max(started_at) as triggered_at, coalesce(bool_or(status = 410), false) as gone,
               max(pause_seconds) as pause_seconds,
               (array_agg(error order by started_at desc) filter (where not ok))[1] as error
          from told
         where not is_test
         group by webhook_id
    )
    update webhooks as w
       set success_count = w.success_count + summed.successes,
           failure_count = w.failure_count + summed.failures,
           last_triggered_at = greatest(w.last_triggered_at, summed.triggered_at),
           last_error = coalesce(summed.error, w.last_error),
           failing_since = case when summed.successes > 0 then null else coalesce(w.failing_since, now()) end,
           paused_until = greatest(w.paused_until, now() + make_interval(secs => summed.pause_seconds)),
           enabled = w.enabled and not summed.gone and not {hopeless},
           disabled_reason = case when summed.gone then :gone when {hopeless} then :hopeless else w.disabled_reason end
      from summed
     where w.id = summed.webhook_id
    returning w.id, w.enabled, w.disabled_reason
"""
_HOPELESS = "(summed.successes = 0 and coalesce(w.failing_since < now() - cast(:patience as interval), false))"
_RECORDING = text(_RECORD.format(hopeless=_HOPELESS))


def record(
    session: Session, outcomes: Sequence[Mapping[str, Any]], patience: timedelta, gone: str, hopeless: str
) -> list[tuple[UUID, str]]:
    """Write down attempts and what follows; returns the webhooks that are disabled from now on, and why."""
    parameters = {
        "outcomes": to_json(outcomes).decode(),
        "patience": patience,
        "gone": gone,
        "hopeless": hopeless,
    }
    found = session.execute(_RECORDING, parameters).all()
    return [(one.id, one.disabled_reason) for one in found if not one.enabled and one.disabled_reason]
