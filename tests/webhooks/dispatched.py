"""The dispatcher, a step at a time."""

import asyncio
from contextlib import aclosing

from product_importer.core.loop_database import LoopDatabase
from product_importer.webhooks import dispatching


def dispatch() -> int:
    """Take every webhook one stretch further; returns how many went further."""

    async def step() -> int:
        async with aclosing(LoopDatabase()) as database:
            return await dispatching.dispatch(database)

    return asyncio.run(step())
