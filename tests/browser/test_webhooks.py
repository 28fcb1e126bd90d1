"""Webhooks: from the form to a receiver that is real, its log, its secret, and its end."""

import re
from collections.abc import Iterator

import pytest
import standardwebhooks
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Scheme
from tests.browser.files import csv, rows
from tests.browser.fitting import assert_fits
from tests.browser.servers import serve
from tests.waiting import wait_until
from tests.webhooks.receiver import Receiver, receiving, respond

# A page looks again every few seconds.
NOTICED_MS = 20_000
OF_THE_SHOP, OF_THE_STALL = "whsec_YSBzZWNyZXQgb2YgdGhlIHNob3A=", "whsec_YSBzZWNyZXQgb2YgdGhlIHN0YWxs"
LOOKS = pytest.mark.parametrize(
    ("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop light", "phone dark"]
)


@pytest.fixture(scope="module")
def hooking_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that may send to this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WEBHOOK_ALLOWED_CIDRS", "127.0.0.1/32")
        yield from serve(tmp_path_factory.mktemp("hooking"))


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def registered(page: Page, receiver: Receiver, **fields: object) -> str:
    """The id of a webhook made through the API, for tests of what comes after."""
    answer = page.request.post("/api/v1/webhooks", data={"url": receiver.url, "events": ["product.*"]} | fields)
    assert answer.status == 201, answer.text()
    made: str = answer.json()["id"]
    return made


def edit_a_product(page: Page, sku: str) -> None:
    answer = page.request.post("/api/v1/products", data={"sku": sku, "name": "Lamp", "price": "1.00"})
    assert answer.status == 201, answer.text()


def assert_signed(receiver: Receiver, secret: str) -> None:
    last = receiver.got[-1]
    standardwebhooks.Webhook(secret).verify(last.body, dict(last.headers))


def log(page: Page) -> Locator:
    """The lines of the log."""
    return page.locator("tbody tr")


def drawer(page: Page) -> Locator:
    return page.get_by_role("dialog")


def tab_to(page: Page, target: Locator) -> None:
    """Go there as somebody without a mouse does."""
    target.wait_for()
    for _ in range(80):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way leads to {target}")


@pytest.mark.covers("001:10", "004:31")
@LOOKS
def test_a_webhook_is_made_by_the_form_and_its_secret_is_shown_once(
    open_page: OpenPage, hooking_server: str, receiver: Receiver, size: tuple[int, int], scheme: Scheme
) -> None:
    page = open_page("/webhooks", on=hooking_server, size=size, scheme=scheme)
    page.get_by_role("link", name="Add a webhook").first.click()
    page.get_by_label("URL").fill(receiver.url)
    page.get_by_label("Description").fill(f"Shop in {scheme}")
    page.get_by_label("import.completed").uncheck()
    page.get_by_role("radio", name="In batches").check()
    page.get_by_role("button", name="Add a header").click()
    page.get_by_label("Name of header 1").fill("X-Api-Key")
    page.get_by_label("Value of X-Api-Key").fill("a key of the shop")
    example = page.get_by_label("Example of a message", exact=True)
    expect(example).to_contain_text("X-Api-Key: a key of the shop")
    expect(example).to_contain_text('"event": "product.created"')
    page.get_by_text("in an import", exact=True).click()
    expect(example).to_contain_text('"event": "product.batch"')
    assert_fits(page)
    assert_accessible(page)

    page.get_by_role("button", name="Create webhook").click()
    page.wait_for_url("**/signing")
    fresh = page.get_by_role("region", name="Copy the secret now")
    expect(fresh.get_by_text(re.compile("^whsec_"))).to_be_visible()
    assert_fits(page)
    assert_accessible(page)
    fresh.get_by_role("button", name="Copy: the secret").click()
    expect(fresh.get_by_text("Copied").or_(fresh.get_by_text("Select it to copy"))).to_be_visible()
    page.get_by_text("Go", exact=True).click()
    expect(page.get_by_label("Verification in Go", exact=True)).to_contain_text("hmac.New(sha256.New, key)")
    page.wait_for_url("**/signing?code=go")
    page.reload()
    expect(page.get_by_role("heading", name="Verify a message")).to_be_visible()
    expect(page.get_by_text(re.compile("^whsec_"))).to_have_count(0)

    page.get_by_role("link", name="Settings").last.click()
    expect(page.get_by_label("Value of X-Api-Key")).to_have_value("")
    expect(page.get_by_label("Value of X-Api-Key")).to_have_attribute("placeholder", re.compile("^Kept"))
    page.get_by_label("Tries after the first").fill("2")
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile(r"^Taken: status 200 after \d+ ms"))).to_be_visible()
    assert receiver.got[0].headers["x-api-key"] == "a key of the shop"


