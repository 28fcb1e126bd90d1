"""Checks of what the program depends on, each with what to do where it fails; for `doctor` and for the web UI."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from product_importer.core.connections import NotUsable, check_replica, without_password
from product_importer.core.database import build_engine, new_id
from product_importer.core.errors import ProblemError
from product_importer.core.known_key import UNKNOWN, state
from product_importer.core.migrate import current_revision, newest_revision
from product_importer.core.settings import Settings
from product_importer.core.storage import LocalStorage, get_storage

GIB = 1024**3
LEAST_FREE_DISK = 2 * GIB

State = Literal["ok", "warning", "failed", "unknown"]


@dataclass(frozen=True)
class Finding:
    """The outcome of one check."""

    subject: str
    state: State
    text: str


def check_migrations(url: str) -> Finding:
    """Whether the schema is the one that this program needs."""
    engine = build_engine(url, poolclass=NullPool)
    current, newest = current_revision(engine), newest_revision()
    if current == newest:
        return Finding("Migrations", "ok", f"up to date ({current})")
    return Finding("Migrations", "failed", f"at {current or 'none'}, not {newest}. Run `product-importer migrate`.")


def check_key(url: str, settings: Settings) -> Iterator[Finding]:
    """Whether SECRET_KEY, where it is set, is the one that the database knows."""
    if settings.secret_key is None:
        return
    with Session(build_engine(url, poolclass=NullPool)) as session:
        found = state(session, settings)
    if found == "unknown":
        yield Finding("Key", "failed", UNKNOWN)
    elif found == "replacing":
        text = "SECRET_KEY replaces the former one. Once every process has both, run `product-importer reseal`."
        yield Finding("Key", "warning", text)


def check_read_replica(settings: Settings) -> Iterator[Finding]:
    """How the read replica is, where there is one; without it nothing is missing but speed."""
    if settings.database_read_url is None:
        return
    try:
        yield Finding("Read replica", "ok", check_replica(settings))
    except NotUsable as failed:
        yield Finding("Read replica", "warning", str(failed))


def check_storage(settings: Settings) -> Finding:
    """Whether a file can be kept and removed."""
    location = without_password(settings.storage_location)
    try:
        _write_and_remove()
    except ProblemError as failed:
        return Finding("Storage", "failed", str(failed))
    except OSError as failed:
        return Finding("Storage", "failed", f"{location} cannot be written: {failed.strerror}. Set STORAGE_URL.")
    return Finding("Storage", "ok", f"{location} can be written")


def check_free_disk(folder: Path) -> Finding:
    """Whether there is room on the disk of this folder."""
    free = LocalStorage(folder).free_bytes()
    text = f"{free / GIB:.1f} GB free in {folder}"
    if free >= LEAST_FREE_DISK:
        return Finding("Disk", "ok", text)
    return Finding("Disk", "warning", f"{text}. Make room: an import needs some for its file and for its rows.")


def _write_and_remove() -> None:
    storage = get_storage()
    # A name of its own, because several processes may check at the same time.
    key = f"checks/{new_id()}"
    writer = storage.create(key)
    writer.write(b"check")
    writer.commit()
    storage.delete(key)
