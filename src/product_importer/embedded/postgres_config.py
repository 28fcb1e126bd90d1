"""The configuration files of the embedded PostgreSQL: private, durable, tuned for bulk loads on one machine."""

import os
import shutil
from pathlib import Path

import psutil

MEGABYTE = 1024 * 1024
OWN_SETTINGS = "local.conf"

# `minimal` lets a COPY into a table made in the same transaction skip the WAL; nothing replicates from here.
FIXED = {
    "listen_addresses": "''",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "wal_buffers": "'64MB'",
    "min_wal_size": "'512MB'",
    "checkpoint_timeout": "'15min'",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_checkpoints": "off",
    "log_line_prefix": "'%m [%p] %u@%d '",
}


def installed_memory() -> int:
    """The bytes of memory this process may use: the machine's, or its container's limit if lower."""
    total = psutil.virtual_memory().total
    limit = Path("/sys/fs/cgroup/memory.max")
    text = limit.read_text().strip() if limit.exists() else "max"
    return min(total, int(text)) if text.isdigit() else total


def scaled_settings(memory: int, free_disk: int) -> dict[str, str]:
    """Settings for a machine with so many bytes of memory and of free disk; it has other work to do too."""
    return {
        "shared_buffers": _megabytes(memory // 8, 128, 8192),
        "effective_cache_size": _megabytes(memory // 2, 256, 1024 * 1024),
        "maintenance_work_mem": _megabytes(memory // 32, 64, 512),
        "work_mem": _megabytes(memory // 256, 8, 64),
        "max_wal_size": _megabytes(free_disk // 8, 1024, 16384),
    }


def _megabytes(size: int, least: int, most: int) -> str:
    return f"'{min(max(size // MEGABYTE, least), most)}MB'"


def _shared_memory_kind() -> str:
    # Containers often have 64 MB in /dev/shm, which one parallel query overflows.
    devices = Path("/dev/shm")  # noqa: S108
    roomy = not devices.exists() or shutil.disk_usage(devices).total >= 1024 * MEGABYTE
    return "posix" if roomy else "mmap"


def server_settings(data_dir: Path, socket_dir: Path) -> dict[str, str]:
    """Every setting of the server, as values of postgresql.conf."""
    free_disk = shutil.disk_usage(data_dir).free
    return {
        **FIXED,
        **scaled_settings(installed_memory(), free_disk),
        "dynamic_shared_memory_type": _shared_memory_kind(),
        "unix_socket_directories": _quoted(_listed(str(socket_dir))),
        "include_if_exists": _quoted(OWN_SETTINGS),
    }


def _listed(value: str) -> str:
    """One element of a list setting, which may hold commas and blanks."""
    return '"' + value.replace('"', '""') + '"'


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def write_config(data_dir: Path, socket_dir: Path, os_user: str, roles: tuple[str, ...]) -> list[Path]:
    """Write the three configuration files and return their paths.

    The account `os_user` may log in as each of the roles, through the socket only.
    """
    settings = server_settings(data_dir, socket_dir)
    conf = "".join(f"{name} = {value}\n" for name, value in settings.items() if name != "include_if_exists")
    # Read last, so that what a person writes there wins.
    conf += f"include_if_exists {settings['include_if_exists']}\n"
    identities = "".join(f'owner "{os_user}" {role}\n' for role in roles)
    return [
        _write(data_dir / "postgresql.conf", conf),
        _write(data_dir / "pg_hba.conf", "local all all peer map=owner\n"),
        _write(data_dir / "pg_ident.conf", identities),
    ]


def _write(path: Path, text: str) -> Path:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return path
