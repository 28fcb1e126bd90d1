"""A file that has arrived."""

from dataclasses import dataclass
from uuid import UUID

FILENAME_MAX = 255


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is wholly in storage; `id` is that of its upload."""

    id: UUID
    filename: str
    storage_key: str
    size_bytes: int
    sha256: str


def storage_key(upload_id: UUID) -> str:
    """Where the bytes of an upload are kept."""
    return f"uploads/{upload_id}"


def clean_filename(filename: str) -> str:
    """The last part of a path, without control characters; only ever shown, never used as a path."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(character for character in name if character.isprintable())[:FILENAME_MAX] or "upload"
