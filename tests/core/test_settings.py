"""Settings: every one is documented, every spelling is understood, and a wrong one is explained without its secret."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from product_importer.core.settings import AuthMode, Settings, normalise_database_url

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def documented() -> set[str]:
    return set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", EXAMPLE.read_text(), flags=re.MULTILINE))


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    assert documented() == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize(
    "spelling",
    [
        "postgres://me:pw@db:5432/shop",
        "postgresql://me:pw@db:5432/shop",
        "postgresql+asyncpg://me:pw@db:5432/shop",
        "postgresql+psycopg2://me:pw@db:5432/shop",
    ],
)
def test_any_spelling_of_a_postgresql_url_is_understood(spelling: str) -> None:
    assert Settings(database_url=spelling).database_url == "postgresql+psycopg://me:pw@db:5432/shop"


@pytest.mark.parametrize("wrong", ["mysql://me:hunter2@db/shop", "me:hunter2@db", ""])
def test_a_url_of_another_database_is_refused_without_repeating_its_password(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"URL|PostgreSQL") as refused:
        normalise_database_url(wrong)
    assert "hunter2" not in str(refused.value)
    if wrong:
        with pytest.raises(ValidationError) as invalid:
            Settings(database_url=wrong)
        assert "hunter2" not in str(invalid.value)


@pytest.mark.parametrize(
    ("redis", "broker", "expected"),
    [
        ("redis://r:6379/0", None, "redis://r:6379/0"),
        ("unix:///run/valkey.sock", None, "redis+socket:///run/valkey.sock"),
        ("redis://r:6379/0", "amqp://rabbit//", "amqp://rabbit//"),
    ],
)
def test_the_broker_is_redis_unless_another_is_named(redis: str, broker: str | None, expected: str) -> None:
    assert Settings(redis_url=redis, celery_broker_url=broker).broker_url == expected


def test_a_pattern_for_skus_that_is_no_regular_expression_is_refused() -> None:
    with pytest.raises(ValidationError, match="regular expression"):
        Settings(sku_pattern="[")


def test_origins_are_read_as_a_list_in_either_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    for spelling in ("https://a.example, https://b.example", '["https://a.example","https://b.example"]'):
        monkeypatch.setenv("CORS_ORIGINS", spelling)
        assert Settings().cors_origins == ["https://a.example", "https://b.example"]


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("shop", False)],
)
def test_only_loopback_addresses_count_as_this_machine(host: str, loopback: bool) -> None:
    assert Settings(host=host).loopback is loopback


def test_networks_and_name_servers_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_ALLOWED_CIDRS", "10.1.0.0/16, fd00::/8")
    monkeypatch.setenv("WEBHOOK_DNS_SERVERS", "127.0.0.1:5353,[::1]:53")
    settings = Settings()
    assert [str(network) for network in settings.webhook_allowed_cidrs] == ["10.1.0.0/16", "fd00::/8"]
    assert settings.webhook_dns_servers == ["127.0.0.1:5353", "[::1]:53"]


def test_a_proxy_that_is_no_http_proxy_is_refused_without_its_password() -> None:
    with pytest.raises(ValidationError, match="HTTP proxy") as refused:
        Settings(webhook_proxy_url="socks5://me:hunter2@proxy:1080")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("host", "auth", "mode"),
    [
        ("127.0.0.1", None, "local"),
        ("::1", None, "local"),
        ("0.0.0.0", None, "required"),
        ("shop", None, "required"),
        ("127.0.0.1", "required", "required"),
        ("0.0.0.0", "off", "off"),
    ],
)
def test_who_may_ask_follows_from_the_address_unless_it_is_said(host: str, auth: AuthMode | None, mode: str) -> None:
    assert Settings(host=host, auth=auth).auth_mode == mode


def test_local_is_refused_where_others_can_reach_the_address() -> None:
    with pytest.raises(ValidationError, match="people log in"):
        Settings(host="0.0.0.0", auth="local")


@pytest.mark.parametrize("wrong", ["products.example.com", "ftp://a.example", "https://a.example/?token=1"])
def test_the_public_address_is_that_of_a_site(wrong: str) -> None:
    with pytest.raises(ValidationError, match="address of a site"):
        Settings(public_url=wrong)
    assert Settings(public_url="https://a.example/").site_url == "https://a.example"
