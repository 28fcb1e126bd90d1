"""Imports through the API, carried out in this process."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from product_importer.imports import parquet_child, parquet_table
from product_importer.imports.engine import run_import

Receipt = dict[str, Any]
Importer = Callable[..., Receipt]


@pytest.fixture
def import_file(client: TestClient) -> Importer:
    """Post a file, carry its import out, and return what the API then says of it."""

    def run(content: str | bytes, filename: str = "products.csv", mapping: Any = None, **options: Any) -> Receipt:
        data = content.encode() if isinstance(content, str) else content
        form = {"options": json.dumps(options)} | ({"mapping": json.dumps(mapping)} if mapping else {})
        posted = client.post("/api/v1/imports", files={"file": (filename, data)}, data=form)
        assert posted.status_code == 202, posted.text
        run_import(UUID(posted.json()["id"]))
        receipt: Receipt = client.get(posted.headers["location"]).json()
        return receipt

    return run


@pytest.fixture
def catalogue(client: TestClient) -> Callable[[], dict[str, dict[str, Any]]]:
    """The live products by SKU."""

    def read() -> dict[str, dict[str, Any]]:
        answer = client.get("/api/v1/products", params={"limit": 500})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert page["total"] == len(page["items"])
        return {product["sku"]: product for product in page["items"]}

    return read


@pytest.fixture(scope="module")
def parquet_in_this_process() -> Iterator[None]:
    """What reads Parquet does so in a thread: hundreds of files would each wait half a second for its process."""

    @contextmanager
    def started(size: int, rows: int) -> Iterator[parquet_table.Child]:
        ours, theirs = Pipe()
        thread = threading.Thread(target=parquet_child.serve, args=(theirs, size, rows, lambda: None))
        thread.start()
        with theirs:
            try:
                with ours:
                    yield parquet_table.Child(ours, lambda _: 0)
            finally:
                thread.join()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet_table, "started", started)
        yield
