"""What can go wrong with servers and folders on this machine, in sentences for its user."""

from pathlib import Path


class EmbeddedError(Exception):
    """Base of all errors of this package; its text says what to do next."""


class AlreadyRunning(EmbeddedError):
    """Another process holds the data folder."""

    def __init__(self, root: Path, pid: int | None, url: str | None) -> None:
        where = f" at {url}" if url else ""
        who = f" (process {pid})" if pid else ""
        super().__init__(
            f"Product Importer is already running{where} on the data folder {root}{who}. "
            "Stop it first, or choose another folder with --data-dir."
        )
        self.pid = pid
        self.url = url


class DataDirVersionMismatch(EmbeddedError):
    """The data folder was written by another major version of PostgreSQL."""

    def __init__(self, data_dir: Path, found: int, expected: int) -> None:
        super().__init__(
            f"The data folder {data_dir} belongs to PostgreSQL {found}, but this installation brings "
            f"PostgreSQL {expected}. Start the version of Product Importer that made it and export "
            "your products, or choose an empty folder with --data-dir."
        )
        self.found = found
        self.expected = expected


class ServerStartFailed(EmbeddedError):
    """A server ended or did not answer in time while it was started."""

    def __init__(self, server: str, reason: str, log: Path) -> None:
        super().__init__(f"{server} did not start: {reason} Its log is {log}.")
        self.log = log


class UnsupportedPlatform(EmbeddedError):
    """No server binary is installed for this machine."""

    def __init__(self, server: str, reason: str) -> None:
        super().__init__(
            f"No embedded {server} can run here ({reason}). Set DATABASE_URL and REDIS_URL to servers of your own."
        )


class PortInUse(EmbeddedError):
    """The API cannot listen where it should."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"Cannot listen on {host}:{port} ({reason[:1].lower()}{reason[1:]}). "
            "Stop what uses it, or choose another port with --port."
        )