def test_what_is_wrong_stands_at_its_field(open_page: OpenPage, hooking_server: str) -> None:
    page = open_page("/webhooks/new", on=hooking_server)
    page.get_by_label("product.*").uncheck()
    page.get_by_label("import.completed").uncheck()
    page.get_by_label("Timeout").fill("61")
    page.get_by_role("button", name="Create webhook").click()
    url = page.get_by_label("URL")
    expect(page.get_by_text("The URL is blank.", exact=False)).to_be_visible()
    expect(page.get_by_text("No event is chosen.", exact=False)).to_be_visible()
    expect(page.get_by_text("Write a whole number from 1 to 60.")).to_be_visible()
    expect(url).to_be_focused()
    assert_accessible(page)

    page.get_by_label("product.*").check()
    page.get_by_label("Timeout").fill("10")
    url.fill("http://10.0.0.1/hooks")
    page.get_by_role("button", name="Add a header").click()
    page.get_by_label("Name of header 1").fill("Host")
    page.get_by_label("Value of Host").fill("elsewhere")
    page.get_by_role("button", name="Create webhook").click()
    expect(page.get_by_text("10.0.0.1 is not an address on the public Internet.", exact=False)).to_be_visible()
    expect(page.get_by_text("The header Host is set here", exact=False)).to_be_visible()
    expect(url).to_have_attribute("aria-invalid", "true")
    expect(url).to_be_focused()
    page.get_by_role("link", name="Cancel").click()
    question = page.get_by_role("dialog", name="Your changes are not saved")
    question.get_by_role("button", name="Discard changes").click()
    page.wait_for_url("**/webhooks")


@pytest.mark.covers("003:9")
def test_an_edit_arrives_and_shows_up_by_itself(open_page: OpenPage, hooking_server: str, receiver: Receiver) -> None:
    page = open_page("/webhooks", on=hooking_server)
    page.goto(f"/webhooks/{registered(page, receiver)}")
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    expect(page).to_have_title(re.compile("^Nothing sent yet"))
    edit_a_product(page, "arrives-1")
    expect(log(page).filter(has_text="product.created")).to_contain_text("Delivered", timeout=NOTICED_MS)
    expect(page).to_have_title(re.compile("^Delivers"), timeout=NOTICED_MS)
    assert receiver.got[0].data["sku"] == "arrives-1"
    page.get_by_role("link", name="product.created").press("Enter")
    page.wait_for_url("**?delivery=*")
    expect(drawer(page).get_by_label("Body of the message", exact=True)).to_contain_text('"sku": "arrives-1"')
    expect(drawer(page).get_by_label("Request of attempt 1", exact=True)).to_contain_text("webhook-signature: (secret,")
    expect(drawer(page).get_by_label("Answer to attempt 1", exact=True)).to_contain_text("HTTP 200")
    page.go_back()
    expect(drawer(page)).to_have_count(0)

    page.get_by_role("link", name="Health").click()
    expect(page.get_by_role("img", name=re.compile(r"^100 % of 1 attempt in the last 24 hours"))).to_be_visible()
    page.get_by_text("These figures as a table").click()
    expect(page.get_by_role("row", name=re.compile("100 %"))).to_be_visible()
    page.get_by_text("7 days", exact=True).click()
    page.wait_for_url("**/health?span=week")
    page.goto("/webhooks")
    row = page.get_by_role("listitem").filter(has_text=receiver.url)
    expect(row.get_by_role("img", name=re.compile("^100 % of 1 attempt in the last day"))).to_be_visible()


