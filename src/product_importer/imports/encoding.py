"""The guess in which encoding a file is written."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

SAMPLE_BYTES = 1 << 26
"""How much of a file is looked at, unless plenty of characters have settled it: the first umlaut may come late."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 (little-endian)"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 (big-endian)"),
)
_NUL_SAMPLE = 4096
_ENOUGH = 10_000
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_VALID = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
_HIGH = re.compile(rb"[\x80-\xff]")

# Bytes that Western European text in Windows-1252 really uses: small letters with accents, capital ones at the
# beginning of a word or among capitals, and typographic marks. Damage to a UTF-8 file rarely looks like that.
_WESTERN = re.compile(
    rb"[\xdf-\xef\xf1-\xf6\xf8-\xfc\x9a\x9c\x9e]"
    rb"|(?<![a-z])[\xc0-\xcf\xd1-\xd6\xd8-\xdd\x8a\x8c\x8e](?=[A-Za-z\xc0-\xfc])"
    rb"|(?<=[ 0-9A-Za-z,;\t\"])[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb2-\xb5\xb9\xba-\xbe\xd7\xd8]"
    rb"|[\xa1\xab\xbf\x84\x93](?=[A-Za-z])"
)


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
        self.western += len(_WESTERN.findall(damaged)) if invalid else 0

    def guess(self) -> EncodingGuess:
        if self.western > self.valid + self.invalid - self.western:
            evidence = f"Windows-1252: {self.western} bytes are letters or signs there and no UTF-8."
            return EncodingGuess("windows-1252", bom=False, evidence=evidence)
        if self.invalid:
            evidence = f"UTF-8: {self.valid} characters beyond ASCII fit, {self.invalid} bytes are damaged."
        elif self.valid:
            evidence = f"UTF-8: all of the {self.valid} characters beyond ASCII that were looked at fit."
        else:
            evidence = "UTF-8: nothing but ASCII characters."
        return EncodingGuess("utf-8", bom=False, evidence=evidence)
