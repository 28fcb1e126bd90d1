"""An export reads the catalogue as fast as it is taken, and no further."""

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
from product_importer.products import exporting
from product_importer.products.exporting import ExportQuery
from tests.products.catalogue import PRODUCTS, create, url
from tests.waiting import wait_until

PAGES = 10
_MANY = """
    insert into products (sku, sku_key, name, description)
    select 'S' || number, 's' || number, 'Rug', repeat('long ', 2000)
    from generate_series(1, :products) number
"""


@contextmanager
def pages_read() -> Iterator[list[str]]:
    """The statements that read a page of an export."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "ANY (" in statement:
            seen.append(statement)

    event.listen(get_engine(), "before_cursor_execute", note)
    yield seen
    event.remove(get_engine(), "before_cursor_execute", note)


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


def test_a_client_that_goes_away_ends_the_work(database_url: str) -> None:
    with transaction() as session:
        session.execute(text(_MANY), {"products": PAGES * exporting.ROWS_AT_ONCE})
    with served() as (address, server), pages_read() as pages:
        with httpx2.stream("GET", f"{address}{PRODUCTS}/export", headers={"accept-encoding": "identity"}) as answer:
            assert next(answer.iter_bytes()).startswith(b"id,sku,")
        wait_until(lambda: not server.server_state.tasks, "the end of the request")
        assert len(pages) < PAGES


def test_products_that_move_in_the_order_come_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "ROWS_AT_ONCE", 1)
    made = [create(client, sku=f"S{number}", name=f"{number}") for number in range(4)]
    with transaction() as session:
        export = exporting.prepare(session, ExportQuery(sort="name"))
    lines = export.body()
    assert next(lines).startswith(b"id,")
    assert b",S0," in next(lines)
    client.patch(url(made[0]), json={"name": "9"})
    client.patch(url(made[3]), json={"name": "0"})
    client.delete(url(made[1]))
    create(client, sku="NEW", name="5")
    assert [line.split(b",")[1:3] for line in lines if line] == [[b"S2", b"2"], [b"S3", b"0"]]


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
