"""AUTH=required with several API processes: what is taken away is gone in each, whether Redis is there or not."""

import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from tests.acceptance.deployment import Deployment, answers, deployed, free_port
from tests.access.provider import provider
from tests.waiting import wait_until

API = "/api/v1"
PASSWORD = "a heron under nine umbrellas"
ADMIN = "admin@example.com"
LINK = re.compile(r"http://\S+/set-up#(\S+)")
PROCESSES = ("api", "second", "third")

Json = dict[str, Any]


class Several:
    """A deployment with three API processes, which started at the same time."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.ports = {"api": deployment.port} | {name: free_port() for name in PROCESSES[1:]}

    def start(self) -> None:
        """End the first process and start all of them at once, on a database without people."""
        self.deployment.terminate("api")
        self.deployment.query("truncate users, one_time_links, api_keys, access_events, access_guesses cascade")
        (self.deployment.root / "api.log").write_text("")
        with ThreadPoolExecutor(len(PROCESSES)) as threads:
            list(threads.map(lambda name: self.deployment.start_api(name, self.ports[name]), PROCESSES))
        for name in PROCESSES:
            with self.client(name) as client:
                wait_until(lambda: answers(client), f"{name} answers", 60)

    def client(self, name: str, **options: Any) -> httpx2.Client:
        """A browser or program of its own at one of the processes."""
        return httpx2.Client(base_url=f"http://127.0.0.1:{self.ports[name]}", timeout=30, trust_env=False, **options)

    def logs(self) -> str:
        return "".join(self.deployment.log(name) for name in PROCESSES)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Several]:
    root: Path = tmp_path_factory.mktemp("access")
    with (
        provider() as known_there,
        deployed(
            root / "deployment", AUTH="required", OPENID_DEFAULT_ROLE="editor", **known_there.settings
        ) as deployment,
    ):
        known_there.says({"email": "guest@example.com"})
        made = Several(deployment)
        made.start()
        yield made


def log_in(client: httpx2.Client, email: str = ADMIN, password: str = PASSWORD) -> httpx2.Response:
    return client.post(f"{API}/session", json={"email": email, "password": password})


def status(client: httpx2.Client, path: str = "products") -> int:
    return client.get(f"{API}/{path}").status_code


def moved(client: httpx2.Client, there: httpx2.Client) -> httpx2.Client:
    """The same browser at another process."""
    there.cookies = client.cookies
    return there


def test_access_holds_in_every_process(several: Several) -> None:
    set_up_once(several)
    revoked_ended_and_changed_hold_everywhere(several)
    several.deployment.valkey.stop()
    try:
        revoked_ended_and_changed_hold_everywhere(several)
        guesses_are_counted_across_processes(several)
    finally:
        several.deployment.valkey.start()


def test_a_login_that_was_begun_at_one_process_is_ended_by_another(several: Several) -> None:
    with several.client("second") as begun, several.client("third") as ended, several.client("api") as used:
        to_provider = begun.get(f"{API}/openid/login", params={"path": "/products?q=rug"})
        assert to_provider.status_code == 303, to_provider.text
        back = urlsplit(httpx2.get(to_provider.headers["Location"]).headers["Location"])
        let_in = moved(begun, ended).get(f"{back.path}?{back.query}")
        assert (let_in.status_code, let_in.headers["Location"]) == (303, "/products?q=rug")
        who = moved(ended, used).get(f"{API}/session").json()
        assert (who["user"]["email"], who["role"]) == ("guest@example.com", "editor")
        # A code holds once, and so does the cookie that the browser was sent away with.
        with several.client("second") as another:
            again = moved(begun, another).get(f"{back.path}?{back.query}")
            assert again.headers["Location"].startswith("/login-refused?")


def set_up_once(several: Several) -> None:
    """One of the processes has printed a link, which makes one admin, whichever process it is opened at."""
    found = LINK.findall(several.logs())
    assert len(found) == 1, several.logs()
    at_once = threading.Barrier(len(PROCESSES))

    def open_at(name: str) -> int:
        with several.client(name) as client:
            at_once.wait()
            given = {
                "token": found[0],
                "password": PASSWORD,
                "email": ADMIN if name == "api" else f"{name}@example.com",
            }
            return client.post(f"{API}/links/use", json=given).status_code

    with ThreadPoolExecutor(len(PROCESSES)) as threads:
        assert sorted(threads.map(open_at, PROCESSES)) == [200, 410, 410]
    # Whoever was first is the admin; from here on they have one name.
    several.deployment.query("update users set email = %s, email_key = %s", ADMIN, ADMIN)
    assert several.deployment.value("select count(*) from users") == 1


def revoked_ended_and_changed_hold_everywhere(several: Several) -> None:
    with several.client("api") as admin, several.client("second") as there, several.client("third") as program:
        assert log_in(admin).status_code == 200
        made = admin.post(f"{API}/keys", json={"name": "a program", "scopes": ["read"]}).json()
        program.headers["Authorization"] = f"Bearer {made['key']}"
        assert status(program) == 200
        assert admin.delete(f"{API}/keys/{made['id']}").status_code == 204
        assert status(program) == 401

        assert log_in(there).status_code == 200
        with several.client("third") as elsewhere:
            moved(there, elsewhere)
            assert status(elsewhere) == 200
            assert there.delete(f"{API}/session").status_code == 204
            assert status(elsewhere) == 401

        invited = admin.post(f"{API}/users", json={"email": "editor@example.com", "role": "editor"}).json()
        token = invited["link"]["url"].partition("#")[2]
        with several.client("third") as editor:
            used = editor.post(f"{API}/links/use", json={"token": token, "password": PASSWORD})
            assert used.status_code == 200
            assert status(editor, "webhooks") == 200
            admin.patch(f"{API}/users/{invited['id']}", json={"role": "viewer"})
            assert status(editor, "webhooks") == 403
            admin.patch(f"{API}/users/{invited['id']}", json={"disabled": True})
            assert status(editor) == 401
        assert admin.delete(f"{API}/users/{invited['id']}").status_code == 204


def guesses_are_counted_across_processes(several: Several) -> None:
    """Without Redis too: ten tries in all, not ten at each process."""
    found = []
    for number in range(24):
        with several.client(PROCESSES[number % len(PROCESSES)]) as client:
            found.append(log_in(client, "somebody@example.com", f"guess {number}").status_code)
    assert found.count(401) == 10
    assert found.count(429) == 14


def test_it_does_not_start_without_a_secret_key_and_says_so_when_it_is_off(several: Several) -> None:
    deployment = several.deployment
    given = dict(deployment.settings)
    try:
        deployment.settings = given | {"SECRET_KEY": ""}
        deployment.start_api("keyless", free_port())
        wait_until(lambda: deployment.processes["keyless"].poll() is not None, "it ends", 60)
        assert "AUTH=required needs SECRET_KEY" in deployment.log("keyless")
        deployment.settings = given | {"AUTH": "off"}
        deployment.start_api("off", free_port())
        wait_until(lambda: "AUTH=off: whoever reaches this address" in deployment.log("off"), "it warns", 60)
    finally:
        deployment.settings = given
