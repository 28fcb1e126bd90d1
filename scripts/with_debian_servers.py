"""Run a command with TEST_… variables that name fresh servers from Debian's packages.

    python -m scripts.with_debian_servers COMMAND…           PostgreSQL 15 and Redis
    python -m scripts.with_debian_servers --all COMMAND…     RabbitMQ, PgBouncer and an S3 server beside them

With `--all` the environment also has MACHINES_DATABASE_URL, which goes through PgBouncer, and MACHINES_SETTINGS, to be
given to a part of the tests as TEST_DATABASE_URL and TEST_SETTINGS.
"""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.servers import debian
from tests.servers.s3 import s3_server


def main() -> int:
    # Without this a SIGTERM would leave every server behind.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    command = sys.argv[1:]
    everything = command[:1] == ["--all"]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        environment = {
            "TEST_DATABASE_URL": stack.enter_context(debian.postgres(folder)),
            "TEST_REDIS_URL": stack.enter_context(debian.redis_server(folder)),
        }
        if everything:
            bucket = stack.enter_context(s3_server())
            settings = bucket.settings | {"CELERY_BROKER_URL": stack.enter_context(debian.rabbitmq(folder))}
            environment |= {
                "MACHINES_DATABASE_URL": stack.enter_context(debian.pgbouncer(folder, folder)),
                "MACHINES_SETTINGS": " ".join(f"{name}={value}" for name, value in settings.items()),
            }
        return subprocess.run(command[everything:], env=os.environ | environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
