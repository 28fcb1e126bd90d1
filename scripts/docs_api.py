"""The reference of the API as a page, made from its OpenAPI document."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from product_importer.main import create_app

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
INTRODUCTION = """# Every path of the API

Made from the document that a running server has at `/api/openapi.json`; `/api/docs` there lets you try each path, and
shows the fields of bodies and answers. Errors are `application/problem+json` with a stable `code`.
"""

Operation = tuple[str, str, str, dict[str, Any]]


def reference() -> str:
    """The page as Markdown: one section for each tag, one part for each operation."""
    parts = [INTRODUCTION]
    for tag, group in groupby(sorted(operations(create_app().openapi()), key=lambda one: one[0]), lambda one: one[0]):
        parts += [f"## {tag.capitalize()}", *(_described(*operation) for operation in group)]
    return "\n\n".join(parts) + "\n"


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """Each with its tag, method and path, in the order of the document."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield (item[method].get("tags") or ["other"])[0], method.upper(), path, item[method]


def _described(tag: str, method: str, path: str, operation: dict[str, Any]) -> str:  # noqa: ARG001
    parts = [f"### `{method} {path}`", operation.get("description") or operation.get("summary", "")]
    if parameters := [one for one in operation.get("parameters", []) if "name" in one]:
        rows = [f"| `{one['name']}` | {one['in']} | {_in_a_cell(one.get('description', ''))} |" for one in parameters]
        parts.append("\n".join(["| parameter | in | |", "|---|---|---|", *rows]))
    if body := operation.get("requestBody"):
        kinds = ", ".join(f"`{kind}`" for kind in body["content"])
        parts.append(f"Body: {kinds}{_schema_of(body)}.")
    answers = [
        f"| {status} | {_in_a_cell(answer.get('description', ''))}{_schema_of(answer)} |"
        for status, answer in operation["responses"].items()
    ]
    parts.append("\n".join(["| answer | |", "|---|---|", *answers]))
    return "\n\n".join(part for part in parts if part)


def _schema_of(described: dict[str, Any]) -> str:
    """The name of the schema, where it has one."""
    names = {
        content["schema"]["$ref"].rpartition("/")[2]
        for content in described.get("content", {}).values()
        if "$ref" in content.get("schema", {})
    }
    return "".join(f" `{name}`" for name in sorted(names))


def _in_a_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
