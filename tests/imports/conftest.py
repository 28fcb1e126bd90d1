"""Imports through the API, carried out in this process."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

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
