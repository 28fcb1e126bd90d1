"""The audit of dependencies against real HTTP servers: with an advisory, without, and with nobody there."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ROOT = Path(__file__).parent.parent
LOCK = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
VERSIONS = {name.rpartition("node_modules/")[2]: package["version"] for name, package in LOCK.items() if name}
NOBODY = "http://127.0.0.1:1"


class Advisories(BaseHTTPRequestHandler):
    """An OSV database and an npm registry at once, which know something of the packages in `known`."""

    known: frozenset[str] = frozenset()

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.startswith("/v1/querybatch"):
            names = [query["package"]["name"] for query in json.loads(asked)["queries"]]
            self._answer({"results": [{"vulns": [{"id": "OSV-1"}]} if name in self.known else {} for name in names]})
        else:
            one = {"id": 1, "title": "Bad", "severity": "high", "url": "", "vulnerable_versions": "*"}
            self._answer({name: [one] for name in self.known & VERSIONS.keys()})

    def do_GET(self) -> None:
        if self.path.startswith("/v1/vulns/"):
            self._answer({"id": "OSV-1", "modified": "2026-01-01T00:00:00Z", "affected": []})
            return
        name = unquote(self.path[1:])
        version = VERSIONS[name]
        self._answer({"name": name, "versions": {version: {"name": name, "version": version}}})

    def _answer(self, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None: ...


@contextmanager
def advisories(*known: str) -> Iterator[str]:
    handler = type("Known", (Advisories,), {"known": frozenset(known)})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def audited(python: str, npm: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "scripts/audit_dependencies.py", "--advisories", python, "--npm-registry", npm]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_known_vulnerability_of_what_is_installed_fails() -> None:
    with advisories("fastapi", "react", "pytest", "eslint") as service:
        done = audited(service, service)
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert any(line.startswith("fastapi ") and line.endswith("OSV-1") for line in told)
    assert any(line.startswith("react ") and line.endswith("high") for line in told)
    # What developers alone use is not installed for anybody else.
    assert not any(line.startswith(("pytest ", "eslint ")) for line in told)


def test_nothing_known_passes() -> None:
    with advisories() as service:
        done = audited(service, service)
    assert (done.returncode, done.stderr) == (0, "")
    assert "NOT AUDITED" not in done.stdout


def test_nobody_to_ask_is_said_loudly_and_passes() -> None:
    done = audited(NOBODY, NOBODY)
    assert done.returncode == 0
    assert done.stdout.count("NOT AUDITED") == 2
