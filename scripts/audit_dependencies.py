"""Ask the advisory databases about every package that an installation runs, in Python and in the web UI.

    uv run scripts/audit_dependencies.py [--advisories URL] [--npm-registry URL]

Fails at a known vulnerability. Where a database cannot be reached it says so loudly and goes on: a machine without a
route to it can check everything else.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
# What npm says of a registry without advisories and of one that cannot be reached alike.
NPM_NOT_ASKED = "audit endpoint returned an error"
sys.path.insert(0, str(ROOT))

from hatch_build import node_folder, npm  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description="Ask the advisory databases about what an installation runs.")
    parser.add_argument("--advisories", help="an OSV database other than the public one, for Python packages")
    parser.add_argument("--npm-registry", help="an npm registry other than the configured one")
    given = parser.parse_args()
    found = [*python_packages(given.advisories), *npm_packages(given.npm_registry)]
    if found:
        sys.exit("Known vulnerabilities:\n" + "\n".join(found))


def python_packages(service: str | None) -> list[str]:
    """What is known against the packages of the resolved closure, without those of developers."""
    other = ["--service-url", service] if service else []
    preview = ["--preview-features", "audit-command,json-output"]
    done = run(["uv", "audit", "--no-dev", "--output-format", "json", *preview, *other], ROOT)
    if done.returncode not in {0, 1}:
        return not_asked("Python", done.stderr)
    found = json.loads(done.stdout)["vulnerabilities"]
    print(f"Python packages: {len(found)} known vulnerabilities")
    return [f"{one['dependency']['name']} {one['dependency']['version']}: {one['id']}" for one in found]


def npm_packages(registry: str | None) -> list[str]:
    """What is known against the packages that the web UI is built from and with."""
    other = ["--registry", registry] if registry else []
    program = next(path for path in (node_folder() / "bin/node", node_folder() / "node.exe") if path.is_file())
    done = run([str(program), npm(), "audit", "--omit=dev", "--json", *other], FRONTEND)
    report: dict[str, Any] = json.loads(done.stdout or "{}")
    if "vulnerabilities" not in report:
        if NPM_NOT_ASKED not in done.stderr:
            sys.exit(f"npm audit failed:\n{done.stderr or done.stdout}")
        return not_asked("npm", done.stderr)
    found = report["vulnerabilities"]
    print(f"npm packages: {len(found)} known vulnerabilities")
    return [f"{name} {one['range']}: {one['severity']}" for name, one in found.items()]


def not_asked(what: str, said: str) -> list[str]:
    """Say that nothing is known because nobody could be asked."""
    line = "!" * 100
    print(f"{line}\nNOT AUDITED: the advisory database for {what} packages did not answer.\n{said.strip()}\n{line}")
    return []


def run(command: Sequence[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
