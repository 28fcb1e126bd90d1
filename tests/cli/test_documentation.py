from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from product_importer.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)
COMMANDS = GROUP.commands


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_and_option_is_documented(name: str) -> None:
    heading = f"## `product-importer {name}"
    assert heading in PAGE, f"docs/command-line.md says nothing of {name}"

    section = PAGE.split(heading, 1)[1].split("\n## ", 1)[0]
    options = [option for parameter in COMMANDS[name].params for option in parameter.opts if option[0] == "-"]
    assert [option for option in options if f"`{option}" not in section] == []


@pytest.mark.parametrize("name", sorted(name for name, command in COMMANDS.items() if isinstance(command, TyperGroup)))
def test_each_command_of_a_group_and_its_options_are_documented(name: str) -> None:
    group = COMMANDS[name]
    assert isinstance(group, TyperGroup)
    section = PAGE.split(f"## `product-importer {name}", 1)[1].split("\n## ", 1)[0]
    for below, command in group.commands.items():
        assert f"`{name} {below}" in section
        options = [option for parameter in command.params for option in parameter.opts if option[0] == "-"]
        assert [option for option in options if f"`{option}" not in section] == []


def test_what_is_documented_exists() -> None:
    documented = {line.split()[2].rstrip("`") for line in PAGE.splitlines() if line.startswith("## `product-importer ")}

    assert documented == set(COMMANDS)
