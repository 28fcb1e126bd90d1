"""Parquet: values of every type as text, row by row."""

import io
import secrets
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from product_importer.core.errors import ProblemError
from product_importer.imports import parquet_child
from product_importer.imports.parquet_table import open_parquet
from product_importer.imports.parquet_text import text_column
from tests.imports.whole_files import looked_at, read


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (pa.array(["ä", None, ""]), ["ä", "", ""]),
        (pa.array(["a"], pa.large_string()), ["a"]),
        (pa.array(["a"], pa.string_view()), ["a"]),
        (pa.array(["a", None, "a"]).dictionary_encode(), ["a", "", "a"]),
        (pa.array([1, None, -3]), ["1", "", "-3"]),
        (pa.array([2**63], pa.uint64()), ["9223372036854775808"]),
        (pa.array([1.0, 0.1, 1e20, float("nan"), None]), ["1", "0.1", "100000000000000000000", "", ""]),
        (pa.array([0.1, None], pa.float32()), ["0.1", ""]),
        (pa.array([Decimal("12.50"), Decimal("0.00")]), ["12.50", "0.00"]),
        (pa.array([Decimal("0E-10")], pa.decimal128(20, 10)), ["0.0000000000"]),
        (pa.array([True, False, None]), ["true", "false", ""]),
        (pa.array([date(2024, 1, 5)]), ["2024-01-05"]),
        (pa.array([date(2024, 1, 5)], pa.date64()), ["2024-01-05"]),
        (pa.array([datetime.fromisoformat("2024-01-05T10:30")], pa.timestamp("ns")), ["2024-01-05T10:30:00"]),
        (
            pa.array([datetime.fromisoformat("2024-01-05")], pa.timestamp("ms", "Europe/Berlin")),
            ["2024-01-05T00:00:00Z"],
        ),
        (pa.array([time(10, 30)]), ["10:30:00"]),
        (pa.array([["a", "é"], None]), ['["a", "é"]', ""]),
        (pa.array([{"a": 1, "b": [True]}]), ['{"a": 1, "b": [true]}']),
        (pa.array([b"x", b"\xff", None]), ["x", None, ""]),
        (pa.nulls(2), ["", ""]),
    ],
)
def test_a_value_of_any_type_becomes_text(values: pa.Array, texts: list[str | None]) -> None:
    assert text_column(values).to_pylist() == texts
    assert text_column(values.slice(1)).to_pylist() == texts[1:]


def test_a_file_is_described_and_read_in_batches() -> None:
    numbers = list(range(25_000))
    data = parquet({"sku": [f"{n:05}" for n in numbers], "name": ["Mug"] * 25_000, "price": [n / 4 for n in numbers]})
    reading = read(data)
    assert (reading.format.format, reading.format.header_line, reading.format.rows_estimate) == ("parquet", 0, 25_000)
    assert (len(reading.rows), reading.rejects) == (25_000, [])
    assert (reading.rows[-1]["row"], reading.rows[-1]["sku"], reading.rows[-1]["price"]) == (25_000, "24999", "6249.75")


def test_bytes_that_are_no_text_cost_their_row() -> None:
    reading = read(parquet({"sku": ["A", "B", "C"], "name": [b"x", b"\xff", b"z"]}))
    assert reading.places == [(2, 2, "name", "undecodable")]
    assert reading.rejects[0].original == "B,"
    assert [row["row"] for row in reading.rows] == [1, 3]


def test_numbers_go_by_the_decimal_mark_of_the_texts_beside_them() -> None:
    data = parquet({"sku": ["A"], "name": ["x"], "price": [1.234], "list price": ["12,50"]})
    reading = read(data)
    assert (reading.format.number_format, reading.rows[0]["price"]) == ("comma", "1.234")


def test_rows_that_do_not_fit_into_memory_together_are_read_fewer_at_a_time() -> None:
    """A long text that many rows share is once in the file, but was once for each row in the memory of its reader."""
    rows = 700
    texts = pa.array(["a" * (900 << 10), "b" * (900 << 10)])
    names = pa.DictionaryArray.from_arrays(pa.array([number % 2 for number in range(rows)], pa.int32()), texts)
    notes = [secrets.token_hex(1_000) for _ in range(rows)]
    data = parquet({"sku": list(range(rows)), "name": names, "notes": notes}, row_group_size=300)
    skus: list[str] = []
    with open_parquet(io.BytesIO(data)) as table:
        for read in table:
            first = len(skus)
            skus += read.columns[0].to_pylist()
            assert pc.all(pc.equal(read.columns[1], texts.take(names.indices[first : len(skus)]))).as_py()
            assert read.columns[2].to_pylist() == notes[first : len(skus)]
    assert skus == [f"{number}" for number in range(rows)]


def test_a_row_that_is_too_long_is_rejected_and_the_others_go_in() -> None:
    reading = read(parquet({"sku": ["A", "B", "C"], "name": ["x", "y" * (1 << 20), "z"]}))
    assert reading.places == [(2, 2, None, "record_too_long")]
    assert reading.rejects[0].original == "B," + "y" * 1_000
    assert [row["row"] for row in reading.rows] == [1, 3]


def reader() -> psutil.Process:
    """The process that reads just now."""
    [found] = [child for child in psutil.Process().children() if parquet_child.__name__ in child.cmdline()]
    return found


def test_a_reader_that_is_killed_is_told_of() -> None:
    """As the system does when it has no memory left."""
    data = parquet({"sku": [f"{number}" for number in range(50_000)]})
    with pytest.raises(ProblemError) as refused, open_parquet(io.BytesIO(data), rows=100) as table:
        batches = iter(table)
        next(batches)
        reader().kill()
        list(batches)
    assert refused.value.code == "parquet_too_large"


def test_a_reader_has_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "planted")
    with open_parquet(io.BytesIO(parquet({"sku": ["A"]}))) as table:
        child = reader()
        assert "planted" not in child.environ().values()
        assert len(list(table)) == 1
    assert not child.is_running()


@pytest.mark.parametrize("compression", ["snappy", "gzip", "zstd", "brotli", "lz4", "none"])
def test_its_own_compression_does_not_matter(compression: str) -> None:
    assert len(read(parquet({"sku": ["A"], "name": ["x"]}, compression=compression)).rows) == 1


@pytest.mark.parametrize("keep", [4, 20, 200, -1])
def test_a_damaged_file_is_refused(keep: int) -> None:
    with pytest.raises(ProblemError) as refused:
        looked_at(parquet({"sku": ["A"], "name": ["x"]})[:keep])
    assert refused.value.code == "broken_parquet"


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(ProblemError) as refused:
        looked_at(parquet({"sku": pa.array([], pa.string())}))
    assert refused.value.code == "no_rows"
