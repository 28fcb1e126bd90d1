"""The words of tus 1.0: its headers, as values. See the protocol at tus.io."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from product_importer.core.errors import PreconditionFailed, ProblemError, UnsupportedFormat

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum"
CHECKSUMS = ("sha1", "sha256")
PIECE_TYPE = "application/offset+octet-stream"
RESUMABLE = {"Tus-Resumable": VERSION}
# What a page of a trusted origin may read of an answer.
EXPOSED_HEADERS = (
    "Location",
    "Tus-Extension",
    "Tus-Max-Size",
    "Tus-Resumable",
    "Tus-Version",
    "Upload-Expires",
    "Upload-Length",
    "Upload-Metadata",
    "Upload-Offset",
)


class ChecksumMismatch(ProblemError):
    """The status is the protocol's own."""

    status = 460
    title = "Checksum mismatch"


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one request should amount to."""

    algorithm: str
    digest: bytes

    def check(self, found: bytes) -> None:
        """Raise ChecksumMismatch when the bytes that came amount to something else."""
        if found != self.digest:
            raise ChecksumMismatch("checksum_mismatch", "The bytes were damaged on their way. Send them again.")


def check_version(headers: Mapping[str, str]) -> None:
    """Raise PreconditionFailed for a client that speaks another version."""
    if headers.get("tus-resumable") != VERSION:
        detail = f"Send `Tus-Resumable: {VERSION}`; this server speaks that version alone."
        raise PreconditionFailed("tus_version", detail, headers={"Tus-Version": VERSION})


def check_piece_type(headers: Mapping[str, str]) -> None:
    """Raise UnsupportedFormat for a body that is not the bytes of a file."""
    if not is_piece(headers):
        raise UnsupportedFormat("not_a_piece", f"Send the bytes of the file as `Content-Type: {PIECE_TYPE}`.")


def is_piece(headers: Mapping[str, str]) -> bool:
    """Whether the body is bytes of a file."""
    return headers.get("content-type", "").split(";")[0].strip().lower() == PIECE_TYPE


def whole_number(headers: Mapping[str, str], name: str) -> int:
    """A header that counts bytes; raises ProblemError when it is missing or no number."""
    value = headers.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) <= 18):
        code = f"{name.replace('-', '_')}_required"
        raise ProblemError(code, f"Send `{name.title()}` as a whole number of bytes; a length must be known at once.")
    return int(value)


def filename(headers: Mapping[str, str]) -> str:
    """The name in `Upload-Metadata`, empty without one; raises ProblemError for metadata that cannot be read."""
    values = dict(_pair(pair) for pair in headers.get("upload-metadata", "").split(",") if pair.strip())
    return values.get("filename") or values.get("name") or ""


def _pair(pair: str) -> tuple[str, str]:
    key, _, value = pair.strip().partition(" ")
    try:
        return key, base64.b64decode(value, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        detail = "Send `Upload-Metadata` as `filename`, a space, and the name in Base64."
        raise ProblemError("upload_metadata_invalid", detail) from None


def checksum(headers: Mapping[str, str]) -> Checksum | None:
    """The announced checksum; raises ProblemError for an algorithm this server does not know."""
    value = headers.get("upload-checksum")
    if value is None:
        return None
    algorithm, _, digest = value.strip().partition(" ")
    try:
        decoded = base64.b64decode(digest, validate=True)
    except (binascii.Error, ValueError):
        decoded = b""
    if algorithm not in CHECKSUMS or not decoded:
        detail = f"Send `Upload-Checksum` as one of {', '.join(CHECKSUMS)}, a space, and the digest in Base64."
        raise ProblemError("upload_checksum_invalid", detail)
    return Checksum(algorithm, decoded)


def hasher(wanted: Checksum | None) -> "hashlib._Hash":
    """What sums up the bytes of a request."""
    return hashlib.new(wanted.algorithm if wanted else "sha256", usedforsecurity=False)


def date(moment: datetime) -> str:
    """A time as HTTP writes it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)
