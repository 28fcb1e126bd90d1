"""What a person sees of a plan: rows of each outcome, old and new, and the warnings that save people."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.imports.changes import Changes
from product_importer.imports.run import Run
from product_importer.products.fields import format_price

SAMPLES = 20
_SAMPLES_OF_FIELD = 10

# Bits of a known row's `changed` beyond those of the fields.
PRICE_DROP = 1 << 13
PRICE_RISE = 1 << 12

_FIELDS = ("name", "description", "price", "active", "attributes")

_UNKNOWN = """
    select w.row, w.sku, cast(null as bigint) as product_id, {after}
      from {rows} as w
     where not exists (select from {known} as k where k.row = w.row)
     limit :limit
"""
# Any rows will do, so that the scan ends with the first ones; they are then looked up one by one.
_PICK = "select row, product_id from {known} where {which} limit :limit"
_KNOWN = """
    select w.row, w.sku, p.id as product_id, {after}, {before}
      from unnest(cast(:rows as bigint[]), cast(:products as bigint[])) as k (row, product_id)
      join {rows} as w on w.row = k.row
      join products as p on p.id = k.product_id
     order by w.row
"""
_TWINS = """
    select w.row, w.sku, p.sku as twin, count(*) over () as times
      from products as p
      join {rows} as w on w.sku_key = ltrim(p.sku_key, '0')
     where p.sku_key >= '0' and p.sku_key < '1' and p.sku_key ~ '^0+[1-9][0-9]*$' and p.deleted_at is null
       and not exists (select from {known} as k where k.row = w.row)
     order by w.row limit :limit
"""
_MISSING = """
    select p.id as product_id, p.sku, p.name, p.active::text as active
      from (select product_id from {missing} order by product_id limit :limit) as m
      join products as p on p.id = m.product_id
     order by p.id
"""


def price_bits(changes: Changes, percent: int | None) -> str:
    """The term that adds what a price does beyond the threshold to a row's mask; `w` and `p` as in `changes`."""
    if percent is None or "price" not in changes.fields:
        return ""
    value = changes.fields["price"]
    return (
        f" + case when not ({changes.different['price']}) then 0"
        f" when ({value}) * 100 < p.price * {100 - percent} then {PRICE_DROP}"
        f" when ({value}) * 100 > p.price * {100 + percent} then {PRICE_RISE} else 0 end"
    )


