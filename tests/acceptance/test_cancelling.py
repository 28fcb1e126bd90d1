"""Cancelling an import, wherever it is: it ends at once, says what stays, and leaves nothing behind."""

import logging
import time
from collections.abc import Callable

import pytest

from tests.acceptance import moments as at
from tests.acceptance.fault_scene import Scene
from tests.acceptance.moments import Kind, moments
from tests.acceptance.replay import assert_written, replay
from tests.waiting import wait_until

log = logging.getLogger(__name__)

ENDS_SECONDS = 30
KINDS: tuple[Kind, ...] = (
    at.while_reading,
    at.while_choosing_winners,
    at.while_meeting_the_catalogue,
    at.while_another_waits,
    at.inside_a_chunk_of_the_leader,
    at.inside_a_chunk_of_the_assistant,
    at.between_chunks,
)


def cancel(scene: Scene, import_id: str, let_go: Callable[[], None] = lambda: None) -> None:
    """Cancel an import, let go of whatever was held until then, and see it end."""
    deployment = scene.deployment
    began = time.monotonic()
    answer = deployment.api.delete(f"/api/v1/jobs/{import_id}")
    assert answer.status_code == 202, answer.text
    let_go()
    cancelled = "select status = 'cancelled' from jobs where id = %s"
    wait_until(lambda: bool(deployment.value(cancelled, import_id)), "the import is cancelled", ENDS_SECONDS)
    log.info("cancelled after %.2f s", time.monotonic() - began)


def assert_told(scene: Scene, import_id: str) -> int:
    """Counts and log agree on what stays of a cancelled import; returns how many products it had changed."""
    deployment = scene.deployment
    found = deployment.get_import(import_id)
    assert (found["status"], found["error"]) == ("cancelled", None)
    changed: int = found["counts"]["created"] + found["counts"]["updated"]
    replay(deployment)
    assert deployment.value("select count(*) from steps where job_id = %s", import_id) == changed
    assert_written(deployment, import_id, scene.changes)
    told = "select count(*) from events join event_batches as b on b.id = batch_id where event = %s and b.job_id = %s"
    assert deployment.value(told, "import.cancelled", import_id) == 1
    staging = f"import\\_{import_id.replace('-', '')}%"
    assert deployment.value("select count(*) from pg_tables where tablename like %s", staging) == 0
    backends = "select count(*) from job_backends where job_id = %s"
    wait_until(lambda: deployment.value(backends, import_id) == 0, "its backends are forgotten")
    return changed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_import_is_cancelled_wherever_it_is(scene: Scene, kind: Kind) -> None:
    [moment] = moments((kind,), 1, "cancel")
    caught = scene.caught_at(moment)
    import_id = caught.import_ids[-1]
    cancel(scene, import_id, caught.let_go)
    for other in caught.import_ids[:-1]:
        assert scene.deployment.finished(other)["counts"]["created"] == scene.counts["created"]
    changed = assert_told(scene, import_id)
    if "chunk" not in kind.__name__:
        assert changed == 0
    # The products are free for the next one, which does what is left.
    again = scene.start()
    found = scene.deployment.finished(again)
    assert found["status"] == "completed", found["error"]
    whole = scene.counts["created"] + scene.counts["updated"]
    left = found["counts"]["created"] + found["counts"]["updated"]
    assert left == (0 if moment.beside else whole - changed)


def test_an_import_that_waits_for_confirmation_is_cancelled(scene: Scene) -> None:
    scene.reset()
    started = scene.deployment.post_import(scene.changes, options='{"confirm": true}')
    waits = "select status = 'awaiting_confirmation' from jobs where id = %s"
    wait_until(lambda: bool(scene.deployment.value(waits, started["id"])), "the plan waits", 120)
    cancel(scene, started["id"])
    assert assert_told(scene, started["id"]) == 0
