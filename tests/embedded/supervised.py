"""Supervises two servers and two programs in the folder given, and writes their process ids to `pids.json`."""

import json
import os
import sys
import threading
from pathlib import Path

from product_importer.embedded import EmbeddedPostgres, EmbeddedValkey, Supervisor
from product_importer.embedded.program import Program
from product_importer.embedded.supervisor import Service

PROGRAM = """
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
print("at work", flush=True)
signal.sigwait([signal.SIGTERM])
print("stopped", flush=True)
"""


def main() -> None:
    """Run until a signal comes."""
    folder = Path(sys.argv[1])
    output = threading.Lock()

    def say(line: str) -> None:
        with output:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()

    postgres, valkey = EmbeddedPostgres(folder / "postgres"), EmbeddedValkey(folder / "valkey")
    programs = [
        Program(
            name, [sys.executable, "-c", PROGRAM, str(folder)], os.environ, lambda who, line: say(f"{who} | {line}")
        )
        for name in ("api", "worker")
    ]

    def write_pids() -> bool:
        pids = {program.name: program.pid for program in programs}
        pids |= {"postgres": postgres.postmaster_pid or 0, "redis": valkey.pid or 0}
        fresh = folder / "pids.json.new"
        fresh.write_text(json.dumps(pids))
        fresh.replace(folder / "pids.json")
        return False

    with Supervisor(on_notice=say) as supervisor:
        services: list[Service] = [postgres, valkey, *programs]
        for service in services:
            supervisor.add(service)
        write_pids()
        say("ready")
        supervisor.run(until=write_pids)


if __name__ == "__main__":
    main()
