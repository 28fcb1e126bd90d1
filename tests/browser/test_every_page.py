"""Each page with data in it: at every width, in both colour schemes."""

import httpx2
import pytest

from tests.browser.conftest import OpenPage
from tests.browser.files import csv, rows
from tests.browser.looks import assert_fine_in_every_look
from tests.browser.servers import api_of
from tests.waiting import wait_until

LONG = "A product name that somebody has written without ever thinking of the width of a column and then some more"
LONG_SKU = f"page-{'of-a-supplier-who-writes-sentences-' * 4}end"


@pytest.fixture(scope="module")
def addresses(server: str) -> dict[str, str]:
    """Where the pages are, with an import behind them that had every usual outcome."""
    content = csv("long names and bad rows.csv", *rows("page", 60), f"page-long,{LONG},1.00,blue", "x,,1,")
    with api_of(server) as api:
        answer = api.post("/imports", files={"file": (content["name"], content["buffer"])})
        import_id = answer.raise_for_status().json()["id"]
        upload_id = answer.json()["upload_id"]
        wait_until(lambda: api.get(f"/imports/{import_id}").json()["status"] == "completed", "the import is done")
        product_id = api.get("/products", params={"sku": "page-long"}).json()["items"][0]["id"]
        other = csv(
            "another catalogue.csv", *rows("page", 30), f"page-long,{LONG},0.02,red", f"{LONG_SKU},Desk,2.00,red"
        )
        check = api.post(
            "/imports", files={"file": (other["name"], other["buffer"])}, data={"options": '{"confirm": true}'}
        )
        check_id = check.raise_for_status().json()["id"]
        wait_until(lambda: api.get(f"/imports/{check_id}").json()["status"] == "awaiting_confirmation", "it waits")
        profile = {"name": f"A profile with a long name: {LONG}", "columns": ["SKU", "Name"], "mapping": {"SKU": "sku"}}
        assert api.post("/profiles", json=profile).status_code == 201
        webhook_id, delivery_id = _webhook(api)
    return {
        "start": "/upload",
        "ready": f"/upload/{upload_id}",
        "format": f"/upload/{upload_id}/adjust/format",
        "mapping": f"/upload/{upload_id}/adjust/mapping",
        "rules": f"/upload/{upload_id}/adjust/rules",
        "check": f"/imports/{check_id}/plan",
        "receipt": f"/imports/{import_id}",
        "plan": f"/imports/{import_id}/plan",
        "rejects of the plan": f"/imports/{import_id}/plan?show=rejected",
        "undo": f"/imports/{import_id}/undo",
        "products": "/products?sku=page-",
        "product": f"/products?product={product_id}",
        "create": "/products?product=new",
        "webhooks": "/webhooks",
        "new webhook": "/webhooks/new",
        "deliveries": f"/webhooks/{webhook_id}",
        "delivery": f"/webhooks/{webhook_id}?delivery={delivery_id}",
        "health": f"/webhooks/{webhook_id}/health",
        "signing": f"/webhooks/{webhook_id}/signing",
        "webhook settings": f"/webhooks/{webhook_id}/settings",
        "jobs": "/jobs",
        "settings": "/settings",
    }


def _webhook(api: httpx2.Client) -> tuple[str, str]:
    """A webhook with every length there is, and a test that could not be sent to it."""
    fields = {
        "url": f"https://receiver.invalid/{'of-a-supplier-who-writes-sentences/' * 6}",
        "description": LONG,
        "events": ["product.created", "product.updated", "import.*"],
        "headers": {"Authorization": "Bearer secret", "X-A-Header-With-A-Long-Name": LONG},
    }
    made = api.post("/webhooks", json=fields).raise_for_status().json()["id"]
    tested = api.post(f"/webhooks/{made}/test", json={"event": "product.updated"}).raise_for_status().json()
    return made, tested["delivery_id"]


READY_WHEN = {
    "start": "Earlier imports",
    "ready": "Check what would change",
    "format": "How the file is written",
    "mapping": "Kept as attributes",
    "rules": "Use the profile",
    "check": "Row by row",
    "receipt": "did not go in",
    "plan": "Row by row",
    "rejects of the plan": "Row 62",
    "undo": "Undo this import?",
    "products": "page-0060",
    "product": "Save changes",
    "create": "Create product",
    "webhooks": "Nothing sent yet",
    "new webhook": "POST /",
    "deliveries": "has no address",
    "delivery": "Attempt 1",
    "health": "Time to answer",
    "signing": "Verify a message",
    "webhook settings": "Save changes",
    "jobs": "History",
    "settings": "A profile with a long name",
}


@pytest.mark.covers("001:19", "003:26", "004:30", "004:880")
@pytest.mark.parametrize("name", READY_WHEN)
def test_a_page_fits_every_window_and_axe_finds_nothing(
    open_page: OpenPage, addresses: dict[str, str], name: str
) -> None:
    page = open_page(addresses[name])
    assert_fine_in_every_look(page, page.get_by_text(READY_WHEN[name], exact=False).first)


def test_the_chosen_colours_stay(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    page.get_by_role("button", name="Colours", exact=False).click()
    page.get_by_role("menuitem", name="Dark").click()
    assert page.evaluate("() => document.documentElement.dataset.mantineColorScheme") == "dark"
    page.reload()
    assert page.evaluate("() => document.documentElement.dataset.mantineColorScheme") == "dark"


def test_nothing_is_asked_of_any_other_host(open_page: OpenPage, server: str) -> None:
    page = open_page("/upload")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/upload", "/products", "/webhooks", "/jobs", "/settings"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(server)] == []
