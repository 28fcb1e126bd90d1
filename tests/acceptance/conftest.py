"""The deployment in which imports meet faults and cancellations."""

import time
from collections.abc import Iterator

import pytest

from tests.acceptance.catalogue_files import ROWS, write_changes, write_known
from tests.acceptance.deployment import deployed
from tests.acceptance.fault_scene import Scene
from tests.acceptance.reference import make_reference


@pytest.fixture(scope="package")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("faults")
    known, changes = root / "known.csv", root / "changes.csv"
    write_known(known)
    counts = write_changes(changes)
    # So many are called that one of them is in the other worker.
    with deployed(root, IMPORT_APPLIERS="3") as deployment:
        deployment.start_worker("worker-2")
        started = deployment.post_import(known)
        assert deployment.finished(started["id"])["counts"]["created"] > ROWS // 2
        deployment.query("create table baseline as select * from products")
        make_reference(deployment, changes)
        made = Scene(deployment, changes, counts)
        made.reset()
        began = time.monotonic()
        made.assert_done([made.start()])
        made.seconds = time.monotonic() - began
        yield made
