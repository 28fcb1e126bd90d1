"""What a busy installation is asked for, hour by hour: people and programs, files, edits, faults, and bad receivers."""

import json
import re
from base64 import b64encode
from collections import Counter
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import redis

from tests.acceptance import upkeep
from tests.acceptance.deployment import Deployment, answers
from tests.waiting import wait_until
from tests.webhooks.receiver import Receiver

API = "/api/v1"
PASSWORD = "a heron under nine umbrellas"
ADMIN = "admin@example.com"
LINK = re.compile(r"http://\S+/set-up#(\S+)")
HEADER = "sku,name,price,colour\n"
TUS = {"Tus-Resumable": "1.0.0"}

Json = dict[str, Any]


class Load:
    """One installation, with webhooks of which one is well, one slow, one dead, and one is switched off at noon."""

    def __init__(self, deployment: Deployment, rows: int, healthy: Receiver, slow: Receiver, dead_url: str) -> None:
        self.deployment, self.api, self.rows = deployment, deployment.api, rows
        self.imports: list[str] = []
        self.most: Counter[str] = Counter()
        self._set_up()
        self._register(healthy.url, events=["product.*", "import.*"], import_mode="batch", rate_limit_per_hour=100_000)
        self._register(slow.url, events=["*"], import_mode="batch", timeout_seconds=5)
        self._register(dead_url, events=["product.updated", "import.*"])
        self.switched_off = self._register(dead_url, events=["product.*"])

    def hour(self, number: int) -> None:
        """Everything that is asked for in one hour, and the faults of it; returns once every job has ended or waits."""
        if number % 2 == 0:
            self._people(number)
        self._edit(number)
        if number % 24 == 5:
            self._kill_inside_a_chunk(number)
        else:
            self._import(number)
        if number % 8 == 5:
            with redis.Redis.from_url(self.deployment.redis_url) as client:
                client.flushall()
        self._bulk(number)
        if number % 4 == 2:
            self._undo()
        if number % 6 == 2:
            self._upload(number)
        if number == 12:
            self._ask("PATCH", f"webhooks/{self.switched_off}", json={"enabled": False})
        if number % 24 == 15:
            self._guess_while_redis_is_away()
        exported = self._ask("GET", "products/export", params={"format": "csv"})
        assert exported.text.startswith("id,sku,"), exported.text[:80]
        wait_until(self._quiet, "every job has ended or waits for somebody", 60, pause=0.1)
        self.count()

    def count(self) -> None:
        """Remember of each table the most rows that it ever had."""
        self.most |= Counter(upkeep.rows(self.deployment))

    def _quiet(self) -> bool:
        working = "select count(*) from jobs where finished_at is null and status <> 'awaiting_confirmation'"
        return not self.deployment.value(working)

    def _ask(self, method: str, path: str, expected: tuple[int, ...] = (200, 201, 202, 204), **given: Any) -> Any:
        answer = self.api.request(method, f"{API}/{path}", **given)
        assert answer.status_code in expected, (method, path, answer.status_code, answer.text)
        return answer

    def _set_up(self) -> None:
        [token] = LINK.findall(self.deployment.log("api"))
        with self._browser() as browser:
            used = browser.post(f"{API}/links/use", json={"token": token, "password": PASSWORD, "email": ADMIN})
            assert used.status_code == 200, used.text
            scopes = ["read", "write", "import", "webhooks"]
            made = browser.post(f"{API}/keys", json={"name": "the load", "scopes": scopes})
            assert made.status_code == 201, made.text
        self.api.headers["Authorization"] = f"Bearer {made.json()['key']}"

    def _browser(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.api.base_url, timeout=30, trust_env=False)

    def _register(self, url: str, **fields: Any) -> str:
        made: Json = self._ask("POST", "webhooks", json={"url": url} | fields).json()
        return str(made["id"])

    def _people(self, number: int) -> None:
        """Somebody logs in, and half of the times out; now and then with a wrong password, or to invite somebody."""
        with self._browser() as browser:
            if number % 6 == 0:
                wrong = browser.post(f"{API}/session", json={"email": ADMIN, "password": "guessed"})
                assert wrong.status_code == 401
            assert browser.post(f"{API}/session", json={"email": ADMIN, "password": PASSWORD}).status_code == 200
            if number % 12 == 4:
                invited = browser.post(f"{API}/users", json={"email": f"{number}@example.com", "role": "editor"})
                assert invited.status_code == 201, invited.text
            if number % 4:
                assert browser.delete(f"{API}/session").status_code == 204

    def _guess_while_redis_is_away(self) -> None:
        """Tries are counted in PostgreSQL then."""
        self.deployment.valkey.stop()
        with self._browser() as browser:
            guessed = browser.post(f"{API}/session", json={"email": "nobody@example.com", "password": "guessed"})
            assert guessed.status_code == 401, guessed.text
        self.deployment.valkey.start()
        wait_until(self._works_again, "API and worker are back", 60, pause=0.2)

    def _works_again(self) -> bool:
        # A broker that leaves while a message is under way ends Celery's worker; whatever runs one starts it again.
        if self.deployment.processes["worker"].poll() is not None:
            self.deployment.start_worker()
        return answers(self.api) and bool(self._ask("GET", "workers").json()["workers"])

    def _edit(self, number: int) -> None:
        """A product is made under an idempotency key, changed, and in every other hour put into the trash."""
        key = {"Idempotency-Key": f"hour-{number}"}
        made = self._ask("POST", "products", json={"sku": f"edited {number}", "name": "x"}, headers=key).json()
        self._ask("PATCH", f"products/{made['id']}", json={"price": f"{number}.50"})
        if number % 2:
            self._ask("DELETE", f"products/{made['id']}")

    def _import(self, number: int) -> None:
        """A file half of whose products are new, with a bad row and a repeated one; some wait for a confirmation."""
        first = self._first(number)
        lines = [f"P-{one:06},Product {one},{number}.{one % 90 + 10},blue\n" for one in range(first, first + self.rows)]
        options = {"options": json.dumps({"confirm": True})} if number % 8 == 6 else {}
        content = HEADER + "".join([*lines, f"bad {number},Bad,not a price,red\n", lines[0]])
        import_id = self._post(f"hour-{number}.csv", content, **options)
        if not options:
            self.imports.append(import_id)

    def _post(self, filename: str, content: str, **options: str) -> str:
        path = self.deployment.root / filename
        path.write_text(content)
        import_id = str(self.deployment.post_import(path, **options)["id"])
        path.unlink()
        return import_id

    def _kill_inside_a_chunk(self, number: int) -> None:
        """The worker dies while it waits for a product that the import before has made; another one goes on."""
        waits = "select count(*) from job_backends as b join pg_locks as l using (pid) where not l.granted"
        with psycopg.connect(self.deployment.database_url) as holder:
            known = f"p-{self._first(number):06}"
            found = holder.execute("select from products where sku_key = %s for update", [known])
            assert found.rowcount == 1
            self._import(number)
            wait_until(lambda: bool(self.deployment.value(waits)), "a chunk waits for the product", 30, pause=0.1)
            self.count()
            self.deployment.kill("worker")
        self.deployment.start_worker()

    def _first(self, number: int) -> int:
        """The number of the first product in the file of an hour."""
        return number * self.rows // 2

    def _bulk(self, number: int) -> None:
        """Some products are switched, and a few put into the trash."""
        action = "deactivate" if number % 2 else "activate"
        self._ask("POST", "products/bulk", json={"action": action, "filter": {"sku": f"edited {number}"}})
        if number:
            ten = f"P-{self._first(number - 1) // 10:05}"
            self._ask("POST", "products/bulk", json={"action": "delete", "filter": {"sku": ten}})

    def _undo(self) -> None:
        """The last import but one is taken back, but for a product that was changed since."""
        import_id = self.imports[-2]
        newest = "select product_id from events as e join event_batches as b on b.id = e.batch_id where b.job_id = %s"
        changed = f"select id from products where deleted_at is null and id in ({newest}) order by id desc limit 1"
        product_id = self.deployment.value(changed, import_id)
        self._ask("PATCH", f"products/{product_id}", json={"name": "Changed since"})
        self._ask("POST", f"imports/{import_id}/undo")

    def _upload(self, number: int) -> None:
        """A file that nobody imports, mended rejects, half a file, and one that no table of ours knows."""
        content = (HEADER + f"Q-{number},Product,1,red\n").encode()
        self._ask("POST", "uploads", files={"file": ("left.csv", content)})
        name = b64encode(b"half.csv").decode()
        announced = TUS | {"Upload-Length": str(2 * len(content)), "Upload-Metadata": f"filename {name}"}
        location = self._ask("POST", "uploads/resumable", headers=announced).headers["location"]
        piece = TUS | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        sent = self.api.patch(location, content=content, headers=piece)
        assert sent.status_code == 204, sent.text
        rejects = self._ask("GET", f"imports/{self.imports[-2]}/rejects", params={"format": "csv"}).text
        self._post("mended.csv", rejects.replace("not a price", "1.00"))
        stray: Path = self.deployment.root / "storage" / "uploads" / f"stray-{number}.csv"
        stray.write_bytes(content)
