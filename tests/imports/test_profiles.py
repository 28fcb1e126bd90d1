"""Saved profiles: kept by name, found again by the columns of a file."""

from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

COLUMNS = ["Ref", "Text", "EK", "VK"]
PROFILE = {
    "name": "Supplier 7",
    "columns": COLUMNS,
    "mapping": {"Ref": "sku", "Text": "name", "VK": "price", "EK": None},
    "options": {"mode": "update", "blank": {"VK": "keep"}, "missing": "deactivate"},
}
ROW = "A,Mug,1.00,2.00"


@pytest.fixture
def profile(client: TestClient) -> dict[str, Any]:
    return saved(client)


def saved(client: TestClient, **changes: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/profiles", json=PROFILE | changes)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    assert client.get(answer.headers["location"]).json() == found
    return found


def upload(client: TestClient, *columns: str) -> dict[str, Any]:
    row = ",".join(f"x{number}" for number, _ in enumerate(columns))
    answer = client.post("/api/v1/uploads", files={"file": ("a.csv", f"{','.join(columns)}\n{row}\n".encode())})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_profile_keeps_what_was_saved(profile: dict[str, Any]) -> None:
    assert {name: profile[name] for name in ("name", "columns", "mapping")} == {
        name: PROFILE[name] for name in ("name", "columns", "mapping")
    }
    assert (profile["options"]["mode"], profile["options"]["on_duplicate"]) == ("update", "last")


@pytest.mark.parametrize("changes", [{"name": "a\0"}, {"columns": ["Ref", "\0"]}])
def test_a_nul_character_is_refused_and_not_left_to_the_database(client: TestClient, changes: dict[str, Any]) -> None:
    answer = client.post("/api/v1/profiles", json=PROFILE | changes)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "nul_byte")


def test_a_file_with_its_columns_in_any_order_gets_its_mapping_and_options(
    client: TestClient, profile: dict[str, Any]
) -> None:
    found = upload(client, "VK", "Text", "EK", "Ref")
    assert found["profile"] == {"id": profile["id"], "name": "Supplier 7"}
    assert found["suggested_mapping"] == {"VK": "price", "Text": "name", "EK": None, "Ref": "sku"}
    assert found["suggested_options"] == profile["options"]
    assert found["warnings"] == []


def test_a_file_that_has_grown_a_little_is_still_recognised_and_new_columns_are_suggested(
    client: TestClient, profile: dict[str, Any]
) -> None:
    found = upload(client, *COLUMNS, "Colour")
    assert found["profile"]["id"] == profile["id"]
    assert found["suggested_mapping"]["Colour"] == "attributes.Colour"


@pytest.mark.parametrize("columns", [COLUMNS[1:], [*COLUMNS, "Colour", "Size"], ["sku", "name"]])
def test_a_file_that_lacks_a_column_or_has_many_others_is_a_stranger(
    client: TestClient, profile: dict[str, Any], columns: list[str]
) -> None:
    found = upload(client, *columns)
    assert found["profile"] is None
    assert found["suggested_options"]["mode"] == "upsert"


def test_of_several_profiles_the_one_that_knows_most_columns_is_taken(
    client: TestClient, profile: dict[str, Any]
) -> None:
    wider = saved(client, name="Supplier 7, with colours", columns=[*COLUMNS, "Colour"])
    assert upload(client, *COLUMNS, "Colour")["profile"]["id"] == wider["id"]
    assert upload(client, *COLUMNS)["profile"]["id"] == profile["id"]


def test_an_import_follows_the_profile_in_all_but_what_takes_products_away(
    client: TestClient, profile: dict[str, Any]
) -> None:
    found = upload(client, *COLUMNS)
    started = client.post("/api/v1/imports", json={"upload_id": found["id"]}).json()
    assert started["mapping"] == profile["mapping"]
    assert (started["options"]["mode"], started["options"]["blank"]) == ("update", {"VK": "keep"})
    assert started["options"]["missing"] == "ignore"
    said = {"missing": "deactivate", "mode": "upsert"}
    again = client.post("/api/v1/imports", json={"upload_id": found["id"], "options": said}).json()
    assert (again["options"]["missing"], again["options"]["mode"]) == ("deactivate", "upsert")


def test_a_profile_is_changed_as_a_whole_and_removed(client: TestClient, profile: dict[str, Any]) -> None:
    address = f"/api/v1/profiles/{profile['id']}"
    changed = client.put(address, json={"name": "Seven", "columns": ["Ref"], "mapping": {"Ref": "sku"}})
    assert (changed.status_code, changed.json()["name"], changed.json()["options"]["mode"]) == (200, "Seven", "upsert")
    assert changed.json()["updated_at"] > profile["updated_at"]
    assert changed.json()["created_at"] == profile["created_at"]
    uploaded = upload(client, "Ref")
    assert uploaded["profile"]["name"] == "Seven"
    assert client.delete(address).status_code == 204
    assert refusal(client.get(address)) == (404, "profile_not_found")
    after = client.get(f"/api/v1/uploads/{uploaded['id']}").json()
    assert (after["profile"], after["suggested_mapping"]) == (None, {"Ref": "sku"})


def test_profiles_are_listed_by_name(client: TestClient) -> None:
    for name in ("B", "a", "C"):
        saved(client, name=name)
    page = client.get("/api/v1/profiles", params={"limit": 2}).json()
    assert ([one["name"] for one in page["items"]], page["total"], page["pages"]) == (["a", "B"], 3, 2)


def test_a_name_can_be_taken_once(client: TestClient, profile: dict[str, Any]) -> None:
    assert refusal(client.post("/api/v1/profiles", json=PROFILE | {"name": " Supplier 7 "})) == (
        409,
        "profile_name_taken",
    )
    other = saved(client, name="Other")
    taken = client.put(f"/api/v1/profiles/{other['id']}", json=PROFILE)
    assert refusal(taken) == (409, "profile_name_taken")
    assert client.put(f"/api/v1/profiles/{profile['id']}", json=PROFILE).status_code == 200


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"mapping": {"Price": "price"}}, "mapping_unknown_column", "mapping.Price"),
        ({"mapping": {"Ref": "weight"}}, "mapping_unknown_target", "mapping.Ref"),
        ({"mapping": {"Ref": "sku", "Text": "sku"}}, "mapping_duplicate_target", "mapping.Ref"),
        ({"options": {"blank": {"Price": "keep"}}}, "blank_unknown_column", "options.blank.Price"),
        ({"options": {"mode": "replace"}}, "invalid_request", "options.mode"),
        ({"name": "  "}, "invalid_request", "name"),
        ({"columns": []}, "invalid_request", "columns"),
        ({"columns": ["Ref", "Ref"]}, "invalid_request", "columns"),
        ({"surprise": 1}, "invalid_request", "surprise"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused(
    client: TestClient, changes: dict[str, Any], code: str, field: str
) -> None:
    answer = client.post("/api/v1/profiles", json=PROFILE | changes)
    assert refusal(answer) == (422, code)
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert client.get("/api/v1/profiles").json()["total"] == 0


def test_a_profile_that_does_not_exist_is_404(client: TestClient) -> None:
    address = f"/api/v1/profiles/{uuid4()}"
    assert refusal(client.get(address)) == (404, "profile_not_found")
    assert refusal(client.put(address, json=PROFILE)) == (404, "profile_not_found")
    assert refusal(client.delete(address)) == (404, "profile_not_found")
