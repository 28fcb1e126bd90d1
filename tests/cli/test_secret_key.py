"""Replacing SECRET_KEY, from the first refusal to the end of the former key."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from product_importer.core.database import new_id, transaction
from product_importer.core.known_key import require_known_key
from product_importer.core.settings import get_settings
from product_importer.webhooks.models import Webhook
from product_importer.webhooks.resealing import LOST
from product_importer.webhooks.sealed import Secret, own_headers, seal_headers, seal_secrets, secrets_in_force
from tests.cli.commands import Command, run
from tests.cli.conftest import forget
from tests.conftest import Servers

FIRST, SECOND = "the key that this database was given first", "the key that takes the place of the first"
SECRET, HEADERS = Secret("a secret that the receiver knows"), {"Authorization": "Bearer of the receiver"}


@pytest.fixture
def webhook_id(database_url: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A webhook whose secret and header are sealed with the first key."""
    assert database_url
    monkeypatch.setenv("SECRET_KEY", FIRST)
    forget()
    require_known_key(get_settings())
    made = new_id()
    with transaction() as session:
        session.add(
            Webhook(
                id=made,
                url="https://receiver.invalid/",
                events=["product.created"],
                sealed_secrets=seal_secrets(made, [SECRET]),
                sealed_headers=seal_headers(made, HEADERS),
                retry_count=3,
                timeout_seconds=10,
                import_mode="digest",
                created_by="tests",
            )
        )
    return made


def found(webhook_id: UUID) -> Webhook:
    with transaction() as session:
        return session.get_one(Webhook, webhook_id)


@pytest.mark.usefixtures("webhook_id")
@pytest.mark.parametrize("part", ["api", "worker", "up"])
def test_no_part_starts_with_another_key(database_url: str, servers: Servers, part: str) -> None:
    ended = run(part, DATABASE_URL=database_url, REDIS_URL=servers.redis_url, SECRET_KEY=SECOND)

    assert ended.returncode == 1
    assert "run `product-importer reseal`" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert SECOND not in ended.stderr


def test_doctor_leads_through_the_replacement_until_the_former_key_is_needed_no_more(
    command: Command, webhook_id: UUID
) -> None:
    refused = command("doctor", SECRET_KEY=SECOND)
    assert refused.exit_code == 1
    assert "failed  Key: SECRET_KEY is not the one" in refused.stdout

    between = command("doctor", SECRET_KEY=SECOND, SECRET_KEY_FORMER=FIRST)
    assert "warning Key: SECRET_KEY replaces the former one" in between.stdout

    ended = command("reseal", SECRET_KEY=SECOND, SECRET_KEY_FORMER=FIRST)
    assert (ended.exit_code, ended.stdout) == (0, "The secrets of 1 webhooks are sealed with SECRET_KEY.\n")

    alone = command("doctor", SECRET_KEY=SECOND, SECRET_KEY_FORMER="")
    assert "Key:" not in alone.stdout
    kept = found(webhook_id)
    assert secrets_in_force(webhook_id, kept.sealed_secrets, datetime.now(UTC)) == [SECRET]
    assert own_headers(webhook_id, kept.sealed_headers) == HEADERS


def test_secrets_of_a_key_that_is_lost_stay_until_they_are_given_up(command: Command, webhook_id: UUID) -> None:
    before = found(webhook_id).sealed_secrets

    refused = command("reseal", SECRET_KEY=SECOND)
    assert refused.exit_code == 1
    assert "sealed with another SECRET_KEY" in refused.stderr
    assert found(webhook_id).sealed_secrets == before

    ended = command("reseal", "--give-up", SECRET_KEY=SECOND)
    assert ended.exit_code == 0
    assert "1 webhooks have lost theirs and are turned off" in ended.stdout
    left = found(webhook_id)
    assert (left.sealed_secrets, left.sealed_headers, left.enabled, left.disabled_reason) == (None, None, False, LOST)


def test_resealing_without_a_key_says_what_to_set(command: Command) -> None:
    refused = command("reseal", SECRET_KEY="")

    assert refused.exit_code == 1
    assert "Set SECRET_KEY to the new key" in refused.stderr
