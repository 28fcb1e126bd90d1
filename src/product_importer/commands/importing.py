"""Import one file through a server: the one that runs, or one started for the run."""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from product_importer.commands.client import Import, ImportClient, ImportRefused
from product_importer.commands.display import ProgressView, ReadingFile, show_import
from product_importer.commands.sample import write_sample
from product_importer.core.settings import Settings
from product_importer.embedded.data_dir import DataDir
from product_importer.embedded.stack import Stack, free_port

LOOPBACK = "127.0.0.1"
ALL_IN, FAILED, SOME_REJECTED = 0, 1, 3


def import_file(
    client: ImportClient,
    path: Path,
    options: Mapping[str, object],
    view: ProgressView,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Import, float]:
    """Send a file and follow its import to the end; returns the import and the seconds it took, upload included."""
    began = time.monotonic()
    with ReadingFile(path, "Uploading", view) as file:
        sent = client.start(file, path.name, options)
    for found in client.follow(sent["id"], meanwhile):
        show_import(view, found)
    return found, time.monotonic() - began


def import_sample(stack: Stack, rows: int, view: ProgressView, key: str | None = None) -> tuple[Import, float]:
    """Make a catalogue and import it into a running stack, which is kept running meanwhile."""
    with tempfile.TemporaryDirectory(dir=stack.folder.root) as folder, ImportClient(stack.url, key) as client:
        catalogue = Path(folder) / "demo-catalogue.csv"
        write_sample(catalogue, rows, on_rows=lambda done: view.show("Making a catalogue", 100 * done / rows))
        return import_file(client, catalogue, {}, view, stack.supervisor.check)


def exit_code(found: Import) -> int:
    """What the command tells its caller: 0 all in, 3 some rejected, 1 not imported."""
    if found["status"] not in ("completed", "awaiting_confirmation"):
        return FAILED
    return SOME_REJECTED if found["counts"]["rejected"] else ALL_IN


@contextmanager
def server_for(settings: Settings, server: str | None, on_line: Callable[[str], None]) -> Iterator[str]:
    """The address of a server: `server` if given, else the one that runs, else one started for the time being."""
    if server is not None:
        yield _answering(server)
        return
    running = DataDir(settings.data_dir).running_url() or _usual_server(settings)
    if running is not None:
        yield running
        return
    # For this import alone, so nobody else is let in and nobody has to log in.
    own = settings.model_copy(update={"host": LOOPBACK, "port": free_port(LOOPBACK), "auth": "local"})
    with Stack(own, on_line) as stack:
        yield stack.url


def _answering(server: str) -> str:
    with ImportClient(server) as client:
        if client.answers():
            return server.rstrip("/")
    raise ImportRefused(f"No Product Importer answers at {server}. Start it there, or leave out --server.")


def _usual_server(settings: Settings) -> str | None:
    """The server at the usual address, unless another data folder was asked for."""
    if "data_dir" in settings.model_fields_set:
        return None
    server = f"http://{settings.host}:{settings.port}"
    with ImportClient(server) as client:
        return server if client.answers() else None
