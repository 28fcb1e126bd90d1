"""What a staged row does to a product, as SQL: one definition for the plan, the apply and the count of changes.

In every expression `w` is the staged (winning) row and `p` the live product with its key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from product_importer.imports.mapping import Mapping
from product_importer.imports.options import Blank, ImportOptions, Mode


@dataclass(frozen=True)
class Changes:
    """New values of a known product's fields, and which rows may write."""

    fields: dict[str, str]
    cleared_attributes: list[str]
    creates: bool
    updates: bool
    needs_name: bool

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters that the expressions name."""
        return {"cleared_attributes": self.cleared_attributes}

    @property
    def changed(self) -> str:
        """True where the row would change the product."""
        different = [f"({value}) is distinct from p.{field}" for field, value in self.fields.items()]
        return f"({' or '.join(different) or 'false'})"

    @property
    def values(self) -> str:
        """The new values as columns `new_…`, each behind a comma."""
        return "".join(f", {value} as new_{field}" for field, value in self.fields.items())

    @property
    def assignments(self) -> str:
        """The SET list that writes those columns, each before a comma."""
        return "".join(f"{field} = incoming.new_{field}, " for field in self.fields)


def changes(mapping: Mapping, options: ImportOptions, keys: Sequence[str]) -> Changes:
    """What an import with this mapping and these options does; `keys` are the keys of the file's columns."""
    rules = {field: options.blank_rule(keys[index]) for field, index in mapping.fields.items() if field != "sku"}
    fields = {field: _value(field, rule) for field, rule in rules.items()}
    cleared = [name for name, index in mapping.attributes.items() if options.blank_rule(keys[index]) == Blank.CLEAR]
    if mapping.attributes:
        fields["attributes"] = "(p.attributes - cast(:cleared_attributes as text[])) || w.attributes"
    return Changes(
        fields=fields,
        cleared_attributes=cleared,
        creates=options.mode != Mode.UPDATE,
        updates=options.mode != Mode.CREATE,
        needs_name=rules.get("name") != Blank.CLEAR,
    )


def _value(field: str, rule: Blank) -> str:
    # A blank active cell always keeps what is there; name is never blank here, or it was rejected.
    if field in {"name", "active"} or rule == Blank.KEEP:
        return f"coalesce(w.{field}, p.{field})"
    return f"w.{field}"