def samples(session: Session, run: Run, plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Some rows of each outcome, and some for each field that changes, in the order of the file."""
    changes = run.changes
    found: dict[int, dict[str, Any]] = {}
    if plan["created"] or (plan["skipped"] and not changes.creates):
        outcome = "created" if changes.creates else "skipped"
        found |= {row["row"]: _sample(outcome, row) for row in _unknown(session, run)}
    for field, count in plan["fields"].items():
        if count:
            rows = _known(session, run, f"changed & {changes.bit(field)} <> 0", _SAMPLES_OF_FIELD)
            found |= {row["row"]: _sample("updated", row) for row in rows}
    if plan["unchanged"]:
        rows = _known(session, run, "changed = 0", SAMPLES)
        found |= {row["row"]: _sample("unchanged", row) for row in rows}
    if plan["skipped"] and not changes.updates:
        found |= {row["row"]: _sample("skipped", row) for row in _known(session, run, "true", SAMPLES)}
    return [*(found[row] for row in sorted(found)), *_missing(session, run, plan)]


def warnings(session: Session, run: Run, plan: dict[str, Any]) -> list[dict[str, Any]]:
    """What may be a mistake in the prices and SKUs of the plan's rows."""
    percent = run.options.price_alert_percent
    found = [
        *_price_warning(session, run, "price_drop", PRICE_DROP, f"Prices drop by more than {percent} %."),
        *_price_warning(session, run, "price_rise", PRICE_RISE, f"Prices rise by more than {percent} %."),
    ]
    return [*found, *_twins(session, run)] if plan["created"] else found


def _price_warning(session: Session, run: Run, code: str, bit: int, message: str) -> list[dict[str, Any]]:
    if not run.changes.updates or "price" not in run.changes.fields:
        return []
    count = session.scalars(text(f"select count(*) from {run.staging.known} where changed & {bit} <> 0")).one()
    if not count:
        return []
    rows = _known(session, run, f"changed & {bit} <> 0", SAMPLES)
    shown = [
        {
            "row": row["row"],
            "sku": row["sku"],
            "detail": " → ".join(_shown("price", row[f"{side}_price"]) or "" for side in ("before", "after")),
        }
        for row in rows
    ]
    return [_warning(code, f"{message} Check that the column and the decimal mark are right.", count, shown)]


def _twins(session: Session, run: Run) -> list[dict[str, Any]]:
    statement = _TWINS.format(rows=run.staging.rows, known=run.staging.known)
    rows = session.execute(text(statement), {"limit": SAMPLES}).mappings().all()
    if not rows:
        return []
    message = (
        "SKUs would create twins of products whose SKU is the same but for zeros in front, which a spreadsheet takes "
        "away. Export the file again with the column as text."
    )
    shown = [{"row": row["row"], "sku": row["sku"], "detail": f"the catalogue has {row['twin']}"} for row in rows]
    return [_warning("sku_leading_zero", message, rows[0]["times"], shown)]


def _warning(code: str, message: str, count: int, shown: list[dict[str, Any]]) -> dict[str, Any]:
    return {"code": code, "message": message, "count": count, "samples": shown}


def _unknown(session: Session, run: Run) -> Sequence[Any]:
    after = ", ".join(f"{_created(field)} as after_{field}" for field in _FIELDS)
    statement = _UNKNOWN.format(rows=run.staging.rows, known=run.staging.known, after=after)
    return session.execute(text(statement), {"limit": SAMPLES}).mappings().all()


def _created(field: str) -> str:
    return "coalesce(w.active, true)::text" if field == "active" else f"w.{field}::text"


def _known(session: Session, run: Run, which: str, limit: int) -> Sequence[Any]:
    picked = session.execute(text(_PICK.format(known=run.staging.known, which=which)), {"limit": limit}).all()
    if not picked:
        return []
    new = {field: run.changes.fields.get(field, f"p.{field}") for field in _FIELDS}
    statement = _KNOWN.format(
        rows=run.staging.rows,
        after=", ".join(f"({value})::text as after_{field}" for field, value in new.items()),
        before=", ".join(f"p.{field}::text as before_{field}" for field in _FIELDS),
    )
    rows, products = zip(*picked, strict=True)
    return session.execute(text(statement), {"rows": [*rows], "products": [*products]}).mappings().all()


def _sample(outcome: str, row: Any) -> dict[str, Any]:
    after = {field: _shown(field, row[f"after_{field}"]) for field in _FIELDS}
    known = row["product_id"] is not None
    before = {field: _shown(field, row[f"before_{field}"]) for field in _FIELDS} if known else None
    return {
        "outcome": outcome,
        "row": row["row"],
        "sku": row["sku"],
        "product_id": row["product_id"],
        "before": before,
        "after": after,
        "fields": [field for field in _FIELDS if before is not None and before[field] != after[field]],
    }


def _shown(field: str, value: str | None) -> str | None:
    return format_price(Decimal(value)) if field == "price" and value is not None else value


def _missing(session: Session, run: Run, plan: dict[str, Any]) -> list[dict[str, Any]]:
    outcome = next((name for name in ("deactivated", "deleted") if plan.get(name)), None)
    if outcome is None:
        return []
    rows = session.execute(text(_MISSING.format(missing=run.staging.missing)), {"limit": SAMPLES}).mappings().all()
    return [
        {
            "outcome": outcome,
            "row": None,
            "sku": row["sku"],
            "product_id": row["product_id"],
            "before": {"name": row["name"], "active": row["active"]},
            "after": {"name": row["name"], "active": "false"} if outcome == "deactivated" else None,
            "fields": ["active"] if outcome == "deactivated" else [],
        }
        for row in rows
    ]
