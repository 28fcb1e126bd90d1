"""Replacing SECRET_KEY: what the former one has sealed is sealed with the new one."""

from product_importer.commands.access import database_url
from product_importer.commands.shell import settings_with
from product_importer.core import known_key
from product_importer.core.connections import NotUsable
from product_importer.core.database import transaction
from product_importer.core.settings import Settings
from product_importer.webhooks.resealing import Resealed, reseal


def reseal_all(settings: Settings, *, give_up: bool) -> Resealed:
    """Seal every secret of the database with SECRET_KEY, and know no other key from then on."""
    if settings.secret_key is None:
        raise NotUsable("Set SECRET_KEY to the new key, and SECRET_KEY_FORMER to the one that it replaces.")
    settings = settings_with(database_url=database_url(settings))
    with transaction() as session:
        found = reseal(session, give_up=give_up)
        known_key.replace_all(session, settings)
        return found
