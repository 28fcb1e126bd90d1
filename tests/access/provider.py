"""An OpenID Connect provider in a process of its own, where everybody is who the test says.

python -m tests.access.provider PORT. `POST /test` sets who comes next, and how the provider misbehaves.
"""

import base64
import hashlib
import hmac
import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote_plus, urlencode, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.acceptance.deployment import free_port
from tests.waiting import wait_until

CLIENT_ID, CLIENT_SECRET = "the importer", "planted client secret & more"
OWNER: dict[str, Any] = {"sub": "4711", "email": "owner@example.com", "email_verified": True, "name": "The owner"}

Json = dict[str, Any]


class Provider:
    """The process, as a test sees it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def says(self, claims: Json | None = None, **faults: Any) -> None:
        """Who comes next, and what goes wrong with them."""
        answer = httpx2.post(f"{self.url}/test", json={"claims": OWNER | (claims or {}), **faults})
        assert answer.status_code == 200

    @property
    def key_requests(self) -> int:
        """How often its keys were asked for."""
        counted: int = httpx2.get(f"{self.url}/test").json()["key_requests"]
        return counted

    @property
    def settings(self) -> dict[str, str]:
        return {"OPENID_ISSUER": self.url, "OPENID_CLIENT_ID": CLIENT_ID, "OPENID_CLIENT_SECRET": CLIENT_SECRET}


@contextmanager
def provider() -> Iterator[Provider]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.access.provider", str(port)])
    try:
        made = Provider(port)
        wait_until(lambda: _answers(made), "the provider answers", 20)
        yield made
    finally:
        process.kill()
        process.wait()


def _answers(made: Provider) -> bool:
    try:
        return httpx2.get(f"{made.url}/keys").status_code == 200
    except httpx2.TransportError:
        return False


class _Server(ThreadingHTTPServer):
    key = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})
    newer = RSAKey.generate_key(2048, {"kid": "second", "use": "sig"})
    stranger = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.told: Json = {"claims": OWNER}
        self.codes: dict[str, Json] = {}
        self.key_requests = 0

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == self.server.told.get("down"):
            self._answer(self.server.told.get("status", 500), {"error": "server_error"})
        elif path == "/.well-known/openid-configuration":
            self._answer(200, self._configuration())
        elif path == "/keys":
            self.server.key_requests += 1
            signing = self.server.newer if self.server.told.get("signed") == "by the next key" else self.server.key
            self._answer(200, {"keys": [signing.as_dict(private=False), {"kty": "of tomorrow"}]})
        elif path == "/test":
            self._answer(200, {"key_requests": self.server.key_requests})
        elif path == "/userinfo":
            self._answer(200, {**self.server.told["claims"], **self.server.told.get("userinfo", {})})
        else:
            self._authorize(dict(parse_qsl(urlsplit(self.path).query)))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/test":
            self.server.told = json.loads(body)
            self._answer(200, {})
            return
        time.sleep(self.server.told.get("seconds", 0))
        if self.server.told.get("down") == "/token":
            self._answer(self.server.told.get("status", 500), {"error": "server_error"})
            return
        self._token({name: values[0] for name, values in parse_qs(body.decode()).items()})

    def _configuration(self) -> Json:
        issuer = self.server.issuer
        found = {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "userinfo_endpoint": f"{issuer}/userinfo",
        }
        return {**found, **self.server.told.get("configuration", {})}

    def _authorize(self, asked: Json) -> None:
        """Everybody has logged in already, and agrees."""
        assert (asked["client_id"], asked["response_type"]) == (CLIENT_ID, "code")
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.server.codes[code] = asked
        back = {"session_state": "of its own", **self.server.told.get("back", {"code": code})}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], **back})}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _token(self, given: Json) -> None:
        scheme, _, pair = self.headers.get("Authorization", "").partition(" ")
        known = tuple(unquote_plus(part) for part in base64.b64decode(pair).decode().split(":"))
        asked = self.server.codes.pop(given["code"], None)
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest()).decode().rstrip("=")
        )
        if scheme != "Basic" or known != (CLIENT_ID, CLIENT_SECRET):
            self._answer(401, {"error": "invalid_client"})
        elif asked is None or challenge != asked["code_challenge"] or given["redirect_uri"] != asked["redirect_uri"]:
            self._answer(400, {"error": "invalid_grant"})
        else:
            token = self._signed(asked["nonce"])
            self._answer(200, {"token_type": "Bearer", "access_token": "an access token", "id_token": token})

    def _signed(self, nonce: str) -> str:
        now, told = int(time.time()), self.server.told
        claims = {"iss": self.server.issuer, "aud": CLIENT_ID, "nonce": nonce, "iat": now, "exp": now + 300}
        claims |= told["claims"] | told.get("token", {})
        left_out = told.get("left_out", [])
        claims = {name: value for name, value in claims.items() if name not in left_out}
        match told.get("signed"):
            case "by nobody":
                return _text({"alg": "none", "typ": "JWT"}, claims) + "."
            case "by the next key":
                return jwt.encode({"alg": "RS256", "kid": "second"}, claims, self.server.newer)
            case "by a stranger":
                return jwt.encode({"alg": "RS256", "kid": "first"}, claims, self.server.stranger)
            case "by the public key":
                # By hand, because the library does not lend itself to it.
                text, shared = _text({"alg": "HS256", "kid": "first"}, claims), self.server.key.as_pem(private=False)
                return f"{text}.{_encoded(hmac.digest(shared, text.encode(), 'sha256'))}"
            case _:
                return jwt.encode({"alg": "RS256", "kid": "first"}, claims, self.server.key)

    def _answer(self, status: int, content: Json) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _text(header: Json, claims: Json) -> str:
    return ".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))


def _encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


if __name__ == "__main__":
    _Server(int(sys.argv[1])).serve_forever()
