import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import kombu
import psutil
import redis

from product_importer.embedded import EmbeddedValkey, celery_broker_url

WaitUntil = Callable[[Callable[[], object]], None]


def test_it_answers_on_its_socket(valkey: EmbeddedValkey) -> None:
    with redis.Redis.from_url(valkey.start()) as client:
        assert client.ping()


def test_celery_reaches_it_under_any_folder_name(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path / "with blank") as server, kombu.Connection(celery_broker_url(server.url())) as broker:
        broker.connect()
        assert broker.connected


def test_another_redis_keeps_its_spelling_as_a_broker() -> None:
    assert celery_broker_url("rediss://host:6380/2") == "rediss://host:6380/2"


def test_no_tcp_port_is_open(valkey: EmbeddedValkey) -> None:
    valkey.start()

    assert psutil.Process(valkey.pid).net_connections("inet") == []


def test_only_its_owner_can_reach_the_socket(valkey: EmbeddedValkey) -> None:
    valkey.start()

    assert stat.S_IMODE(valkey.socket.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(valkey.socket.stat().st_mode) == 0o700


def test_a_killed_server_starts_again_at_the_same_address(valkey: EmbeddedValkey, wait_until: WaitUntil) -> None:
    url = valkey.start()
    os.kill(valkey.pid or 0, signal.SIGKILL)
    wait_until(lambda: not valkey.running)

    assert valkey.start() == url
    with redis.Redis.from_url(url) as client:
        assert client.ping()


def test_a_server_left_on_the_socket_is_stopped_before_a_new_start(tmp_path: Path, valkey: EmbeddedValkey) -> None:
    left = EmbeddedValkey(tmp_path / "valkey")
    left.start()

    with redis.Redis.from_url(valkey.start()) as client:
        assert client.info("server")["process_id"] == valkey.pid
    assert not left.running


def test_a_long_path_gets_a_short_socket_folder(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path / ("long" * 30)) as server:
        assert len(os.fsencode(server.socket)) < 104
        folder = server.socket.parent
    assert not folder.exists()


def test_nothing_of_it_stays_on_disk(valkey: EmbeddedValkey) -> None:
    with redis.Redis.from_url(valkey.start()) as client:
        client.set("key", "value")
    valkey.stop()

    with redis.Redis.from_url(valkey.start()) as client:
        assert client.get("key") is None
