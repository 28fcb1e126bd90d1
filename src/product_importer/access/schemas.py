"""The shapes of access in the API."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from product_importer.access.audit_names import What
from product_importer.access.fields import Email, Moment, Name, Password, Token, UtcTime
from product_importer.access.links import Kind
from product_importer.access.roles import Role, Scope
from product_importer.core.pagination import DEFAULT_LIMIT, MAX_LIMIT
from product_importer.core.settings import AuthMode

# A default of None would show in OpenAPI as a value that may be sent.
_UNSET: Any = None


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _View(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LoginInput(_Input):
    """Who logs in."""

    email: str = Field(
        max_length=1_000, pattern=r"^[^\u0000]*$", description="The address of the account, as it was invited."
    )
    password: Password


class PasswordInput(_Input):
    """Another password for oneself."""

    current_password: Password
    new_password: Password


class LinkInput(_Input):
    """The token of a one-time link: what stands behind `#` in its address."""

    token: Token


class LinkUse(LinkInput):
    """What somebody chooses who opened a link; `email` is for the set-up, whose account is a new one."""

    password: Password
    email: Email | None = None
    display_name: Name | None = None


class LinkView(BaseModel):
    """What a link is for; `email` is whose, null for the set-up."""

    kind: Kind
    email: str | None
    display_name: str | None
    role: Role
    expires_at: UtcTime


class UserInput(_Input):
    """Somebody to invite; without a name they are called by their address."""

    email: Email
    role: Role
    display_name: Name | None = None


class UserPatch(_Input):
    """What to change of a person; what is left out stays."""

    role: Role = Field(default_factory=lambda: _UNSET)
    display_name: Name = Field(default_factory=lambda: _UNSET)
    disabled: StrictBool = Field(default_factory=lambda: _UNSET)


class UserView(_View):
    """A person; `joined` is false until they have chosen a password, or come through the provider."""

    id: UUID
    email: str
    display_name: str
    role: Role
    joined: bool
    disabled: bool
    created_by: str
    created_at: UtcTime
    last_login_at: UtcTime | None


class NewLink(BaseModel):
    """A one-time link, shown this once."""

    kind: Kind
    url: str
    expires_at: UtcTime


class InvitedUser(UserView):
    """A person with the link that invites them."""

    link: NewLink


class SessionView(_View):
    """A browser in which one has logged in; `current` is the one that asks."""

    id: UUID
    created_at: UtcTime
    last_seen_at: UtcTime
    expires_at: UtcTime
    address: str
    user_agent: str
    current: bool


class Sessions(BaseModel):
    """All of one's own."""

    items: list[SessionView]


class WhoAmI(BaseModel):
    """Who asks, and what they may do; `scopes` are those of a key, null for people."""

    auth: AuthMode
    signed_in: bool
    actor: str
    role: Role | None
    scopes: list[Scope] | None
    user: UserView | None
    set_up_needed: bool = Field(description="Whether nobody can log in yet, because there is no admin.")
    openid: str | None = Field(description="What the provider is called by which one may log in; null without one.")
    passwords: bool = Field(description="Whether one may log in by a password.")


class KeyInput(_Input):
    """A key to make; without `expires_at` it holds until it is revoked."""

    name: Name
    scopes: list[Scope] = Field(min_length=1, max_length=len(Scope))
    expires_at: Moment | None = None


class KeyView(_View):
    """A key, known by its first characters; `owner` is the address of whose it is, null if made on the machine."""

    id: UUID
    name: str
    prefix: str
    scopes: list[Scope]
    owner: str | None
    created_by: str
    created_at: UtcTime
    expires_at: UtcTime | None
    last_used_at: UtcTime | None
    revoked_at: UtcTime | None


class NewKeyView(KeyView):
    """A key with its text, shown this once."""

    key: str


class AccessEventView(_View):
    """Something that happened to access."""

    id: UUID
    at: UtcTime
    event: str
    actor: str
    subject: str | None
    address: str | None
    user_agent: str | None
    detail: dict[str, Any]


class PageQuery(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000)
    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)


class AccessEventQuery(PageQuery):
    """Which events, and as what; the CSV holds all of them."""

    event: What | None = None
    actor: str | None = Field(default=None, max_length=300, pattern=r"^[^\u0000]*$")
    subject: str | None = Field(default=None, max_length=300, pattern=r"^[^\u0000]*$")
    address: str | None = Field(default=None, max_length=100, pattern=r"^[^\u0000]*$")
    since: Moment | None = None
    until: Moment | None = None
    format: Literal["json", "csv"] = "json"
