"""The names of what happens to access."""

from enum import StrEnum


class What(StrEnum):
    """The events that are told."""

    LOGIN = "login"
    LOGIN_FAILED = "login.failed"
    LOGIN_THROTTLED = "login.throttled"
    LOGOUT = "logout"
    SESSION_ENDED = "session.ended"
    PASSWORD_CHANGED = "password.changed"  # noqa: S105
    PASSWORD_RESET = "password.reset"  # noqa: S105
    IDENTITY_LINKED = "identity.linked"
    SET_UP = "set_up.completed"
    USER_INVITED = "user.invited"
    USER_JOINED = "user.joined"
    USER_CHANGED = "user.changed"
    USER_DELETED = "user.deleted"
    LINK_MADE = "link.made"
    KEY_CREATED = "key.created"
    KEY_REVOKED = "key.revoked"
