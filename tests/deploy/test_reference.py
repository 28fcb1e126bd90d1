"""The reference of the API in the documentation site."""

from product_importer.main import create_app
from scripts.docs_api import reference


def test_each_operation_of_the_document_is_in_the_reference() -> None:
    page = reference()
    document = create_app().openapi()

    missing = [
        f"{method.upper()} {path}"
        for path, item in document["paths"].items()
        for method in item
        if f"### `{method.upper()} {path}`\n" not in page
    ]
    assert missing == []
