"""Positions follow the order of commits, whatever the order in which transactions began."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

from sqlalchemy import select

from product_importer.core.database import transaction
from product_importer.events import service
from product_importer.events.models import event_batches, events
from product_importer.events.names import EventName
from tests.waiting import backends_waiting_for_a_lock, wait_until

WRITERS = 4
TRANSACTIONS_EACH = 60


def positions() -> list[int]:
    with transaction() as session:
        return list(session.scalars(select(event_batches.c.position).order_by(event_batches.c.position)))


def write_many(seed: int) -> None:
    random = Random(seed)
    for _ in range(TRANSACTIONS_EACH):
        with transaction(actor=f"writer {seed}") as session:
            for _ in range(random.randint(1, 5)):
                service.append(session, EventName.PRODUCT_UPDATED, random.randint(1, 100), {"name": "as it was"})


def test_who_saw_a_position_never_finds_a_lower_one_later(database_url: str) -> None:
    seen: list[int] = []
    with ThreadPoolExecutor(WRITERS) as threads:
        writers = [threads.submit(write_many, seed) for seed in range(WRITERS)]
        while len(seen) < WRITERS * TRANSACTIONS_EACH:
            running = not all(writer.done() for writer in writers)
            found = positions()
            assert found[: len(seen)] == seen
            assert running or len(found) == WRITERS * TRANSACTIONS_EACH
            seen = found
        for writer in writers:
            writer.result()
    assert len(set(seen)) == len(seen)


def test_a_transaction_that_began_first_and_commits_last_has_the_last_position(database_url: str) -> None:
    with transaction(actor="slow") as slow:
        service.append(slow, EventName.PRODUCT_CREATED, 1)
        with transaction(actor="quick") as quick:
            service.append(quick, EventName.PRODUCT_CREATED, 2)
        assert len(positions()) == 1
    with transaction() as session:
        actors = session.scalars(select(event_batches.c.actor).order_by(event_batches.c.position)).all()
    assert actors == ["quick", "slow"]


def test_a_writer_in_the_turnstile_holds_back_only_those_that_commit(database_url: str) -> None:
    with ThreadPoolExecutor(1) as threads:
        with transaction() as first:
            service.append(first, EventName.PRODUCT_CREATED, 1)
            for close in first.info.pop("before_commit"):
                close(first)
            second = threads.submit(write_many, 1)
            wait_until(lambda: backends_waiting_for_a_lock() == 1, "the second writer at the turnstile")
            assert positions() == []
        second.result()
    assert len(positions()) == 1 + TRANSACTIONS_EACH


def test_the_events_of_one_transaction_share_one_batch(database_url: str) -> None:
    with transaction(actor="ada") as session:
        for product_id in (3, 1, 2):
            service.append(session, EventName.PRODUCT_CREATED, product_id)
    with transaction() as session:
        rows = session.execute(select(events.c.product_id, events.c.batch_id).order_by(events.c.id)).all()
        batches = session.execute(select(event_batches.c.id, event_batches.c.actor)).all()
    assert [row.product_id for row in rows] == [3, 1, 2]
    assert [(row.batch_id, "ada") for row in rows[:1]] == [tuple(batch) for batch in batches]


class Failure(Exception):
    """Something went wrong after the event was appended."""


def test_a_transaction_that_fails_leaves_nothing_in_the_log(database_url: str) -> None:
    try:
        with transaction() as session:
            service.append(session, EventName.PRODUCT_CREATED, 1)
            raise Failure
    except Failure:
        assert positions() == []
    with transaction() as session:
        assert session.execute(select(events)).all() == []


def test_the_head_is_the_newest_position(database_url: str) -> None:
    with transaction() as session:
        assert service.head(session) is None
    write_many(7)
    with transaction() as session:
        head = service.head(session)
    assert head is not None
    assert head.position == positions()[-1]
