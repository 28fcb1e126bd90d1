"""Read: one streaming pass from the stored file into staging, rejects into their own table."""

import time
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
from sqlalchemy.orm import Session

from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports import own_export, repository, staging
from product_importer.imports.oddities import Oddities
from product_importer.imports.options import Mode, OnDuplicate
from product_importer.imports.records import Block, Records
from product_importer.imports.run import Run
from product_importer.imports.sources import open_source
from product_importer.imports.staging import CopyTarget
from product_importer.imports.telling import telling
from product_importer.imports.validation import Validated, validate
from product_importer.jobs.lease import Lease

SETTLED = "reading"


@dataclass(slots=True)
class Tally:
    """Rows read so far, and how many of them are staged."""

    read: int = 0
    staged: int = 0
    oddities: Oddities = field(default_factory=Oddities)


def read_file(lease: Lease, run: Run, share: float) -> None:
    """Read the whole file under a new attempt; `share` is this phase's part of the progress.

    One transaction holds the staged rows and their count, and another, committed before it, the rejects: a reading
    that is cut short leaves nothing that the next attempt does not remove first.
    """
    fresh = replace(run, attempt=run.attempt + 1)
    with lease.transaction() as session:
        lease.enter(session, "reading", "Reading the file")
        if run.attempt == 0:
            events.append(session, EventName.IMPORT_STARTED, job_id=run.id, data=telling(session, run.id))
        staging.drop(session, run.id)
        repository.start_reading(session, run.id, fresh.attempt, SETTLED)
    with lease.transaction() as session:
        fresh.staging.create(session)
        tally = _stage(lease, fresh, session, share)
        repository.save_reading(session, run.id, tally.read, tally.staged, tally.oddities.warnings)


def _stage(lease: Lease, run: Run, session: Session, share: float) -> Tally:
    tally = Tally()
    keeps_original = needs_originals(run)
    with ExitStack() as stack:
        stream = stack.enter_context(get_storage().open(run.storage_key))
        source = open_source(stream, run.format, run.options.number_format)
        reject_session = stack.enter_context(lease.transaction())
        rejects = stack.enter_context(staging.copy_rejects(reject_session))
        rows: CopyTarget | None = None
        started = time.monotonic()
        for block in source:
            lease.check()
            meant = own_export.as_meant(block.records, run.format)
            validated = validate(meant, run.mapping, run.options, get_settings().sku_pattern, run.format.number_format)
            table = validated.table
            tally.oddities.look_at(table["row"].combine_chunks(), table["sku"].combine_chunks())
            table = _with_originals(table, block.records) if keeps_original else table.drop_columns(["line"])
            rows = rows or stack.enter_context(run.staging.copy(session, table.column_names))
            rows.write(staging.copy_text(table))
            rejects.write(staging.reject_text(run.id, SETTLED, [*block.rejects, *validated.rejects]))
            _count(tally, block, validated)
            _report(lease, run, tally, source.stored_bytes_read, share, started)
    return tally


def _count(tally: Tally, block: Block, validated: Validated) -> None:
    tally.read += len(block.records) + len(block.rejects)
    tally.staged += validated.table.num_rows


def _report(lease: Lease, run: Run, tally: Tally, position: int, share: float, started: float) -> None:
    fraction = share * position / max(run.size_bytes, 1)
    speed = tally.read / (time.monotonic() - started)
    total = max(run.read_rows or run.format.rows_estimate, tally.read)
    lease.report(fraction, total, f"{tally.read:,} rows read", speed)


def needs_originals(run: Run) -> bool:
    """Whether a row may still be rejected after reading, and so has to keep its original text."""
    nameless = run.changes.needs_name and run.options.mode != Mode.UPDATE
    return nameless or run.options.on_duplicate == OnDuplicate.REJECT


def _with_originals(table: pa.Table, records: Records) -> pa.Table:
    indices = np.searchsorted(records.rows, table["row"].to_numpy())
    originals = [records.original(int(index)) for index in indices]
    return table.append_column("original", pa.array(originals, pa.string()))
