"""A word of welcome, for whoever asks whether the API is there."""

from pydantic import BaseModel


class Welcome(BaseModel):
    """What answers, and where it is described."""

    message: str = "Product Importer"
    docs: str = "/api/docs"


def hello() -> Welcome:
    """Answers as long as this process serves requests."""
    return Welcome()
