"""The routes of the table, each of which names its successor in the document and in every answer."""

import re
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from product_importer.access.idempotency import IdempotentRoute
from product_importer.compat.table import TABLE, Spelling
from product_importer.core.openapi import API_PREFIX

TAG = "compatibility"
# The date from which they are deprecated, as RFC 9745 wants it; none has an end.
_SINCE = f"@{int(datetime(2026, 11, 26, tzinfo=UTC).timestamp())}"
_PARAMETER = re.compile(r"\{\w+(:\w+)?\}")


def other_spellings(health: APIRouter, *routers: APIRouter) -> APIRouter:
    """Every spelling of the table as a route; its successor is among the routes of these routers."""
    known = {
        **_named(health, ""),
        **{name: route for one in routers for name, route in _named(one, API_PREFIX).items()},
    }
    made = APIRouter(tags=[TAG])
    for spelling in TABLE:
        _add(made, spelling, known[_bare(spelling.successor)])
    return made


def _named(router: APIRouter, prefix: str) -> dict[str, APIRoute]:
    routes = [route for route in router.routes if isinstance(route, APIRoute)]
    return {f"{method} {prefix}{_bare(route.path)}": route for route in routes for method in route.methods or ()}


def _bare(name: str) -> str:
    """A name in which parameters have no names, so that those of two spellings may differ."""
    return _PARAMETER.sub("{}", name)


def _add(router: APIRouter, spelling: Spelling, real: APIRoute) -> None:
    answer = spelling.answer or real.endpoint
    same = {
        "response_model": real.response_model,
        "status_code": real.status_code,
        "responses": real.responses,
        "openapi_extra": real.openapi_extra,
    }
    refusals = {status: one for status, one in real.responses.items() if int(status) >= 400}
    documented = dict(spelling.documented)
    other = {
        "status_code": spelling.status,
        **documented,
        "responses": refusals | documented.get("responses", {}),
    }
    router.add_api_route(
        spelling.path,
        answer,
        methods=[spelling.method],
        operation_id=_operation_id(spelling),
        deprecated=True,
        description=f"{answer.__doc__}\n\nUse `{spelling.successor}` instead.",
        dependencies=real.dependencies,
        route_class_override=_deprecated(type(real), spelling.successor),
        **(other if spelling.answer else same),
    )


def _operation_id(spelling: Spelling) -> str:
    words = re.sub(r":\w+|[{}]", "", spelling.name)
    # A slash at the end is all that some differ by.
    return "other_" + re.sub(r"\W+", "_", words.lower().removesuffix("/")) + ("_slash" if words.endswith("/") else "")


def _deprecated(kind: type[APIRoute], successor: str) -> type[APIRoute]:
    path = successor.split(" ")[1]

    class Deprecated(kind if issubclass(kind, IdempotentRoute) else APIRoute):  # type: ignore[misc]
        """A route like its successor, whose answers say so."""

        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def say(request: Request) -> Response:
                response: Response = await handle(request)
                response.headers["Deprecation"] = _SINCE
                response.headers["Link"] = f'<{path.format(**request.path_params)}>; rel="successor-version"'
                return response

            return say

    return Deprecated