@LOOKS
def test_a_failure_says_why_and_when_it_is_tried_next(
    open_page: OpenPage, hooking_server: str, receiver: Receiver, size: tuple[int, int], scheme: Scheme
) -> None:
    receiver.answer = respond(503, b"in maintenance", {"Retry-After": "3600"})
    page = open_page("/webhooks", on=hooking_server, size=size, scheme=scheme)
    hook = registered(page, receiver, description=f"Fails in {scheme}")
    page.goto(f"/webhooks/{hook}")
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    edit_a_product(page, f"fails-{scheme}")
    expect(log(page)).to_contain_text("The receiver answered 503.", timeout=NOTICED_MS)
    expect(log(page)).to_contain_text(re.compile("Next try in (1 h|59 min)"))
    assert_fits(page)
    assert_accessible(page)

    page.get_by_role("link", name="product.created").click()
    expect(drawer(page).get_by_text(re.compile("^Next try in"))).to_be_visible()
    expect(drawer(page).get_by_text("its own log at this time says why", exact=False)).to_be_visible()
    expect(drawer(page).get_by_label("Answer to attempt 1", exact=True)).to_contain_text("in maintenance")
    assert_fits(page)
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.goto("/webhooks")
    row = page.get_by_role("listitem").filter(has_text=f"Fails in {scheme}")
    expect(row).to_contain_text("Failing")
    expect(row).to_contain_text("The receiver answered 503.")
    row.get_by_role("switch").press("Space")
    question = page.get_by_role("dialog", name=f"Turn off Fails in {scheme}?")
    expect(question).to_contain_text("1 delivery waits to be sent.")
    assert_accessible(page)
    question.get_by_role("button", name="Turn off").click()
    expect(row).to_contain_text("Off")


def test_what_failed_is_sent_again_one_by_one_and_all_at_once(
    open_page: OpenPage, hooking_server: str, receiver: Receiver
) -> None:
    receiver.answer = respond(500)
    page = open_page("/webhooks", on=hooking_server)
    page.goto(f"/webhooks/{registered(page, receiver, retry_count=0)}")
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    for number in range(3):
        edit_a_product(page, f"again-{number}")
    expect(log(page).filter(has_text="Failed")).to_have_count(3, timeout=NOTICED_MS)
    receiver.answer = respond(204, b"")
    page.get_by_role("link", name="product.created").first.click()
    drawer(page).get_by_role("button", name="Send again").click()
    expect(drawer(page).get_by_text("Delivered")).to_be_visible(timeout=NOTICED_MS)
    expect(drawer(page).get_by_text("Attempt 2 · 204")).to_be_visible(timeout=NOTICED_MS)
    page.keyboard.press("Escape")
    page.get_by_text("Failed", exact=True).first.click()
    page.wait_for_url("**?status=failed")
    expect(log(page)).to_have_count(2, timeout=NOTICED_MS)

    page.get_by_role("button", name="Replay…").click()
    dialog = page.get_by_role("dialog", name="What is to be sent again?")
    assert_accessible(page)
    dialog.get_by_role("radio", name="Everything since a time").check()
    expect(dialog.get_by_role("button", name="Send again")).to_be_disabled()
    dialog.get_by_role("radio", name="All that failed").check()
    dialog.get_by_role("button", name="Send again").click()
    expect(page.get_by_text("2 deliveries are sent again.")).to_be_visible()
    expect(page.get_by_text("No delivery matches")).to_be_visible(timeout=NOTICED_MS)
    page.get_by_role("button", name="Show all deliveries").click()
    expect(log(page).filter(has_text="Delivered")).to_have_count(3, timeout=NOTICED_MS)


def test_two_secrets_sign_after_one_was_rotated(open_page: OpenPage, hooking_server: str, receiver: Receiver) -> None:
    page = open_page("/webhooks", on=hooking_server)
    page.goto(f"/webhooks/{registered(page, receiver)}/signing")
    page.get_by_role("button", name="Rotate the secret").click()
    question = page.get_by_role("dialog", name="Give it another secret?")
    expect(question).to_contain_text("For 24 hours both sign")
    assert_accessible(page)
    question.get_by_role("button", name="Rotate the secret").click()
    expect(page.get_by_text(re.compile("^whsec_"))).to_be_visible()
    expect(page.get_by_text(re.compile("the former one ends in (24 h|23 h 59 min)"))).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="I have stored it").click()
    expect(page.get_by_text(re.compile("^whsec_"))).to_have_count(0)
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile("^Taken: status 200"))).to_be_visible()
    assert receiver.got[0].headers["webhook-signature"].count("v1,") == 2


