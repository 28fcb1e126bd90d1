"""What kind of text has been uploaded: delimited, or JSON."""

import os
from collections.abc import Iterator

from product_importer.core.errors import ProblemError
from product_importer.imports import errors
from product_importer.imports.aliases import is_known_header
from product_importer.imports.compression import PlainBlocks
from product_importer.imports.decoding import open_text
from product_importer.imports.delimiter import guess_dialect
from product_importer.imports.detected import Detected, refuse_overrides
from product_importer.imports.encoding import EncodingGuess, chosen_encoding, guess_encoding
from product_importer.imports.file_format import Compression, FormatOverrides
from product_importer.imports.file_kind import OpenStream
from product_importer.imports.json_objects import Found
from product_importer.imports.json_table import cell_records, json_objects, keys_of
from product_importer.imports.own_export import is_own_text
from product_importer.imports.sampling import SAMPLE_TEXT_BYTES, Sample, check_width, read_sample, take_sample
from product_importer.imports.signatures import json_kind, looks_binary, markup_kind

JSON_SAMPLE_BYTES = 1 << 22
"""Looked at for the keys that objects have: what comes later with another key is rejected."""


def detect_text(
    open_stream: OpenStream, compression: Compression | None, filename: str, overrides: FormatOverrides
) -> Detected:
    """The format of a file of text; raises ProblemError."""
    encoding, size = _encoding(open_stream, compression, overrides)
    text = _Text(open_stream, compression, encoding, size)
    sample = text.sample(SAMPLE_TEXT_BYTES)
    binary = looks_binary(sample.text) and not is_own_text(sample.text)
    refused = markup_kind(sample.text) or ("a binary file" if binary else None)
    if refused:
        raise errors.not_a_table(filename, refused)
    if overrides.sheet is not None:
        raise errors.no_such_sheet(overrides.sheet, [])
    match json_kind(sample.text):
        case "objects":
            return _detect_json(text, overrides)
        case "other":
            raise errors.not_a_table(filename, "JSON that is no list of objects")
    return _detect_delimited(text, sample, overrides)


class _Text:
    def __init__(
        self, open_stream: OpenStream, compression: Compression | None, encoding: EncodingGuess, size: float
    ) -> None:
        self._open_stream = open_stream
        self.compression = compression
        self.encoding = encoding
        self._size = size

    def sample(self, size: int) -> Sample:
        with self._open_stream() as stream:
            return take_sample(open_text(stream, self.encoding.encoding, self.compression), size)

    def estimate(self, rows: int, sample: Sample) -> int:
        """How many rows the file has if it goes on like the sample with its `rows`."""
        if sample.whole:
            return rows
        sampled = len(sample.text.decode("utf-8", "replace").encode(self.encoding.encoding, "replace"))
        return max(rows, round(rows * self._size / sampled), 1)

    @property
    def written(self) -> dict[str, object]:
        return {
            "compression": self.compression,
            "encoding": self.encoding.encoding,
            "bom": self.encoding.bom,
        }


def _encoding(
    open_stream: OpenStream, compression: Compression | None, overrides: FormatOverrides
) -> tuple[EncodingGuess, float]:
    """The encoding, and the size of the unpacked file in bytes, extrapolated where it is compressed."""
    with open_stream() as stream:
        blocks = PlainBlocks(stream, compression)
        counted = _Counted(blocks)
        if overrides.encoding is not None:
            guess = chosen_encoding(overrides.encoding, next(iter(counted), b""))
        else:
            guess = guess_encoding(counted)
        share = blocks.stored_bytes_read / max(stream.seek(0, os.SEEK_END), 1)
    return guess, counted.size / max(share, 1e-9)


class _Counted:
    """The blocks of a file; `size` counts the bytes that have passed."""

    def __init__(self, blocks: PlainBlocks) -> None:
        self._blocks = blocks
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for block in self._blocks:
            self.size += len(block)
            yield block


def _detect_delimited(text: _Text, sample: Sample, overrides: FormatOverrides) -> Detected:
    guess = guess_dialect(sample.text, is_known_header, overrides, whole=sample.whole)
    table = read_sample(sample, guess)
    dialect = guess.dialect
    return Detected(
        written={
            **text.written,
            "format": "csv",
            "delimiter": dialect.delimiter,
            "quote": dialect.quote,
            "escape": dialect.escape,
            "line_terminator": dialect.line_terminator,
            "header_line": table.header_line,
            "padding": dialect.padding,
        },
        headers=table.header,
        columns=table.columns,
        rows_estimate=text.estimate(table.rows, sample),
        evidence=[text.encoding.evidence, *guess.evidence],
    )


def _detect_json(text: _Text, overrides: FormatOverrides) -> Detected:
    refuse_overrides(overrides, "JSON", "delimiter", "quote", "escape", "header_line")
    sample = text.sample(JSON_SAMPLE_BYTES)
    found = list(_sampled_objects(sample))
    headers = keys_of(found)
    if not headers:
        raise errors.no_rows()
    check_width(len(headers))
    good = [record.cells for record in cell_records(found, headers) if not record.fault]
    return Detected(
        written={**text.written, "format": "jsonl", "header_line": 0},
        headers=headers,
        columns=[list(column) for column in zip(*good, strict=True)] or [[] for _ in headers],
        rows_estimate=text.estimate(len(found), sample),
        evidence=[text.encoding.evidence, f"JSON: {len(headers)} keys in {len(found)} objects."],
    )


def _sampled_objects(sample: Sample) -> Iterator[Found]:
    """The objects of the sample, without the last one where the sample ends within it."""
    end = len(sample.text) if sample.whole else sample.text.rfind(b"\n") + 1 or len(sample.text)
    objects = json_objects([sample.text[:end]])
    try:
        yield from objects
    except ProblemError:
        if sample.whole:
            raise
