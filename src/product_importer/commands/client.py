"""A client of the HTTP API for the commands that import."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, BinaryIO, Self

import httpx2

from product_importer.core.openapi import API_PREFIX

POLL_SECONDS = 0.25
# An API process that is started again, or a deployment, is waited for so long.
PATIENCE_SECONDS = 60.0
# Detection follows the last byte before the answer comes.
UPLOAD_TIMEOUT = httpx2.Timeout(30, read=600, write=600)
FINAL = {"completed", "failed", "cancelled", "undone", "awaiting_confirmation"}

Import = dict[str, Any]


class ImportRefused(Exception):
    """The server did not take the file, or went away; the text says why and what to do."""


class ImportClient:
    """Sends files to one server and follows what becomes of them."""

    def __init__(self, server: str, key: str | None = None) -> None:
        self.server = server.rstrip("/")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # Proxies of the environment are for other hosts than one's own server.
        self._http = httpx2.Client(base_url=self.server, timeout=30, trust_env=False, headers=headers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def answers(self) -> bool:
        """Whether a Product Importer answers at the address."""
        try:
            answer = self._http.get("/health/live", timeout=2)
        except httpx2.TransportError:
            return False
        return answer.status_code == httpx2.codes.OK and _json(answer).get("status") == "ok"

    def start(self, file: BinaryIO, filename: str, options: Mapping[str, object]) -> Import:
        """Send a file; returns the queued import, raises ImportRefused with the server's reason."""
        try:
            answer = self._http.post(
                f"{API_PREFIX}/imports",
                files={"file": (filename, file)},
                data={"options": json.dumps(options)},
                timeout=UPLOAD_TIMEOUT,
            )
        except httpx2.TransportError as failed:
            raise ImportRefused(f"The connection to {self.server} broke: {failed}. Is it running?") from failed
        if answer.status_code != httpx2.codes.ACCEPTED:
            raise ImportRefused(_problem(answer))
        return _json(answer)

    def follow(self, import_id: str, meanwhile: Callable[[], None] = lambda: None) -> Iterator[Import]:
        """Yield the import again and again until it is over, calling `meanwhile` in between."""
        while True:
            found = self._get(import_id, meanwhile)
            yield found
            if found["status"] in FINAL:
                return
            meanwhile()
            time.sleep(POLL_SECONDS)

    def _get(self, import_id: str, meanwhile: Callable[[], None]) -> Import:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                answer = self._http.get(f"{API_PREFIX}/imports/{import_id}")
                if answer.status_code < httpx2.codes.INTERNAL_SERVER_ERROR:
                    break
                reason = _problem(answer)
            except httpx2.TransportError as failed:
                reason = str(failed)
            if time.monotonic() > deadline:
                raise ImportRefused(f"{self.server} no longer answers: {reason}. The import goes on when it is back.")
            meanwhile()
            time.sleep(POLL_SECONDS)
        if answer.status_code != httpx2.codes.OK:
            raise ImportRefused(_problem(answer))
        return _json(answer)


def _json(answer: httpx2.Response) -> dict[str, Any]:
    try:
        body = answer.json()
    except json.JSONDecodeError:
        return {}
    return body if isinstance(body, dict) else {}


def _problem(answer: httpx2.Response) -> str:
    """The sentence of an error answer, with those about its fields."""
    body = _json(answer)
    sentence = str(body.get("detail") or f"The server answered {answer.status_code} {answer.reason_phrase}.")
    messages = [f"{error['field']}: {error['message']}" for error in body.get("errors") or []]
    return " ".join([sentence, *(message for message in messages if message not in sentence)])
