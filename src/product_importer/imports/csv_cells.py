"""The characters that divide and enclose cells of delimited text, and what is written between them."""

import re

from product_importer.imports.dialect import Dialect


class CellMarks:
    """What divides and encloses cells, and how what is written in them is read."""

    def __init__(self, dialect: Dialect) -> None:
        self.delimiter, self.quote = dialect.delimiter.encode(), dialect.quote.encode()
        self.newline = dialect.newline
        self.escape = dialect.escape.encode() if dialect.escape else None
        special = b"|".join(map(re.escape, (self.escape or b"", self.quote, self.delimiter)))
        self._escaped = re.compile(re.escape(self.escape or b"") + b"(" + special + b")")
        self._escaped_or_doubled = re.compile(self._escaped.pattern + b"|(" + re.escape(self.quote) + b"){2}")
        self._quote_or_escape = re.compile(b"[" + re.escape(self.quote + (self.escape or b"")) + b"]")

    def bare(self, written: bytes) -> bytes:
        """The text of a cell without quotes."""
        if self.escape is None or self.escape not in written:
            return written
        return self._escaped.sub(rb"\1", written)

    def quoted(self, written: bytes) -> bytes:
        """The text of a cell from what stands between its quotes."""
        if self.escape is None or self.escape not in written:
            return written.replace(self.quote * 2, self.quote)
        return self._escaped_or_doubled.sub(lambda found: found[1] or self.quote, written)

    def closing(self, text: bytes, position: int) -> int:
        """Where the quoted cell closes whose text begins at `position`; -1 when not within `text`."""
        if self.escape is None:
            close = text.find(self.quote, position)
            while close >= 0 and text.startswith(self.quote, close + 1):
                close = text.find(self.quote, close + 2)
            return close
        while found := self._quote_or_escape.search(text, position):
            escaped = found.group() == self.escape
            if not escaped and not text.startswith(self.quote, found.start() + 1):
                return found.start()
            position = found.start() + 2
        return -1

    def delimiter_in(self, text: bytes, position: int, end: int) -> int:
        """Where the next delimiter stands that no escape makes text; -1 when there is none before `end`."""
        found = text.find(self.delimiter, position, end)
        while found >= 0 and self.escape is not None and self._is_escaped(text, position, found):
            found = text.find(self.delimiter, found + 1, end)
        return found

    def _is_escaped(self, text: bytes, start: int, position: int) -> bool:
        before = text[start:position]
        return bool((len(before) - len(before.rstrip(self.escape))) % 2)
