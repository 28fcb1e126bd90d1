"""The command line: a thin face of the modules that do the work."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from product_importer import cli_access
from product_importer.commands.shell import err, in_one_sentence, out, say, settings_with

if TYPE_CHECKING:
    from product_importer.embedded.stack import Stack

app = typer.Typer(
    name="product-importer",
    help="Import product catalogues of any size into PostgreSQL.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(cli_access.app, name="access")

DEMO_ROWS = 500_000

HostOption = Annotated[str | None, typer.Option(help="Address to listen on; on any but a loopback one people log in.")]
PortOption = Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on. [default: 8000]")]
DataDirOption = Annotated[
    Path | None, typer.Option(help="Folder for everything that is kept. [default: in the user's data folder]")
]
RowsOption = Annotated[int, typer.Option(min=1, help="Rows to write.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]


class Mode(StrEnum):
    """Which rows an import writes."""

    UPSERT = "upsert"
    CREATE = "create"
    UPDATE = "update"


class OnDuplicate(StrEnum):
    """Which of several valid rows with one SKU goes in."""

    LAST = "last"
    FIRST = "first"
    REJECT = "reject"


class OnError(StrEnum):
    """What a rejected row does to the others."""

    SKIP = "skip"
    ABORT = "abort"


class Missing(StrEnum):
    """What becomes of products that the file does not have."""

    IGNORE = "ignore"
    DEACTIVATE = "deactivate"
    DELETE = "delete"


def _show_version(wanted: bool) -> None:
    if wanted:
        out.print(installed_version("product-importer"), highlight=False)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Import product catalogues of any size into PostgreSQL."""


@app.command()
def up(host: HostOption = None, port: PortOption = None, data_dir: DataDirOption = None) -> None:
    """Start everything on this machine: servers, API with the web UI, worker, scheduler. Ctrl-C stops it."""
    from product_importer.commands import display
    from product_importer.embedded.stack import Stack

    settings = settings_with(host=host, port=port, data_dir=data_dir)
    with in_one_sentence(), _started(Stack(settings, say)) as stack:
        display.show_running(out, stack.url, stack.folder.root)
        stack.supervisor.run()


@app.command()
def demo(
    host: HostOption = None,
    port: PortOption = None,
    data_dir: DataDirOption = None,
    rows: RowsOption = DEMO_ROWS,
    leave: Annotated[bool, typer.Option("--exit", help="Stop after the import.")] = False,
) -> None:
    """Start everything, import a made-up catalogue and leave the web UI running."""
    from product_importer.commands import display, importing
    from product_importer.embedded.stack import Stack

    settings = settings_with(host=host, port=port, data_dir=data_dir)
    with in_one_sentence(), _started(Stack(settings, say)) as stack:
        with display.progress_view(err) as view:
            found, seconds = importing.import_sample(stack, rows, view, _key_for(stack))
        display.show_receipt(out, found, seconds, stack.url)
        if leave:
            raise typer.Exit(importing.exit_code(found))
        display.show_running(out, stack.url, stack.folder.root)
        stack.supervisor.run()


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The file of products.")],
    mode: Annotated[Mode, typer.Option(help="Which rows write.")] = Mode.UPSERT,
    on_duplicate: Annotated[OnDuplicate, typer.Option(help="Which row of a repeated SKU goes in.")] = OnDuplicate.LAST,
    on_error: Annotated[OnError, typer.Option(help="Whether one rejected row keeps all out.")] = OnError.SKIP,
    max_errors: Annotated[int | None, typer.Option(min=0, help="Rejected rows beyond which nothing goes in.")] = None,
    missing: Annotated[Missing, typer.Option(help="What to do with products not in the file.")] = Missing.IGNORE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the plan; write no product.")] = False,
    as_json: JsonOption = False,
    server: Annotated[
        str | None, typer.Option(envvar="PRODUCT_IMPORTER_SERVER", help="Address of a running server.")
    ] = None,
    key: Annotated[
        str | None, typer.Option(envvar="PRODUCT_IMPORTER_KEY", help="API key of that server, with the scope import.")
    ] = None,
    data_dir: DataDirOption = None,
) -> None:
    """Import a file into a running server, or into one started for the run.

    Exit code 0: all rows are in (or would be), 3: some were rejected, 1: the import failed.
    """
    from product_importer.commands import display, importing
    from product_importer.commands.client import ImportClient

    options = {
        "mode": mode,
        "on_duplicate": on_duplicate,
        "on_error": on_error,
        "max_errors": max_errors,
        "missing": missing,
        "dry_run": dry_run,
    }
    settings = settings_with(data_dir=data_dir)
    with (
        in_one_sentence(),
        importing.server_for(settings, server, say) as address,
        ImportClient(address, key) as client,
    ):
        with display.progress_view(err) as view:
            found, seconds = importing.import_file(client, file, options, view)
        if as_json:
            sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        else:
            display.show_receipt(out, found, seconds, address)
    raise typer.Exit(importing.exit_code(found))


