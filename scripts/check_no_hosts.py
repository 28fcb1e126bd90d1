"""Fail when a tracked file names the host of a package registry, which would bind an installation to one of them."""

import subprocess
import sys
from pathlib import Path

# Put together here, so that this file does not name them either.
HOSTS = ("pypi" + ".org", "files.python" + "hosted.org", "registry.npm" + "js.org", "registry.yarn" + "pkg.com")


def main() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    found = [path for path in listed.split("\0") if path and names_a_host(Path(path))]
    if found:
        sys.exit(f"These files name a package registry's host: {', '.join(found)}")


def names_a_host(path: Path) -> bool:
    return path.is_file() and any(host.encode() in path.read_bytes() for host in HOSTS)


if __name__ == "__main__":
    main()
