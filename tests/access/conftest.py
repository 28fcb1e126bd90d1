"""An API that asks for credentials."""

import pytest

from product_importer.core import celery
from product_importer.core.settings import get_settings


@pytest.fixture
def required(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """AUTH=required for the API of this process, on an empty database."""
    celery.configure_broker()
    monkeypatch.setattr(get_settings(), "auth", "required")
