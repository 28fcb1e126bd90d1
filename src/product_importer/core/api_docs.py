"""The pages that show the API to people, from files of this installation: nothing is fetched from elsewhere."""

from html import escape
from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

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
                body=f'<redoc spec-url="{OPENAPI}"></redoc><script src="{ASSETS}/redoc.standalone.js"></script>',
            )
        )
