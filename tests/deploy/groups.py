"""Two groups of processes that share PostgreSQL, a broker and a bucket, and of files none."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from tests.acceptance.deployment import Deployment, answers, free_port
from tests.servers.s3 import s3_server
from tests.waiting import wait_until

# Hides a folder from a command and its children: in their own view of the file system an empty one lies over it.
HIDING = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none "$0" && exec "$@"']
SECOND = "-2"


def can_hide(folder: Path) -> bool:
    """Whether this machine lets this account hide a folder."""
    return subprocess.run([*HIDING, str(folder), "true"], capture_output=True, check=False).returncode == 0


class Groups(Deployment):
    """Each has an API, a worker and a scheduler, with a data folder and a temporary folder of its own.

    The processes of the second group have names that end in `-2`.
    """

    def start(self) -> None:
        for second in (False, True):
            (self.folder(second=second) / "tmp").mkdir(parents=True)
        super().start()
        second_port = free_port()
        self.start_api(f"api{SECOND}", second_port)
        self.start_worker(f"worker{SECOND}")
        self.start_scheduler(f"scheduler{SECOND}")
        self.second_api = httpx2.Client(base_url=f"http://127.0.0.1:{second_port}", timeout=30)
        wait_until(lambda: answers(self.second_api), "the API of the second group answers", 30)

    def folder(self, *, second: bool) -> Path:
        """What only one of the groups can see."""
        return self.root / ("second" if second else "first")

    def hiding_the_other(self, *, second: bool) -> list[str]:
        """What stands before a command of a group."""
        return [*HIDING, str(self.folder(second=not second))]

    def _start(self, name: str, command: list[str]) -> None:
        second = name.endswith(SECOND)
        own = self.folder(second=second)
        with (self.root / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [*self.hiding_the_other(second=second), sys.executable, *command],
                env=self.environment | {"DATA_DIR": str(own), "TMPDIR": str(own / "tmp")},
                cwd=own,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill_the_first_group(self) -> None:
        for name in [name for name in self.processes if not name.endswith(SECOND)]:
            self.kill(name)


@contextmanager
def two_groups(root: Path, **settings: str) -> Iterator[Groups]:
    """Both, running, with the S3 server between them; stopped at the end."""
    with s3_server() as bucket:
        groups = Groups(root, **bucket.settings, **settings)
        try:
            groups.start()
            yield groups
        finally:
            for client in ("api", "second_api"):
                if hasattr(groups, client):
                    getattr(groups, client).close()
            groups.stop()
