"""What schemathesis cannot read from the document: what a table looks like, and rules that no JSON Schema can say."""

from itertools import count
from typing import Any

import schemathesis
from hypothesis import strategies as st
from schemathesis.openapi.checks import RejectedPositiveData, UseAfterFree

from product_importer.access.cookies import PLAIN
from product_importer.access.roles import Role
from product_importer.access.rules import RULES
from product_importer.core.pagination import encode_cursor
from tests.contract.callers import Caller, Callers

# A request may be right by the document and still be refused, for these reasons alone.
NO_SCHEMA_SAYS = {
    "blank_unknown_column": "a rule is for a column that the file or profile has",
    "checksum_mismatch": "a checksum is of the bytes that come along",
    "confirmation_required": "what is about everything needs a word",
    "cursor_invalid": "a cursor is one that the list gave out, in the same order",
    "delimiter_invalid": "what parts cells is not what they are made of, and no two of these characters are the same",
    "encoding_unknown": "an encoding is one that Python knows",
    "escape_invalid": "as delimiter_invalid",
    "event_unknown": "an event is one of the catalogue's, or a pattern that means some of them",
    "expires_at_past": "a key is not over when it is made",
    "export_cell_unfit": "what a workbook cannot hold, as a control character, is in other formats alone",
    "export_header_unfit": "as export_cell_unfit",
    "header_invalid": "a header's name is no header that frames the request, and stands there once",
    "header_line_invalid": "a header stands in a line that the file has",
    "link_invalid": "a link is one that was made and has not been used",
    "mapping_duplicate_target": "two columns do not go to one field",
    "mapping_unknown_column": "a mapping is of columns that the file or profile has",
    "mapping_unknown_target": "a field is one that products have; an attribute's name is not blank",
    "no_rows": "a table has rows",
    "product_changed": "an ETag is that of the product as it is",
    "replay_ambiguous": "a replay is since a time or of an import",
    "quote_invalid": "as delimiter_invalid",
    "secret_invalid": "what follows `whsec_` is Base64, and a secret is as long as a key",
    "selection_required": "a bulk job is about ids or a filter, and not both",
    "sheet_unknown": "a sheet is one of the workbook's",
    "sku_not_mapped": "of a table one column is the SKU, which its header or the mapping says",
    "upload_checksum_invalid": "a digest is as long as its algorithm makes it",
    "upload_longer_than_announced": "what comes is no longer than was said of it",
    "upload_metadata_invalid": "the value of each pair is Base64",
    "upload_too_large": "how large a file may be is a setting",
    "url_credentials": "a URL holds no user name",
    "url_invalid": "a URL is of http or https, with a host that is a name or an address",
    "url_not_allowed": "which addresses may be sent to is a setting",
    "webhook_changed": "as product_changed",
    "values_required": "values belong to the action `set` alone, and it needs some",
    "values_unexpected": "as values_required",
}

# What is deleted is gone afterwards, but for these.
STILL_THERE = {
    "/api/v1/products/{product_id}": "a deleted product is in the trash, to be looked at and restored",
    "/api/v1/jobs/{job_id}": "deleting a job asks it to stop",
    "/api/products/{product_id}": "as in /api/v1",
    "/api/v1/celery/task/{task_id}": "as a job",
}

TABLES = (
    b"sku,name,price\nRUG-1,Wool rug,12.50\nCUP-2,Mug,2\n",
    b"sku;name;colour\nRUG-1;Wool rug;red\n;No SKU;blue\nRUG-1;Twice;green\n",
    b'sku,name,description\nA,"not closed,x\nB,Cup,y\n',
)
PIECES = (b"sku,name\n", b"x", b"A,Mug\n")
NOBODY = "http://127.0.0.1:1/hook"
TIME = "2026-11-21T10:00:00+00:00"
SORTED_BY = {"id": 7, "sku": "rug", "name": "rug", "price": "1.50", "active": True, "deleted_at": None}

