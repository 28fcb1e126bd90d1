"""Places in an import at which a fault may come, each a query that names the process which is there just now."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.acceptance.catalogue_files import ROWS

APPLIED = "select count(*) from import_chunks where import_id = %(import_id)s and applied_at is not null"

# The process that works for the import in a certain way, by the name of its connection, and its PostgreSQL backend.
_AT_WORK = """
    select activity.application_name, backend.pid
      from job_backends as backend
      join pg_stat_activity as activity
        on activity.pid = backend.pid and activity.backend_start = backend.started_at
      join jobs on jobs.id = backend.job_id
     where jobs.id = %(import_id)s and {how}
     limit 1
"""
# Of a short file only the first chunks leave the time in which somebody can be caught inside them.
CHUNKS = 7 if ROWS >= 200_000 else 3
_PROGRESS = "(progress ->> 'percent')::float"


@dataclass(frozen=True)
class Moment:
    """`reached` gives the name of the process that is there, no row before that.

    `still` gives a row as long as the import has not gone on from there, where `reached` cannot tell: a connection that
    reads ends with the process, because PostgreSQL waits for it most of the time. `holds` is an advisory lock that
    keeps the import at this place until the fault has come; `freezes` stops the backend that is there until then, for
    a place that is soon passed; `beside` says that another import of the same SKUs waits for this one.
    """

    name: str
    reached: str
    still: str = ""
    lasts: bool = True
    holds: bool = False
    freezes: bool = False
    beside: bool = False

    def __str__(self) -> str:
        return self.name


Kind = Callable[[random.Random], Moment]


def at_work(how: str) -> str:
    return _AT_WORK.format(how=how)


def executing(*statements: str) -> str:
    likes = " or ".join(f"activity.query like '%%{statement}%%'" for statement in statements)
    return f"activity.state = 'active' and ({likes})"


WRITING = executing("insert into products")


def while_reading(chance: random.Random) -> Moment:
    # A short file is read whole before the second time that somebody is told how far it is.
    percent = chance.randrange(20) if ROWS >= 200_000 else 0
    return Moment(
        f"reading at {percent} %",
        at_work(f"phase = 'reading' and {_PROGRESS} >= {percent} and query like 'copy %%'"),
        still="select id::text from jobs where id = %(import_id)s and phase = 'reading'",
    )


def while_choosing_winners(chance: random.Random) -> Moment:
    return Moment("choosing winners", at_work(executing("partition by sku_key", "_losers")), freezes=True)


def while_meeting_the_catalogue(chance: random.Random) -> Moment:
    return Moment("meeting the catalogue", at_work(executing("_known as", "insert into import_chunks")), freezes=True)


def while_another_waits(chance: random.Random) -> Moment:
    waiting = "exists (select from imports where waits_for = %(import_id)s)"
    return Moment("another waits for its turn", at_work(f"{waiting}"), lasts=False, beside=True)


def between_chunks(chance: random.Random) -> Moment:
    chunks = chance.randrange(1, 9)
    return Moment(f"after {chunks} chunks", at_work(f"({APPLIED}) >= {chunks}"), lasts=False)


def inside_a_chunk_of_the_leader(chance: random.Random) -> Moment:
    chunks = chance.randrange(CHUNKS)
    how = f"{WRITING} and application_name = %(leader)s and ({APPLIED}) >= {chunks}"
    return Moment(f"inside the leader's chunk after {chunks}", at_work(how))


def inside_a_chunk_of_the_assistant(chance: random.Random) -> Moment:
    chunks = chance.randrange(CHUNKS)
    how = f"{WRITING} and application_name <> %(leader)s and ({APPLIED}) >= {chunks}"
    return Moment(f"inside the assistant's chunk after {chunks}", at_work(how))


def while_finishing(chance: random.Random) -> Moment:
    how = "phase = 'applying' and wait_event_type = 'Lock' and wait_event = 'advisory' and query like '%%(%%)'"
    pending = "select from import_chunks where import_id = %(import_id)s and applied_at is null"
    return Moment("finishing", at_work(f"{how} and not exists ({pending})"), holds=True)


EVERYWHERE: tuple[Kind, ...] = (
    while_reading,
    inside_a_chunk_of_the_leader,
    while_choosing_winners,
    while_another_waits,
    inside_a_chunk_of_the_assistant,
    while_meeting_the_catalogue,
    between_chunks,
    while_finishing,
)
WHERE_LEADERS_ARE = tuple(kind for kind in EVERYWHERE if kind is not inside_a_chunk_of_the_assistant)
# Who waits is woken by a message.
WITHOUT_MESSAGES = tuple(kind for kind in EVERYWHERE if kind is not while_another_waits)
WHERE_ASSISTANTS_ARE: tuple[Kind, ...] = (inside_a_chunk_of_the_assistant,)


def moments(kinds: tuple[Kind, ...], count: int, seed: str) -> list[Moment]:
    """`count` seeded moments that go through all the kinds in turn."""
    chance = random.Random(seed)
    return [kinds[number % len(kinds)](chance) for number in range(count)]
