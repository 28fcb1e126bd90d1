"""Which rule a request falls under: the routes of an application, each with its rule, in the order they are tried."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fastapi import FastAPI

# What Starlette's own routes match against; `root_path` of a server behind a proxy is not part of it.
from starlette._utils import get_route_path
from starlette.routing import Mount, Route, compile_path
from starlette.types import Scope

from product_importer.access.rules import Rule

EVERY_METHOD = "*"
_CONVERTOR = re.compile(r":[a-z]+\}")


class RuledRoute(NamedTuple):
    """A route as it is matched, the name of its rule, and the rule."""

    method: str
    pattern: re.Pattern[str]
    name: str
    rule: Rule

    @property
    def path(self) -> str:
        """The path as it is written in the code, which all requests to this route share."""
        return self.name.partition(" ")[2]


class NoRule(Exception):
    """Routes without a rule, or rules without a route; the text names them."""


def ruled(app: FastAPI, rules: Mapping[str, Rule]) -> list[RuledRoute]:
    """Every route of `app` with its rule; raises NoRule when one has none, or a rule is about nothing."""
    found = [(method, pattern, f"{method} {path}") for method, pattern, path in _routes(app.routes)]
    names = {name for _, _, name in found}
    if missing := sorted(names - rules.keys()):
        raise NoRule(f"Nobody has said who may call {', '.join(missing)}. Say so in access/rules.py.")
    if spare := sorted(rules.keys() - names):
        raise NoRule(f"access/rules.py speaks of {', '.join(spare)}, which no route answers.")
    return [RuledRoute(method, pattern, name, rules[name]) for method, pattern, name in found]


def matched(routes: Sequence[RuledRoute], scope: Scope) -> RuledRoute | None:
    """The route that will answer: the first whose path and method are those of the request."""
    path, method = get_route_path(scope), scope["method"]
    for route in routes:
        if route.method in (method, EVERY_METHOD) and route.pattern.match(path):
            return route
    return None


def methods_of(routes: Sequence[RuledRoute], scope: Scope) -> set[str]:
    """The methods by which a path can be asked."""
    path = get_route_path(scope)
    return {route.method for route in routes if route.pattern.match(path)}


def _routes(routes: Sequence[Any]) -> Iterator[tuple[str, re.Pattern[str], str]]:
    for route in routes:
        included = getattr(route, "effective_candidates", None)
        if included is not None:
            yield from _routes(included())
        else:
            yield from _methods_of(getattr(route, "starlette_route", None) or route)


def _methods_of(route: Any) -> Iterator[tuple[str, re.Pattern[str], str]]:
    path: str = route.path
    if isinstance(route, Mount):
        yield EVERY_METHOD, route.path_regex, path
        return
    # A route that is an application of its own takes every method.
    methods = sorted(route.methods or ()) if not isinstance(route, Route) or route.methods else [EVERY_METHOD]
    for method in methods:
        yield method, compile_path(path)[0], _CONVERTOR.sub("}", path)
