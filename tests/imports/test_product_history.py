"""What imports and their undo leave in the history of a product."""

from fastapi.testclient import TestClient

from tests.imports.conftest import Importer
from tests.products.catalogue import PRODUCTS, changed, create, history, url
from tests.products.undo_jobs import undone


def test_a_change_names_the_import_that_made_it(client: TestClient, import_file: Importer) -> None:
    made = create(client, sku="A", price="1")
    receipt = import_file("sku,name,price\nA,Wool blanket,2\n")
    newest = history(client, made)["items"][0]
    assert (newest["job_id"], newest["job_kind"]) == (receipt["id"], "import")
    assert changed(newest) == {"price": ("1.00", "2.00")}


def test_a_product_that_an_undo_removed_keeps_its_history(client: TestClient, import_file: Importer) -> None:
    receipt = import_file("sku,name\nA,Apple\n")
    [made] = client.get(PRODUCTS).json()["items"]
    undone(client, receipt["id"])
    assert client.get(url(made)).status_code == 404
    entries = history(client, made)["items"]
    assert [entry["event"] for entry in entries] == ["product.purged", "product.deleted", "product.created"]
    assert changed(entries[0]) == {"sku": ("A", None), "name": ("Apple", None), "active": (True, None)}
