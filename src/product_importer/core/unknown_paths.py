"""What is asked for under `/api` and is not there: 405 where the path has other methods, else 404."""

from collections.abc import Sequence

from fastapi import FastAPI
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from product_importer.core.errors import MethodNotAllowed, NotFound

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def install_unknown_paths(app: FastAPI) -> None:
    """Answer whatever under `/api` the routes that `app` has by now do not; without this the web UI's page would."""
    app.router.routes.append(Route("/api/{path:path}", _UnknownPath([*app.routes]), include_in_schema=False))


class _UnknownPath:
    """An application and no function, so that its route takes every method.

    A router of its own answers 405 with the methods of one route, and a path's methods are several routes here.
    """

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._routes = routes

    async def __call__(self, scope: Scope, *_: object) -> None:
        method, path = scope["method"], scope["path"]
        allowed = ", ".join(known for known in METHODS if self._answers(scope, known))
        if allowed:
            detail = f"There is no {method} {path}. It can be asked by {allowed}; see /api/docs."
            raise MethodNotAllowed("method_not_allowed", detail, headers={"Allow": allowed})
        raise NotFound("path_not_found", f"There is no {method} {path}. The API is described at /api/docs.")

    def _answers(self, scope: Scope, method: str) -> bool:
        asked = {name: scope[name] for name in ("type", "path", "root_path")} | {"method": method}
        return any(route.matches(asked)[0] is Match.FULL for route in self._routes)
