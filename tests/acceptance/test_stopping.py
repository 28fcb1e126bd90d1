"""A worker that is asked to end in the middle of an import: gone in time, another goes on, nothing counted twice."""

import signal

import pytest

from tests.acceptance import moments as at
from tests.acceptance.fault_scene import Scene, restarted
from tests.acceptance.moments import Kind, moments

# What Heroku and Docker leave a process between SIGTERM and SIGKILL.
STOP_SECONDS = 10


@pytest.mark.parametrize(
    "kind", [at.inside_a_chunk_of_the_leader, at.while_choosing_winners], ids=["in_a_chunk", "in_an_endless_statement"]
)
def test_a_worker_is_gone_ten_seconds_after_it_was_asked(scene: Scene, kind: Kind) -> None:
    [moment] = moments((kind,), 1, "stop")
    caught = scene.caught_at(moment)
    victim = scene.process_of(caught.leader)
    process = scene.deployment.processes.pop(victim)
    with restarted(scene, victim):
        process.send_signal(signal.SIGTERM)

        assert process.wait(STOP_SECONDS) == 0

        # Of the second kind nobody would have come to the end of the statement.
        caught.let_go()
        scene.assert_done(caught.import_ids)
