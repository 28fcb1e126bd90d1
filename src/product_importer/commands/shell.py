"""What every command does: read the settings, speak to the terminal, and say what went wrong in one sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console

from product_importer.core.errors import ProblemError
from product_importer.core.settings import Settings, get_settings

out = Console()
err = Console(stderr=True)

INTERRUPTED = 130


def settings_with(**given: Any) -> Settings:
    """The settings of the environment and `.env`, with what the command line gives above them.

    What is given goes into the environment, where child processes find it too.
    """
    os.environ.update({name.upper(): str(value) for name, value in given.items() if value is not None})
    get_settings.cache_clear()
    try:
        settings = get_settings()
    except ValidationError as wrong:
        for error in wrong.errors():
            fail(f"{str(error['loc'][0]).upper()}: {error['msg'].removeprefix('Value error, ')}.")
        raise typer.Exit(1) from None
    return settings


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Turn expected failures into one sentence and exit code 1, and Ctrl-C into the shell's code for it."""
    from product_importer.commands.client import ImportRefused
    from product_importer.core.connections import NotUsable
    from product_importer.embedded.errors import EmbeddedError

    try:
        yield
    except (EmbeddedError, NotUsable, ImportRefused, ProblemError) as failed:
        fail(str(failed))
        raise typer.Exit(1) from None
    except OSError as failed:
        fail(f"{failed.filename or 'The system'}: {failed.strerror}.")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def say(line: str) -> None:
    """Tell something on standard error, as it is."""
    err.print(line, markup=False, highlight=False, soft_wrap=True)


def fail(sentence: str) -> None:
    """Tell what went wrong."""
    err.print(sentence, markup=False, highlight=False, soft_wrap=True)
