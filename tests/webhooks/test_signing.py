"""Signatures: the published vector, two libraries of receivers, and what the older documents say."""

import hashlib
import hmac
import time
from datetime import UTC, datetime, timedelta

import pytest
import standardwebhooks
import svix

from product_importer.webhooks.sealed import ROTATION, Secret, rotated
from product_importer.webhooks.signing import check_secret, make_secret, signature_headers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MESSAGE = "msg_p5jXN8AQM9LWM0D4loKWxJek"
BODY = b'{"test": 2432232314}'


def signed(*secrets: str, body: bytes = BODY) -> dict[str, str]:
    timestamp = int(time.time())
    headers = {"webhook-id": MESSAGE, "webhook-timestamp": str(timestamp)}
    return headers | signature_headers(MESSAGE, timestamp, body, secrets)


@pytest.mark.covers("004:834")
def test_the_vector_of_standard_webhooks() -> None:
    headers = signature_headers(MESSAGE, 1614265330, BODY, [SECRET])
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("receiver", [standardwebhooks.Webhook, svix.Webhook])
def test_receivers_verify_it_by_the_libraries_of_standard_webhooks_and_svix(receiver: type) -> None:
    secret = make_secret()
    receiver(secret).verify(BODY, signed(secret))


@pytest.mark.parametrize("receiver", [standardwebhooks.Webhook, svix.Webhook])
def test_a_body_that_was_changed_is_not_verified(receiver: type) -> None:
    with pytest.raises(Exception, match="signature"):
        receiver(SECRET).verify(BODY + b" ", signed(SECRET))


@pytest.mark.covers("002:247", "002:293", "002:302")
def test_the_body_is_verified_by_the_secret_as_it_is_shown() -> None:
    expected = hmac.new(SECRET.encode(), BODY, hashlib.sha256).hexdigest()
    assert signed(SECRET)["X-Webhook-Signature"] == f"sha256={expected}"


def test_a_secret_of_another_form_keys_both_by_its_bytes() -> None:
    headers = signed("a secret of my own")
    assert standardwebhooks.Webhook(b"a secret of my own").verify(BODY, headers) == {"test": 2432232314}
    expected = hmac.new(b"a secret of my own", BODY, hashlib.sha256).hexdigest()
    assert headers["X-Webhook-Signature"] == f"sha256={expected}"


def test_while_two_secrets_hold_both_sign_and_the_older_header_has_the_former() -> None:
    fresh = make_secret()
    headers = signed(fresh, SECRET)
    for secret in (fresh, SECRET):
        assert standardwebhooks.Webhook(secret).verify(BODY, headers) == {"test": 2432232314}
    assert headers["X-Webhook-Signature"] == signed(SECRET)["X-Webhook-Signature"]


def test_without_a_secret_nothing_is_signed() -> None:
    assert signature_headers(MESSAGE, 1, BODY, []) == {}


def test_a_rotation_ends_the_former_secret_after_a_day_and_leaves_an_earlier_end_alone() -> None:
    now = datetime.now(UTC)
    once = rotated([Secret("first")], "second", now)
    twice = rotated(once, "third", now + timedelta(hours=1))
    assert [one.text for one in twice] == ["third", "second", "first"]
    assert [one.ends() for one in twice] == [None, now + timedelta(hours=1) + ROTATION, now + ROTATION]


@pytest.mark.parametrize("secret", ["short", "whsec_", "whsec_!!!notbase64!!!!!!!!!!", "whsec_c2hvcnQ="])
def test_a_secret_that_would_be_weak_or_no_key_is_refused(secret: str) -> None:
    with pytest.raises(ValueError, match=r"Base64|shorter"):
        check_secret(secret)
