"""The way in for the first admin: a link that the first API process to start prints, once for all of them."""

import sys

import structlog
from sqlalchemy.exc import SQLAlchemyError

from product_importer.access import audit, links
from product_importer.access import users_repository as repository
from product_importer.access.actor import COMMAND_LINE, Asker
from product_importer.access.audit_names import What
from product_importer.access.links import HOURS, Kind
from product_importer.core.database import transaction
from product_importer.core.settings import Settings

log = structlog.get_logger(__name__)

ANOTHER = "`product-importer access link` makes another"


def announce(settings: Settings) -> None:
    """Print a set-up link where nobody can log in yet and no link waits; for the start of a process.

    Straight to standard error and past the log, because whoever reads the log later is not to find it there.
    """
    if settings.auth_mode != "required":
        return
    try:
        url = _made_if_needed()
    except SQLAlchemyError as error:
        log.warning("set_up.unavailable", error=str(error), remedy=ANOTHER)
        return
    if url is not None:
        sys.stderr.write(
            f"\nNobody can log in yet. Open this link within {HOURS[Kind.SET_UP]} hours to make the first admin; it "
            f"works once:\n\n    {url}\n\n"
        )
        sys.stderr.flush()


def make_link(site: str | None = None) -> str:
    """Another set-up link, the former void."""
    with transaction() as session:
        repository.lock_admins(session)
        audit.record(session, Asker(COMMAND_LINE), What.LINK_MADE, kind=Kind.SET_UP)
        return links.make(session, Kind.SET_UP, None, COMMAND_LINE.actor, site).url


def needed() -> bool:
    """Whether nobody can log in as an admin."""
    with transaction() as session:
        return not repository.other_admin_exists(session)


def _made_if_needed() -> str | None:
    with transaction() as session:
        # Several processes start at once; the first makes the link, and the others find it.
        repository.lock_admins(session)
        if repository.other_admin_exists(session):
            return None
        if links.set_up_waits(session):
            log.warning("set_up.waits", remedy=f"A set-up link was printed before; {ANOTHER}.")
            return None
        audit.record(session, Asker(COMMAND_LINE), What.LINK_MADE, kind=Kind.SET_UP)
        return links.make(session, Kind.SET_UP, None, COMMAND_LINE.actor).url
