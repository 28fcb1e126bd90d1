"""The contents of an export on their way: the next pages are read from the database while the client takes one."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import TypeVar

READERS = 2
PAGE_BYTES = 1 << 23
"""What is kept of a page in memory; a longer one waits on the disk."""

BLOCK_BYTES = 1 << 18

Page = SpooledTemporaryFile[bytes]
Part = TypeVar("Part")


def read_ahead(parts: Iterator[Part], write: Callable[[Part, Page], None]) -> Iterator[bytes]:
    """What `write` writes of each part, one part after the other, in blocks.

    It is called in threads, for at most `READERS` parts beyond the one that is being taken, and writes the whole page
    anew, in which there may be an earlier part.
    """
    with ExitStack() as stack:
        free = [stack.enter_context(Page(PAGE_BYTES)) for _ in range(READERS + 1)]
        readers = stack.enter_context(ThreadPoolExecutor(READERS))
        coming: deque[Future[Page]] = deque()
        for part in islice(parts, READERS):
            coming.append(readers.submit(_written, write, part, free.pop()))
        while coming:
            page = coming.popleft().result()
            for part in islice(parts, 1):
                coming.append(readers.submit(_written, write, part, free.pop()))
            yield from _blocks(page)
            free.append(page)


def _written(write: Callable[[Part, Page], None], part: Part, page: Page) -> Page:
    write(part, page)
    return page


def _blocks(page: Page) -> Iterator[bytes]:
    page.seek(0)
    while block := page.read(BLOCK_BYTES):
        yield block
