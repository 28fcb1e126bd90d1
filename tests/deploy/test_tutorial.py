"""The tutorial says what is so: its blocks are run in their order against an installation of `up`, as by a reader."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.servers import stop
from tests.cli.commands import Running

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LAPTOP = "http://127.0.0.1:8000/"
# What a block has set, the next one has, too, as in one shell.
SHELL = "set -aeuo pipefail; [ ! -f ../variables ] || . ../variables\n{block}\nexport -p > ../variables"


def test_every_block_of_the_tutorial_does_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert {language for language, _ in blocks} == {"sh", "python"}
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    known: dict[str, Any] = {}
    server = Running(tmp_path / "data", "up")
    try:
        server.wait_for("Ctrl-C")
        address = f"http://127.0.0.1:{server.port}/"
        monkeypatch.setenv("SHOP", f"{address}api/v1")
        for number, (language, block) in enumerate(blocks):
            if language == "python":
                exec(compile(block, f"block {number} of {PAGE.name}", "exec"), known)  # the page's own words
            else:
                in_shell(block.replace(LAPTOP, address))
    finally:
        stop(server)


def in_shell(block: str) -> None:
    command = ["bash", "-c", SHELL.format(block=block)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (block, done.stdout, done.stderr)
