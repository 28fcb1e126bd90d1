"""The content security policy: pages that keep it, and a browser that says so where one does not.

Every test of this folder fails when the browser reports a violation, which it does in its console.
"""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage
from tests.browser.servers import api_of, let_in

FROM_ELSEWHERE = """() => performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin))"""
PAGES = ("/", "/upload", "/products", "/api/docs", "/api/redoc", "/api/v1/products", "/assets/nothing.js")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inline_is_allowed_on_any_path(server: str, path: str) -> None:
    with api_of(server) as api:
        answer = api.get(f"{server}{path}", headers={"Accept": "text/html"})
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self'" in policy


def test_the_pages_about_the_api_work_within_it(open_page: OpenPage) -> None:
    page = open_page("/api/docs")
    page.locator(".opblock button").first.click()
    page.get_by_role("button", name="Try it out").first.click()
    page.get_by_role("button", name="Execute").first.click()
    expect(page.get_by_text("Server response").first).to_be_visible()
    assert page.evaluate(FROM_ELSEWHERE) == []
    page = open_page("/api/redoc")
    heading = page.get_by_role("heading", name="Product Importer").first
    expect(heading).to_be_visible()
    # Its styles are there, which a policy without their hashes would refuse.
    expect(page.locator(".menu-content")).to_have_css("position", "sticky")
    page.get_by_placeholder("Search").fill("restore")
    expect(page.get_by_role("menuitem", name=re.compile("restore", re.IGNORECASE)).first).to_be_visible()
    assert page.evaluate(FROM_ELSEWHERE) == []


INLINE = {
    "a style element": "add('style', {textContent: 'p {}'})",
    "a style attribute": """document.body.insertAdjacentHTML('beforeend', '<p style="color: red">')""",
    "a script": "add('script', {textContent: 'window.ran = 1'})",
    "a handler": """document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 1">')""",
    "a script from elsewhere": "add('script', {src: 'http://elsewhere.invalid'})",
    "asking elsewhere": "fetch('http://elsewhere.invalid').catch(() => {})",
}
ADD = "const add = (name, what) => document.head.append(Object.assign(document.createElement(name), what))"


@pytest.mark.parametrize("code", INLINE.values(), ids=INLINE)
def test_what_is_injected_neither_runs_nor_goes_unseen(browser: Browser, server: str, code: str) -> None:
    said: list[str] = []
    context = browser.new_context(base_url=server)
    let_in(context, server)
    page = context.new_page()
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.goto("/upload")
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate(f"() => {{ {ADD}; {code} }}")
    assert page.evaluate("() => window.ran") is None
    assert [line for line in said if line.startswith("error:") and "Content Security Policy" in line]
    context.close()
