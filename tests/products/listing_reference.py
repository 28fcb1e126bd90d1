"""What the list of products must show, said in plain Python: random catalogues, the filters one by one, the orders."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from product_importer.products.sku_key import sku_key
from product_importer.products.sorting import Sort

Row = dict[str, Any]
Query = dict[str, Any]

SORTS: tuple[str, ...] = get_args(Sort)
START = datetime(2026, 1, 1, tzinfo=UTC)
ALPHABET = "aAbÄä%_\\/ '"

times = st.integers(0, 3).map(lambda hours: START + timedelta(hours=hours, microseconds=hours))
prices = st.none() | st.sampled_from(["0", "0.5", "2.25", "2.2501", "9999999999.9999"]).map(Decimal)
colours = st.sampled_from(["a", "A", "/ '", "Ä"])
names = st.text(ALPHABET, min_size=1, max_size=4)
attributes = st.dictionaries(st.sampled_from(["colour", "Size", "a.b"]), colours, max_size=2)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Row]:
    """Rows whose live SKUs differ, with many equal values to sort by."""
    count = draw(st.integers(0, 12))
    return [
        {
            "id": number + 1,
            "sku": (sku := f"{draw(st.sampled_from(['Rug', 'cup', 'Ä%_']))}{number}"),
            "sku_key": sku_key(sku),
            "name": draw(names),
            "description": draw(st.none() | names),
            "price": draw(prices),
            "active": draw(st.booleans()),
            "attributes": draw(attributes),
            "created_at": draw(times),
            "updated_at": draw(times),
            "deleted_at": draw(st.none() | times),
        }
        for number in range(count)
    ]


@dataclass(frozen=True)
class Filter:
    """One parameter of the list: values to try, and whether a row passes for a value."""

    values: st.SearchStrategy[Any]
    passes: Callable[[Row, Any], bool]


def _contains(text: str | None, part: str) -> bool:
    return text is not None and part.lower() in text.lower()


def _sku(row: Row, part: str) -> bool:
    return sku_key(part) in row["sku_key"]


def _folded(text: str) -> list[str]:
    """Its words, case and accents aside."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(one))
    return re.findall(r"[^\W_]+", plain)


def _q(row: Row, text: str) -> bool:
    if not text.strip() or sku_key(text) == row["sku_key"]:
        return True
    words = _folded(f"{row['sku']} {row['name']} {row['description'] or ''}")
    terms = [parts for term in text.split() if (parts := _folded(term))]
    return bool(terms) and all(_term(words, parts) for parts in terms)


def _term(words: list[str], parts: list[str]) -> bool:
    """The last part of a term may go on; those before it, as in `wb-04`, are whole words."""
    *whole, last = parts
    return any(word.startswith(last) for word in words) and all(part == last or part in words for part in whole)


def _name(row: Row, part: str) -> bool:
    return _contains(row["name"], part)


def _description(row: Row, part: str) -> bool:
    return not part or _contains(row["description"], part)


def _active(row: Row, active: bool) -> bool:
    return row["active"] is active


def _price_min(row: Row, price: str) -> bool:
    return row["price"] is not None and row["price"] >= Decimal(price)


def _price_max(row: Row, price: str) -> bool:
    return row["price"] is not None and row["price"] <= Decimal(price)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _created_after(row: Row, time: str) -> bool:
    return bool(row["created_at"] > _moment(time))


def _updated_after(row: Row, time: str) -> bool:
    return bool(row["updated_at"] > _moment(time))


def _trashed(row: Row, which: str | None) -> bool:
    return which == "any" or (row["deleted_at"] is not None) is (which == "only")


def _attribute(row: Row, text: str) -> bool:
    return bool(row["attributes"].get("colour", "") == (text if text.strip() else ""))


def _is_empty(row: Row, field: str) -> bool:
    name = field.removeprefix("attributes.")
    return name not in row["attributes"] if name != field else row[field] is None


def _empty(row: Row, fields: list[str]) -> bool:
    return all(_is_empty(row, field) for field in fields)


def _filled(row: Row, fields: list[str]) -> bool:
    return not any(_is_empty(row, field) for field in fields)


parts = st.text(ALPHABET, max_size=2)
bounds = st.sampled_from(["0", "0.5001", "+2.25", ".5", "3", "-1", "9999999999.9999"])
spellings = st.sampled_from(["{0:%Y-%m-%dT%H:%M:%S.%f}", "{0:%Y-%m-%dT%H:%M:%S.%f}Z", "{1:%Y-%m-%dT%H:%M:%S.%f}+02:00"])
moments = st.builds(lambda form, time: form.format(time, time + timedelta(hours=2)), spellings, times)

fields = st.lists(st.sampled_from(["price", "description", "attributes.colour", "attributes.a.b"]), max_size=2)

# One entry for each filter; a new one is a function and a line here.
FILTERS: dict[str, Filter] = {
    "q": Filter(st.text(ALPHABET, max_size=4), _q),
    "sku": Filter(st.text("rRuU%_\\1Ää ", max_size=2), _sku),
    "name": Filter(parts, _name),
    "description": Filter(parts, _description),
    "active": Filter(st.booleans(), _active),
    "price_min": Filter(bounds, _price_min),
    "price_max": Filter(bounds, _price_max),
    "created_after": Filter(moments, _created_after),
    "updated_after": Filter(moments, _updated_after),
    "attributes.colour": Filter(st.sampled_from(["a", "A", "/ '", "Ä", " "]), _attribute),
    "empty": Filter(fields, _empty),
    "filled": Filter(fields, _filled),
    "trashed": Filter(st.sampled_from(["only", "any"]), _trashed),
}

queries = st.fixed_dictionaries({}, optional={name: known.values for name, known in FILTERS.items()})


def expected(rows: Iterable[Row], query: Query, sort: str) -> list[int]:
    """The ids that the list must show, in its order."""
    asked = {"trashed": None} | query
    return ordered([row for row in rows if all(FILTERS[name].passes(row, asked[name]) for name in asked)], sort)


def ordered(rows: Iterable[Row], sort: str) -> list[int]:
    """The ids of the rows by `sort`: nulls last, equal values by id in the same direction."""
    column, descending = sort.removeprefix("-"), sort.startswith("-")
    filled = sorted((row for row in rows if row[column] is not None), key=lambda row: _place(row, column))
    nulls = sorted((row for row in rows if row[column] is None), key=lambda row: row["id"])
    return [row["id"] for part in (filled, nulls) for row in (reversed(part) if descending else part)]


def _place(row: Row, column: str) -> tuple[Any, int]:
    value = row[column].lower() if column == "name" else row["sku_key"] if column == "sku" else row[column]
    return value, row["id"]
