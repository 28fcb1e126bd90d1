"""The command line called in this process."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from product_importer.cli import app
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from tests.cli.commands import Command


def forget() -> None:
    """Read the settings anew, and build anew what the commands make of them in this process."""
    get_settings.cache_clear()
    get_storage.cache_clear()


@pytest.fixture
def command(tmp_path: Path) -> Iterator[Command]:
    """Runs a command in this process, with settings given as keywords; the environment is put back at the end."""
    before = dict(os.environ)
    os.environ["DATA_DIR"] = str(tmp_path / "data")

    def run(*arguments: object, **settings: str) -> Result:
        os.environ.update(settings)
        forget()
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    yield run
    os.environ.clear()
    os.environ.update(before)
    forget()
