"""The pages that show the API to people, from files of this installation: nothing is fetched from elsewhere."""

from functools import cache
from html import escape
from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from product_importer.core.content_security import content_security_policy

DOCS = "/api/docs"
REDOC = "/api/redoc"
OPENAPI = "/api/openapi.json"
ASSETS = f"{DOCS}/assets"

_ASSET_FOLDER = Path(fastapi_offline.__file__).parent / "static"

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}
</head>
<body>{body}</body>
</html>
"""

# In a file of its own, because the content security policy allows no script inside a page. Without `validatorUrl`
# the page would ask a public server for a badge.
_START_SWAGGER = f'SwaggerUIBundle({{url: "{OPENAPI}", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null}});'
# ReDoc makes two style elements: one is empty, for its rules come through the object model, which no policy looks at;
# the other is that of its scroll bar. A hash allows this text and no other.
_REDOC_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
)
# Its search index is built in a worker made from a blob.
_REDOC_POLICY = content_security_policy(style_src=" ".join(_REDOC_STYLES), worker_src="blob:")
# The one picture that it would fetch from elsewhere.
_REDOC_LOGO, _NO_PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg", "data:,"


def install_api_docs(app: FastAPI) -> None:
    """Serve Swagger UI and ReDoc for `app`."""
    app.mount(ASSETS, StaticFiles(directory=_ASSET_FOLDER), name="api_docs")

    @app.get(DOCS, include_in_schema=False)
    def swagger() -> HTMLResponse:
        return HTMLResponse(
            _PAGE.format(
                title=escape(app.title),
                head=f'<link rel="stylesheet" href="{ASSETS}/swagger-ui.css">',
                body=f'<div id="swagger-ui"></div><script src="{ASSETS}/swagger-ui-bundle.js"></script>'
                f'<script src="{DOCS}/start.js"></script>',
            )
        )

    @app.get(f"{DOCS}/start.js", include_in_schema=False)
    def start() -> Response:
        return Response(_START_SWAGGER, media_type="text/javascript")

    @app.get(REDOC, include_in_schema=False)
    def redoc() -> HTMLResponse:
        return HTMLResponse(
            _PAGE.format(
                title=escape(app.title),
                head="",
                body=f'<redoc spec-url="{OPENAPI}"></redoc><script src="{REDOC}/redoc.js"></script>',
            ),
            headers={"Content-Security-Policy": _REDOC_POLICY},
        )

    @app.get(f"{REDOC}/redoc.js", include_in_schema=False)
    def redoc_script() -> Response:
        return Response(_redoc_script(), media_type="text/javascript")


@cache
def _redoc_script() -> str:
    return (_ASSET_FOLDER / "redoc.standalone.js").read_text(encoding="utf-8").replace(_REDOC_LOGO, _NO_PICTURE)
