"""`--show-cypher`: what ran, so that it can be pasted into Neo4j Browser or cypher-shell."""

from collections.abc import Iterator, Mapping
from typing import Any

from bycn.loaders.engine import Engine, Record
from bycn.terminal import say


class ShowingEngine:
    """An engine that prints to stderr each text that it runs, with its parameters."""

    def __init__(self, engine: Engine):
        self._engine = engine

    def run(self, query: str, params: Mapping[str, Any] | None = None) -> list[Record]:
        """Show, then run. See `bycn.loaders.engine.Engine.run`."""
        _show(query, params)
        return self._engine.run(query, params)

    def stream(self, query: str, params: Mapping[str, Any] | None = None) -> Iterator[Record]:
        """Show, then stream. See `bycn.loaders.engine.Engine.stream`."""
        _show(query, params)
        return self._engine.stream(query, params)

    def run_within(self, query: str, params: Mapping[str, Any] | None = None, **bounds: Any) -> list[Record]:
        """Show, then run within bounds. See `bycn.loaders.engine.Engine.run_within`."""
        _show(query, params)
        return self._engine.run_within(query, params, **bounds)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def __enter__(self) -> "ShowingEngine":
        return self

    def __exit__(self, *exc: object) -> None:
        self._engine.close()


def _show(query: str, params: Mapping[str, Any] | None) -> None:
    from bycn.queries.literals import param_lines

    say("\n".join([*param_lines(params or {}), f"{query.strip().removesuffix(';')};"]))
