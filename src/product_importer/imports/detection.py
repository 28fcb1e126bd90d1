"""What kind of file has been uploaded, with the evidence for each guess."""

import os
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO

from product_importer.imports import errors
from product_importer.imports.aliases import is_known_header
from product_importer.imports.column_values import describe
from product_importer.imports.compression import PlainBlocks
from product_importer.imports.decoding import open_text
from product_importer.imports.delimiter import Guess, guess_dialect
from product_importer.imports.encoding import EncodingGuess, guess_encoding
from product_importer.imports.file_format import Column, Compression, Format, FormatOverrides
from product_importer.imports.sampling import Sample, SampledTable, read_sample, take_sample, unique_keys
from product_importer.imports.signatures import foreign_kind, looks_binary, markup_kind

__all__ = ["Column", "Format", "FormatOverrides", "detect"]

_HEAD_BYTES = 512
_GZIP = b"\x1f\x8b"
_SAMPLE_ROWS = 20
_SAMPLE_VALUES = 3
_SHOWN_CHARACTERS = 200

OpenStream = Callable[[], BinaryIO]


def detect(open_stream: OpenStream, filename: str, overrides: FormatOverrides | None = None) -> Format:
    """The format of a stored file, which `open_stream` opens anew at its beginning each time it is called.

    Raises ProblemError: `empty_file`, `no_rows`, `broken_header`, `too_many_columns`, `unsupported_format`,
    `broken_compression`, `compression_ratio`.
    """
    overrides = overrides or FormatOverrides()
    compression = _compression(open_stream, filename)
    encoding, size = _encoding(open_stream, compression, filename)
    sample = _sample(open_stream, encoding.encoding, compression, filename)
    guess = guess_dialect(sample.text, is_known_header, overrides, whole=sample.whole)
    table = read_sample(sample, guess)
    if table.rows == 0 and sample.whole:
        raise errors.no_rows()
    return _format(compression, encoding, guess, table, _estimate(table, sample, encoding, size))


def _compression(open_stream: OpenStream, filename: str) -> Compression | None:
    with open_stream() as stream:
        head = stream.read(_HEAD_BYTES)
    if not head:
        raise errors.empty_file()
    _refuse(foreign_kind(head), filename)
    return "gzip" if head.startswith(_GZIP) else None


def _encoding(open_stream: OpenStream, compression: Compression | None, filename: str) -> tuple[EncodingGuess, float]:
    """The encoding, and the size of the unpacked file in bytes, extrapolated where it is compressed."""
    with open_stream() as stream:
        blocks = PlainBlocks(stream, compression)
        counted = _Counted(blocks, filename)
        guess = guess_encoding(counted)
        share = blocks.stored_bytes_read / max(stream.seek(0, os.SEEK_END), 1)
    return guess, counted.size / max(share, 1e-9)


class _Counted:
    """The blocks of a file whose first one is no foreign kind; `size` counts the bytes that have passed."""

    def __init__(self, blocks: PlainBlocks, filename: str) -> None:
        self._blocks = blocks
        self._filename = filename
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for block in self._blocks:
            if not self.size:
                _refuse(foreign_kind(block[:_HEAD_BYTES]), self._filename)
            self.size += len(block)
            yield block


def _sample(open_stream: OpenStream, encoding: str, compression: Compression | None, filename: str) -> Sample:
    with open_stream() as stream:
        sample = take_sample(open_text(stream, encoding, compression))
    _refuse(markup_kind(sample.text), filename)
    _refuse("a binary file" if looks_binary(sample.text) else None, filename)
    return sample


def _refuse(kind: str | None, filename: str) -> None:
    if kind:
        raise errors.not_a_table(filename, kind)


def _estimate(table: SampledTable, sample: Sample, encoding: EncodingGuess, size: float) -> int:
    if sample.whole:
        return table.rows
    sampled = len(sample.text.decode("utf-8", "replace").encode(encoding.encoding, "replace"))
    return max(table.rows, round(table.rows * size / sampled))


def _format(
    compression: Compression | None, encoding: EncodingGuess, guess: Guess, table: SampledTable, rows: int
) -> Format:
    keys = unique_keys(table.header)
    return Format(
        compression=compression,
        encoding=encoding.encoding,
        bom=encoding.bom,
        delimiter=guess.dialect.delimiter,
        quote=guess.dialect.quote,
        line_terminator=guess.dialect.line_terminator,
        header_line=table.header_line,
        escape=guess.dialect.escape,
        padding=guess.dialect.padding,
        evidence=[encoding.evidence, *guess.evidence],
        columns=[_column(*parts) for parts in zip(keys, table.header, table.columns, strict=True)],
        sample_rows=[[_shown(cell) for cell in row] for row in islice(zip(*table.columns, strict=True), _SAMPLE_ROWS)],
        rows_estimate=rows,
    )


def _column(key: str, header: str, cells: list[str]) -> Column:
    values = list(islice((_shown(cell) for cell in cells if cell.strip()), _SAMPLE_VALUES))
    return Column(key=key, header=header.strip(), sample=values, empty=not values, values=describe(cells))


def _shown(cell: str) -> str:
    return cell if len(cell) <= _SHOWN_CHARACTERS else cell[: _SHOWN_CHARACTERS - 1] + "…"
