"""What all questions to an open graph share: its engine, how names and filters are taken, and what answers remark."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bycn.graph_model.messages import Advice
from bycn.keyword_filters import Words, filters_of
from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import DEFAULT_USER, Address
from bycn.queries import overview
from bycn.queries.answers import Answer
from bycn.queries.filters import Filters
from bycn.queries.remarks import Remark, WithoutTime
from bycn.queries.resolving import Place, resolve_place

if TYPE_CHECKING:
    from bycn.loaders.selection import Selection
    from bycn.pictures.picture import Picture
    from bycn.queries.library import Library


class Asking:
    """An engine that is asked by names and filters as people write them."""

    draw: Callable[..., "Picture"]

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
            from bycn.queries.known_words import known_term

            filters = filters._replace(sectors=tuple(known_term(self.engine, "sector", s) for s in filters.sectors))
        if not (filters.works or filters.without_works):
            return filters
        from bycn.queries.evidence import with_known_sources  # it brings pydantic, which other answers don't need

        return with_known_sources(self.engine, filters)

    def _remarked(
        self,
        answer: Answer,
        filters: Filters | None = None,
        *places: Place,
        nothing: str | None = None,
        found: bool | None = None,
        remedy: tuple[str, str] | None = None,
    ) -> Answer:
        """An answer with what to know about it: how names were taken, what has no time, and what wasn't found.

        Whether something was found is told by its rows, unless `found` says so. A `remedy` says what may help where
        nothing was found, with `{}` for the argument that is named with it.
        """
        filters = filters or Filters()
        remarks = [*on_names(places), *answer.remarks, *self._without_time(filters)]
        if nothing and not (answer.rows if found is None else found):
            by_filters = (
                f"; only facts that fit the filters count ({filters.in_words()})" if filters != Filters() else ""
            )
            remarks.append(Advice(nothing + by_filters, *remedy) if remedy else nothing + by_filters)
        return replace(answer, remarks=remarks, places=places or answer.places, filters=filters, drawn_by=self.draw)

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
