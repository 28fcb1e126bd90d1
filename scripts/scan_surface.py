"""Scan the web UI and the API of a real server with Wapiti, logged in as an admin: `python -m scripts.scan_surface`.

Fails at a finding of medium severity or above. Needs some minutes; Wapiti is installed by uv into a place of its own,
because what it needs does not fit beside what the product needs.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.browser.servers import API, serve_guarded

WAPITI = "wapiti3==3.2.3"
# Those that need neither a server on the internet, which is to be called back, nor a product of another kind.
MODULES = (
    "backup", "cookieflags", "crlf", "csp", "exec", "file", "http_headers", "ldap", "methods", "permanentxss",
    "redirect", "shellshock", "sql", "upload", "xss",
)  # fmt: skip
# Some would end the session by which the scanner is logged in. On a body that is neither a form nor JSON it stumbles.
LEFT_OUT = ("session", "session/*", "sessions", "sessions/*", "password", "uploads/resumable", "uploads/resumable/*")
PAGES = ("upload", "products", "webhooks", "jobs", "settings", "settings/users", "api/docs", "api/redoc")
ATTACK_SECONDS = 600
INCOMPLETE = ("Traceback", "Max attack time was reached")
MEDIUM = 2


def main() -> None:
    with TemporaryDirectory() as folder:
        for server in serve_guarded(Path(folder)):
            with server.set_up() as api:
                api.post("/products", json={"sku": "scan-1", "name": "A lamp", "price": "1.00"}).raise_for_status()
                document = Path(folder) / "openapi.json"
                document.write_text(api.get(f"{server.address}/api/openapi.json").raise_for_status().text)
                cookie = "; ".join(f"{name}={value}" for name, value in api.cookies.items())
                found = [*serious(scanned(Path(folder), server.address, document, cookie))]
                # Else it has scanned a login page.
                api.get("/whoami").raise_for_status()
            crashed = "request.crashed" in server.server.seen()
    if found or crashed:
        sys.exit("\n".join(["The scan found:", *found, *(["a request crashed"] if crashed else [])]))


def scanned(folder: Path, address: str, document: Path, cookie: str) -> dict[str, Any]:
    """Wapiti's report."""
    report = folder / "report.json"
    excluded = [option for path in LEFT_OUT for option in ("-x", f"{address}{API}/{path}")]
    pages = [option for path in PAGES for option in ("-s", f"{address}/{path}")]
    done = subprocess.run(
        [
            "uv", "tool", "run", "--from", WAPITI, "wapiti",
            "-u", f"{address}/", *pages, "--swagger", str(document), "--scope", "domain", *excluded,
            "-m", ",".join(MODULES), "--max-attack-time", str(ATTACK_SECONDS), "--cookie-value", cookie,
            "--header", f"Origin: {address}", "--drop-set-cookie", "--no-bugreport", "--flush-session",
            "--store-session", str(folder / "sessions"), "--store-config", str(folder / "config"),
            "-f", "json", "-o", str(report), "-v", "1",
        ],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if done.returncode or any(sign in done.stdout for sign in INCOMPLETE):
        sys.exit(f"{done.stdout}\nWapiti did not do all that it was asked for.")
    read: dict[str, Any] = json.loads(report.read_text())
    print(f"{read['infos']['crawled_pages_nbr']} addresses were tried")
    return read


def serious(report: dict[str, Any]) -> Iterator[str]:
    """What is of medium severity or above, as lines."""
    for kind in ("vulnerabilities", "anomalies"):
        for name, findings in report[kind].items():
            for one in findings:
                if one["level"] >= MEDIUM:
                    yield f"{name} (level {one['level']}): {one['method']} {one['path']} {one['info']}"


if __name__ == "__main__":
    main()
