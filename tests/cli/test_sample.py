import csv
import json
from pathlib import Path

import pytest

from product_importer.commands.sample import COLUMNS, write_sample
from tests.cli.commands import Command


def test_the_same_seed_writes_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_sample(tmp_path / name, 2500, seed=7)
    write_sample(tmp_path / "other", 2500, seed=8)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one").read_bytes() != (tmp_path / "other").read_bytes()


@pytest.mark.covers("000:31")
def test_every_row_is_counted_once(tmp_path: Path) -> None:
    counts = write_sample(tmp_path / "catalogue.csv", 12_345)

    assert counts.rows == 12_345
    assert counts.products + counts.repeated + counts.bad.total() == counts.rows
    assert counts.repeated > 0
    assert len(counts.bad) == 9


def test_products_and_repeats_are_what_a_reader_finds(tmp_path: Path) -> None:
    counts = write_sample(tmp_path / "catalogue.csv", 1000)
    with (tmp_path / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if None not in row and None not in row.values()]

    bad_but_readable = counts.bad.total() - counts.bad["too_few_fields"] - counts.bad["too_many_fields"]
    assert len(rows) == counts.products + counts.repeated + bad_but_readable
    assert any(row["sku"] != row["sku"].lower() for row in rows)
    assert any(not row["sku"].isascii() for row in rows)
    assert any("\n" in row["description"] for row in rows)


def test_small_catalogues_have_a_header_and_as_many_rows_as_asked(tmp_path: Path) -> None:
    counts = write_sample(tmp_path / "one.csv", 1)

    assert (tmp_path / "one.csv").read_text().split("\n")[0] == ",".join(COLUMNS)
    assert (counts.rows, counts.products) == (1, 1)


def test_progress_is_told_up_to_the_last_row(tmp_path: Path) -> None:
    told: list[int] = []

    write_sample(tmp_path / "catalogue.csv", 2500, on_rows=told.append)

    assert told == [1000, 2000, 2500]


@pytest.mark.covers("000:31", "004:294")
def test_the_command_says_how_many_of_each_it_wrote(command: Command, tmp_path: Path) -> None:
    result = command("sample", tmp_path / "catalogue.csv", "--rows", 2000, "--seed", 3, "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == write_sample(tmp_path / "again.csv", 2000, seed=3).as_json()


def test_a_place_that_cannot_be_written_is_one_sentence(command: Command, tmp_path: Path) -> None:
    result = command("sample", tmp_path / "nowhere" / "catalogue.csv", "--rows", 1)

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}/nowhere/catalogue.csv: No such file or directory.\n"
