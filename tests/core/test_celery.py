"""Wake-ups through the broker."""

import os
import socket
import subprocess
import sys
import threading

import pytest

from product_importer.core.celery import celery_app

SEND = "from product_importer.core.celery import send; print(send('jobs.sweep'))"


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
def test_a_broker_that_is_away_is_tried_once(scheme: str) -> None:
    tries: list[int] = []

    def hang_up() -> None:
        while True:
            try:
                connection, (_, port) = listener.accept()
            except OSError:
                return
            tries.append(port)
            connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=hang_up)
        thread.start()
        url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}//"
        # In a process of its own, because an app keeps the first broker that it has sent to.
        environment = os.environ | {"CELERY_BROKER_URL": url, "DATABASE_URL": "postgresql://nowhere/"}
        done = subprocess.run([sys.executable, "-c", SEND], env=environment, capture_output=True, text=True, check=True)
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
    assert done.stdout.splitlines()[-1] == "False"
    assert len(tries) == 1


@pytest.mark.covers("002:324", "002:530")
def test_messages_are_json_and_a_worker_takes_no_more_than_it_works_on() -> None:
    conf = celery_app.conf
    assert (conf.task_serializer, list(conf.accept_content), conf.worker_prefetch_multiplier) == ("json", ["json"], 1)
