"""Files that arrive in pieces. How far each has come stands in the database, so any API process can go on with it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from product_importer.core.database import new_id
from product_importer.core.errors import Conflict, Gone, NotFound, TooLarge
from product_importer.core.storage import Storage
from product_importer.imports import errors, uploads
from product_importer.imports.detection import detect
from product_importer.imports.models import ResumableUpload
from product_importer.imports.stored_file import StoredFile, clean_filename, storage_key

# Counted from the last piece: a laptop closed on a Friday goes on on Monday.
LIFETIME = timedelta(days=7)
_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to write to one upload, until somebody else takes it; `room` is how many bytes are still to come."""

    upload_id: UUID
    writer: int
    offset: int
    room: int


def create(session: Session, filename: str, metadata: str, size: int, max_bytes: int, actor: str) -> ResumableUpload:
    """Announce a file of `size` bytes; raises TooLarge, or Invalid for an empty one."""
    if size > max_bytes:
        raise errors.too_large(max_bytes)
    if size == 0:
        raise errors.empty_file()
    upload_id = new_id()
    found = ResumableUpload(
        id=upload_id,
        filename=clean_filename(filename),
        metadata_text=metadata,
        storage_key=storage_key(upload_id),
        size_bytes=size,
        created_by=actor,
        expires_at=_expiry(session),
    )
    session.add(found)
    session.flush()
    session.refresh(found)
    return found


def get(session: Session, upload_id: UUID, *, lock: bool = False) -> ResumableUpload:
    """One resumable upload, its row locked until commit when asked; raises NotFound, or Gone once it has expired."""
    found = session.get(ResumableUpload, upload_id, with_for_update=lock)
    if found is None:
        raise NotFound("upload_not_found", f"There is no resumable upload {upload_id}. Begin a new one.")
    if found.expires_at < _now(session):
        raise Gone("upload_expired", "This upload was left alone for too long. Begin a new one.")
    return found


def take_turn(session: Session, upload_id: UUID, offset: int) -> Turn:
    """Begin to write at `offset`; whoever was writing may not go on. Raises Conflict when that is not the offset."""
    found = get(session, upload_id, lock=True)
    if found.offset_bytes != offset:
        raise Conflict(
            "upload_offset_mismatch",
            f"{found.offset_bytes:,} bytes have arrived. Go on from there.",
            headers={"Upload-Offset": str(found.offset_bytes)},
        )
    found.writer += 1
    return Turn(upload_id, found.writer, offset, found.size_bytes - offset)


def store(session: Session, storage: Storage, turn: Turn, data: bytes) -> int:
    """Keep the next bytes; with the last of them the file becomes an upload. Returns how many are there now.

    The row is locked meanwhile, so nobody else can write. The last piece counts only together with its upload: when
    that cannot be registered, the offset stays before it and it may be sent again. Raises Conflict when the turn is
    over, StorageFull, ObjectLost, and what detection raises for a file that is no table.
    """
    found = _own(session, turn)
    if found.offset_bytes + len(data) > found.size_bytes:
        raise longer_than_announced(found.size_bytes)
    storage.extend(found.storage_key, found.offset_bytes, data)
    found.offset_bytes += len(data)
    found.expires_at = _expiry(session)
    if found.offset_bytes == found.size_bytes:
        _register(session, storage, found)
    return found.offset_bytes


def go_back(session: Session, turn: Turn) -> None:
    """Forget what came in this turn, unless somebody else goes on by now."""
    mine = update(ResumableUpload).where(ResumableUpload.id == turn.upload_id, ResumableUpload.writer == turn.writer)
    session.execute(mine.values(offset_bytes=turn.offset))


def longer_than_announced(size: int) -> TooLarge:
    """More bytes than were said to come."""
    return TooLarge("upload_longer_than_announced", f"This upload was announced with {size:,} bytes. Begin a new one.")


def remove(session: Session, storage: Storage, upload_id: UUID) -> None:
    """Forget a resumable upload; what has become an upload stays one."""
    found = session.get(ResumableUpload, upload_id, with_for_update=True)
    if found is not None:
        _remove(session, storage, found)


def remove_expired(session: Session, storage: Storage, now: datetime) -> int:
    """Forget those that were left alone for too long; returns how many."""
    statement = select(ResumableUpload).where(ResumableUpload.expires_at < now).with_for_update(skip_locked=True)
    expired = session.scalars(statement).all()
    for found in expired:
        _remove(session, storage, found)
    return len(expired)


def _own(session: Session, turn: Turn) -> ResumableUpload:
    statement = select(ResumableUpload).where(ResumableUpload.id == turn.upload_id).with_for_update()
    found = session.scalars(statement.where(ResumableUpload.writer == turn.writer)).one_or_none()
    if found is None:
        raise Conflict("upload_taken_over", "This upload goes on in another connection, or was removed.")
    return found


def _register(session: Session, storage: Storage, found: ResumableUpload) -> None:
    stored = StoredFile(
        found.id, found.filename, found.storage_key, found.size_bytes, _sha256(storage, found.storage_key)
    )
    shape = detect(lambda: storage.open(stored.storage_key), stored.filename)
    uploads.add(session, stored, shape, found.created_by)


def _sha256(storage: Storage, key: str) -> str:
    # A digest cannot be handed from process to process, so the pieces are read once more.
    digest = hashlib.sha256()
    with storage.open(key) as stream:
        while data := stream.read(_HASHED_AT_ONCE):
            digest.update(data)
    return digest.hexdigest()


def _remove(session: Session, storage: Storage, found: ResumableUpload) -> None:
    if found.offset_bytes < found.size_bytes:
        storage.delete(found.storage_key)
    session.delete(found)


def _now(session: Session) -> datetime:
    now: datetime = session.scalars(select(func.clock_timestamp())).one()
    return now


def _expiry(session: Session) -> datetime:
    return _now(session) + LIFETIME