schemathesis.openapi.media_type("text/csv", st.sampled_from(TABLES))
schemathesis.openapi.media_type("application/offset+octet-stream", st.sampled_from(PIECES))

# By these codes a caller is told that they may not, whatever they ask for.
NOT_LET_IN = {"login_required", "session_ended", "key_invalid"}
MAY_NOT = {"role_too_low", "scope_missing"}
# What was made up for a path may lead elsewhere.
ANOTHER_ROUTE = {"path_not_found", "method_not_allowed"}

_callers = Callers()
_numbers = count(1)
_resumable: list[str] = []


@schemathesis.auth(refresh_interval=None)
class InTurns:
    """Each request is somebody else's, of every role and every scope."""

    def get(self, _case: Any, _context: Any) -> Caller:
        return _callers.next()

    def set(self, case: Any, data: Caller, _context: Any) -> None:
        if isinstance(data.what, Role):
            case.cookies[PLAIN] = data.secret
        else:
            case.headers["Authorization"] = f"Bearer {data.secret}"


@schemathesis.check
def table_of_rules(context: Any, response: Any, case: Any) -> None:
    """Whoever may have a route is not told that they may not, and whoever may not is told nothing else."""
    caller, code = _callers.who_sent(response.request.headers), _code(response)
    rule = RULES.get(f"{case.method.upper()} {case.operation.path}")
    if caller is None or rule is None or code in ANOTHER_ROUTE:
        return
    # An answer to HEAD has no body, and so no code.
    refused = response.status_code in {401, 403} and (code is None or code in NOT_LET_IN | MAY_NOT)
    assert refused != caller.may(rule), f"{caller.what}: {case.operation.label} answers {response.status_code} {code}"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Put what a client has from the server in the place of what was made up, where the request should succeed."""
    if case.meta is not None and not case.meta.generation.mode.is_positive:
        return
    often = bool(next(_numbers) % 3)
    for name in list(case.headers or ()):
        case.headers[name] = _header(name.lower(), case.headers[name], often=often)
    if often and "cursor" in (case.query or ()):
        sort = case.query.get("sort", "-created_at")
        case.query["cursor"] = encode_cursor([sort, SORTED_BY.get(sort.removeprefix("-"), TIME), 7])
    if "wait" in (case.query or ()):
        case.query["wait"] = 0
    if often and "after" in (case.query or ()):
        case.query["after"] = "latest"
    if often and "/webhooks" in case.operation.path and isinstance(case.body, dict) and "url" in case.body:
        case.body["url"] = NOBODY
    if often and _resumable and case.operation.path.endswith("/uploads/resumable/{upload_id}"):
        case.path_parameters["upload_id"] = _resumable[-1]


def _header(name: str, value: str, *, often: bool) -> str:
    match name:
        case "idempotency-key":
            return f"key-{next(_numbers)}"
        case "if-match" if often:
            return "*"
        case "upload-offset" if often:
            return "0"
        case _:
            return value


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Go on with other people where some were thrown out; remember the resumable upload that was announced last.

    Its answer is a `Location` without a body.
    """
    if response.status_code < 300:
        _callers.after(case.method.upper(), case.operation.path, response.request.headers)
    location = (response.headers.get("location") or [""])[0]
    if "/uploads/resumable/" in location:
        _resumable.append(location.rpartition("/")[2])


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """Whether it is a failure: not for one of the reasons above."""
    match failure:
        case RejectedPositiveData():
            return _code(response) not in NO_SCHEMA_SAYS.keys() | MAY_NOT
        case UseAfterFree():
            return not case.operation.path.startswith(tuple(STILL_THERE))
        case _:
            return True


def _code(response: Any) -> str | None:
    media_type = response.headers.get("content-type", [""])[0]
    if not response.content or not media_type.startswith("application/problem+json"):
        return None
    problem = response.json()
    code: str = problem["code"]
    # Of several rules that fields break the document should say all but one that binds several fields.
    return problem["errors"][0]["code"] if code == "invalid_request" and len(problem.get("errors", [])) == 1 else code
