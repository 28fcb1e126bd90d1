"""JSON: one object a line or one array of them, every value as it is written, one bad line one reject."""

import pytest

from product_importer.core.errors import ProblemError
from tests.imports.whole_files import looked_at, read

GOOD = b'{"sku": "A", "name": "Mug"}\n'


def refusal(data: bytes) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("12.50", "12.50"),
        ("1E5", "1E5"),
        ("-0", "-0"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("true", "true"),
        ("null", ""),
        ('""', ""),
        ('" x "', " x "),
        ('"\\u00e9\\n\\ud83d\\ude00"', "é\n😀"),
        ('{"b": 1.50, "a": [null, true, "é"]}', '{"b": 1.50, "a": [null, true, "é"]}'),
        ("[]", "[]"),
    ],
)
def test_a_value_is_kept_as_it_is_written(written: str, text: str) -> None:
    assert looked_at(GOOD + f'{{"sku": "B", "value": {written}}}'.encode()).sample_rows[1] == ["B", "", text]


def test_the_columns_are_the_keys_of_all_objects_in_their_order() -> None:
    found = looked_at(b'{"sku": "A", " name ": "x"}\n{"colour": "red", "sku": "B"}\n')
    assert (found.format, found.header_line, found.delimiter) == ("jsonl", 0, None)
    assert found.keys == ["sku", "name", "colour"]
    assert found.sample_rows == [["A", "x", ""], ["B", "", "red"]]
    assert found.evidence[1] == "JSON: 3 keys in 2 objects."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"sku": "B" "name": 1}', "Expecting ',' delimiter at character 13"),
        (b'{"sku": "B", "name"', "Expecting ':' delimiter"),
        (b'["B"]', "it holds something else"),
        (b'{"sku": "B", "price": NaN}', "NaN is no number"),
        (b'{"sku": "B", "sku": "C"}', "the key `sku` occurs twice"),
        (b"{" + b'"a":[' * 100_000, ""),
        (b'{"sku": "' + b"x" * 2_000_000 + b'"}', "it is longer than 1 MiB"),
        (b'{"sku": "' + b"x" * 9_000_000 + b'"}', "it is longer than 1 MiB"),
    ],
)
def test_a_broken_line_costs_one_row(line: bytes, said: str) -> None:
    reading = read(GOOD * 2 + b"\n" + line + b"\n" + GOOD)
    assert [(row["row"], row["line"]) for row in reading.rows] == [(1, 1), (2, 2), (4, 5)]
    [reject] = reading.rejects
    assert (reject.row, reject.line, reject.column, reject.code) == (3, 4, None, "json_invalid")
    assert reject.message.startswith("This line is no JSON object: " + said)


def test_the_original_of_a_reject_is_a_line_of_comma_separated_values() -> None:
    reading = read(GOOD + b'{"name": "a \\"b\\", c", "sku": ""}\n{"sku": 1,}\n')
    assert {reject.row: reject.original for reject in reading.rejects} == {
        2: ',"a ""b"", c"',
        3: '"{""sku"": 1,}"',
    }


@pytest.mark.parametrize("value", [b'"\xff"', b'"\\ud800"'])
def test_what_is_no_text_costs_its_row(value: bytes) -> None:
    reading = read(GOOD + b'{"sku": "B", "name": ' + value + b"}\n" + GOOD)
    assert reading.places == [(2, 2, "name", "undecodable")]


def test_a_key_that_the_beginning_does_not_have_is_not_lost_in_silence() -> None:
    long = b'{"sku": "A", "name": "' + b"long" * 100 + b'"}\n'
    reading = read(long * 22_000 + b'{"sku": "B", "colour": "red"}\n{"sku": "C", "name": "x", "colour": null}\n')
    assert reading.places == [(22_001, 22_001, None, "too_many_fields")]
    assert "`colour`" in reading.rejects[0].message
    assert reading.rejects[0].original == "B,,red"
    assert len(reading.rows) == 22_001


def test_a_list_of_objects_is_read_as_it_arrives() -> None:
    data = b'[\n  {"sku": "A",\n   "name": "x"},\n  {"sku": "", "name": "y"}\n]\n'
    reading = read(data)
    assert [(row["row"], row["line"], row["sku"]) for row in reading.rows] == [(1, 2, "A")]
    assert reading.places == [(2, 4, "sku", "sku_required")]


def test_a_long_list_is_read_whole() -> None:
    rows = ",\n".join(f'{{"sku": "A-{number}", "name": "Mug {number}"}}' for number in range(60_000))
    reading = read(f"[{rows}]".encode("utf-16"))
    assert (len(reading.rows), reading.rows[-1]["line"], reading.rejects) == (60_000, 60_000, [])


@pytest.mark.parametrize(
    "data",
    [
        b'[{"sku": "A"} {"sku": "B"}]',
        b'[{"sku": "A"}, 5]',
        b'[{"sku": "A"},]',
        b'[{"sku": "A"}',
        b'[{"sku": "A"}] x',
        b'[{"sku": "A", "price": NaN}]',
        b'[{"sku": ' + b"[" * 100_000 + b"]",
    ],
)
def test_a_list_that_is_broken_is_refused_with_the_line(data: bytes) -> None:
    refused = refusal(data)
    assert (refused.code, "line 1" in refused.detail) == ("broken_json", True)


@pytest.mark.parametrize("data", [b'{"products": [\n{"sku": "A"}\n]}', b'[["sku"], ["A"]]', b'["A", "B"]', b"{}x"])
def test_json_that_is_no_list_of_objects_is_refused(data: bytes) -> None:
    assert refusal(data).code == "unsupported_format"


@pytest.mark.parametrize("data", [b"[]", b"[\n]", b"{}\n{}", b'[{"": null}]'])
def test_json_without_any_key_has_no_rows(data: bytes) -> None:
    if data.startswith(b'[{""'):
        assert looked_at(data).keys == ["Column 1"]
    else:
        assert refusal(data).code == "no_rows"