def test_a_secret_of_ones_own_signs_and_one_may_sign_later(
    open_page: OpenPage, hooking_server: str, receiver: Receiver
) -> None:
    page = open_page("/webhooks/new", on=hooking_server)
    page.get_by_label("URL").fill(receiver.url)
    page.get_by_role("radio", name="A secret of my own").check()
    field = page.get_by_label("Secret", exact=True)
    field.fill("too short")
    page.get_by_role("button", name="Create webhook").click()
    expect(page.get_by_text("The secret has fewer than 16 characters.", exact=False)).to_be_visible()
    expect(field).to_be_focused()
    field.fill("whsec_this is no Base64")
    page.get_by_role("button", name="Create webhook").click()
    expect(page.get_by_text("The secret cannot be used", exact=False)).to_be_visible()
    assert_accessible(page)
    field.fill(OF_THE_SHOP)
    page.get_by_role("button", name="Create webhook").click()
    page.wait_for_url("**/signing")
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile("^Taken: status 200"))).to_be_visible()
    assert_signed(receiver, OF_THE_SHOP)

    page.goto(f"/webhooks/{registered(page, receiver, secret=False)}/signing")
    expect(page.get_by_text("Messages are not signed", exact=False)).to_be_visible()
    page.get_by_role("button", name="Sign messages").click()
    question = page.get_by_role("dialog", name="Sign messages from now on?")
    question.get_by_role("radio", name="A secret of my own").check()
    expect(question.get_by_role("button", name="Sign messages")).to_be_disabled()
    question.get_by_label("Secret", exact=True).fill(OF_THE_STALL)
    question.get_by_role("button", name="Sign messages").click()
    expect(page.get_by_text("Every message is signed.", exact=False)).to_be_visible()
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile("^Taken: status 200"))).to_be_visible()
    assert_signed(receiver, OF_THE_STALL)


@pytest.mark.covers("001:11", "004:39")
def test_a_test_that_fails_says_so_in_place(open_page: OpenPage, hooking_server: str, receiver: Receiver) -> None:
    page = open_page("/webhooks", on=hooking_server)
    page.goto(f"/webhooks/{registered(page, receiver)}")
    receiver.answer = respond(401, b"who are you?")
    page.get_by_label("Event to send as a test").select_option("product.updated")
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile(r"^Not taken: status 401 after \d+ ms"))).to_be_visible()
    assert receiver.got[0].json["event"] == "product.updated"
    page.get_by_role("link", name="Request and answer").click()
    expect(drawer(page).get_by_label("Answer to attempt 1", exact=True)).to_contain_text("who are you?")
    expect(drawer(page).get_by_text("verifies with the secret of this webhook", exact=False)).to_be_visible()
    page.keyboard.press("Escape")
    receiver.close()
    page.get_by_role("button", name="Send test").click()
    expect(page.get_by_text(re.compile(r"^Not taken: no answer after .*No connection came about"))).to_be_visible()
    assert_accessible(page)


@pytest.mark.covers("001:10")
def test_one_that_was_turned_off_is_turned_on_again_and_deleted(
    open_page: OpenPage, hooking_server: str, receiver: Receiver
) -> None:
    receiver.answer = respond(410)
    page = open_page("/webhooks", on=hooking_server)
    hook = registered(page, receiver, description="Gone for good")
    page.goto(f"/webhooks/{hook}")
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()
    edit_a_product(page, "gone-1")
    expect(page.get_by_text("The receiver answered 410 Gone", exact=False).first).to_be_visible(timeout=NOTICED_MS)
    expect(page).to_have_title(re.compile("^Disabled"))
    switch = page.get_by_role("switch", name="Enabled")
    expect(switch).not_to_be_checked()
    switch.press("Space")
    expect(switch).to_be_checked()
    expect(page.get_by_text("The receiver answered 410 Gone", exact=False)).to_have_count(0)
    page.get_by_role("button", name="Delete").press("Enter")
    question = page.get_by_role("dialog", name="Delete Gone for good?")
    assert_accessible(page)
    question.get_by_role("button", name="Delete webhook").click()
    page.wait_for_url("**/webhooks")
    expect(page.get_by_text("The webhook Gone for good was deleted.")).to_be_visible()
    page.goto(f"/webhooks/{hook}")
    expect(page.get_by_text("Nothing is registered under this address")).to_be_visible()


