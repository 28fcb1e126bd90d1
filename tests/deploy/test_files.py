"""The files that container hosts read are well formed, and say what matters."""

import json
import re
import subprocess

import pytest

from product_importer.core.settings import Settings
from tests.deploy import commands
from tests.deploy.commands import ROOT

PARTS = {"api", "worker", "scheduler", "migrate"}
COMPOSE_SCHEMA = "vendor.compose-spec"
OTHER_NAMES = {"POSTGRES_HOST", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"}


def settings() -> set[str]:
    return {name.upper() for name in Settings.model_fields} | OTHER_NAMES


@pytest.mark.covers("001:131", "002:392", "002:473", "004:142", "004:297")
def test_the_compose_file_follows_its_specification() -> None:
    command = ["check-jsonschema", "--builtin-schema", COMPOSE_SCHEMA, str(ROOT / "compose.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.covers("002:473", "002:584")
def test_compose_has_every_part_once_and_migrates_before_them() -> None:
    assert {command[1]: name for name, command in commands.of_compose().items()} == {name: name for name in PARTS}
    for name in PARTS - {"migrate"}:
        waits = commands.compose()["services"][name]["depends_on"]
        assert waits["migrate"] == {"condition": "service_completed_successfully"}


@pytest.mark.covers("002:491")
def test_compose_limits_processor_and_memory_of_every_service() -> None:
    services = commands.compose()["services"]
    assert [name for name, service in services.items() if not {"cpus", "mem_limit"} <= service.keys()] == []


def test_compose_does_not_start_without_secrets_and_holds_none() -> None:
    given = commands.compose()["services"]["api"]["environment"]

    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert re.match(rf"\$\{{{name}:\?", given[name])


def test_compose_and_the_hosts_set_only_settings_that_exist() -> None:
    app = json.loads((ROOT / "app.json").read_text())
    named = [
        *commands.compose()["services"]["api"]["environment"],
        *app["env"],
        *(
            one["key"]
            for given in (*commands.render()["services"], *commands.render()["envVarGroups"])
            for one in given.get("envVars", [])
            if "key" in one
        ),
    ]
    assert set(named) - settings() == set()


@pytest.mark.covers("001:25", "001:123", "004:41")
def test_procfile_and_app_json_name_the_same_parts() -> None:
    app = json.loads((ROOT / "app.json").read_text())

    assert set(commands.of_procfile()) - {"release"} == set(app["formation"])
    assert {command[1] for command in commands.of_procfile().values()} == PARTS


@pytest.mark.covers("004:143", "004:298", "004:667")
def test_render_has_every_part_and_each_name_that_is_referred_to() -> None:
    blueprint = commands.render()
    services = {service["name"]: service for service in blueprint["services"]}
    databases = {database["name"] for database in blueprint["databases"]}
    groups = {group["name"] for group in blueprint["envVarGroups"]}

    assert {command[1] for command in commands.of_render().values()} == PARTS
    for given in (one for service in services.values() for one in service.get("envVars", [])):
        if "fromDatabase" in given:
            assert given["fromDatabase"]["name"] in databases
        if "fromGroup" in given:
            assert given["fromGroup"] in groups
        if refers := given.get("fromService"):
            there = services[refers["name"]]
            assert refers["type"] == there["type"]
            asked = {one.get("key") for one in there.get("envVars", [])}
            assert refers.get("property") == "connectionString" or refers["envVarKey"] in asked


@pytest.mark.covers("001:25", "004:296")
def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    done = subprocess.run(["hadolint", str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_nobody_in_particular_and_gets_its_signals() -> None:
    last_stage = commands.dockerfile().rpartition("\nFROM ")[2]

    [user] = re.findall(r"^USER (\d+)$", last_stage, flags=re.MULTILINE)
    assert int(user) > 0
    # A shell in between would keep SIGTERM to itself.
    assert commands.of_dockerfile() == ("product-importer", "api")


def test_what_the_image_is_made_of_reaches_the_builder() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", commands.dockerfile(), flags=re.MULTILINE)
    let_through = set((ROOT / ".dockerignore").read_text().splitlines())

    assert [name for line in copied for name in line.split() if f"!{name}" not in let_through] == []
    assert all((ROOT / name).exists() for line in copied for name in line.split())
