"""`product-importer access`: for whoever has the machine, also when nobody can log in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from product_importer.access.roles import Scope
from product_importer.commands.shell import in_one_sentence, out, settings_with
from product_importer.core.settings import Settings

app = typer.Typer(help="Let people and programs in, from this machine.", no_args_is_help=True, rich_markup_mode=None)

DataDirOption = Annotated[Path | None, typer.Option(help="Folder of the running server. [default: the usual one]")]


@app.command()
def link(
    email: Annotated[str | None, typer.Argument(help="Who is locked out; left out, the first admin is made.")] = None,
    data_dir: DataDirOption = None,
) -> None:
    """Print a link that works once: the set-up, another invitation, or a reset of a password."""
    from product_importer.commands import access

    with _beside_the_database(data_dir) as settings:
        url = access.make_link(settings, email)
    out.print(url, markup=False, highlight=False, soft_wrap=True)


@app.command()
def key(
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    scope: Annotated[list[Scope], typer.Option(help="What it may be used for; can be given several times.")],
    days: Annotated[int | None, typer.Option(min=1, help="How long it holds. [default: until it is revoked]")] = None,
    data_dir: DataDirOption = None,
) -> None:
    """Print a new API key; it is shown this once."""
    from product_importer.commands import access

    with _beside_the_database(data_dir):
        made = access.make_key(name, scope, days)
    out.print(made, markup=False, highlight=False, soft_wrap=True)


@app.command()
def users(data_dir: DataDirOption = None) -> None:
    """List everybody who may log in."""
    from product_importer.commands import access

    with _beside_the_database(data_dir):
        people = access.people()
    for one in people:
        state = "disabled" if one.disabled else "joined" if one.joined else "invited"
        out.print(f"{one.email}  {one.role}  {state}", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _beside_the_database(data_dir: Path | None) -> Iterator[Settings]:
    """The settings that lead to the database of a running server."""
    from product_importer.commands import access

    with in_one_sentence():
        settings = settings_with(database_url=access.database_url(settings_with(data_dir=data_dir)))
        access.forget_engine()
        try:
            yield settings
        finally:
            access.forget_engine()
