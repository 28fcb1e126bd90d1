"""The guess in which encoding a file is written."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from product_importer.imports import errors
from product_importer.imports.alphabets import likely_encoding

SAMPLE_BYTES = 1 << 26
"""How much of a file is looked at, unless plenty of characters have settled it: the first umlaut may come late."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 (little-endian)"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 (big-endian)"),
)
_KNOWN_AS = {"utf-8-sig": "utf-8"} | {f"cp{page}": f"windows-{page}" for page in range(1250, 1259)}
_NUL_SAMPLE = 4096
_ENOUGH = 10_000
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_VALID = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
_HIGH = re.compile(rb"[\x80-\xff]")

_WORD = re.compile(rb"[^\s,;|\"\x00]{0,30}[\x80-\xff][^\s,;|\"\x00]{0,30}")
_MOST_WORDS = 2000
_NO_TEXT = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"}

# Bytes that Western European text in Windows-1252 really uses: small letters with accents, capital ones at the
# beginning of a word or among capitals, and typographic marks. Damage to a UTF-8 file rarely looks like that.
_WESTERN = re.compile(
    rb"[\xdf-\xef\xf1-\xf6\xf8-\xfc\x9a\x9c\x9e]"
    rb"|(?<![a-z])[\xc0-\xcf\xd1-\xd6\xd8-\xdd\x8a\x8c\x8e](?=[A-Za-z\xc0-\xfc])"
    rb"|(?<=[ 0-9A-Za-z,;\t\"])[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb2-\xb5\xb9\xba-\xbe\xd7\xd8]"
    rb"|[\xa1\xab\xbf\x84\x93](?=[A-Za-z])"
)
_FEW_BYTES = 3


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding by its Python name, whether a byte order mark said so, and the sentence that gives the reason."""

    encoding: str
    bom: bool
    evidence: str


def guess_encoding(blocks: Iterable[bytes]) -> EncodingGuess:
    """The encoding of unpacked bytes, judged by their first 64 MiB."""
    stream = iter(blocks)
    head = next(stream, b"")
    return _by_mark(head) or _by_nul_pattern(head) or _by_sequences(head, stream)


def chosen_encoding(name: str, head: bytes) -> EncodingGuess:
    """The encoding a person names, and whether `head` begins with its byte order mark; raises ProblemError."""
    encoding = _python_name(name, head)
    mark = next((mark for mark, marked, _ in _MARKS if marked == encoding and head.startswith(mark)), None)
    return EncodingGuess(encoding, bom=mark is not None, evidence=f"{encoding}: as you chose.")


def _python_name(name: str, head: bytes) -> str:
    try:
        found = codecs.lookup(name.strip())
        "".encode(found.name)
    except (LookupError, UnicodeError, ValueError):
        raise errors.unknown_encoding(name) from None
    if found.name in _NO_TEXT or name.strip().lower() in _NO_TEXT:
        raise errors.unknown_encoding(name)
    if found.name == "utf-16":
        return "utf-16-be" if head.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"
    return _KNOWN_AS.get(found.name, found.name)


def _by_mark(head: bytes) -> EncodingGuess | None:
    for mark, encoding, name in _MARKS:
        if head.startswith(mark):
            return EncodingGuess(encoding, bom=True, evidence=f"{name}: the file begins with its byte order mark.")
    return None


def _by_nul_pattern(head: bytes) -> EncodingGuess | None:
    sample = np.frombuffer(head[:_NUL_SAMPLE], dtype=np.uint8)
    if len(sample) < 2:
        return None
    even, odd = np.mean(sample[0::2] == 0), np.mean(sample[1::2] == 0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > 0.3 and low < 0.05:
            evidence = f"{encoding.upper()}: every other byte is zero, as in Western text."
            return EncodingGuess(encoding, bom=False, evidence=evidence)
    return None


def _by_sequences(head: bytes, rest: Iterator[bytes]) -> EncodingGuess:
    counts = _Sequences()
    for block in chain([head], rest):
        counts.add(block)
        if counts.seen >= SAMPLE_BYTES or counts.valid + counts.invalid >= _ENOUGH:
            break
    return counts.guess()


class _Sequences:
    """How many characters beyond ASCII are good UTF-8, how many bytes are none, and how many of these look Western."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.seen = self.valid = self.invalid = self.western = 0
        self._words: set[bytes] = set()

    def add(self, block: bytes) -> None:
        self.seen += len(block)
        text = self._decoder.decode(block)
        if text.isascii():
            return
        beyond = len(_BEYOND_ASCII.findall(text))
        damaged = _VALID.sub("?", text).encode("ascii", "surrogateescape")
        invalid = 0 if damaged.isascii() else len(_HIGH.findall(damaged))
        self.valid += beyond - invalid
        self.invalid += invalid
        if invalid:
            self.western += len(_WESTERN.findall(damaged))
            self._words.update(islice(_words(block), _MOST_WORDS - len(self._words)))

    def guess(self) -> EncodingGuess:
        if encoding := self._single_byte_encoding():
            name = encoding.replace("windows", "Windows").replace("iso", "ISO").replace("koi8-r", "KOI8-R")
            evidence = f"{name}: {self.invalid} bytes are no UTF-8, and are letters or signs of one language there."
            return EncodingGuess(encoding, bom=False, evidence=evidence)
        if self.invalid:
            evidence = f"UTF-8: {self.valid} characters beyond ASCII fit, {self.invalid} bytes are damaged."
        elif self.valid:
            evidence = f"UTF-8: all of the {self.valid} characters beyond ASCII that were looked at fit."
        else:
            evidence = "UTF-8: nothing but ASCII characters."
        return EncodingGuess("utf-8", bom=False, evidence=evidence)

    def _single_byte_encoding(self) -> str | None:
        western = self.western > self.valid + self.invalid - self.western
        # One or two strange bytes say too little to tell a language by: they are Western, or damage.
        if self.invalid < _FEW_BYTES or self.invalid <= self.valid:
            return "windows-1252" if western else None
        return likely_encoding(self._words) or ("windows-1252" if western else None)


def _words(block: bytes) -> Iterator[bytes]:
    return (match.group() for match in _WORD.finditer(block))
