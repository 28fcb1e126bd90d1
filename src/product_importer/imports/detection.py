"""What kind of file has been uploaded, with the evidence for each guess."""

from itertools import islice

from product_importer.imports import errors
from product_importer.imports.column_values import describe
from product_importer.imports.detected import Detected
from product_importer.imports.file_format import Column, Format, FormatOverrides
from product_importer.imports.file_kind import OpenStream, kind_of
from product_importer.imports.number_format import NumberGuess, guess_number_format
from product_importer.imports.sampling import unique_keys
from product_importer.imports.table_detection import detect_parquet, detect_workbook
from product_importer.imports.text_detection import detect_text

__all__ = ["Column", "Format", "FormatOverrides", "detect"]

_SAMPLE_ROWS = 20
_SAMPLE_VALUES = 3
_SHOWN_CHARACTERS = 200


def detect(open_stream: OpenStream, filename: str, overrides: FormatOverrides | None = None) -> Format:
    """The format of a stored file, which `open_stream` opens anew at its beginning each time it is called.

    Raises ProblemError for a file that is no table or cannot be read (UnsupportedFormat, Invalid), and for overrides
    that cannot be (Invalid).
    """
    overrides = overrides or FormatOverrides()
    kind = kind_of(open_stream, filename)
    match kind.content:
        case "xlsx":
            found = detect_workbook(open_stream, kind.compression, overrides)
        case "parquet":
            found = detect_parquet(open_stream, kind.compression, overrides)
        case _:
            found = detect_text(open_stream, kind.compression, filename, overrides)
    if found.rows_estimate == 0:
        raise errors.no_rows()
    return _format(found, overrides)


def _format(found: Detected, overrides: FormatOverrides) -> Format:
    headers = [header.replace("\0", "�") for header in found.headers]
    keys = unique_keys(headers)
    numbers = _numbers(found, overrides)
    return Format(
        **found.written,
        number_format=numbers.number_format,
        number_format_ambiguous=numbers.ambiguous,
        evidence=[*found.evidence, numbers.evidence],
        columns=[_column(*parts) for parts in zip(keys, headers, found.columns, strict=True)],
        sample_rows=[[_shown(cell) for cell in row] for row in islice(zip(*found.columns, strict=True), _SAMPLE_ROWS)],
        rows_estimate=found.rows_estimate,
    )


def _numbers(found: Detected, overrides: FormatOverrides) -> NumberGuess:
    if overrides.number_format:
        return NumberGuess(overrides.number_format, f"Decimal {overrides.number_format}, because you chose it.")
    return guess_number_format(found.headers, found.columns)


def _column(key: str, header: str, cells: list[str]) -> Column:
    values = list(islice((_shown(cell) for cell in cells if cell.strip()), _SAMPLE_VALUES))
    return Column(key=key, header=header.strip(), sample=values, empty=not values, values=describe(cells))


def _shown(cell: str) -> str:
    short = cell if len(cell) <= _SHOWN_CHARACTERS else cell[: _SHOWN_CHARACTERS - 1] + "…"
    return short.replace("\0", "�")
