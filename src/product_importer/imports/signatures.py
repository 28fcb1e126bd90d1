"""Files that are no table, known by how they begin."""

import re
from itertools import islice
from typing import Literal

from product_importer.imports.json_objects import is_array, objects_of_lines

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an Excel workbook of the old kind (.xls)"),
    (b"BZh", "a file compressed with bzip2"),
    (b"\xfd7zXZ\x00", "a file compressed with xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xff\xfe\x00\x00", "text in UTF-32"),
    (b"\x00\x00\xfe\xff", "text in UTF-32"),
)
_TAR = (257, b"ustar")

_MARKUP = ((re.compile(rb"\s*<(!doctype|html|\?xml|svg|table)\b", re.IGNORECASE), "a page of HTML or XML"),)
_JSON = re.compile(rb'\s*(\{\s*("[^"]*"\s*:|\})|\[\s*[\[{"\]])')
_JSON_LINES = 100

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1b]")
_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8


def foreign_kind(head: bytes) -> str | None:
    """What a file is that begins with `head` (512 bytes are enough) and is no text; None for what may be text."""
    position, magic = _TAR
    if head.startswith(magic, position):
        return "a tar archive"
    return next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)


def markup_kind(text: bytes) -> str | None:
    """What UTF-8 text is that is no delimited table, or None."""
    return next((kind for pattern, kind in _MARKUP if pattern.match(text)), None)


def json_kind(text: bytes) -> Literal["objects", "other"] | None:
    """Whether UTF-8 text is a list of JSON objects, one a line or in one array, or other JSON; None for no JSON."""
    if not _JSON.match(text):
        return None
    if is_array(text):
        return "objects"
    lines = list(islice(objects_of_lines([text]), _JSON_LINES))
    objects = sum(line.value is not None for line in lines)
    return "objects" if objects * 2 >= len(lines) else "other"


def looks_binary(text: bytes) -> bool:
    """Whether there are more control characters than damage to a text explains: many, and in the first line too."""
    controls = len(_CONTROLS.findall(text))
    many = controls > _FEW_CONTROLS and controls > len(text) * _CONTROL_SHARE
    return many and _CONTROLS.search(text.split(b"\n", 1)[0]) is not None