@app.command()
def sample(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Where to write; an existing file is replaced.")],
    rows: RowsOption = DEMO_ROWS,
    seed: Annotated[int, typer.Option(help="Another seed makes another catalogue.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Write a made-up catalogue with repeated SKUs and some bad rows, and say how many of each."""
    from product_importer.commands.sample import write_sample

    with in_one_sentence():
        counts = write_sample(file, rows, seed).as_json()
    if as_json:
        sys.stdout.write(json.dumps(counts) + "\n")
        return
    for name, count in counts.items():
        err.print(f"{name} {count}", markup=False, highlight=False)


@app.command()
def api(host: HostOption = None, port: PortOption = None) -> None:
    """Serve the API and the web UI only."""
    from product_importer.access.modes import require_startable
    from product_importer.commands.processes import run_api
    from product_importer.core.connections import check_database
    from product_importer.core.known_key import require_known_key
    from product_importer.core.tracing import require_installed
    from product_importer.embedded.stack import check_port_free

    settings = settings_with(host=host, port=port)
    with in_one_sentence():
        require_startable(settings)
        require_installed(settings)
        check_database(settings.database_url)
        require_known_key(settings)
        check_port_free(settings.host, settings.port)
    run_api(settings)


@app.command()
def worker() -> None:
    """Do the background work only."""
    from product_importer.commands.processes import run_worker
    from product_importer.core.connections import check_broker, check_database
    from product_importer.core.known_key import require_known_key
    from product_importer.core.tracing import require_installed

    settings = settings_with()
    with in_one_sentence():
        require_installed(settings)
        check_database(settings.database_url)
        require_known_key(settings)
        check_broker(settings)
    raise typer.Exit(run_worker(settings))


@app.command()
def scheduler() -> None:
    """Send the periodic wake-ups only; one is enough."""
    from product_importer.commands.processes import run_scheduler
    from product_importer.core.connections import check_broker

    settings = settings_with()
    with in_one_sentence():
        check_broker(settings)
    run_scheduler(settings)


@app.command()
def migrate() -> None:
    """Bring the database at DATABASE_URL to the current schema."""
    from product_importer.core.connections import check_database
    from product_importer.embedded.stack import migrate_database

    settings = settings_with()
    with in_one_sentence():
        check_database(settings.database_url)
        migrate_database(settings.database_url)
    out.print("The database is up to date.")


@app.command()
def reseal(
    give_up: Annotated[
        bool, typer.Option("--give-up", help="Turn off webhooks whose secrets do not open with any key that is set.")
    ] = False,
) -> None:
    """Seal the secrets in the database with SECRET_KEY instead of SECRET_KEY_FORMER."""
    from product_importer.commands.secrets import reseal_all

    with in_one_sentence():
        found = reseal_all(settings_with(), give_up=give_up)
    out.print(f"The secrets of {found.webhooks} webhooks are sealed with SECRET_KEY.")
    if found.lost:
        out.print(f"{found.lost} webhooks have lost theirs and are turned off; the web UI says which.")


@app.command()
def doctor(data_dir: DataDirOption = None) -> None:
    """Check everything this program depends on and say what is wrong. Exit 1 if something is."""
    from product_importer.commands.doctor import Doctor

    marks = {
        "ok": "[green]ok     [/]",
        "warning": "[yellow]warning[/]",
        "failed": "[red]failed [/]",
        "unknown": "[yellow]unknown[/]",
    }
    failed = False
    for finding in Doctor(settings_with(data_dir=data_dir)).findings():
        out.print(f"{marks[finding.state]} {finding.subject}: ", end="", highlight=False)
        out.print(finding.text, markup=False, highlight=False, soft_wrap=True)
        failed = failed or finding.state == "failed"
    raise typer.Exit(1 if failed else 0)


def _key_for(stack: "Stack") -> str | None:
    """A key for one import, where the server asks for one."""
    from product_importer.commands import access

    if stack.settings.auth_mode != "required":
        return None
    settings_with(database_url=stack.database_url)
    return access.make_key("demo", ["import"], days=1)


@contextmanager
def _started(stack: "Stack") -> Iterator["Stack"]:
    with ExitStack() as until_the_end:
        # In a pipe Rich shows nothing of it.
        with err.status("Starting …"):
            until_the_end.enter_context(stack)
        yield stack
    err.print("Stopped.")


if __name__ == "__main__":
    app()
