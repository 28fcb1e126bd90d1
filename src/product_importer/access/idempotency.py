"""`Idempotency-Key`: a request that is sent again gets the answer of the first one, and nothing is done twice.

The key, the work and the answer are one transaction: a crash leaves none of them, and who comes second with the same
key waits for it. A request that fails leaves nothing either, so that it can be sent again when it has been corrected.
"""

import hashlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response
from fastapi.routing import APIRoute
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from product_importer.access import idempotency_repository as repository
from product_importer.access.actor import actor_of
from product_importer.access.idempotency_models import IdempotencyKey
from product_importer.access.session import SessionDep
from product_importer.core.database import before_commit, let_go_if_stopped
from product_importer.core.errors import Invalid
from product_importer.core.openapi import REPLAYED
from product_importer.core.sealing import seal, unseal

KEY_MAX = 255
NO_STORE = "no-store"
_CLAIM = "idempotency_claim"
# Said anew of every answer.
_NOT_KEPT = frozenset({"content-length"})


def _visible(key: str) -> str:
    if not (1 <= len(key) <= KEY_MAX and all("!" <= character <= "~" for character in key)):
        raise PydanticCustomError(
            "idempotency_key_invalid",
            f"The key must have 1 to {KEY_MAX} visible ASCII characters. Send a new UUID, for instance.",
        )
    return key


Key = Annotated[
    str | None,
    AfterValidator(lambda key: None if key is None else _visible(key)),
    Header(
        alias="idempotency-key",
        description="Any text of your own, new for each thing to be done. Sent again within 24 hours with the same "
        "request, it is answered as the first time and nothing is done again.",
        json_schema_extra={"minLength": 1, "maxLength": KEY_MAX, "pattern": "^[!-~]+$"},
    ),
]


class Replayed(Exception):
    """The request was carried out before; ends it with the answer of that time."""

    def __init__(self, found: IdempotencyKey) -> None:
        super().__init__(found.key)
        self.found = found


@dataclass
class Claim:
    """A key that the transaction of a request has taken."""

    session: Session
    actor: str
    key: str
    answered: bool = False

    def keep(self, response: Response) -> None:
        """Keep the answer in the transaction that does the work."""
        headers = [[name, value] for name, value in response.headers.items() if name not in _NOT_KEPT]
        # What must not be stored by anyone on its way is a secret, and is kept as one.
        secret = response.headers.get("cache-control") == NO_STORE
        body = seal(bytes(response.body), _CLAIM) if secret else bytes(response.body)
        answer = {"status": response.status_code, "headers": headers, "body": body, "sealed": secret}
        repository.keep(self.session, self.actor, self.key, **answer)
        self.answered = True

    def require_answer(self, _: Session) -> None:
        """Raise when the transaction would commit without the answer."""
        if not self.answered:
            raise RuntimeError("This route keeps no answers. Give its router `route_class=IdempotentRoute`.")


class IdempotentRoute(APIRoute):
    """A route that keeps its answer with the key that came with the request, if one did.

    Here, because this is where the answer exists and the transaction is still open.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, and the keeping of its answer."""
        handle = super().get_route_handler()

        async def keeping(request: Request) -> Response:
            response = await handle(request)
            claim: Claim | None = request.scope.get(_CLAIM)
            if claim is not None:
                await run_in_threadpool(claim.keep, response)
            return response

        return keeping


def claim(session: Session, request: Request, key: str | None, body_sha256: str) -> None:
    """Take `key` for this request, if it has one; raises Replayed when it was answered before, or Invalid."""
    if key is None:
        return
    # Whoever sends the request again waits for this transaction.
    let_go_if_stopped(session)
    actor, path = actor_of(request), f"{request.url.path}?{request.url.query}"
    if repository.take(session, actor, key, request.method, path, body_sha256):
        taken = request.scope[_CLAIM] = Claim(session, actor, key)
        before_commit(session, taken.require_answer)
        return
    found = repository.holder(session, actor, key)
    if (found.method, found.path, found.body_sha256) != (request.method, path, body_sha256):
        raise Invalid(
            "idempotency_key_reused",
            "This Idempotency-Key came with another request before. Take a new key for a new request; to repeat that "
            "one, send the very same body to the same address.",
        )
    raise Replayed(found)


async def _claim_by_body(request: Request, session: SessionDep, key: Key = None) -> None:
    if key is None:
        return
    digest = hashlib.sha256()
    async for chunk in request.stream():
        digest.update(chunk)
    await run_in_threadpool(claim, session, request, key, digest.hexdigest())


IDEMPOTENT = Depends(_claim_by_body)
"""For `dependencies=[…]` of a route that does its work in the request's session and whose class is IdempotentRoute."""


def replay(_: Request, error: Exception) -> Response:
    """The answer of the first request once more, marked as such."""
    assert isinstance(error, Replayed)
    found = error.found
    assert found.status is not None
    body = unseal(found.body, _CLAIM) if found.sealed and found.body is not None else found.body
    response = Response(body, found.status, headers={REPLAYED: "true"})
    for name, value in found.headers or ():
        response.headers.append(name, value)
    return response
