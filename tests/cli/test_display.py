import io
from pathlib import Path
from typing import Any

from rich.console import Console

from product_importer.commands.display import ReadingFile, progress_view, show_import, show_receipt

IMPORT: dict[str, Any] = {
    "id": "0198",
    "filename": "spring.csv",
    "status": "running",
    "phase": "applying",
    "progress": {"current": 1500, "total": 6000, "percent": 25.0, "rows_per_second": 51234.5, "eta_seconds": 3.2},
    "counts": {
        "read": 6000,
        "created": 5990,
        "updated": 0,
        "unchanged": 0,
        "duplicate": 4,
        "rejected": 6,
        "skipped": 0,
    },
    "rejects_by_code": {"price_invalid": 6},
    "error": None,
    "plan": None,
}


def console(*, terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, width=120)


def printed(to: Console) -> str:
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


PLANNED = IMPORT | {
    "status": "awaiting_confirmation",
    "plan": IMPORT["counts"]
    | {
        "created": 90,
        "updated": 10,
        "deleted": 3,
        "fields": {"name": 0, "price": 10},
        "warnings": [{"code": "price_drop", "message": "Prices drop.", "count": 2, "samples": []}],
    },
}


def test_a_plan_shows_what_would_change_what_looks_odd_and_where_to_go_on() -> None:
    pipe = console(terminal=False)

    show_receipt(pipe, PLANNED, 1.0, "http://127.0.0.1:8000")

    lines = printed(pipe).splitlines()
    assert "created 90" in lines
    assert "deleted 3" in lines
    assert "deactivated 0" not in lines
    assert "  price changes in 10" in lines
    assert not [line for line in lines if "name changes" in line]
    assert "  2 × price_drop: Prices drop." in lines
    assert "Nothing is written. Confirm or cancel: http://127.0.0.1:8000/imports/0198" in lines


def test_a_pipe_gets_plain_lines() -> None:
    pipe = console(terminal=False)

    with progress_view(pipe) as view:
        show_import(view, IMPORT)

    assert printed(pipe) == "Importing 25 % applying · 1,500 of 6,000 rows · 51,234 rows/s · 3 s left\n"


def test_a_pipe_is_not_flooded() -> None:
    pipe = console(terminal=False)

    with progress_view(pipe) as view:
        for percent in range(100):
            view.show("Importing", percent)

    assert printed(pipe).count("\n") < 10


def test_a_terminal_gets_a_bar_with_phase_rows_speed_and_time_left() -> None:
    terminal = console(terminal=True)

    with progress_view(terminal) as view:
        show_import(view, IMPORT)

    assert "━" in printed(terminal)
    for part in ("applying", "1,500 of 6,000 rows", "51,234 rows/s", "3 s left"):
        assert part in printed(terminal)


def test_a_file_that_is_sent_shows_how_much_of_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 3_000_000)
    pipe = console(terminal=False)

    with progress_view(pipe) as view, ReadingFile(tmp_path / "file", "Uploading", view) as file:
        assert len(file.read(1_500_000)) == 1_500_000

    assert printed(pipe) == "Uploading 50 % 1.5 of 3.0 MB\n"


def test_an_empty_file_is_all_sent_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    pipe = console(terminal=False)

    with progress_view(pipe) as view, ReadingFile(tmp_path / "file", "Uploading", view) as file:
        assert file.read() == b""

    assert "100 %" in printed(pipe)


def test_the_receipt_on_a_terminal_is_a_table_with_the_reasons_below() -> None:
    terminal = console(terminal=True)

    show_receipt(terminal, IMPORT | {"status": "completed"}, 1.25, "http://127.0.0.1:8000")

    for part in ("Receipt for spring.csv", "Created", "5,990", "Completed in 1.2 s.", "6 × price_invalid"):
        assert part in printed(terminal)
    assert "http://127.0.0.1:8000/api/v1/imports/0198/rejects?format=csv" in printed(terminal)


def test_the_receipt_of_a_failed_import_says_why() -> None:
    pipe = console(terminal=False)
    failed = IMPORT | {"status": "failed", "error": {"code": "x", "detail": "Column `price` is not mapped."}}

    show_receipt(pipe, failed, 1.0, "http://127.0.0.1:8000")

    assert "Failed: Column `price` is not mapped." in printed(pipe)
