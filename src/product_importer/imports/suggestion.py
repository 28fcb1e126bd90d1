"""Where each column would go by itself: its header says what it may be, its values whether it is."""

from collections.abc import Callable, Iterable, Sequence

from product_importer.imports import own_export
from product_importer.imports.aliases import Alias, Certainty, alias_of, kind_of_person
from product_importer.imports.file_format import Column, ColumnValues
from product_importer.imports.mapping import FIELDS, Targets, free_attribute

MOSTLY = 0.5
# Words for yes and no are few, so a column of them has hardly any other.
SWITCHES = 0.9


def suggest(columns: Sequence[Column]) -> Targets:
    """A target for each column: a field for the surest header whose values fit it, else an attribute.

    What an export of this product adds for people to read (`id`, `created_at`, `updated_at`, and columns that begin
    with `_`) is ignored, and so is every column of a list of people.
    """
    if lists_people(columns):
        return {column.key: None for column in columns}
    ignored = own_export.ignored({column.key for column in columns})
    candidates = [column for column in columns if column.key not in ignored]
    fields = {key: field for field in FIELDS if (key := _surest(field, candidates))}
    targets: Targets = {}
    for column in columns:
        attribute = None if column.key in ignored else free_attribute(column.key, set(targets.values()))
        targets[column.key] = fields.get(column.key, attribute)
    return targets


def lists_people(columns: Sequence[Column]) -> bool:
    """Whether the file is about people: e-mail addresses or two kinds of details, and surely neither SKU nor price."""
    kinds = {kind for column in columns if (kind := kind_of_person(column.header))}
    addressed = any(_holds_addresses(column.values) for column in columns)
    return (addressed or len(kinds) > 1) and not any(_is_surely_of_a_product(column) for column in columns)


def _holds_addresses(values: ColumnValues) -> bool:
    # The address of a supplier stands in many rows; that of a person in one.
    return values.emails >= MOSTLY and values.distinct >= MOSTLY


def _is_surely_of_a_product(column: Column) -> bool:
    return any(
        (alias := alias_of(field, column.header)) and alias.certainty <= Certainty.SURE and fits
        for field, fits in (("sku", not column.empty), ("price", column.values.prices >= MOSTLY))
    )


def _surest(field: str, columns: Iterable[Column]) -> str | None:
    named = [(alias, column) for column in columns if (alias := alias_of(field, column.header))]
    fitting = [(alias, column) for alias, column in named if _FITS[field](alias, column.values)]
    if not fitting and field == "sku":
        # A SKU column with many gaps is still better than none; each gap is a reject that says so.
        fitting = [(alias, column) for alias, column in named if _is_gappy_sku(alias, column)]
    return min(fitting, key=lambda one: one[0].order)[1].key if fitting else None


def _is_gappy_sku(alias: Alias, column: Column) -> bool:
    return alias.certainty <= Certainty.SURE and not column.empty


def _fits_sku(alias: Alias, values: ColumnValues) -> bool:
    different = alias.certainty != Certainty.LIKELY or values.distinct >= MOSTLY
    return values.filled >= MOSTLY and different


def _fits_text(alias: Alias, values: ColumnValues) -> bool:
    return alias.certainty == Certainty.OWN or values.filled > 0


def _fits_price(alias: Alias, values: ColumnValues) -> bool:
    return alias.certainty == Certainty.OWN or values.prices >= MOSTLY


def _fits_active(alias: Alias, values: ColumnValues) -> bool:
    return alias.certainty == Certainty.OWN or values.switches >= SWITCHES


# A field's own name is taken at its word: a value that does not fit is a mistake to be told, and an empty column of it
# clears the field. Only the SKU cannot be empty.
_FITS: dict[str, Callable[[Alias, ColumnValues], bool]] = {
    "sku": _fits_sku,
    "name": _fits_text,
    "description": _fits_text,
    "price": _fits_price,
    "active": _fits_active,
}
