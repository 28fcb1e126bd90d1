"""The rules of each field, and the code that names each breach."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from product_importer.core.settings import get_settings
from tests.products.catalogue import PRODUCTS, create, url

BREACHES = [
    ({"sku": ""}, "sku", "sku_required"),
    ({"sku": " \t\u3000"}, "sku", "sku_required"),
    ({"sku": None}, "sku", "sku_required"),
    ({"sku": "x" * 256}, "sku", "sku_too_long"),
    ({"sku": "a\tb"}, "sku", "sku_invalid"),
    ({"sku": "a\x85b"}, "sku", "sku_invalid"),
    ({"sku": "a\0b"}, "sku", "nul_byte"),
    ({"sku": 7}, "sku", "sku_invalid"),
    ({"name": " "}, "name", "name_required"),
    ({"name": None}, "name", "name_required"),
    ({"name": "x" * 501}, "name", "name_too_long"),
    ({"name": "a\0"}, "name", "nul_byte"),
    ({"name": "\ud800"}, "name", "undecodable"),
    ({"description": "a\0"}, "description", "nul_byte"),
    ({"price": "1.23456"}, "price", "price_precision"),
    ({"price": "1.50000"}, "price", "price_precision"),
    ({"price": "-1"}, "price", "price_invalid"),
    ({"price": -0.01}, "price", "price_invalid"),
    ({"price": "12,50"}, "price", "price_invalid"),
    ({"price": "1e3"}, "price", "price_invalid"),
    ({"price": "NaN"}, "price", "price_invalid"),
    ({"price": ""}, "price", "price_invalid"),
    ({"price": "١٢"}, "price", "price_invalid"),
    ({"price": "12345678901"}, "price", "price_invalid"),
    ({"price": 10_000_000_000}, "price", "price_invalid"),
    ({"price": True}, "price", "price_invalid"),
    ({"price": [1]}, "price", "price_invalid"),
    ({"active": None}, "active", "active_invalid"),
    ({"active": "yes"}, "active", "active_invalid"),
    ({"attributes": {" ": "x"}}, "attributes", "attribute_name_required"),
    ({"attributes": {"a": "x", " a": "y"}}, "attributes", "attribute_duplicate"),
    ({"attributes": {"a": "\0"}}, "attributes", "nul_byte"),
    ({"attributes": {"\0": "a"}}, "attributes", "nul_byte"),
    ({"attributes": {"a": 1}}, "attributes.a", "attributes_invalid"),
    ({"attributes": "red"}, "attributes", "attributes_invalid"),
    ({"colour": "red"}, "colour", "unknown_field"),
]


@pytest.mark.parametrize(("fields", "field", "code"), BREACHES)
def test_a_breach_is_named_by_field_and_code(client: TestClient, fields: dict[str, Any], field: str, code: str) -> None:
    made = create(client)
    for answer in (
        client.post(PRODUCTS, content=json.dumps({"sku": "A", "name": "A"} | fields), headers=JSON),
        client.patch(url(made), content=json.dumps(fields), headers=JSON),
    ):
        assert answer.status_code == 422, answer.text
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]
    assert client.get(url(made)).json() == made


JSON = {"Content-Type": "application/json"}


@pytest.mark.covers("002:30")
def test_every_breach_is_named_at_once(client: TestClient) -> None:
    answer = client.post(PRODUCTS, json={"price": "x"})
    assert {error["code"] for error in answer.json()["errors"]} == {"sku_required", "name_required", "price_invalid"}


@pytest.mark.covers("003:35", "004:158")
@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ('"12.5"', "12.50"),
        ('"0.0035"', "0.0035"),
        ('"+007.10"', "7.10"),
        ('".5"', "0.50"),
        ('"9999999999.9999"', "9999999999.9999"),
        ("12.1", "12.10"),
        ("9999999999.9999", "9999999999.9999"),
        ("1.5000000000", "1.50"),
        ("1e3", "1000.00"),
        ("-0.0", "0.00"),
        ("0", "0.00"),
        ("null", None),
    ],
)
def test_a_price_is_kept_to_the_digit(client: TestClient, written: str, stored: str | None) -> None:
    body = f'{{"sku": "A", "name": "A", "price": {written}}}'
    answer = client.post(PRODUCTS, content=body, headers=JSON)
    assert answer.status_code == 201, answer.text
    assert answer.json()["price"] == stored
    assert client.get(url(answer.json())).json()["price"] == stored


@pytest.mark.parametrize("number", ["12.50000000000000001", "NaN", "Infinity", "1e400", "1e9999999", "1e-9999999"])
def test_a_number_no_float_can_hold_is_not_rounded_in_silence(client: TestClient, number: str) -> None:
    answer = client.post(PRODUCTS, content=f'{{"sku": "A", "name": "A", "price": {number}}}', headers=JSON)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["price"]


def test_an_empty_attribute_is_absent_and_names_are_trimmed(client: TestClient) -> None:
    made = create(client, attributes={" colour ": " red ", "size": "", "weight": "  ", "origin": None})
    assert made["attributes"] == {"colour": " red "}


@pytest.mark.covers("002:66", "004:157")
def test_a_blank_description_is_none_and_another_keeps_its_white_space(client: TestClient) -> None:
    assert create(client, sku="A", description=" \n")["description"] is None
    assert create(client, sku="B", description=" two\nlines ")["description"] == " two\nlines "


def test_a_sku_of_255_astral_characters_is_kept(client: TestClient) -> None:
    sku = "".join(chr(0x1F300 + index) for index in range(255))
    assert create(client, sku=sku)["sku"] == sku


def test_sku_pattern_narrows_what_a_sku_may_be(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "sku_pattern", "[A-Z]+-[0-9]+")
    assert create(client, sku="AB-1")["sku"] == "AB-1"
    answer = client.post(PRODUCTS, json={"sku": "AB-1x", "name": "A"})
    assert [error["code"] for error in answer.json()["errors"]] == ["sku_invalid"]
