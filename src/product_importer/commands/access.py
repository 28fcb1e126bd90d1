"""Access for whoever has the machine: links for people who are locked out, keys for programs."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from product_importer.access import keys, set_up, users, users_repository
from product_importer.access.actor import COMMAND_LINE, Asker
from product_importer.access.fields import email_key
from product_importer.access.roles import Scope
from product_importer.access.schemas import KeyInput, UserView
from product_importer.core.checks import check_migrations
from product_importer.core.connections import NotUsable, check_database
from product_importer.core.database import get_engine, session_factory, transaction
from product_importer.core.errors import Conflict, NotFound
from product_importer.core.settings import Settings
from product_importer.embedded.data_dir import DataDir
from product_importer.embedded.postgres import EmbeddedPostgres

_ALL = 10_000


def database_url(settings: Settings) -> str:
    """The database whose people are meant: that of DATABASE_URL, or the one of a running `up`; raises NotUsable."""
    url = settings.database_url
    if "database_url" not in settings.model_fields_set:
        folder = DataDir(settings.data_dir)
        if folder.running_url() is None:
            raise NotUsable("Nothing runs in this data folder. Start `product-importer up`, or set DATABASE_URL.")
        url = EmbeddedPostgres(folder.postgres).sqlalchemy_url()
    check_database(url)
    schema = check_migrations(url)
    if schema.state != "ok":
        raise NotUsable(f"The database is {schema.text}")
    return url


def make_link(settings: Settings, email: str | None) -> str:
    """A link by which somebody chooses a password; without `email` the one that makes the first admin."""
    site = settings.public_url or DataDir(settings.data_dir).running_url()
    if email is None:
        if not set_up.needed():
            raise Conflict("already_set_up", "There is an admin already. Name whom the link is for.")
        return set_up.make_link(site)
    with transaction() as session:
        user = users_repository.by_email(session, email_key(email))
        if user is None:
            raise NotFound("user_not_found", f"Nobody has the address {email}. See `product-importer access users`.")
        return users.make_link(session, Asker(COMMAND_LINE), user.id, site).url


def make_key(name: str, scopes: Sequence[str], days: int | None) -> str:
    """A key that belongs to nobody, for a program on this machine."""
    ends = datetime.now(UTC) + timedelta(days=days) if days else None
    given = KeyInput(name=name, scopes=[Scope(scope) for scope in scopes], expires_at=ends)
    with transaction() as session:
        return keys.create(session, Asker(COMMAND_LINE), given).text


def people() -> list[UserView]:
    """Everybody who may log in."""
    with transaction() as session:
        return users.page(session, 1, _ALL).items


def forget_engine() -> None:
    """Close connections, and have the next ones go where the settings of then say."""
    get_engine().dispose()
    get_engine.cache_clear()
    session_factory.cache_clear()
