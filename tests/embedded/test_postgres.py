import os
import signal
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from sqlalchemy import create_engine, text

from product_importer.embedded import DataDirVersionMismatch, EmbeddedError, EmbeddedPostgres
from product_importer.embedded.account import account_for
from product_importer.embedded.binaries import postgres_binary
from product_importer.embedded.cluster import server_environment
from product_importer.embedded.process import ChildProcess

WaitUntil = Callable[[Callable[[], object]], None]


def one_value(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    return row[0] if row else None


def remember(url: str, text_to_keep: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("create table if not exists kept (line text)")
        connection.execute("insert into kept values (%s)", [text_to_keep])


def test_the_first_start_makes_a_database_that_psycopg_and_sqlalchemy_open(postgres: EmbeddedPostgres) -> None:
    url = postgres.start()

    assert one_value(url, "select current_database()") == "product_importer"
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        assert connection.execute(text("select current_user")).scalar_one() == "product_importer"
    engine.dispose()


def test_the_database_speaks_unicode_whatever_the_language_of_the_machine(postgres: EmbeddedPostgres) -> None:
    url = postgres.start()

    assert one_value(url, "select lower('ÄÜÉ') || '😀'") == "äüé😀"
    assert one_value(url, "show server_encoding") == "UTF8"


def test_its_role_is_no_superuser(postgres: EmbeddedPostgres) -> None:
    assert one_value(postgres.start(), "select rolsuper from pg_roles where rolname = current_user") is False


def test_commits_reach_the_disk(postgres: EmbeddedPostgres) -> None:
    url = postgres.start()

    settings = {name: one_value(url, f"show {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")}

    assert settings == {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def test_a_restart_keeps_the_data(postgres: EmbeddedPostgres) -> None:
    remember(postgres.start(), "before the restart")
    postgres.stop()

    assert one_value(postgres.start(), "select line from kept") == "before the restart"


def test_starting_a_running_server_changes_nothing(postgres: EmbeddedPostgres) -> None:
    url = postgres.start()
    pid = postgres.postmaster_pid

    assert postgres.start() == url
    assert postgres.postmaster_pid == pid


@pytest.mark.covers("002:485")
def test_no_tcp_port_is_open(postgres: EmbeddedPostgres) -> None:
    postgres.start()

    assert psutil.Process(postgres.postmaster_pid).net_connections("inet") == []


def test_only_its_owner_can_reach_the_socket(postgres: EmbeddedPostgres) -> None:
    postgres.start()

    assert stat.S_IMODE(postgres.socket_dir.stat().st_mode) == 0o700


def test_a_socket_folder_of_another_account_is_refused(tmp_path: Path) -> None:
    foreign = Path("/")
    if os.geteuid() == 0:
        foreign = tmp_path / "foreign"
        foreign.mkdir()
        os.chown(foreign, 54321, 54321)

    with pytest.raises(EmbeddedError, match="another account"):
        EmbeddedPostgres(tmp_path / "postgres", socket_dir=foreign).start()


def test_a_link_in_place_of_a_socket_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)

    with pytest.raises(EmbeddedError, match="another account"):
        EmbeddedPostgres(tmp_path / "postgres", socket_dir=tmp_path / "link").start()


def test_a_long_path_gets_a_short_socket_folder(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / ("long" * 30) / "postgres")
    try:
        url = server.start()
        assert one_value(url, "select 1") == 1
        assert stat.S_IMODE(server.socket_dir.stat().st_mode) == 0o700
        assert not server.socket_dir.is_relative_to(tmp_path)
    finally:
        server.stop()
    assert not server.socket_dir.exists()


@pytest.mark.parametrize("name", ["with blank", "with,comma", "with'quote", 'with"double', "mit Ümlaut", "50%"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    with EmbeddedPostgres(tmp_path / name / "postgres") as server:
        assert one_value(server.url(), "select 1") == 1


def test_it_recovers_from_a_crash(postgres: EmbeddedPostgres, wait_until: WaitUntil) -> None:
    remember(postgres.start(), "committed")
    os.kill(postgres.postmaster_pid or 0, signal.SIGKILL)
    wait_until(lambda: not postgres.running)

    assert one_value(postgres.start(), "select line from kept") == "committed"


def test_it_recovers_from_an_immediate_stop(postgres: EmbeddedPostgres) -> None:
    remember(postgres.start(), "committed")
    postgres.stop(immediate=True)

    assert one_value(postgres.start(), "select line from kept") == "committed"


def test_a_pid_file_of_before_a_power_cut_does_not_hinder_even_if_the_pid_is_in_use(postgres: EmbeddedPostgres) -> None:
    remember(postgres.start(), "committed")
    pid_file = postgres.data_dir / "postmaster.pid"
    of_the_running = pid_file.read_text().split("\n", 1)[1]
    postgres.stop(immediate=True)
    pid_file.write_text(f"{os.getpid()}\n{of_the_running}")

    assert one_value(postgres.start(), "select line from kept") == "committed"


@pytest.fixture
def left_behind(postgres: EmbeddedPostgres, wait_until: WaitUntil) -> Iterator[ChildProcess]:
    """A running server that the `postgres` fixture knows nothing of."""
    postgres.start()
    postgres.stop()
    server = ChildProcess(
        [postgres_binary("postgres"), "-D", postgres.data_dir],
        environment=server_environment(),
        account=account_for(postgres.data_dir, [postgres.data_dir.parent]),
    )
    server.start(subprocess.DEVNULL)
    wait_until((postgres.data_dir / "postmaster.pid").exists)
    yield server
    server.stop(())


def test_a_server_left_behind_is_stopped_before_a_new_start(
    postgres: EmbeddedPostgres, left_behind: ChildProcess
) -> None:
    url = postgres.start()

    assert not left_behind.running
    assert one_value(url, "select 1") == 1


def test_a_folder_of_another_version_is_refused_with_what_to_do(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    postgres.stop()
    (postgres.data_dir / "PG_VERSION").write_text("15\n")

    with pytest.raises(DataDirVersionMismatch, match=r"PostgreSQL 15.*--data-dir"):
        postgres.start()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "thesis.txt").write_text("mine")

    with pytest.raises(EmbeddedError, match="not empty"):
        EmbeddedPostgres(tmp_path / "postgres").start()


def test_a_first_start_that_was_killed_half_way_is_begun_again(tmp_path: Path) -> None:
    half_made = tmp_path / "postgres.new"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")

    with EmbeddedPostgres(tmp_path / "postgres") as server:
        assert one_value(server.url(), "select 1") == 1


def test_settings_of_ones_own_win(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    postgres.stop()
    (postgres.data_dir / "local.conf").write_text("work_mem = '7MB'\n")

    assert one_value(postgres.start(), "show work_mem") == "7MB"


def test_a_server_that_cannot_start_says_why_and_where_its_log_is(postgres: EmbeddedPostgres) -> None:
    postgres.start()
    postgres.stop()
    (postgres.data_dir / "local.conf").write_text("no_such_setting = 1\n")

    with pytest.raises(EmbeddedError, match=r"no_such_setting.*server\.log"):
        postgres.start()
