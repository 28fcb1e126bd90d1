"""Files that cannot be imported, and requests that make no sense: a clear answer, and nothing left behind."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)


def stored() -> list[str]:
    return [found.key for found in get_storage().objects()]


@pytest.fixture
def clean_storage(client: TestClient) -> Iterator[None]:
    for key in stored():
        get_storage().delete(key)
    yield
    for key in stored():
        get_storage().delete(key)


@pytest.mark.covers("004:757")
@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty_file"),
        (b" \n\n", 422, "empty_file"),
        (b"sku,name\n", 422, "no_rows"),
        (PNG, 415, "unsupported_format"),
        (gzip.compress(b"sku,name\nA,Mug\n", mtime=0)[:-6], 422, "broken_compression"),
        (b"colour,size\nblue,L\n", 422, "sku_not_mapped"),
    ],
    ids=["empty", "blank lines only", "header only", "picture", "cut gzip", "no sku column"],
)
@pytest.mark.usefixtures("clean_storage")
def test_a_file_that_cannot_be_imported_is_refused_and_not_kept(
    client: TestClient, content: bytes, status: int, code: str
) -> None:
    answer = client.post("/api/v1/imports", files={"file": ("products.csv", content)})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(problem["detail"]) > 20
    assert stored() == []
    assert client.get("/api/v1/imports").json()["total"] == 0
    assert client.get("/api/v1/jobs").json()["total"] == 0


@pytest.mark.covers("004:757")
@pytest.mark.usefixtures("clean_storage")
def test_a_file_over_the_limit_is_refused_while_it_streams(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "max_upload_bytes", 1_000)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nsku,name\n'
    body = (part for part in [head, *[b"A,Mug\n"] * 1_000, b"\r\n--x--\r\n"])
    answer = client.post("/api/v1/uploads", content=body, headers={"content-type": "multipart/form-data; boundary=x"})
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert stored() == []


@pytest.mark.usefixtures("clean_storage")
def test_a_form_that_ends_too_early_leaves_nothing(client: TestClient) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nsku,name\nA,Mug\n'
    answer = client.post("/api/v1/uploads", content=body, headers={"content-type": "multipart/form-data; boundary=x"})
    assert (answer.status_code, answer.json()["code"]) == (422, "broken_form")
    assert stored() == []


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b"sku,name\n", "text/csv", 415, "not_multipart"),
        (b"--x--\r\n", "multipart/form-data; boundary=x", 422, "file_required"),
        (b"nonsense", "multipart/form-data; boundary=x", 422, "broken_form"),
        (b"nonsense", "multipart/form-data", 415, "not_multipart"),
    ],
    ids=["no form", "no file", "no parts", "no boundary"],
)
def test_a_request_that_is_no_form_with_a_file_is_refused(
    client: TestClient, body: bytes, content_type: str, status: int, code: str
) -> None:
    answer = client.post("/api/v1/uploads", content=body, headers={"content-type": content_type})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.covers("000:23")
def test_an_upload_says_what_was_found(client: TestClient) -> None:
    content = "Artikelnummer;Bezeichnung;Preis;Farbe\n0012;Tasse;9.50;blau\n0013;Becher;4.00;rot\n".encode("cp1252")
    answer = client.post("/api/v1/uploads", files={"file": ("C:\\data\\liste.csv", content)})
    assert answer.status_code == 201
    upload = answer.json()
    assert upload == client.get(answer.headers["location"]).json()
    assert (upload["filename"], upload["size_bytes"], upload["rows_estimate"]) == ("liste.csv", len(content), 2)
    assert upload["format"]["delimiter"] == ";"
    assert upload["format"]["evidence"]
    assert upload["suggested_mapping"] == {
        "Artikelnummer": "sku",
        "Bezeichnung": "name",
        "Preis": "price",
        "Farbe": "attributes.Farbe",
    }
    assert upload["sample"][0] == ["0012", "Tasse", "9.50", "blau"]
    assert upload["columns"][0]["suggestion"] == "sku"
    assert upload["warnings"] == []


def test_an_upload_without_a_recognised_sku_warns(client: TestClient) -> None:
    upload = client.post("/api/v1/uploads", files={"file": ("a.csv", b"colour,size\nblue,L\n")}).json()
    assert [warning["code"] for warning in upload["warnings"]] == ["sku_not_recognised", "name_not_recognised"]


@pytest.mark.covers("002:202")
def test_a_list_of_people_warns_and_is_not_imported_until_it_is_mapped(client: TestClient) -> None:
    content = b"First name,Last name,E-mail,Phone,Title\nAnn,Lee,ann@example.org,555 0100,Dr\n"
    upload = client.post("/api/v1/uploads", files={"file": ("contacts.csv", content)}).json()
    assert set(upload["suggested_mapping"].values()) == {None}
    assert upload["warnings"][0]["code"] == "looks_like_people"
    refused = client.post("/api/v1/imports", json={"upload_id": upload["id"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "sku_not_mapped")
    mapping = {"Phone": "sku", "Last name": "name"}
    assert client.post("/api/v1/imports", json={"upload_id": upload["id"], "mapping": mapping}).status_code == 202


def test_prices_that_can_be_read_in_two_ways_are_a_warning_until_somebody_says(client: TestClient) -> None:
    content = b"sku;name;price\nA;Mug;1.250\nB;Cup;2.500\n"
    upload = client.post("/api/v1/uploads", files={"file": ("a.csv", content)}).json()
    assert [warning["code"] for warning in upload["warnings"]] == ["number_format_ambiguous"]
    chosen = client.patch(f"/api/v1/uploads/{upload['id']}", json={"number_format": "comma"}).json()
    assert (chosen["warnings"], chosen["format"]["number_format"]) == ([], "comma")


@pytest.mark.covers("001:128")
def test_a_staged_file_is_imported_by_its_id_with_a_mapping(client: TestClient) -> None:
    upload = client.post("/api/v1/uploads", files={"file": ("a.csv", b"code,title\nA,Mug\n")}).json()
    answer = client.post(
        "/api/v1/imports", json={"upload_id": upload["id"], "mapping": {"code": "sku", "title": "name"}}
    )
    assert answer.status_code == 202
    started = answer.json()
    assert (started["status"], started["phase"], started["upload_id"]) == ("queued", "queued", upload["id"])
    assert started["mapping"] == {"code": "sku", "title": "name"}
    assert client.get(f"/api/v1/jobs/{started['id']}").json()["kind"] == "import"


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"mapping": {"nope": "sku"}}, "mapping_unknown_column", "mapping.nope"),
        ({"mapping": {"sku": "weight"}}, "mapping_unknown_target", "mapping.sku"),
        ({"mapping": {"sku": "name", "name": "name"}}, "mapping_duplicate_target", "mapping.sku"),
        ({"mapping": {"sku": None}}, "sku_not_mapped", None),
        ({"options": {"mode": "replace"}}, "invalid_request", "options.mode"),
        ({"options": {"typo": 1}}, "invalid_request", "options.typo"),
        ({"options": {"blank": {"nope": "keep"}}}, "blank_unknown_column", "options.blank.nope"),
        ({"surprise": 1}, "invalid_request", "surprise"),
    ],
)
def test_a_mapping_or_option_that_makes_no_sense_is_named(
    client: TestClient, body: dict[str, object], code: str, field: str | None
) -> None:
    upload = client.post("/api/v1/uploads", files={"file": ("a.csv", b"sku,name\nA,Mug\n")}).json()
    answer = client.post("/api/v1/imports", json={"upload_id": upload["id"], **body})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, code)
    assert field is None or field in [error["field"] for error in problem["errors"]]


def test_a_json_body_larger_than_any_mapping_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/imports", content=b" " * 2_000_000, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


@pytest.mark.usefixtures("clean_storage")
def test_options_beside_a_file_are_checked_before_anything_is_kept(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/imports",
        files={"file": ("a.csv", b"sku,name\nA,Mug\n")},
        data={"options": json.dumps({"on_duplicate": "middle"})},
    )
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "options.on_duplicate")
    assert stored() == []


def test_what_does_not_exist_is_404_with_a_way_on(client: TestClient) -> None:
    for path in ("uploads", "imports", "jobs"):
        answer = client.get(f"/api/v1/{path}/{uuid4()}")
        assert answer.status_code == 404
        assert answer.json()["code"].endswith("_not_found")
    assert client.post("/api/v1/imports", json={"upload_id": str(uuid4())}).status_code == 404
    assert client.get(f"/api/v1/jobs/{uuid4()}/events").status_code == 404
    assert client.get("/api/v1/nonsense", headers={"accept": "text/html"}).json()["code"] == "path_not_found"


def test_a_path_in_a_file_name_stays_a_name(client: TestClient) -> None:
    upload = client.post("/api/v1/uploads", files={"file": ("../../etc/passwd\x00.csv", b"sku,name\nA,Mug\n")}).json()
    assert "/" not in upload["filename"]
    assert Path(get_settings().data_dir).exists()


def test_a_queued_import_can_be_cancelled(client: TestClient) -> None:
    started = client.post("/api/v1/imports", files={"file": ("a.csv", b"sku,name\nA,Mug\n")}).json()
    answer = client.post(f"/api/v1/imports/{started['id']}/cancel")
    assert (answer.status_code, answer.json()["cancel_requested"]) == (202, True)
