"""Records and a mapping to the rows that may go in, and a reject for each of the others.

A row has one reject, the first of: a NUL byte in any cell; then SKU, name, price and active in this order, each with
its rules in the order of `cells`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.imports import cells
from product_importer.imports.attributes import attributes_json
from product_importer.imports.cells import Breach, Checked
from product_importer.imports.mapping import FIELDS, Mapping
from product_importer.imports.messages import message
from product_importer.imports.options import Blank, ImportOptions, NumberFormat
from product_importer.imports.records import Int64s, Records, Reject
from product_importer.products.sku_key import sku_keys


@dataclass(frozen=True, slots=True)
class Validated:
    """The good rows and the rejects of a block: together as many as it has records.

    `table` has `row` and `line` (int64), `sku` (trimmed), `sku_key`, those of `name`, `description`, `price` (plain
    decimal text) and `active` (bool) that are mapped, null where blank, and `attributes` (the text of a JSON object).
    """

    table: pa.Table
    rejects: list[Reject]


def validate(
    records: Records,
    mapping: Mapping,
    options: ImportOptions,
    sku_pattern: str | None = None,
    number_format: NumberFormat = "point",
) -> Validated:
    """Apply the rules of the fields to a block.

    `sku_pattern` is a regular expression for the whole SKU, `number_format` the file's, for options that name none.
    """
    rules = _Rules(records, mapping, options, sku_pattern, number_format)
    checked = {field: rules.check(field) for field in FIELDS if field in mapping.fields}
    placed = [*_nul_breaches(records, mapping), *_field_breaches(checked, mapping)]
    verdicts = _first_breaches([breach for _, breach in placed], len(records))
    good = verdicts == len(placed)
    table = _table(records, mapping, checked)
    if good.all():
        return Validated(table, [])
    keys = _readable_keys(table["sku_key"], checked["sku"])
    rejects = [
        _reject(records, mapping, placed[verdicts[index]], int(index), keys[index].as_py())
        for index in np.flatnonzero(~good)
    ]
    return Validated(table.filter(pa.array(good)), rejects)


@dataclass(frozen=True, slots=True)
class _Rules:
    records: Records
    mapping: Mapping
    options: ImportOptions
    sku_pattern: str | None
    number_format: NumberFormat

    def check(self, field: str) -> Checked:
        column = self.mapping.fields[field]
        values = self.records.columns[column]
        match field:
            case "sku":
                return cells.check_sku(values, self.sku_pattern)
            case "name":
                clears = self.options.blank_rule(self.mapping.keys[column]) == Blank.CLEAR
                return cells.check_name(values, required=clears)
            case "price":
                return cells.check_price(values, self.options.number_format or self.number_format)
            case "active":
                return cells.check_active(values)
            case _:
                return cells.check_description(values)


def _nul_breaches(records: Records, mapping: Mapping) -> Iterator[tuple[int, Breach]]:
    for column in sorted([*mapping.fields.values(), *mapping.attributes.values()]):
        yield column, cells.check_nul(records.columns[column])


def _field_breaches(checked: dict[str, Checked], mapping: Mapping) -> Iterator[tuple[int, Breach]]:
    for field, outcome in checked.items():
        for breach in outcome.breaches:
            yield mapping.fields[field], breach


def _first_breaches(breaches: list[Breach], rows: int) -> Int64s:
    """For each row the place of the first rule it breaks, or the number of rules when it breaks none."""
    verdicts = np.full(rows, len(breaches), dtype=np.int64)
    for place in reversed(range(len(breaches))):
        verdicts[breaches[place].rows] = place
    return verdicts


def _table(records: Records, mapping: Mapping, checked: dict[str, Checked]) -> pa.Table:
    sku = checked["sku"].values
    attributes = {name: records.columns[column] for name, column in mapping.attributes.items()}
    return pa.table(
        {
            "row": pa.array(records.rows),
            "line": pa.array(records.lines),
            "sku": sku,
            "sku_key": sku_keys(sku),
            **{field: outcome.values for field, outcome in checked.items() if field != "sku"},
            "attributes": attributes_json(attributes, len(records)),
        }
    )


def _readable_keys(keys: pa.ChunkedArray, sku: Checked) -> pa.Array:
    """The key of each row whose SKU is one, else null."""
    broken = np.logical_or.reduce([breach.rows for breach in sku.breaches])
    return pc.if_else(pa.array(broken), None, keys.combine_chunks())


def _reject(records: Records, mapping: Mapping, placed: tuple[int, Breach], index: int, sku_key: str | None) -> Reject:
    column, breach = placed
    return Reject(
        row=int(records.rows[index]),
        line=int(records.lines[index]),
        column=mapping.keys[column],
        code=breach.code,
        message=message(breach.code, records.columns[column][index].as_py()),
        original=records.original(index),
        sku_key=sku_key,
    )
