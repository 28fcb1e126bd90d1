"""What can be wrong with a file as a whole, each with a code and a sentence that says what to do."""

from product_importer.core.errors import Invalid, ProblemError, UnsupportedFormat

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
    """A file that is something else than delimited text."""
    return UnsupportedFormat("unsupported_format", f"`{filename}` is {kind}, not a table of text. {ADVICE}")


def broken_compression(problem: str) -> ProblemError:
    """A compressed file that cannot be unpacked to its end."""
    detail = f"The compressed file cannot be unpacked: {problem}. Compress it again, or upload it uncompressed."
    return Invalid("broken_compression", detail)


def compression_ratio(ratio: int) -> ProblemError:
    """A compressed file that unpacks to far more than a catalogue does."""
    detail = f"The compressed file unpacks to more than {ratio} times its size. Upload it uncompressed."
    return Invalid("compression_ratio", detail)
