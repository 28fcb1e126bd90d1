"""Asking an OpenID Connect provider who somebody is, and believing only what it has signed for us."""

import asyncio
import base64
import hashlib
import json
import time
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import KeySet

from product_importer.core.settings import Settings
from product_importer.outgoing.guarded import Answer, GuardedClient, SendFailed

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""What a provider signs with a key that nobody else has: never a shared secret, never nothing."""

SECONDS = 10.0
"""For each of the requests."""

KNOWN_SECONDS = 300.0
"""What a provider says of itself is believed for so long."""

LEEWAY_SECONDS = 60
_SUBJECT_MAX = 255
_KEY_TYPES = ("RSA", "EC", "OKP")
_ANYWHERE = (ip_network("0.0.0.0/0"), ip_network("::/0"))
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}

Claims = dict[str, Any]


class ProviderFailed(Exception):
    """Why nothing is known of who somebody is: a stable code for them, and the details for the log."""

    def __init__(self, code: str, details: str) -> None:
        super().__init__(details)
        self.code = code


@dataclass(frozen=True)
class Endpoints:
    """Where a provider is asked what; `basic` when it takes our secret in the `Authorization` header."""

    authorization: str
    token: str
    keys: str
    userinfo: str | None
    basic: bool


@dataclass(frozen=True)
class Trip:
    """One way to the provider and back: by `state` the browser is known, by `nonce` the token, by `verifier` we are."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str


_known: dict[str, tuple[float, Endpoints]] = {}
_known_keys: dict[str, tuple[float, list[Claims]]] = {}


