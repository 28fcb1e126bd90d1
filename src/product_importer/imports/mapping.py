"""Which column goes where: what a person makes of the suggestion."""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass

from product_importer.core.errors import FieldError, Invalid, ProblemError
from product_importer.imports.file_format import Column
from product_importer.imports.options import ImportOptions
from product_importer.products.patterns import ATTRIBUTE

FIELDS = ("sku", "name", "description", "price", "active")
OTHERS = "*"

Targets = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where the columns of one file go.

    `targets` has every column's key in file order, None for an ignored one; `fields` and `attributes` say from which
    column, counted from 0, a field or an attribute comes.
    """

    targets: Targets
    fields: dict[str, int]
    attributes: dict[str, int]

    @property
    def keys(self) -> list[str]:
        """The columns' keys in file order."""
        return list(self.targets)


def resolve(
    columns: Sequence[Column], suggested: AnyMapping[str, str | None], given: AnyMapping[str, str | None] | None
) -> Mapping:
    """The mapping to import with: what is `given`, and the suggestion for columns that it does not name.

    Raises ProblemError: `mapping_unknown_column`, `mapping_unknown_target`, `mapping_duplicate_target`,
    `sku_not_mapped`.
    """
    keys = [column.key for column in columns]
    targets = merged(keys, suggested, checked(keys, given or {}))
    if "sku" not in targets.values():
        raise _sku_not_mapped(keys)
    return _mapping(targets)


def checked(keys: Sequence[str], given: AnyMapping[str, str | None]) -> Targets:
    """What is given for the columns with these keys; raises as `resolve`, but asks for no SKU."""
    trimmed = {key.strip(): target and _trimmed(target) for key, target in given.items()}
    _check_columns(trimmed, keys)
    _check_targets(trimmed)
    return trimmed


def _trimmed(target: str) -> str:
    """A target whose attribute is named as products name theirs, without white space at its ends."""
    return ATTRIBUTE + target.removeprefix(ATTRIBUTE).strip() if target.startswith(ATTRIBUTE) else target


def free_attribute(key: str, taken: set[str | None]) -> str:
    """The attribute named after a column, numbered where that target is taken."""
    wanted = key if key.startswith(ATTRIBUTE) and key != ATTRIBUTE else ATTRIBUTE + key
    number, target = 2, wanted
    while target in taken:
        number, target = number + 1, f"{wanted} ({number})"
    return target


def merged(keys: Sequence[str], suggested: AnyMapping[str, str | None], given: Targets) -> Targets:
    """A target for each column: what is given, else the suggestion, as an attribute where that target is taken."""
    taken: set[str | None] = {target for key, target in given.items() if key != OTHERS and target}
    targets: Targets = {}
    for key in keys:
        if key in given:
            targets[key] = given[key]
            continue
        target = None if OTHERS in given else suggested.get(key)
        targets[key] = free_attribute(key, taken) if target and target in taken else target
        taken.add(targets[key])
    return targets


def _mapping(targets: Targets) -> Mapping:
    fields, attributes = {}, {}
    for index, target in enumerate(targets.values()):
        if target in FIELDS:
            fields[target] = index
        elif target:
            attributes[target.removeprefix(ATTRIBUTE)] = index
    return Mapping(targets, fields, attributes)


def _check_columns(given: Targets, keys: Sequence[str]) -> None:
    unknown = [key for key in given if key not in keys and key != OTHERS]
    if unknown:
        detail = f"The file has no column {_listed(unknown)}. Its columns are {_listed(keys)}."
        raise _problem("mapping_unknown_column", detail, unknown)


def _check_targets(given: Targets) -> None:
    unknown = [key for key, target in given.items() if not _is_target(key, target)]
    if unknown:
        detail = f"Column {_listed(unknown)}: choose {_listed(FIELDS)}, `attributes.<name>`, or null to ignore it."
        raise _problem("mapping_unknown_target", detail, unknown)
    targets = [target for target in given.values() if target]
    repeated = [key for key, target in given.items() if target and targets.count(target) > 1]
    if repeated:
        detail = f"Columns {_listed(repeated)} go to the same target. Choose another one, or null, for all but one."
        raise _problem("mapping_duplicate_target", detail, repeated)


def check_blank_rules(options: ImportOptions, keys: Sequence[str]) -> None:
    """Raises ProblemError `blank_unknown_column` when `blank` names a column that is not among these."""
    named = options.blank if isinstance(options.blank, dict) else {}
    unknown = [key for key in named if key not in keys]
    if unknown:
        code = "blank_unknown_column"
        detail = f"`blank` names columns that the file does not have: {_listed(unknown)}. Use the columns' keys."
        errors = [FieldError(field=f"options.blank.{key}", code=code, message=detail) for key in unknown]
        raise Invalid(code, detail, errors=errors)


def _is_target(key: str, target: str | None) -> bool:
    if target is None or key == OTHERS:
        return target is None
    name = target.removeprefix(ATTRIBUTE)
    return target in FIELDS or (target.startswith(ATTRIBUTE) and bool(name.strip()) and "\0" not in name)


def _sku_not_mapped(keys: Sequence[str]) -> ProblemError:
    detail = f"No column is the SKU. Map the one that identifies a product to `sku`; there are {_listed(keys)}."
    return Invalid("sku_not_mapped", detail)


def _problem(code: str, detail: str, keys: Sequence[str]) -> ProblemError:
    return Invalid(code, detail, errors=[FieldError(field=f"mapping.{key}", code=code, message=detail) for key in keys])


def _listed(names: Sequence[str]) -> str:
    shown = [f"`{name}`" for name in names[:12]]
    return ", ".join(shown) + (f" and {len(names) - 12} more" if len(names) > 12 else "")
