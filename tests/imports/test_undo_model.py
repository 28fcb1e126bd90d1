"""Any sequence of imports, jobs, edits and undos gives the catalogue that a plain Python model gives."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import Conflict
from product_importer.core.settings import get_settings
from product_importer.products import service
from product_importer.products.models import Product
from product_importer.products.schemas import ProductCreate, ProductPatch
from tests.conftest import empty_database
from tests.examples import examples
from tests.imports.conftest import Importer
from tests.imports.undo_model import Job, Model, key_of
from tests.products.undo_jobs import (
    Json,
    assert_log_is_true,
    get_job,
    job_that,
    kept,
    preview,
    undo,
    undo_cancelled_after,
)

Edit = tuple[str, Any, Any]

SKUS = st.sampled_from(["A", "a", "B", "Ä", "ä"])
NAMES = st.sampled_from(["Mug", "Cup", "Jug"])
NUMBERS = st.integers(0, 9)
EDITS = st.one_of(
    st.tuples(st.just("create"), SKUS, NAMES),
    st.tuples(st.just("name"), NUMBERS, NAMES),
    st.tuples(st.just("sku"), NUMBERS, SKUS),
    st.tuples(st.just("trash"), NUMBERS, st.none()),
    st.tuples(st.just("restore"), NUMBERS, st.none()),
)
UNDOS = st.tuples(st.just("undo"), st.tuples(NUMBERS, st.integers(1, 3), st.none() | st.integers(1, 2)))
STEPS = st.one_of(
    st.tuples(st.just("import"), st.lists(st.tuples(SKUS, NAMES), min_size=1, max_size=5)),
    st.tuples(st.just("edit"), EDITS),
    st.tuples(st.just("job"), st.lists(EDITS, min_size=2, max_size=6)),
    UNDOS,
    UNDOS,
)


class World:
    """The real catalogue and the model of it, changed side by side."""

    def __init__(self, client: TestClient, import_file: Importer) -> None:
        self.client, self.import_file = client, import_file
        self.model = Model()
        self.jobs: dict[Job, str] = {}

    def do(self, kind: str, what: Any) -> None:
        steps: dict[str, Callable[[Any], None]] = {
            "import": self.run_import,
            "job": self.run_job,
            "edit": self.edit_once,
            "undo": self.run_undo,
        }
        steps[kind](what)
        self.compare()

    def run_import(self, rows: list[tuple[str, str]]) -> None:
        label = f"import {len(self.jobs)}"
        content = "".join(f"{sku},{name}\n" for sku, name in rows)
        self.jobs[label] = self.import_file(f"sku,name\n{content}")["id"]
        with transaction() as session:
            ids = {key_of(product.sku): product.id for product in session.query(Product).filter_by(deleted_at=None)}
        self.model.take(rows, label, ids)

    def run_job(self, edits: list[Edit]) -> None:
        label = f"job {len(self.jobs)}"
        self.jobs[label] = str(job_that(*(partial(self.edit, edit=edit, job=label) for edit in edits)))

    def edit_once(self, edit: Edit) -> None:
        with transaction() as session:
            self.edit(session, edit, None)

    def edit(self, session: Session, edit: Edit, job: Job | None) -> None:
        """One change of a product and of its model."""
        kind, which, value = edit
        if kind == "create":
            created = attempt(partial(service.create, session, ProductCreate(sku=which, name=value)))
            if created is not None:
                self.model.create(created.id, which, value, job)
        elif self.model.now:
            self.edit_known(session, sorted(self.model.now)[which % len(self.model.now)], kind, value, job)

    def edit_known(self, session: Session, product: int, kind: str, value: Any, job: Job | None) -> None:
        if kind == "trash":
            service.trash(session, product)
            self.model.trash(product, job)
        elif kind == "restore":
            attempt(partial(service.restore, session, product))
            self.model.restore(product, job)
        else:
            attempt(partial(service.patch, session, product, ProductPatch.model_validate({kind: value})))
            self.model.change(product, job, **{kind: value})

    def run_undo(self, how: tuple[int, int, int | None]) -> None:
        number, size, chunks = how
        if not self.jobs:
            return
        label = list(self.jobs)[number % len(self.jobs)]
        seen = preview(self.client, self.jobs[label])
        if not seen["possible"]:
            assert seen["code"] in {"already_undone", "nothing_to_undo"}
            return
        touched = len(self.model.touched(label))
        cut = chunks if chunks is not None and chunks * size < touched else None
        done = self.undo(self.jobs[label], size, cut)
        expected, left = self.model.undo(label, f"undo of {label}", size, cut)
        assert done["status"] == ("completed" if cut is None else "cancelled"), done["error"]
        assert get_job(self.client, self.jobs[label])["status"] == ("undone" if cut is None else "completed")
        assert done["result"] == expected
        assert kept(self.client, done["id"]) == left
        if cut is None:
            assert sum(expected.values()) == touched
            self.compare_preview(seen, expected, left)

    def undo(self, job_id: str, size: int, cut: int | None) -> Json:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(get_settings(), "import_chunk_rows", size)
            return undo(self.client, job_id) if cut is None else undo_cancelled_after(self.client, job_id, cut)

    @staticmethod
    def compare_preview(seen: Json, done: dict[str, int], left: dict[int, str]) -> None:
        """A taken SKU is decided chunk by chunk, and for a renamed product only when it is undone."""
        said = {kept["product_id"]: kept["code"] for kept in seen["kept_samples"]}
        if "sku_taken" not in {*said.values(), *left.values()}:
            assert said == left
            assert [seen["created"], seen["updated"], seen["returned"], seen["kept"]] == [
                done[outcome] for outcome in ("removed", "restored", "returned", "kept")
            ]

    def compare(self) -> None:
        """The table is what the model is, and the log is a path to it."""
        with transaction() as session:
            rows = session.execute(text("select id, sku, name, deleted_at is not null as trashed from products"))
            found = {row.id: (row.sku, row.name, row.trashed) for row in rows}
        assert found == {product: (state.sku, state.name, state.trashed) for product, state in self.model.now.items()}
        assert_log_is_true()


def attempt(change: "partial[Product]") -> Product | None:
    """Make a change that may be refused."""
    try:
        return change()
    except Conflict:
        return None


@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=4, max_size=14))
def test_any_sequence_gives_what_the_model_gives(
    client: TestClient, import_file: Importer, steps: list[tuple[str, Any]]
) -> None:
    empty_database()
    world = World(client, import_file)
    for kind, what in steps:
        world.do(kind, what)
