"""How often a password may be guessed: for an account and from an address, counted where every process sees it.

Counted in Redis, and in PostgreSQL while Redis is away; where neither answers nobody logs in.
"""

import hashlib
from typing import NamedTuple

import redis
from sqlalchemy import text

from product_importer.access.addresses import counted_as
from product_importer.core.database import transaction
from product_importer.core.redis import ask

WINDOW_SECONDS = 900
TRIES_OF_AN_ACCOUNT = 10
TRIES_FROM_AN_ADDRESS = 50


class Verdict(NamedTuple):
    """In how many seconds a try is let through, 0 for this one; and whether it is the first that is refused."""

    retry_after: int = 0
    first_refused: bool = False

    @property
    def admitted(self) -> bool:
        """Whether this try is let through."""
        return self.retry_after == 0


def admit(email_key: str, address: str | None) -> Verdict:
    """Count a try, whether there is such an account or not, and say whether it is let through.

    What an address tries beyond its own share does not count against the account.
    """
    verdict = admit_address(address)
    return _verdict(_of_account(email_key), TRIES_OF_AN_ACCOUNT) if verdict.admitted else verdict


def admit_address(address: str | None) -> Verdict:
    """Count a try from an address, whoever it was for, and say whether it is let through."""
    return _verdict(_of_address(address), TRIES_FROM_AN_ADDRESS)


def _verdict(subject: str, allowed: int) -> Verdict:
    tries, seconds = _count(subject)
    return Verdict(max(seconds, 1), first_refused=tries == allowed + 1) if tries > allowed else Verdict()


def forgive(email_key: str) -> None:
    """Forget the tries for an account whose owner has shown who they are."""
    subject = _of_account(email_key)
    ask(lambda client: client.delete(_key(subject)))
    with transaction() as session:
        session.execute(text("delete from access_guesses where subject = :subject"), {"subject": subject})


def _of_account(email_key: str) -> str:
    # People type all sorts of things where an address is asked for, their password too.
    return f"account:{hashlib.sha256(email_key.encode()).hexdigest()}"


def _of_address(address: str | None) -> str:
    return f"address:{counted_as(address)}"


def _key(subject: str) -> str:
    return f"guesses:{subject}"


def _count(subject: str) -> tuple[int, int]:
    """How often it was tried within the window, this time included, and in how many seconds the window ends."""
    counted = ask(lambda client: _in_redis(client, subject))
    return counted or _in_postgresql(subject)


def _in_redis(client: "redis.Redis", subject: str) -> tuple[int, int]:
    key = _key(subject)
    with client.pipeline(transaction=True) as pipe:
        pipe.set(key, 0, ex=WINDOW_SECONDS, nx=True)
        pipe.incr(key)
        pipe.ttl(key)
        _, tries, seconds = pipe.execute()
    return int(tries), int(seconds)


# Committed by itself: a refused try is counted too.
_TRY = """
    insert into access_guesses as known (subject, tries, until)
    values (:subject, 1, now() + make_interval(secs => :seconds))
    on conflict (subject) do update
       set tries = case when known.until < now() then 1 else known.tries + 1 end,
           until = case when known.until < now() then excluded.until else known.until end
    returning tries, cast(ceil(extract(epoch from until - now())) as integer)
"""


def _in_postgresql(subject: str) -> tuple[int, int]:
    with transaction() as session:
        tries, seconds = session.execute(text(_TRY), {"subject": subject, "seconds": WINDOW_SECONDS}).one()
    return tries, seconds


def remove_old() -> int:
    """Forget counts whose window has ended; returns how many. Redis forgets its own."""
    with transaction() as session:
        gone = session.scalars(text("delete from access_guesses where until < now() returning subject"))
        return len(gone.all())