def way_there(settings: Settings, trip: Trip) -> str:
    """The address at the provider that a browser is sent to; raises ProviderFailed."""
    endpoints = asyncio.run(_discover(settings))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(trip.verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": settings.openid_client_id or "",
        "redirect_uri": trip.redirect_uri,
        "scope": settings.openid_scopes,
        "state": trip.state,
        "nonce": trip.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    joint = "&" if urlsplit(endpoints.authorization).query else "?"
    return f"{endpoints.authorization}{joint}{urlencode(asked)}"


def who(settings: Settings, trip: Trip, code: str) -> Claims:
    """What the provider says of whoever came back with `code`; raises ProviderFailed."""
    return asyncio.run(_ask(settings, trip, code))


async def _ask(settings: Settings, trip: Trip, code: str) -> Claims:
    endpoints = await _discover(settings)
    tokens = await _exchange(settings, endpoints, trip, code)
    token = str(tokens.get("id_token"))
    claims = _verified(settings, token, await _keys_of(settings, endpoints.keys, token), trip.nonce)
    if "email" not in claims and endpoints.userinfo and isinstance(tokens.get("access_token"), str):
        more = await _get(settings, endpoints.userinfo, Authorization=f"Bearer {tokens['access_token']}")
        # Of somebody else, and it would be theirs that we take for ours.
        if more.get("sub") != claims["sub"]:
            raise ProviderFailed("openid_token_invalid", "userinfo is of another subject than the token")
        claims = more | claims
    return claims


async def _discover(settings: Settings) -> Endpoints:
    """Where the provider says that it is asked; believed for a while, so that strangers make us ask nobody."""
    issuer = _issuer(settings)
    known = _known.get(issuer)
    if known is None or known[0] < time.monotonic():
        known = _known[issuer] = (time.monotonic() + KNOWN_SECONDS, await _asked(settings, issuer))
    return known[1]


async def _asked(settings: Settings, issuer: str) -> Endpoints:
    found = await _get(settings, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != issuer:
        raise ProviderFailed("openid_misconfigured", f"it calls itself {found.get('issuer')!r}, not {issuer!r}")
    methods = found.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    try:
        return Endpoints(
            authorization=_as_safe(issuer, found["authorization_endpoint"]),
            token=_as_safe(issuer, found["token_endpoint"]),
            keys=_as_safe(issuer, found["jwks_uri"]),
            userinfo=_as_safe(issuer, found["userinfo_endpoint"]) if found.get("userinfo_endpoint") else None,
            basic="client_secret_basic" in methods,
        )
    except KeyError as missing:
        raise ProviderFailed("openid_misconfigured", f"its configuration has no {missing}") from missing


def _issuer(settings: Settings) -> str:
    assert settings.openid_issuer, "nothing is asked where no provider is set"
    return settings.openid_issuer


def _as_safe(issuer: str, url: object) -> str:
    """The URL, unless our secret or a token would travel to it in clear where the issuer itself speaks TLS."""
    allowed = ("https://", f"{urlsplit(issuer).scheme}://")
    try:
        if isinstance(url, str) and url.startswith(allowed) and urlsplit(url).hostname:
            return url
    except ValueError as wrong:
        raise ProviderFailed("openid_misconfigured", f"{url!r} is no address: {wrong}") from wrong
    raise ProviderFailed("openid_misconfigured", f"{url!r} is no address by https")


async def _exchange(settings: Settings, endpoints: Endpoints, trip: Trip, code: str) -> Claims:
    client_id, secret = settings.openid_client_id or "", settings.openid_client_secret
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": trip.redirect_uri,
        "code_verifier": trip.verifier,
    }
    headers = dict(_FORM)
    if secret is None:
        form["client_id"] = client_id
    elif endpoints.basic:
        pair = f"{quote_plus(client_id)}:{quote_plus(secret.get_secret_value())}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        form |= {"client_id": client_id, "client_secret": secret.get_secret_value()}
    try:
        async with _client(settings, endpoints.token) as client:
            answer = await client.post(endpoints.token, headers, urlencode(form).encode(), SECONDS)
    except SendFailed as failed:
        raise ProviderFailed("openid_unreachable", str(failed)) from failed
    if answer.status in (400, 401):
        said = _json(answer).get("error")
        if said == "invalid_grant":
            raise ProviderFailed("openid_code_refused", "the code was used before, or is too old")
        raise ProviderFailed("openid_misconfigured", f"it does not take our OPENID_CLIENT_ID or secret: {said!r}")
    return _content(answer)


async def _keys_of(settings: Settings, url: str, token: str) -> list[Claims]:
    """The provider's keys: those known, unless the token was signed by one that came later."""
    try:
        signed_by = jws.extract_compact(token.encode()).headers().get("kid")
    except (JoseError, ValueError) as wrong:
        raise ProviderFailed("openid_token_invalid", f"{type(wrong).__name__}: {wrong}") from wrong
    until, keys = _known_keys.get(url, (0.0, []))
    named = signed_by is not None and any(key.get("kid") == signed_by for key in keys)
    if until < time.monotonic() or not named:
        keys = _usable(await _get(settings, url))
        _known_keys[url] = (time.monotonic() + KNOWN_SECONDS, keys)
    return keys


def _usable(found: Claims) -> list[Claims]:
    keys = found.get("keys")
    if not isinstance(keys, list) or not all(isinstance(key, dict) for key in keys):
        raise ProviderFailed("openid_misconfigured", "where it should have its keys there are none")
    return [key for key in keys if key.get("kty") in _KEY_TYPES and key.get("use", "sig") == "sig"]


def _verified(settings: Settings, token: str, keys: list[Claims], nonce: str) -> Claims:
    """The claims of an ID token that the provider has signed for us, for this very trip, and not long ago."""
    options = {"iss": _issuer(settings), "aud": settings.openid_client_id or "", "nonce": nonce}
    needed: dict[str, Any] = {name: jwt.ClaimsOption(essential=True, value=value) for name, value in options.items()}
    needed |= {name: jwt.ClaimsOption(essential=True) for name in ("sub", "exp", "iat")}
    try:
        found = jwt.decode(token, KeySet.import_key_set({"keys": keys}), algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(leeway=LEEWAY_SECONDS, **needed).validate(found)
    except ExpiredTokenError as late:
        raise ProviderFailed(
            "openid_token_expired", "the token has expired, or one of the two clocks is wrong"
        ) from late
    except (JoseError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise ProviderFailed("openid_token_invalid", f"{type(wrong).__name__}: {wrong}") from wrong
    subject = found["sub"]
    if not isinstance(subject, str) or not subject.isprintable() or not 0 < len(subject) <= _SUBJECT_MAX:
        raise ProviderFailed("openid_token_invalid", f"`sub` is no text of at most {_SUBJECT_MAX} characters")
    # Of several audiences one has asked for the token.
    if isinstance(found["aud"], list) and len(found["aud"]) > 1 and found.get("azp") != settings.openid_client_id:
        raise ProviderFailed("openid_token_invalid", "the token was made for another program")
    return found


async def _get(settings: Settings, url: str, **headers: str) -> Claims:
    try:
        async with _client(settings, url) as client:
            return _content(await client.get(url, {"Accept": "application/json", **headers}, SECONDS))
    except SendFailed as failed:
        raise ProviderFailed("openid_unreachable", f"{url}: {failed}") from failed


def _client(settings: Settings, url: str) -> GuardedClient:
    """Where the operator's own setting leads may be inside their network; where a provider points us to may not."""
    own = urlsplit(url).netloc == urlsplit(_issuer(settings)).netloc
    return GuardedClient(settings, allowed=_ANYWHERE if own else None)


def _content(answer: Answer) -> Claims:
    if answer.status != 200:
        raise ProviderFailed("openid_unreachable", f"it answered {answer.status}")
    return _json(answer)


def _json(answer: Answer) -> Claims:
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError) as wrong:
        raise ProviderFailed("openid_unreachable", "its answer was not JSON") from wrong
    if not isinstance(found, dict):
        raise ProviderFailed("openid_unreachable", "its answer was no JSON object")
    return found
