"""What all questions to an open graph share: its engine, and how names and filters are taken."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bycn.keyword_filters import Words, filters_of
from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import DEFAULT_USER, Address
from bycn.queries import overview
from bycn.queries.filters import Filters
from bycn.queries.remarks import Remark, WithoutTime
from bycn.queries.resolving import Place, resolve_place

if TYPE_CHECKING:
    from bycn.loaders.selection import Selection
    from bycn.queries.library import Library


class Asking:
    """An engine that is asked by names and filters as people write them."""

    def __init__(
        self, engine: Engine, *, queries: str | Path | None = None, opened_by: Mapping[str, object] | None = None
    ):
        self.engine = engine
        self._own_queries = Path(queries).expanduser() if queries else None
        self.opened_by = {**(opened_by or {}), **({"queries": queries} if queries else {})}

    def library(self) -> "Library":
        """The canned questions, including your own."""
        from bycn.queries.library import Library

        return Library(self._own_queries)

    def close(self) -> None:
        """Give the database back."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<bycn graph, {self.engine.name}>"

    def _resolved(self, name: str, *, exact: bool) -> Place:
        return resolve_place(self.engine, name, exact=exact)

    def _filters(self, words: Words, *, among: type = Words) -> Filters:
        filters = filters_of(words, among=among)
        if filters.sectors:
            from bycn.queries.known_terms import known_term

            filters = filters._replace(sectors=tuple(known_term(self.engine, "sector", s) for s in filters.sectors))
        if not (filters.works or filters.without_works):
            return filters
        from bycn.queries.evidence import with_known_sources  # it brings pydantic, which other answers don't need

        return with_known_sources(self.engine, filters)

    def _without_time(self, filters: Filters) -> list[Remark]:
        count = overview.without_time(self.engine) if filters.as_of else 0
        return [WithoutTime(count)] if count else []


def opened_by(selection: "Selection", address: Address | None) -> dict[str, object]:
    """The words that open the same graph again. Passwords are none of them."""
    words = {"data": tuple(map(str, selection.paths)), "only_data": selection.only_own}
    if address is None:
        return words
    user = None if address.user == DEFAULT_USER else address.user
    return {**words, "uri": address.printable, "user": user, "database": address.database}


def on_names(places: Iterable[Place]) -> list[Remark]:
    """How names were taken, where they were widened."""
    return [remark for place in places for remark in place.remarks]
