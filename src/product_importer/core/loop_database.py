"""Transactions on an event loop, for who sends by the thousand: a thread would take the interpreter from it."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from product_importer.core.database import commit, engine_options
from product_importer.core.settings import get_settings

T = TypeVar("T")

CONNECTIONS = 1


class LoopDatabase:
    """Connections that belong to one event loop."""

    def __init__(self) -> None:
        url = get_settings().database_url
        self._engine = create_async_engine(url, pool_size=CONNECTIONS, max_overflow=0, **engine_options())

    async def transaction(self, work: Callable[[Session], T]) -> T:
        """What `work` returns, in one transaction: committed when it returns, rolled back when it raises.

        The loop goes on while PostgreSQL works. No hooks after the commit are run: they could hold up the loop.
        """
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            return await session.run_sync(_committed, work)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._engine.dispose()


def _committed(session: Session, work: Callable[[Session], T]) -> T:
    result = work(session)
    commit(session)
    assert not session.info.get("after_commit"), "hooks after the commit are not run on a loop"
    return result
