"""Ten broken rows of each kind among many good ones cost exactly these rows, each found at its right place."""

import random

import pytest

from product_importer.imports.csv_reader import read_records
from product_importer.imports.dialect import Dialect
from product_importer.imports.mapping import Mapping
from product_importer.imports.options import ImportOptions
from product_importer.imports.validation import validate

KEYS = ["sku", "name", "price", "active", "note"]
MAPPING = Mapping(
    {"sku": "sku", "name": "name", "price": "price", "active": "active", "note": "attributes.note"},
    {"sku": 0, "name": 1, "price": 2, "active": 3},
    {"note": 4},
)
BROKEN = {
    "unclosed_quote": b'B-%d,"open,1.00,yes,x\n',
    "unclosed_quote ": b'B-%d,"closed" early,1.00,yes,x\n',
    "too_few_fields": b"B-%d,name,1.00,yes\n",
    "too_many_fields": b"B-%d,name,1.00,yes,x,y\n",
    "undecodable": b"B-%d,na\xffme,1.00,yes,x\n",
    "nul_byte": b"B-%d,na\0me,1.00,yes,x\n",
    "sku_required": b" ,name %d,1.00,yes,x\n",
    "sku_too_long": b"B-%d" + b"x" * 255 + b",name,1.00,yes,x\n",
    "sku_invalid": b"B\t%d,name,1.00,yes,x\n",
    "name_required": b"B-%d,  ,1.00,yes,x\n",
    "name_too_long": b"B-%d," + b"n" * 501 + b",1.00,yes,x\n",
    "price_invalid": b"B-%d,name,cheap,yes,x\n",
    "price_precision": b"B-%d,name,1.00001,yes,x\n",
    "active_invalid": b"B-%d,name,1.00,perhaps,x\n",
}
GOOD = [
    b"A-%d,plain,9.50,no,note\n",
    b'A-%d,"two\nlines",9.50,no,"5"" pipe"\n',
    "A-%d,Größe,9.50,no,€\n".encode(),
    b'"A-%d",5" pipe,,,\r\n',
]


@pytest.mark.parametrize(("vectorised", "rows"), [(True, 100_000), (False, 5_000)])
def test_broken_rows_among_good_ones_are_found_exactly(vectorised: bool, rows: int) -> None:
    chance = random.Random(20)
    kinds = dict(zip(chance.sample(range(rows), 10 * len(BROKEN)), list(BROKEN) * 10, strict=True))
    text, expected, line = [b"sku,name,price,active,note\n"], [], 2
    for row in range(rows):
        record = (BROKEN[kinds[row]] if row in kinds else GOOD[row % len(GOOD)]) % row
        if row in kinds:
            expected.append((row + 1, line, kinds[row].strip()))
        text.append(record)
        line += record.count(b"\n")

    found, good = [], 0
    for block in read_records(_blocks(b"".join(text)), Dialect(","), len(KEYS), headers=KEYS, vectorised=vectorised):
        outcome = validate(block.records, MAPPING, ImportOptions())
        good += outcome.table.num_rows
        found += [(reject.row, reject.line, reject.code.value) for reject in (*block.rejects, *outcome.rejects)]
    assert sorted(found) == expected
    assert good == rows - len(expected)


def _blocks(text: bytes) -> list[bytes]:
    return [text[start : start + 300_000] for start in range(0, len(text), 300_000)]
