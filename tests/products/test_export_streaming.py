"""An export reads the catalogue as fast as it is taken, and no further."""

import csv
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
import uvicorn
from fastapi.testclient import TestClient
from sqlalchemy import event, text

from product_importer.core.database import get_engine, transaction
from product_importer.main import create_app
from product_importer.products import export_pages, exporting
from product_importer.products.export_pages import READERS
from product_importer.products.exporting import ExportQuery
from tests.products.catalogue import PRODUCTS, create, url
from tests.waiting import wait_until

PAGES = 10
PAGE_LINES = 500
_MANY = """
    insert into products (sku, sku_key, name, description)
    select 'S' || number, 's' || number, 'Rug', repeat('long ', 2000)
    from generate_series(1, :products) number
"""


@contextmanager
def transactions() -> Iterator[list[None]]:
    """One entry for each transaction that begins."""
    seen: list[None] = []

    def note(_connection: Any) -> None:
        seen.append(None)

    event.listen(get_engine(), "begin", note)
    yield seen
    event.remove(get_engine(), "begin", note)


@contextmanager
def served() -> Iterator[tuple[str, uvicorn.Server]]:
    """The API behind a real socket, in this process."""
    server = uvicorn.Server(uvicorn.Config(create_app(), port=0, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until(lambda: server.started, "the server")
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}", server
    finally:
        server.should_exit = True
        thread.join()


def test_a_client_that_goes_away_ends_the_work(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "LINES_AT_ONCE", PAGE_LINES)
    with transaction() as session:
        session.execute(text(_MANY), {"products": PAGES * PAGE_LINES})
    with served() as (address, server), transactions() as begun:
        with httpx2.stream("GET", f"{address}{PRODUCTS}/export", headers={"accept-encoding": "identity"}) as answer:
            assert next(answer.iter_bytes()).startswith(b"id,sku,")
        wait_until(lambda: not server.server_state.tasks, "the end of the request")
        assert len(begun) < PAGES


def test_products_that_move_in_the_order_come_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "LINES_AT_ONCE", 1)
    made = [create(client, sku=f"S{number}", name=f"{number}") for number in range(READERS + 4)]
    with transaction() as session:
        export = exporting.prepare(session, ExportQuery(sort="name"))
    lines = export.body()
    assert next(lines).startswith(b"id,")
    assert b",S0," in next(lines)
    client.patch(url(made[0]), json={"name": "9"})
    client.patch(url(made[-1]), json={"name": "0"})
    client.delete(url(made[-3]))
    create(client, sku="NEW", name="5")
    rest = [line.split(b",")[1:3] for line in lines]
    assert rest == [[b"S1", b"1"], [b"S2", b"2"], [b"S4", b"4"], [b"S5", b"0"]]


def test_a_page_too_long_for_memory_waits_on_the_disk(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_pages, "PAGE_BYTES", 1_000)
    for number in range(3):
        create(client, sku=f"S{number}", description=f"{number}" * 100_000)
    with transaction() as session:
        export = exporting.prepare(session, ExportQuery(sort="id"))
    blocks = list(export.body())
    rows = list(csv.DictReader(io.StringIO(b"".join(blocks).decode(), newline="")))
    assert [(row["sku"], row["description"]) for row in rows] == [(f"S{n}", f"{n}" * 100_000) for n in range(3)]
    assert max(map(len, blocks)) <= export_pages.BLOCK_BYTES


@pytest.mark.parametrize("file_format", ["csv", "jsonl"])
def test_text_is_compressed_for_a_client_that_accepts_it(client: TestClient, file_format: str) -> None:
    create(client, description="soft and warm " * 1_000)
    address = f"{PRODUCTS}/export?format={file_format}"
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content


def test_a_workbook_is_not_compressed_twice(client: TestClient) -> None:
    create(client)
    answer = client.get(f"{PRODUCTS}/export?format=xlsx", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers


def test_no_transaction_is_open_while_a_client_takes_its_time(client: TestClient) -> None:
    create(client)
    with transaction() as session:
        export = exporting.prepare(session, ExportQuery())
    lines = export.body()
    assert next(lines)
    assert next(lines)
    with transaction() as session:
        session.execute(text("lock table products in access exclusive mode nowait"))
    assert list(lines) == []


def test_a_cell_that_a_workbook_cannot_hold_by_now_breaks_the_download(client: TestClient) -> None:
    made = create(client)
    with transaction() as session:
        export = exporting.prepare(session, ExportQuery(format="xlsx"))
    client.patch(url(made), json={"description": "\a"})
    with pytest.raises(ValueError, match="a workbook cannot hold"):
        list(export.body())
