"""Pin the version of every package in the whole dependency closure, in `[tool.uv]` of pyproject.toml.

    uv run scripts/pin_versions.py            choose the newest versions that fit together, and pin them
    uv run scripts/pin_versions.py --check    fail when a package of the closure is not pinned

A lock file would record where each file was downloaded from; constraints hold for any package index. The same versions
stand in requirements.txt, for hosts that install with pip, which does not read `[tool.uv]`.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
REQUIREMENTS = ROOT / "requirements.txt"
LISTS = ("constraint-dependencies", "build-constraint-dependencies")


def main() -> None:
    text = PYPROJECT.read_text()
    check = "--check" in sys.argv[1:]
    free = text
    for name in LISTS:
        free = text if check else replaced(free, name, [])
    pins = resolve(free)
    wanted = replaced(text, LISTS[0], pins)
    wanted = replaced(wanted, LISTS[1], resolve_build(free))
    requirements = export(wanted)
    if not check:
        PYPROJECT.write_text(wanted)
        REQUIREMENTS.write_text(requirements)
    elif wanted != text or requirements != REQUIREMENTS.read_text():
        sys.exit("Versions are not pinned as they resolve. Run `uv run scripts/pin_versions.py` and commit the result.")
    print(f"{len(pins)} packages pinned")


def replaced(text: str, name: str, pins: list[str]) -> str:
    """The text with the list `name` holding `pins`."""
    wanted = f"{name} = [\n" + "".join(f'    "{pin}",\n' for pin in pins) + "]\n"
    return re.sub(rf"^{name} = \[\n(?:    .*\n)*\]\n", lambda _: wanted, text, flags=re.MULTILINE)


def resolve(pyproject: str) -> list[str]:
    """The closure that uv chooses for this pyproject.toml, for every Python and platform, as requirements."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(pyproject)
        (Path(folder) / "README.md").touch()
        subprocess.run(["uv", "lock", "--quiet", "--directory", folder], check=True)
        lock = tomllib.loads((Path(folder) / "uv.lock").read_text())
    return sorted(requirement(package) for package in lock["package"] if "registry" in package["source"])


def export(pyproject: str) -> str:
    """What this program needs at run time, and the program itself, for pip."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(pyproject)
        (Path(folder) / "README.md").touch()
        command = ["uv", "export", "--quiet", "--directory", folder, "--no-dev", "--no-emit-project"]
        plain = ["--no-hashes", "--no-annotate", "--no-header"]
        return subprocess.run([*command, *plain], capture_output=True, text=True, check=True).stdout + ".\n"


def requirement(package: dict[str, object]) -> str:
    """One pin; where several versions serve different Pythons, each with its marker."""
    markers = package.get("resolution-markers")
    pin = f"{package['name']}=={package['version']}"
    return f"{pin} ; {' or '.join(f'({marker})' for marker in markers)}" if isinstance(markers, list) else pin


def resolve_build(pyproject: str) -> list[str]:
    """The closure of what building the package needs."""
    settings = tomllib.loads(pyproject)
    wanted = "\n".join(settings["build-system"]["requires"])
    pinned = "\n".join(settings["tool"]["uv"]["build-constraint-dependencies"])
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as constraints:
        constraints.write(pinned)
        constraints.flush()
        command = ["uv", "pip", "compile", "-", "--universal", "--no-annotate", "--no-header", "--quiet"]
        found = subprocess.run(
            [*command, "--python-version", "3.11", "--constraint", constraints.name],
            input=wanted, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return sorted(line for line in found.stdout.splitlines() if "==" in line)


if __name__ == "__main__":
    main()
