"""The transaction of a request, in the name of whoever asks."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from product_importer.access.actor import actor_of
from product_importer.core.database import transaction


def _request_transaction(request: Request) -> Iterator[Session]:
    with transaction(actor=actor_of(request)) as session:
        yield session


# scope="function": the default would commit after the answer has gone out, so a failing commit would still say 200.
SessionDep = Annotated[Session, Depends(_request_transaction, scope="function")]
