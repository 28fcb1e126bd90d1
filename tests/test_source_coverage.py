"""docs/source-coverage.md and the marks `covers` of the tests say the same, both ways."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from product_importer.compat.table import TABLE

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "source-coverage.md"
LINK = re.compile(r"\[(\w+)\]\(\.\./(tests/[\w/]+\.py)\)")
LINES = re.compile(r"(\d+)(?:-(\d+))?")
OPEN = re.compile(r"Open: (\w+)\.")
# How a row begins that names no test.
KINDS = ("Replaced: ", "Checked by ", "Out: ", "Open: ")
# The lines that each line of this table shows stand in the table.
OF_THE_TABLE = ("tests/compat/test_table.py", "test_each_spelling_answers_in_the_shape_of_its_document")

Test = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One row of the page: lines of a document, and what shows them."""

    document: str
    first: int
    last: int
    shown: str

    @property
    def tests(self) -> set[Test]:
        return {(file, f"test_{name}") for name, file in LINK.findall(self.shown)}

    def holds(self, mark: str) -> bool:
        document, line = mark.split(":")
        return document == self.document and self.first <= int(line) <= self.last


@cache
def rows() -> list[Row]:
    found, document = [], ""
    for line in PAGE.read_text().splitlines():
        if heading := re.match(r"## (\d{3})", line):
            document = heading[1]
        elif document and re.match(r"\| \d", line):
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            assert len(cells) == 3, line
            numbers = LINES.fullmatch(cells[0])
            assert numbers, line
            found.append(Row(document, int(numbers[1]), int(numbers[2] or numbers[1]), cells[2]))
    return found


@cache
def marks() -> dict[Test, set[str]]:
    found: dict[Test, set[str]] = {OF_THE_TABLE: {line for spelling in TABLE for line in spelling.lines}}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := set(_covered(node))):
                found.setdefault((str(path.relative_to(ROOT)), node.name), set()).update(lines)
    return found


def _covered(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.covers":
            yield from (ast.literal_eval(line) for line in decorator.args)


def test_each_row_names_tests_or_says_what_is_there_instead() -> None:
    neither = [row for row in rows() if not row.tests and not row.shown.startswith(KINDS)]
    assert neither == []


def test_each_test_that_the_page_names_has_the_mark() -> None:
    unmarked = [
        (f"{row.document}:{row.first}", *test)
        for row in rows()
        for test in row.tests
        if not any(row.holds(mark) for mark in marks().get(test, ()))
    ]
    assert unmarked == []


def test_each_mark_is_on_the_page_at_its_line() -> None:
    missing = [
        (mark, *test)
        for test, lines in marks().items()
        for mark in sorted(lines)
        if not any(row.holds(mark) and test in row.tests for row in rows())
    ]
    assert missing == []


def test_the_open_lines_are_counted_on_the_page() -> None:
    still_open = Counter(found[1] for row in rows() if (found := OPEN.match(row.shown)))
    counted = dict(re.findall(r"^\| (\w+) \| (\d+) \|$", PAGE.read_text().split("## 000")[0], flags=re.MULTILINE))
    assert {name: int(count) for name, count in counted.items()} == dict(still_open)


def test_rows_stand_in_the_order_of_their_documents() -> None:
    places = [(row.document, row.first) for row in rows()]
    assert places == sorted(places)
