"""Request bodies that are read whole, up to a limit."""

from starlette.requests import Request

from product_importer.core.errors import TooLarge


async def limited_body(request: Request, max_bytes: int) -> bytes:
    """The body of a request; raises TooLarge, without keeping more of it, once it is over `max_bytes`."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_bytes:
            raise TooLarge("body_too_large", f"The body is larger than the {max_bytes:,} bytes allowed. Shorten it.")
    return bytes(body)
