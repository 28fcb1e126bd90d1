"""The first stretch of a file, read for what a person wants to see of it before it is imported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from product_importer.imports import errors
from product_importer.imports.csv_reader import read_records
from product_importer.imports.delimiter import Guess

SAMPLE_TEXT_BYTES = 1 << 20
MAX_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of a text, or the whole of it."""

    text: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class SampledTable:
    """The header's cells, its physical line from 1, the good records' cells by column, and how many rows there are."""

    header: list[str]
    header_line: int
    columns: list[list[str]]
    rows: int


def take_sample(blocks: Iterable[bytes], size: int) -> Sample:
    """The first `size` bytes of a text, or the whole of it."""
    text = bytearray()
    for block in blocks:
        text += block
        if len(text) > size:
            return Sample(bytes(memoryview(text)[:size]), whole=False)
    return Sample(bytes(text), whole=True)


def read_sample(sample: Sample, guess: Guess) -> SampledTable:
    """What the sample holds; raises ProblemError for one without a usable header."""
    header = guess.header
    if header is None:
        raise errors.empty_file() if sample.whole else errors.broken_header("It is not within the first MiB.")
    if header.step.fault:
        raise errors.broken_header(header.step.fault.message)
    check_width(guess.columns)
    blocks = list(read_records([sample.text], guess.dialect, guess.columns))
    # What the end of the sample cuts off comes as a last block of its own and is not judged.
    judged = blocks if sample.whole else blocks[:1]
    parts = [[column.to_pylist() for column in block.records.columns] for block in judged]
    return SampledTable(
        header=[cell.decode("utf-8", "replace") for cell in header.step.fields[: guess.columns]],
        header_line=header.line,
        columns=[list(chain(*cells)) for cells in zip(*parts, strict=True)] or [[] for _ in range(guess.columns)],
        rows=sum(len(block.records) + len(block.rejects) for block in judged),
    )


def check_width(columns: int) -> None:
    """Raise ProblemError for more columns than any catalogue has."""
    if columns > MAX_COLUMNS:
        raise errors.too_many_columns(columns, MAX_COLUMNS)


def unique_keys(headers: Sequence[str]) -> list[str]:
    """A name for each column: its trimmed header, `Tags (2)` for a repeated one, `Column 7` for a blank one."""
    keys: list[str] = []
    taken = {header.strip() for header in headers}
    for number, header in enumerate(headers, start=1):
        wanted = header.strip() or f"Column {number}"
        keys.append(wanted if wanted not in keys and (header.strip() or wanted not in taken) else _next(wanted, taken))
        taken.add(keys[-1])
    return keys


def _next(wanted: str, taken: set[str]) -> str:
    number = 2
    while f"{wanted} ({number})" in taken:
        number += 1
    return f"{wanted} ({number})"
