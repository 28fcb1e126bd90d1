"""What the vectorised path takes by itself; everything else it leaves to the tokenizer."""

import pytest

from product_importer.imports.csv_scanner import Scanner
from product_importer.imports.dialect import Dialect

SCANNER = Scanner(Dialect(","), 3)
WHOLE = 1 << 20


@pytest.mark.parametrize(
    "record",
    [
        b"a,b,c\n",
        b'"a","b","c"\n',
        b'a,"two\nlines",c\n',
        b'a,"5"" pipe",""""\n',
        b'"","",""\r\n',
        b'a,"x\r\ny",c\r\n',
        "ä,€,😀\n".encode(),
    ],
)
def test_clean_records_are_taken_in_one_go(record: bytes) -> None:
    run = SCANNER.run(record * 500, 0, WHOLE)
    assert run is not None
    assert (len(run.starts), run.next) == (500, 500 * len(record))


@pytest.mark.parametrize(
    "record",
    [
        b'a,"open,c\n',
        b'a,"b"x,c\n',
        b'a,5" pipe,c\n',
        b"a,b\n",
        b"a,b,c,d\n",
        b"a,\xff,c\n",
        b"a,b\0,c\n",
        b"a,b\rb,c\n",
    ],
)
def test_only_the_records_before_a_dirty_one_are_taken(record: bytes) -> None:
    clean = b'a,"b",c\n' * 100
    run = SCANNER.run(clean + record + clean, 0, WHOLE)
    assert run is not None
    assert (len(run.starts), run.next) == (100, len(clean))


def test_an_unfinished_record_is_left() -> None:
    run = SCANNER.run(b'a,b,c\nd,"e\n', 0, WHOLE)
    assert run is not None
    assert run.next == 6
    assert SCANNER.run(b'd,"e\n', 0, WHOLE) is None
