"""Who asks: the name that events, jobs and log lines carry."""

from fastapi import Request

LOCAL_ACTOR = "local"


def actor_of(request: Request) -> str:
    """The name of whoever sent `request`; without login everybody on this machine is one and the same."""
    actor: str = getattr(request.state, "actor", LOCAL_ACTOR)
    return actor
