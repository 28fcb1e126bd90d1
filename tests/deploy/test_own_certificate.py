"""A Redis behind TLS with a certificate that nobody vouches for, as Heroku gives it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from product_importer.core.connections import NotUsable, check_redis
from product_importer.core.settings import Settings
from tests.servers.debian import lacking
from tests.servers.process import free_port, listens, running

REDIS = "/usr/bin/redis-server"


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    if missing := lacking(REDIS):
        pytest.skip(f"this machine lacks {missing}")
    port = free_port()
    certificate = trustme.CA().issue_cert("another-name.example")
    for name, blob in (("key", certificate.private_key_pem), ("cert", certificate.cert_chain_pems[0])):
        blob.write_to_path(str(tmp_path / name))
    files: list[str | Path] = ["--tls-key-file", tmp_path / "key", "--tls-cert-file", tmp_path / "cert"]
    only_tls = ["--port", "0", "--tls-port", str(port), "--tls-auth-clients", "no", "--save", ""]
    with running([REDIS, *only_tls, *files], tmp_path / "log", lambda: listens("127.0.0.1", port)):
        yield f"rediss://127.0.0.1:{port}/0"


def test_a_certificate_is_verified_unless_it_is_said_not_to(url: str) -> None:
    with pytest.raises(NotUsable, match="certificate"):
        check_redis(Settings(redis_url=url).redis_url)

    assert check_redis(Settings(redis_url=url, redis_verify_certificate=False).redis_url).server == "Redis"


def test_broker_and_bell_talk_to_a_server_with_a_certificate_of_its_own(url: str) -> None:
    # In a process of its own, because one keeps its connections to the broker that it first had.
    program = (
        "from product_importer.core import celery, redis\n"
        "from product_importer.core.connections import check_broker\n"
        "from product_importer.core.settings import get_settings\n"
        "from product_importer.core.workers import queue_depths\n"
        "check_broker(get_settings())\n"
        "assert redis.get_redis().ping()\n"
        "assert celery.send('jobs.sweep')\n"
        "print([queue.waiting for queue in queue_depths()])\n"
    )
    environment = os.environ | {"REDIS_URL": url, "REDIS_VERIFY_CERTIFICATE": "false"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[1]\n", 0), done.stderr


def test_what_the_url_says_itself_holds() -> None:
    said = "rediss://cache.example:6380/0?ssl_cert_reqs=required"

    assert Settings(redis_url=said, redis_verify_certificate=False).redis_url == said
    assert Settings(redis_url="redis://cache.example/0", redis_verify_certificate=False).redis_url.endswith("/0")
