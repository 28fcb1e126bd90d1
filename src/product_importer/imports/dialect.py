"""How a delimited file is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""How records and cells are divided; `line_terminator` is `\n`, `\r\n` or `\r`, `header_line` counts from 1.

    `quote` and `escape` are one ASCII character each; with an `escape`, a quote inside a quoted cell may be written
    behind it as well as twice. `padding` is how many blank cells a record may have behind those of the columns.
    """

    delimiter: str
    line_terminator: str = "\n"
    quote: str = '"'
    header_line: int = 1
    escape: str | None = None
    padding: int = 0

    @property
    def newline(self) -> bytes:
        r"""The byte that ends a physical line: a file of `\r\n` may hold single `\n` too."""
        return b"\r" if self.line_terminator == "\r" else b"\n"
