"""How many rows PostgreSQL expects of a statement, without running it."""

import json
from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement, Executable, SelectBase


def estimate(session: Session, statement: SelectBase) -> int:
    """The planner's estimate from its statistics; at least 1."""
    plan = session.execute(_Explain(statement)).scalar_one()
    return int((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"])


class _Explain(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, statement: SelectBase) -> None:
        self.statement = statement


@compiles(_Explain)
def _compile_explain(element: _Explain, compiler: SQLCompiler, **options: Any) -> str:
    return "explain (format json) " + compiler.process(element.statement, **options)
