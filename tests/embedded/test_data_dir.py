import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from product_importer.embedded import AlreadyRunning, DataDir, EmbeddedError

HOLD_THE_LOCK = """
import sys, time
from pathlib import Path
from product_importer.embedded import DataDir
folder = DataDir(Path(sys.argv[1]))
with folder.locked():
    folder.announce("http://127.0.0.1:8123")
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    process.stdout.close()
    return process


def release(process: "subprocess.Popen[bytes]") -> None:
    process.communicate()
    assert process.wait(10) == 0


def test_a_second_owner_is_told_who_runs_and_where(tmp_path: Path) -> None:
    first = holder(tmp_path)

    who = rf"http://127.0.0.1:8123.*process {first.pid}.*--data-dir"
    with pytest.raises(AlreadyRunning, match=who), DataDir(tmp_path).locked():
        pytest.fail("two owners hold one data folder")

    release(first)


def test_the_folder_is_free_again_when_its_owner_was_killed(tmp_path: Path) -> None:
    first = holder(tmp_path)
    first.send_signal(signal.SIGKILL)
    first.communicate()

    with DataDir(tmp_path).locked():
        assert json.loads((tmp_path / "running.json").read_text())["pid"] == os.getpid()


def test_it_tells_where_its_owner_answers(tmp_path: Path) -> None:
    folder = DataDir(tmp_path)
    assert folder.running_url() is None

    first = holder(tmp_path)
    assert folder.running_url() == "http://127.0.0.1:8123"

    release(first)
    assert folder.running_url() is None


def test_a_new_folder_is_closed_to_other_accounts(tmp_path: Path) -> None:
    folder = DataDir(tmp_path / "new")

    with folder.locked():
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EmbeddedError, match="cannot be used"), DataDir(tmp_path / "file" / "below").locked():
        pytest.fail("a folder was made below a file")


def test_a_folder_keeps_one_secret_key_that_only_its_owner_reads(tmp_path: Path) -> None:
    folder = DataDir(tmp_path)
    key = folder.secret_key()
    assert len(key) >= 32
    assert DataDir(tmp_path).secret_key() == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
