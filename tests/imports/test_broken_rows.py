"""Ten broken rows of each kind among 100,000 good ones cost exactly these rows, each found at its right place."""

import random
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from tests.imports.conftest import Importer

Place = tuple[int, int, str | None, str]

# For each kind of fault the code, the column it is blamed on, and the row, where %d is a number of its own.
BROKEN: list[tuple[str, str | None, bytes]] = [
    ("unclosed_quote", "name", b'B-%d,"open,1.00,yes,x\n'),
    ("unclosed_quote", "name", b'B-%d,"closed" early,1.00,yes,x\n'),
    ("too_few_fields", None, b"B-%d,name,1.00,yes\n"),
    ("too_many_fields", None, b"B-%d,name,1.00,yes,x,y\n"),
    ("undecodable", "name", b"B-%d,na\xffme,1.00,yes,x\n"),
    ("nul_byte", "name", b"B-%d,na\0me,1.00,yes,x\n"),
    ("sku_required", "sku", b" ,name %d,1.00,yes,x\n"),
    ("sku_too_long", "sku", b"B-%d" + b"x" * 255 + b",name,1.00,yes,x\n"),
    ("sku_invalid", "sku", b"B\t%d,name,1.00,yes,x\n"),
    ("name_required", "name", b"B-%d,  ,1.00,yes,x\n"),
    ("name_too_long", "name", b"B-%d," + b"n" * 501 + b",1.00,yes,x\n"),
    ("price_invalid", "price", b"B-%d,name,cheap,yes,x\n"),
    ("price_invalid", "price", b'B-%d,name,"12,50",yes,x\n'),
    ("price_precision", "price", b"B-%d,name,1.00001,yes,x\n"),
    ("active_invalid", "active", b"B-%d,name,1.00,perhaps,x\n"),
]
GOOD = [
    b"A-%d,plain,9.50,no,note\n",
    b'A-%d,"two\nlines",9.50,no,"5"" pipe"\n',
    "A-%d,Größe,€ 9.50,no,€\n".encode(),
    b'"A-%d",5" pipe,,,\r\n',
]
BROKEN_JSON: list[tuple[str, str | None, bytes]] = [
    ("json_invalid", None, b'{"sku": "B-%d", "name": "x"\n'),
    ("json_invalid", None, b'"B-%d"\n'),
    ("too_many_fields", None, b'{"sku": "B-%d", "name": "x", "colour": "red"}\n'),
    ("undecodable", "name", b'{"sku": "B-%d", "name": "\xff"}\n'),
    ("nul_byte", "name", b'{"sku": "B-%d", "name": "\\u0000"}\n'),
    ("sku_required", "sku", b'{"sku": null, "name": "x %d"}\n'),
    ("price_invalid", "price", b'{"sku": "B-%d", "name": "x", "price": 1e5}\n'),
]
# So that what comes with another key comes behind the sample, these are long.
GOOD_JSON = [b'{"sku": "A-%d", "name": "Mug", "price": 9.50, "note": "' + b"long" * 30 + b'"}\n']


def mixed(
    header: bytes, good: list[bytes], broken: list[tuple[str, str | None, bytes]], first: int
) -> tuple[bytes, list[Place]]:
    """100,000 good rows with the broken ones among them from row `first` on, and where those stand."""
    total = 100_000 + 10 * len(broken)
    chance = random.Random(20)
    kinds = dict(zip(chance.sample(range(first, total), 10 * len(broken)), broken * 10, strict=True))
    text, places, line = [header], [], 1 + header.count(b"\n")
    for row in range(total):
        code, column, template = kinds.get(row, (None, None, good[row % len(good)]))
        record = template % row
        if code:
            places.append((row + 1, line, column, code))
        text.append(record)
        line += record.count(b"\n")
    return b"".join(text), places


FILES: dict[str, Callable[[], tuple[bytes, list[Place]]]] = {
    "csv": lambda: mixed(b"a note\n\nsku,name,price,active,note\n", GOOD, BROKEN, 0),
    "json": lambda: mixed(b"", GOOD_JSON, BROKEN_JSON, 60_000),
}


@pytest.mark.covers("002:175", "002:206", "004:105")
@pytest.mark.parametrize("kind", sorted(FILES))
def test_exactly_the_broken_rows_come_back_each_with_its_place(
    kind: str, client: TestClient, import_file: Importer
) -> None:
    data, places = FILES[kind]()
    receipt = import_file(data, f"catalogue.{kind}")
    counts = {name: count for name, count in receipt["counts"].items() if count}
    assert counts == {"read": 100_000 + len(places), "created": 100_000, "rejected": len(places)}
    page = client.get(f"/api/v1/imports/{receipt['id']}/rejects", params={"limit": 500}).json()
    assert [(one["row"], one["line"], one["column"], one["code"]) for one in page["items"]] == places
    listed = client.get("/api/v1/products", params={"sku": "A-", "limit": 1, "sort": "id"}).json()
    assert listed["total"] == 100_000
