"""The commands by which the files for container hosts start this program."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]

Command = tuple[str, ...]


def of_procfile() -> dict[str, Command]:
    lines = (ROOT / "Procfile").read_text().splitlines()
    return {name: tuple(shlex.split(command)) for name, _, command in (line.partition(":") for line in lines)}


def of_render() -> dict[str, Command]:
    found = {}
    for service in render()["services"]:
        for key in ("dockerCommand", "preDeployCommand"):
            if key in service:
                found[f"{service['name']} {key}"] = tuple(shlex.split(service[key]))
    return found


def of_compose() -> dict[str, Command]:
    """Those of the services that are built here."""
    return {name: tuple(service["command"]) for name, service in compose()["services"].items() if "build" in service}


def of_dockerfile() -> Command:
    found = re.findall(r"^CMD (\[.*\])$", dockerfile(), flags=re.MULTILINE)
    return tuple(json.loads(found[-1]))


def health_of_dockerfile() -> Command:
    """How Docker asks whether the container is well."""
    found = re.findall(r"^HEALTHCHECK .*? CMD (\[.*\])$", dockerfile(), flags=re.MULTILINE)
    return tuple(json.loads(found[-1]))


def dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text()


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return read


def render() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "render.yaml").read_text())
    return read