def test_settings_that_somebody_else_changed_are_not_overrun(
    open_page: OpenPage, hooking_server: str, receiver: Receiver
) -> None:
    page = open_page("/webhooks", on=hooking_server)
    hook = registered(page, receiver)
    page.goto(f"/webhooks/{hook}/settings")
    changed_elsewhere = page.get_by_text("Somebody else has changed this webhook", exact=False)
    page.get_by_label("Description").fill("Mine")
    answer = page.request.patch(f"/api/v1/webhooks/{hook}", data={"timeout_seconds": 5})
    assert answer.status == 200
    page.get_by_role("button", name="Save changes").click()
    expect(changed_elsewhere).to_be_visible()
    page.get_by_role("button", name="Save mine over it").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    expect(page.get_by_label("Timeout")).to_have_value("5")
    expect(page.get_by_label("Description")).to_have_value("Mine")

    page.get_by_label("Description").fill("Mine again")
    assert page.request.patch(f"/api/v1/webhooks/{hook}", data={"description": "Theirs"}).status == 200
    page.get_by_role("button", name="Save changes").click()
    expect(changed_elsewhere).to_be_visible()
    page.get_by_role("button", name="Take theirs").click()
    expect(page.get_by_label("Description")).to_have_value("Theirs")
    expect(changed_elsewhere).to_have_count(0)
    expect(page.get_by_role("button", name="Save changes")).to_be_disabled()


def test_an_import_is_sent_again(open_page: OpenPage, hooking_server: str, receiver: Receiver) -> None:
    page = open_page("/webhooks", on=hooking_server)
    hook = registered(page, receiver, import_mode="batch")
    file = csv("replayed.csv", *rows("replayed", 2))
    assert page.request.post("/api/v1/imports", multipart={"file": file}).ok
    page.goto(f"/webhooks/{hook}")
    expect(log(page)).to_contain_text("2 events in one message", timeout=NOTICED_MS)
    page.get_by_role("button", name="Replay…").click()
    dialog = page.get_by_role("dialog", name="What is to be sent again?")
    dialog.get_by_role("radio", name="One import").check()
    dialog.get_by_label("Import", exact=True).select_option(label="replayed.csv")
    dialog.get_by_role("button", name="Send again").click()
    expect(page.get_by_text("These events are being sent again.")).to_be_visible()
    wait_until(lambda: sum(one["event"] == "product.batch" for one in receiver.bodies()) == 2, "the import came twice")


def test_the_keyboard_alone_is_enough(open_page: OpenPage, hooking_server: str, receiver: Receiver) -> None:
    page = open_page("/jobs", on=hooking_server)
    page.get_by_role("heading", name="Jobs", exact=True).wait_for()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("add webhook")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("URL"))
    page.keyboard.type(receiver.url)
    tab_to(page, page.get_by_label("product.*"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_label("product.created"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("radio", name="One message at the end"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="In batches")).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Create webhook"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="I have stored it"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("^whsec_"))).to_have_count(0)
    tab_to(page, page.get_by_role("button", name="Send test"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("^Taken: status 200"))).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Request and answer"))
    page.keyboard.press("Enter")
    tab_to(page, drawer(page).get_by_role("button", name="Send again"))
    page.keyboard.press("Enter")
    expect(drawer(page).get_by_text("Attempt 2 · 200")).to_be_visible(timeout=NOTICED_MS)
    page.keyboard.press("Escape")
    expect(drawer(page)).to_have_count(0)
    tab_to(page, page.get_by_role("switch", name="Enabled"))
    page.keyboard.press("Space")
    expect(page.get_by_role("switch", name="Enabled")).not_to_be_checked()
    tab_to(page, page.get_by_role("button", name="Delete"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Delete webhook"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/webhooks")
