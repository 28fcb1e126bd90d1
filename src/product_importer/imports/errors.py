"""What can be wrong with a file as a whole, each with a code and a sentence that says what to do."""

from collections.abc import Sequence

from product_importer.core.errors import Invalid, ProblemError, TooLarge, UnsupportedFormat

ADVICE = "Save it as CSV (in a spreadsheet: Save as, CSV UTF-8) and upload that file."


def empty_file() -> ProblemError:
    """A file without any content."""
    return Invalid("empty_file", "The file is empty. Choose the file again and check that it has been saved.")


def no_rows() -> ProblemError:
    """A file that ends after its header."""
    return Invalid("no_rows", "The file has a header but no rows. Check that the right sheet has been exported.")


def broken_header(problem: str) -> ProblemError:
    """A header that cannot be read, so that no row can be either."""
    return Invalid("broken_header", f"The header line cannot be read. {problem}")


def too_many_columns(found: int, most: int) -> ProblemError:
    """A header wider than any catalogue's, which a wrong file or export setting gives."""
    detail = f"The header has {found} columns; at most {most} are possible. Check that this is the right file."
    return Invalid("too_many_columns", detail)


def not_a_table(filename: str, kind: str) -> ProblemError:
    """A file that is no table of any kind that is read here."""
    return UnsupportedFormat("unsupported_format", f"`{filename}` is {kind}, not a table. {ADVICE}")


def broken_compression(problem: str) -> ProblemError:
    """A compressed file that cannot be unpacked to its end."""
    detail = f"The compressed file cannot be unpacked: {problem}. Compress it again, or upload it uncompressed."
    return Invalid("broken_compression", detail)


def compression_ratio(ratio: int) -> ProblemError:
    """A compressed file that unpacks to far more than a catalogue does."""
    detail = f"The compressed file unpacks to more than {ratio} times its size. Upload it uncompressed."
    return Invalid("compression_ratio", detail)


def zip_empty() -> ProblemError:
    """An archive without a file."""
    return Invalid("zip_empty", "The ZIP archive holds no file. Pack the file again and upload that archive.")


def zip_several_files(names: Sequence[str]) -> ProblemError:
    """An archive of several files, of which none is meant more than another."""
    shown = ", ".join(f"`{name}`" for name in names[:5]) + (", …" if len(names) > 5 else "")
    detail = f"The ZIP archive holds {len(names)} files: {shown}. Upload each by itself."
    return Invalid("zip_several_files", detail)


def zip_encrypted() -> ProblemError:
    """An archive that only a password opens."""
    return Invalid(
        "zip_encrypted", "The ZIP archive is protected by a password. Unpack it, and upload the file itself."
    )


def packed_twice() -> ProblemError:
    """A compressed file inside a compressed file."""
    detail = "The compressed file holds another compressed file. Unpack it once, and upload what is inside."
    return Invalid("packed_twice", detail)


def unknown_encoding(name: str) -> ProblemError:
    """An encoding that there is not, or that is none of text."""
    detail = f"`{name}` is no encoding of text. Choose one such as `utf-8`, `windows-1252` or `iso-8859-2`."
    return Invalid("encoding_unknown", detail)


def unusable_character(field: str, given: str) -> ProblemError:
    """A delimiter, quote or escape that cannot be one."""
    detail = f"The {field} `{given}` cannot be used. Give one character that is no letter, digit or line break."
    return Invalid(f"{field}_invalid", detail)


def same_character() -> ProblemError:
    """One character with two meanings."""
    return Invalid("delimiter_invalid", "Delimiter, quote and escape must differ. Choose another character for one.")


def no_such_header_line(line: int) -> ProblemError:
    """A header line below all that the file holds."""
    detail = f"The file has no header in line {line}. Choose a line from 1 that has text and rows below."
    return Invalid("header_line_invalid", detail)


def no_such_sheet(sheet: str, sheets: Sequence[str]) -> ProblemError:
    """A sheet that a workbook does not have."""
    there = f"Choose one of {', '.join(f'`{name}`' for name in sheets)}." if sheets else "Only a workbook has sheets."
    return Invalid("sheet_unknown", f"The file has no sheet `{sheet}`. {there}")


def not_for_this_kind(field: str, kind: str) -> ProblemError:
    """A choice that means nothing for this kind of file."""
    return Invalid("override_not_applicable", f"A {kind} file has no `{field}`. Leave it out.")


def broken_workbook() -> ProblemError:
    """A workbook that does not hold what a workbook must."""
    detail = "The workbook is damaged. Open it in a spreadsheet, save it again as .xlsx or CSV UTF-8, and upload that."
    return Invalid("broken_workbook", detail)


def workbook_too_large() -> ProblemError:
    """A workbook with more text than may be held in memory."""
    detail = "The workbook holds more text than can be read from one. Save the sheet as CSV UTF-8 and upload that file."
    return Invalid("workbook_too_large", detail)


def broken_json(line: int, problem: str) -> ProblemError:
    """A list of JSON objects that cannot be read to its end."""
    detail = (
        f"The JSON list cannot be read in line {line}: {problem}. Correct it, or send one object a line (JSON Lines)."
    )
    return Invalid("broken_json", detail)


def broken_parquet() -> ProblemError:
    """A Parquet file that cannot be read."""
    detail = "The Parquet file is damaged, or written in a way that is not read here. Write it again, or as CSV."
    return Invalid("broken_parquet", detail)


def parquet_too_large() -> ProblemError:
    """A Parquet file that cannot be read within the bounds of reading."""
    detail = (
        "Reading the Parquet file takes more memory or time than one file may. "
        "Write it again with pages of the usual size (1 MiB), or as CSV."
    )
    return Invalid("parquet_too_large", detail)


def parquet_ratio(ratio: int) -> ProblemError:
    """A Parquet file with far more text than a catalogue of its size has."""
    detail = f"The Parquet file holds more than {ratio:,} times its size. Write it as CSV and upload that file."
    return Invalid("compression_ratio", detail)


def parquet_rows(rows: int, size: int) -> ProblemError:
    """A Parquet file that says it has more rows than its bytes can tell apart."""
    detail = f"The Parquet file says it has {rows:,} rows in {size:,} bytes. Write it as CSV and upload that file."
    return Invalid("compression_ratio", detail)


def too_large(max_bytes: int) -> TooLarge:
    """A file over the limit."""
    return TooLarge(
        "upload_too_large",
        f"The file is larger than the {max_bytes:,} bytes allowed here. Split it, compress it with gzip, "
        "or have MAX_UPLOAD_BYTES raised.",
    )
