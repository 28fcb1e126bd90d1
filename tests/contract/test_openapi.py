"""The API against its own OpenAPI document, with every check of schemathesis."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from product_importer.access.roles import Role, Scope
from product_importer.core.openapi import PROBLEM_JSON
from product_importer.main import create_app
from tests.acceptance.deployment import Deployment, deployed
from tests.examples import examples

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = 5_000
PHASES = ("examples", "coverage", "fuzzing", "stateful")

Json = dict[str, Any]


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    """Real processes, so that imports run, end and can be undone, and an API that asks who one is."""
    # Receivers that do not exist are to be found missing at once.
    settings = {"WEBHOOK_ALLOWED_CIDRS": "127.0.0.1/32", "WEBHOOK_DNS_SERVERS": "127.0.0.1:1", "AUTH": "required"}
    with deployed(tmp_path / "deployment", **settings) as started:
        yield started


def tried(deployment: Deployment, report: Path) -> Json:
    """What schemathesis reports; fails with all it printed when anything failed."""
    settings = ["--config-file", str(HERE / "schemathesis.toml")]
    options = ["--checks", "all", "--mode", "all", "--phases", ",".join(PHASES), "--report-json-path", str(report)]
    options += ["--max-examples", str(examples(20))]
    document = str(report.with_name("openapi.json"))
    Path(document).write_text(asked_for_document(deployment))
    options += ["--url", f"http://127.0.0.1:{deployment.port}"]
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "schemathesis.cli", *settings, "run", document, "--no-color", *options],
        cwd=ROOT, env=deployment.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    found: Json = json.loads(report.read_text())
    return found


def asked_for_document(deployment: Deployment) -> str:
    """The document as the API gives it to whoever has a key."""
    command = [
        sys.executable,
        "-m",
        "product_importer.cli",
        "access",
        "key",
        "who reads the document",
        "--scope",
        "read",
    ]
    made = subprocess.run(command, env=deployment.environment, capture_output=True, text=True, check=True)
    answer = deployment.api.get("/api/openapi.json", headers={"Authorization": f"Bearer {made.stdout.strip()}"})
    return answer.raise_for_status().text


@pytest.mark.covers("004:134", "004:308", "004:838")
@pytest.mark.timeout(1_200)
def test_the_api_does_what_its_document_says(deployment: Deployment, tmp_path: Path) -> None:
    found = tried(deployment, tmp_path / "report.json")
    assert {name: phase["status"] for name, phase in found["phases"].items()} == dict.fromkeys(PHASES, "success")
    assert found["operations"]["tested"] == found["operations"]["total"]
    assert found["test_cases"]["generated"] >= CASES
    assert "request.crashed" not in deployment.log("api")
    # Everybody had their turn.
    used = "select distinct jsonb_array_elements_text(scopes) from api_keys where last_used_at is not null"
    assert {scope for (scope,) in deployment.query(used)} >= set(Scope)
    logged_in = "select distinct role from users join user_sessions on user_id = users.id"
    assert {role for (role,) in deployment.query(logged_in)} == set(Role)


def operations() -> list[tuple[str, Json]]:
    paths = create_app().openapi()["paths"]
    return [(f"{method} {path}", one) for path, methods in paths.items() for method, one in methods.items()]


@pytest.mark.usefixtures("database_url")
def test_no_answer_is_documented_by_one_that_would_allow_anything() -> None:
    for name, operation in operations():
        assert operation["responses"], name
        for status, answer in operation["responses"].items():
            assert status.isdigit(), f"{name}: {status} stands for many statuses"
            for media_type, content in answer.get("content", {}).items():
                assert content.get("schema"), f"{name}: {status} allows any {media_type}"


@pytest.mark.covers("004:312")
@pytest.mark.usefixtures("database_url")
def test_every_refusal_is_documented_as_a_problem() -> None:
    for name, operation in operations():
        for status, answer in operation["responses"].items():
            if status >= "400" and not name.endswith(("/health/ready", "/api/health")):
                assert list(answer["content"]) == [PROBLEM_JSON], f"{name}: {status}"
