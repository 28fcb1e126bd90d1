"""Whose a credential is: read from PostgreSQL for each request, so that what was taken away is gone everywhere."""

from uuid import UUID

from sqlalchemy import Connection, RowMapping, text

# A place that is looked at by each request is written to once a minute, or reading would be writing.
_SESSION = """
    select s.id, s.user_id, u.email_key, u.role, s.last_seen_at < now() - interval '1 minute' as stale
      from user_sessions as s
      join users as u on u.id = s.user_id
     where s.token_hash = :hash
       and s.expires_at > now()
       and s.last_seen_at > now() - make_interval(hours => :idle_hours)
       and not u.disabled
"""
_KEY = """
    select k.id, k.user_id, k.prefix, k.scopes, u.role,
           coalesce(k.last_used_at < now() - interval '1 minute', true) as stale
      from api_keys as k
      left join users as u on u.id = k.user_id
     where k.token_hash = :hash
       and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > now())
       and (k.user_id is null or not u.disabled)
"""
_SEEN = "update user_sessions set last_seen_at = now(), address = coalesce(:address, address) where id = :id"
_USED = "update api_keys set last_used_at = now() where id = :id"


def session(connection: Connection, token_hash: bytes, idle_hours: int) -> RowMapping | None:
    """The session of a token, with its user, if it still holds."""
    parameters = {"hash": token_hash, "idle_hours": idle_hours}
    return connection.execute(text(_SESSION), parameters).mappings().one_or_none()


def key(connection: Connection, token_hash: bytes) -> RowMapping | None:
    """The key of a token, with its owner's role, if it still holds."""
    return connection.execute(text(_KEY), {"hash": token_hash}).mappings().one_or_none()


def session_seen(connection: Connection, session_id: UUID, address: str | None) -> None:
    connection.execute(text(_SEEN), {"id": session_id, "address": address})


def key_used(connection: Connection, key_id: UUID) -> None:
    connection.execute(text(_USED), {"id": key_id})
