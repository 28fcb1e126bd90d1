"""A PostgreSQL data folder: made once, checked before each start, freed from what a crash left behind."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import psutil

from product_importer.embedded.account import Account
from product_importer.embedded.binaries import postgres_binary, postgres_major_version
from product_importer.embedded.errors import DataDirVersionMismatch, EmbeddedError
from product_importer.embedded.process import ChildProcess

SUPERUSER = "postgres"
INITDB_ARGUMENTS = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--auth=peer",
    f"--username={SUPERUSER}",
)
# The eighth line of postmaster.pid, LOCK_FILE_LINE_PM_STATUS of PostgreSQL's miscadmin.h.
STATUS_LINE = 8
STOP_STEPS = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 10.0))


def server_environment() -> dict[str, str]:
    """The environment of PostgreSQL's programs: none of the caller's PG… variables, no language of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return {**kept, "LC_ALL": "C"}


def ensure_cluster(data_dir: Path, account: Account | None) -> None:
    """Make the cluster if there is none; raises DataDirVersionMismatch if it is of another version."""
    version_file = data_dir / "PG_VERSION"
    if version_file.exists():
        _check_version(data_dir, int(version_file.read_text()))
        return
    if data_dir.exists() and any(data_dir.iterdir()):
        raise EmbeddedError(f"{data_dir} is not empty and holds no PostgreSQL data; choose another --data-dir.")
    _create(data_dir, account)


def _check_version(data_dir: Path, found: int) -> None:
    expected = postgres_major_version()
    if found != expected:
        raise DataDirVersionMismatch(data_dir, found, expected)


def _create(data_dir: Path, account: Account | None) -> None:
    # Made beside its place and moved there when complete, so that a kill half-way leaves nothing half made.
    unfinished = data_dir.with_name(data_dir.name + ".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True, mode=0o700)
    if account is not None:
        account.give(unfinished)
    _run_initdb(unfinished, account)
    if data_dir.exists():
        data_dir.rmdir()
    unfinished.rename(data_dir)


def _run_initdb(folder: Path, account: Account | None) -> None:
    initdb = ChildProcess(
        [postgres_binary("initdb"), "-D", folder, *INITDB_ARGUMENTS],
        environment=server_environment(),
        account=account,
    )
    initdb.start(subprocess.PIPE)
    with initdb.output as lines:
        output = lines.read().decode(errors="replace")
    initdb.wait(60)
    if not (folder / "PG_VERSION").exists() or initdb.ended_how() != "exit code 0":
        raise EmbeddedError(f"PostgreSQL could not make its data folder {folder}: {output.strip()}")


def postmaster_pid(data_dir: Path) -> int | None:
    """The process id that the folder's pid file names."""
    first = next(iter(_pid_file_lines(data_dir)), "").strip()
    return int(first) if first.isdigit() else None


def is_ready(data_dir: Path) -> bool:
    """Whether the server of this folder accepts connections, as the last line of its pid file says."""
    lines = _pid_file_lines(data_dir)
    return len(lines) >= STATUS_LINE and lines[STATUS_LINE - 1].strip() == "ready"


def _pid_file_lines(data_dir: Path) -> list[str]:
    pid_file = data_dir / "postmaster.pid"
    return pid_file.read_text().splitlines() if pid_file.exists() else []


def end_leftovers(data_dir: Path) -> None:
    """Stop a server that an earlier run left on this folder and remove its stale pid file.

    The pid file is removed only when no process works in the folder: it is what keeps a second
    server away from backends that are still writing.
    """
    leftovers = _servers_in(data_dir) if _pid_file_lines(data_dir) else []
    pid = postmaster_pid(data_dir)
    for process in leftovers:
        if process.pid == pid:
            stop_process(process)
    for process in leftovers:
        _kill(process)
    (data_dir / "postmaster.pid").unlink(missing_ok=True)


def _servers_in(data_dir: Path) -> list[psutil.Process]:
    """The PostgreSQL processes that work in a folder; each has it as its current directory."""
    folder = str(data_dir.resolve())
    return [
        process
        for process in psutil.process_iter(["name", "cwd"])
        if process.info["cwd"] == folder and str(process.info["name"]).startswith("postgres")
    ]


def stop_process(process: psutil.Process) -> None:
    """Stop a postmaster that is not a child of this process: politely, then at once."""
    for number, seconds in STOP_STEPS:
        try:
            process.send_signal(number)
            process.wait(seconds)
            return
        except psutil.NoSuchProcess:
            return
        except psutil.TimeoutExpired:
            continue


def _kill(process: psutil.Process) -> None:
    try:
        process.kill()
        process.wait(10)
    except psutil.NoSuchProcess:
        return
