"""What a staged row does to a product, as SQL: one definition for the plan, the apply and the count of changes.

In every expression `w` is the staged row and `p` the live product with its key.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import sql

from product_importer.imports.mapping import Mapping
from product_importer.imports.options import Blank, ImportOptions, Mode


@dataclass(frozen=True)
class Changes:
    """New values of a known product's fields, when each is different, and which rows may write."""

    fields: dict[str, str]
    different: dict[str, str]
    creates: bool
    updates: bool
    needs_name: bool

    @property
    def mask(self) -> str:
        """The changed fields as bits, in the order of `fields`; 0 where the row would change nothing."""
        bits = [f"case when {test} then {1 << place} else 0 end" for place, test in enumerate(self.different.values())]
        return " + ".join(bits) or "0"

    @property
    def changed(self) -> str:
        """True where the row would change the product."""
        return f"({' or '.join(self.different.values()) or 'false'})"

    @property
    def values(self) -> str:
        """The new values as columns `new_…`, each behind a comma."""
        return "".join(f", {value} as new_{field}" for field, value in self.fields.items())

    @property
    def assignments(self) -> str:
        """The SET list that writes those columns, each before a comma."""
        return "".join(f"{field} = incoming.new_{field}, " for field in self.fields)

    def bit(self, field: str) -> int:
        """The bit of a field in `mask`."""
        return 1 << list(self.fields).index(field)


def changes(mapping: Mapping, options: ImportOptions, keys: Sequence[str]) -> Changes:
    """What an import with this mapping and these options does; `keys` are the keys of the file's columns."""
    rules = {field: options.blank_rule(keys[index]) for field, index in mapping.fields.items() if field != "sku"}
    fields = {field: _value(field, rule) for field, rule in rules.items()}
    different = {field: f"({value}) is distinct from p.{field}" for field, value in fields.items()}
    if mapping.attributes:
        cleared = [name for name, index in mapping.attributes.items() if options.blank_rule(keys[index]) == Blank.CLEAR]
        merged = f"(p.attributes - {_text_array(cleared)}) || w.attributes::jsonb"
        # Most rows name all the attributes a product has, with the same values. Staging spells them as jsonb does, so
        # then the texts are equal, and nothing has to be parsed and merged.
        differ = "w.attributes <> p.attributes::text"
        fields["attributes"] = f"case when {differ} then {merged} else p.attributes end"
        different["attributes"] = f"({differ} and ({merged}) <> p.attributes)"
    return Changes(
        fields=fields,
        different=different,
        creates=options.mode != Mode.UPDATE,
        updates=options.mode != Mode.CREATE,
        needs_name=rules.get("name") != Blank.CLEAR,
    )


def _value(field: str, rule: Blank) -> str:
    # A blank active cell always keeps what is there; name is never blank here, or it was rejected.
    if field in {"name", "active"} or rule == Blank.KEEP:
        return f"coalesce(w.{field}, p.{field})"
    return f"w.{field}"


def _text_array(values: Sequence[str]) -> str:
    """An array as a literal, for statements that take no parameters; colons are escaped for SQLAlchemy's `text`."""
    literal = sql.Literal(list(values)).as_string().replace(":", "\\:")
    return f"cast({literal} as text[])"
