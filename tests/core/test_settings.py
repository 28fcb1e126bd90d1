"""Settings: every one is documented, every spelling is understood, and a wrong one is explained without its secret."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy.pool import QueuePool
from structlog.testing import capture_logs

from product_importer.core import tracing
from product_importer.core.connections import NotUsable
from product_importer.core.database import get_engine
from product_importer.core.other_settings import OtherSettings, say_what_changes_nothing
from product_importer.core.settings import AuthMode, Settings, normalise_database_url

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / ".env.example"


def documented() -> set[str]:
    return set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", EXAMPLE.read_text(), flags=re.MULTILINE))


@pytest.mark.covers("000:61", "002:469", "004:299", "004:812")
def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    assert documented() == {name.upper() for name in Settings.model_fields}


@pytest.mark.covers("000:129", "002:376", "004:735")
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


@pytest.mark.covers(
    "000:178", "000:211", "000:212", "001:13", "002:320", "002:379", "002:382", "003:40", "004:736", "004:737"
)
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


@pytest.mark.covers("002:387")
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


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder without settings, and an environment without those of this test run."""
    for name in ("DATABASE_URL", "CORS_ORIGINS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.covers("000:105", "000:203", "000:205", "000:206", "000:207", "000:208", "000:209", "004:739")
def test_names_of_other_programs_are_taken_for_ours(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text(
        "postgres_db=fileimporter\npostgres_host=db\npostgres_port=5433\npostgres_user=me\npostgres_password=p@ss/word\n"
        "ALLOWED_ORIGINS=http://localhost:3000,http://localhost:8000\n"
    )
    found = Settings()
    assert found.database_url == "postgresql+psycopg://me:p%40ss%2Fword@db:5433/fileimporter"
    assert found.cors_origins == ["http://localhost:3000", "http://localhost:8000"]
    # By this `up` knows that it needs no server of its own.
    assert {"database_url", "cors_origins"} <= found.model_fields_set


def test_our_own_name_wins_over_another(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRES_HOST", "other")
    monkeypatch.setenv("ALLOWED_ORIGINS", "https://other.example")
    (elsewhere / ".env").write_text("DATABASE_URL=postgresql://db/shop\nCORS_ORIGINS=https://a.example\n")
    found = Settings()
    assert found.database_url == "postgresql+psycopg://db/shop"
    assert found.cors_origins == ["https://a.example"]


@pytest.mark.covers("000:213", "000:215", "002:371", "002:372", "002:373", "002:383", "002:386", "002:484", "004:738")
def test_what_changes_nothing_is_said_at_the_start_in_one_line_each(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {
        "CELERY_RESULT_BACKEND": "redis://:hunter2@redis:6379/0",
        "ENVIRONMENT": "development",
        "DEBUG": "true",
        "APP_NAME": "Importer",
        "API_V1_PREFIX": "/v2",
        "POSTGRES_USER": "me",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with capture_logs() as logged:
        say_what_changes_nothing()
    assert [one["setting"] for one in logged] == [*list(given)[:5], "POSTGRES_*"]
    assert all(one["reason"].endswith(".") for one in logged)
    assert "hunter2" not in str(logged)
    monkeypatch.setenv("API_V1_PREFIX", "/api/v1")
    assert "API_V1_PREFIX" not in dict(OtherSettings().without_meaning())


def test_every_other_name_is_documented() -> None:
    page = (ROOT / "docs" / "compatibility.md").read_text()
    missing = [name for name in OtherSettings.model_fields if f"`{name.upper()}`" not in page]
    assert missing == []


def test_traces_go_to_the_endpoint_of_all_signals_or_to_one_of_their_own() -> None:
    assert Settings().traces_endpoint is None
    general = Settings(otel_exporter_otlp_endpoint="http://collector:4318/")
    assert general.traces_endpoint == "http://collector:4318/v1/traces"
    own = Settings(otel_exporter_otlp_endpoint="http://collector:4318", otel_exporter_otlp_traces_endpoint="http://t/x")
    assert own.traces_endpoint == "http://t/x"
    with pytest.raises(ValidationError, match="write http://collector:4318"):
        Settings(otel_exporter_otlp_endpoint="collector:4317")
    with pytest.raises(ValidationError, match="http/protobuf"):
        Settings.model_validate({"otel_exporter_otlp_protocol": "grpc"})


def test_where_opentelemetry_is_not_installed_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "_NEEDED", ("product_importer.nowhere",))
    tracing.require_installed(Settings())
    with pytest.raises(NotUsable, match=r"Install `product-importer\[otel\]`, or remove the setting"):
        tracing.start(Settings(otel_exporter_otlp_endpoint="http://collector:4318"))


@pytest.mark.covers("000:139", "000:140", "000:141", "002:509", "004:790")
def test_each_process_keeps_the_pool_that_the_settings_say_and_asks_a_connection_first(database_url: str) -> None:
    pool = get_engine().pool
    assert isinstance(pool, QueuePool)
    assert (pool.size(), pool._max_overflow, pool._pre_ping) == (10, 20, True)
