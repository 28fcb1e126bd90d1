"""How fast webhooks are delivered, how soon after the commit, beside slow ones, and what they cost an import.

    uv run python -m bench.webhook_throughput [--messages 5000] [--rows 500000] [--rounds 3] [--rate 50] [--part NAME …]

throughput  Messages a second from a replay's request to the last arrival, everything logged and every signature
            verified at the receiver, as a ratio to a bare loop that sends the same bodies by the same client with the
            same concurrency and signing.
latency     Milliseconds from an edit's request to its message's arrival, at `rate` edits a second: p50, p95, p99.
beside      The p95 of a healthy webhook alone, and beside one that hangs and one that is dead.
flood       Milliseconds as under latency while an import is told product by product to another webhook.
import      The time of an import with 20 webhooks in `digest` mode, as a ratio to none: medians of paired rounds.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Network
from pathlib import Path
from typing import Any

from bench.catalogue import write_catalogue
from bench.webhook_receiver import BenchReceiver, bench_receiver
from product_importer.core.settings import Settings
from product_importer.outgoing.guarded import GuardedClient
from product_importer.webhooks.sending import REQUESTS_MOST
from product_importer.webhooks.signing import signature_headers
from tests.acceptance.deployment import Deployment, deployed, free_port
from tests.waiting import wait_until

WEBHOOKS = "/api/v1/webhooks"
EDIT_SECONDS = 10
DIGESTS = 20
SECONDS = "select extract(epoch from finished_at - created_at)::float from jobs where id = %s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--part", choices=PARTS, action="append")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for part in arguments.part or PARTS:
            root = Path(folder) / part
            root.mkdir()
            settings = {"WEBHOOK_ALLOWED_CIDRS": "127.0.0.1/32", "JOB_LEASE_SECONDS": "30"}
            with deployed(root / "servers", IMPORT_CHUNK_ROWS="25000", **settings) as deployment:
                PARTS[part](deployment, root, arguments)


def throughput(deployment: Deployment, root: Path, arguments: argparse.Namespace) -> None:
    imported, messages = import_rows(deployment, root, arguments.messages)
    with bench_receiver() as receiver:
        hook = register(deployment, receiver.url, import_mode="each")
        ratios = []
        for _ in range(arguments.rounds):
            ours = replayed(deployment, receiver, hook, imported, messages)
            bare = asyncio.run(bare_loop(deployment, receiver, hook, messages))
            ratios.append(ours / bare)
            print(f"{ours:.0f} a second   bare loop {bare:.0f}   ratio {ours / bare:.2f}", flush=True)
            deployment.query("delete from webhook_deliveries")
    print(f"median ratio {statistics.median(ratios):.2f}")


def replayed(
    deployment: Deployment, receiver: BenchReceiver, hook: dict[str, Any], import_id: str, messages: int
) -> float:
    """Messages a second, from the request for a replay to the last arrival."""
    receiver.expect(hook["secret"])
    started = time.monotonic()
    answer = deployment.api.post(f"{WEBHOOKS}/{hook['id']}/replay", json={"import_id": import_id})
    assert answer.status_code == 202, answer.text
    arrivals = arrived(receiver, messages)
    wait_until(lambda: not owed(deployment), "everything is written down", 60)
    return messages / (max(arrivals.values()) - started)


async def bare_loop(deployment: Deployment, receiver: BenchReceiver, hook: dict[str, Any], messages: int) -> float:
    """The same bodies a second, by as many tasks as the sender has under way, with nothing around it."""
    receiver.expect(hook["secret"])
    left = deployment.query("select message_id, body from webhook_deliveries limit %s", messages)
    started = time.monotonic()

    async def send(client: GuardedClient) -> None:
        while left:
            message_id, text = left.pop()
            body, now = text.encode(), int(time.time())
            headers = {"Content-Type": "application/json", "webhook-id": message_id, "webhook-timestamp": str(now)}
            headers |= signature_headers(message_id, now, body, [hook["secret"]])
            await client.post(receiver.url, headers, body, 30)

    async with GuardedClient(Settings(webhook_allowed_cidrs=[IPv4Network("127.0.0.1/32")])) as client:
        await asyncio.gather(*(send(client) for _ in range(REQUESTS_MOST)))
    return messages / (max(arrived(receiver, messages).values()) - started)


def latency(deployment: Deployment, _: Path, arguments: argparse.Namespace) -> None:
    with bench_receiver() as receiver:
        register(deployment, receiver.url)
        told(f"at {arguments.rate} a second", edited(deployment, receiver, "latency", arguments.rate))


def beside(deployment: Deployment, _: Path, arguments: argparse.Namespace) -> None:
    with bench_receiver() as healthy, bench_receiver(delay=60) as slow:
        register(deployment, healthy.url)
        growths = []
        for number in range(arguments.rounds):
            alone = edited(deployment, healthy, f"alone-{number}", arguments.rate)
            others = [register(deployment, url) for url in (slow.url, f"http://127.0.0.1:{free_port()}/")]
            among = edited(deployment, healthy, f"among-{number}", arguments.rate)
            for hook in others:
                deployment.api.delete(f"{WEBHOOKS}/{hook['id']}")
            told("alone", alone)
            told("beside a dead and a hanging one", among)
            growths.append(percentile(among, 95) / percentile(alone, 95))
    print(f"p95 beside: median {statistics.median(growths):.2f} × that alone")


def flood(deployment: Deployment, root: Path, arguments: argparse.Namespace) -> None:
    with bench_receiver() as flooded, bench_receiver() as other:
        register(deployment, flooded.url, import_mode="each")
        register(deployment, other.url)
        _, products = import_rows(deployment, root, arguments.rows)
        arrived(flooded, 1_000)
        found = edited(deployment, other, "flood", arguments.rate)
        sent = len(flooded.arrivals())
    assert sent < products, "the flood was over before the edits were"
    told(f"while {products:,} products are told, {sent:,} so far", found)
    print(f"the last to arrive took {max(found) * 1_000:.0f} ms")


def digest(deployment: Deployment, root: Path, arguments: argparse.Namespace) -> None:
    file = write_catalogue(root / "catalogue.csv", arguments.rows)
    ratios = []
    with bench_receiver() as receiver:
        for _ in range(arguments.rounds):
            without = imported_anew(deployment, file)
            hooks = [register(deployment, receiver.url, import_mode="digest") for _ in range(DIGESTS)]
            with_hooks = imported_anew(deployment, file)
            for hook in hooks:
                deployment.api.delete(f"{WEBHOOKS}/{hook['id']}")
            ratios.append(with_hooks / without)
            print(f"none {without:.2f} s   {DIGESTS} digests {with_hooks:.2f} s   {ratios[-1]:.3f} ×", flush=True)
    print(f"median {statistics.median(ratios):.3f} ×")


def imported_anew(deployment: Deployment, file: Path) -> float:
    """Seconds of an import into an empty catalogue."""
    deployment.empty()
    deployment.query("checkpoint")
    started = deployment.post_import(file)
    deployment.finished(started["id"], 1_800)
    return float(deployment.value(SECONDS, started["id"]))


def import_rows(deployment: Deployment, root: Path, rows: int) -> tuple[str, int]:
    """The import and how many products it has created."""
    file = write_catalogue(root / "catalogue.csv", rows)
    started = deployment.post_import(file)
    return str(started["id"]), int(deployment.finished(started["id"], 1_800)["counts"]["created"])


def register(deployment: Deployment, url: str, **fields: Any) -> dict[str, Any]:
    given = {"url": url, "events": ["product.created"], "rate_limit_per_hour": None, "timeout_seconds": 60}
    answer = deployment.api.post(WEBHOOKS, json=given | fields)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def edited(deployment: Deployment, receiver: BenchReceiver, prefix: str, rate: int) -> list[float]:
    """Seconds from before each request to the arrival of what it changed, at `rate` a second."""
    receiver.expect("")
    begins, edits = time.monotonic() + 0.5, rate * EDIT_SECONDS
    with ThreadPoolExecutor(8) as threads:
        sent = list(threads.map(partial(edit, deployment, prefix, begins, rate), range(edits)))
    arrivals = arrived(receiver, edits)
    ids = dict(
        deployment.query(
            "select b.position || '-' || e.id, p.sku from events as e join event_batches as b on b.id = e.batch_id"
            " join products as p on p.id = e.product_id where p.sku like %s",
            f"{prefix}-%",
        )
    )
    begun = dict(sent)
    return [at - begun[ids[message]] for message, at in arrivals.items() if message in ids]


def edit(deployment: Deployment, prefix: str, begins: float, rate: int, number: int) -> tuple[str, float]:
    time.sleep(max(0.0, begins + number / rate - time.monotonic()))
    sku, now = f"{prefix}-{number}", time.monotonic()
    answer = deployment.api.post("/api/v1/products", json={"sku": sku, "name": "Wool rug"})
    assert answer.status_code == 201, answer.text
    return sku, now


def arrived(receiver: BenchReceiver, count: int) -> dict[str, float]:
    """The arrivals once there are so many."""
    wait_until(lambda: len(receiver.arrivals()) >= count, f"{count} messages arrive", 600, pause=0.2)
    return receiver.arrivals()


def owed(deployment: Deployment) -> int:
    return int(deployment.value("select count(*) from webhook_deliveries where due_at is not null"))


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def told(name: str, seconds: Sequence[float]) -> None:
    shown = "   ".join(f"p{percent} {percentile(seconds, percent) * 1_000:.0f} ms" for percent in (50, 95, 99))
    print(f"{name}: {shown}   ({len(seconds)} edits)", flush=True)


PARTS: dict[str, Callable[[Deployment, Path, argparse.Namespace], None]] = {
    # Each gets all three, whichever it needs.
    "throughput": throughput,
    "latency": latency,
    "beside": beside,
    "flood": flood,
    "import": digest,
}


if __name__ == "__main__":
    main()
