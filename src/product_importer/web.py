"""Serves the built web UI: hashed assets for a year, the page itself always fresh."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from product_importer.core.errors import NotFound

# Paths of programs: a page would be taken for their answer.
NOT_PAGES = frozenset({"api", "health", "metrics", "assets"})

FRESH = "no-cache"
FOREVER = "public, max-age=31536000, immutable"


class HashedAssets(StaticFiles):
    """Files whose names change with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = FOREVER
        return response


def install_web_ui(app: FastAPI, folder: Path) -> None:
    """Serve the UI built into `folder` on every path that nothing else answers."""
    if (folder / "assets").is_dir():
        app.mount("/assets", HashedAssets(directory=folder / "assets"), name="assets")

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    def page(request: Request, path: str) -> Response:
        if not path and _asks_for_json(request.headers.get("accept", "")):
            return JSONResponse({"message": "Product Importer", "docs": "/api/docs"})
        if path.split("/")[0] in NOT_PAGES:
            raise NotFound("path_not_found", f"There is nothing at /{path}. The API is described at /api/docs.")
        asset = (folder / path).resolve()
        if path and asset.is_file() and asset.is_relative_to(folder):
            return FileResponse(asset, headers={"Cache-Control": FRESH})
        return _index(folder)


def _asks_for_json(accept: str) -> bool:
    return "application/json" in accept and "text/html" not in accept


def _index(folder: Path) -> Response:
    index = folder / "index.html"
    if not index.is_file():
        detail = "The web UI is not built. Run `uv sync --reinstall-package product-importer`, then start again."
        return JSONResponse({"detail": detail, "code": "ui_not_built"}, status_code=503)
    return FileResponse(index, headers={"Cache-Control": FRESH})
