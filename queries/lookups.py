"""Facts and sources by their ids."""

from bycn.graph_model.folding import is_text
from bycn.graph_model.names import UnknownName
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record, public
from bycn.queries.filters import NO_FILTERS, Filters, filtered


def facts_by_id(engine: Engine, ids: list[str], filters: Filters = NO_FILTERS) -> list[Record]:
    """The facts of these ids, in their order, with the ids, names and types of both ends and all public properties.

    Where the filters name works, a fact says what its rows from these say; one without such a row stays as it is.
    """
    of_works = filters.of_works()
    found = {r["id"]: r for one in dict.fromkeys((NO_FILTERS, of_works)) for r in kept_by_id(engine, ids, one)}
    return [found[fact] for fact in ids if fact in found]


def kept_by_id(engine: Engine, ids: list[str], filters: Filters) -> list[Record]:
    """Those of the facts of these ids that the filters keep, in order of their ids. See `facts_by_id`."""
    found = engine.run(*filtered(statement("lookups/facts"), filters, ids=ids))
    return [record | {"properties": public(record["properties"])} for record in found]


def known_fact(engine: Engine, text: str) -> str | None:
    """The id of the fact that a text means, in whole or by its end ("c1-123"), None where it means none.

    A fact that was corrected is found by the id that it had.

    Raises:
        UnknownName: several facts have such an end; the error names them.

    """
    wanted = text.strip().casefold()
    if not wanted or not is_text(wanted):
        return None
    if facts_by_id(engine, [text.strip()]):  # by its index, before all are looked at
        return text.strip()
    found = [record["id"] for record in engine.run(statement("lookups/fact_ids"), {"id": wanted})]
    exact = [id_ for id_ in found if id_.casefold() == wanted] or found
    if len(exact) > 1:
        raise UnknownName(text, exact)
    return exact[0] if exact else None


def sources_by_id(engine: Engine, ids: list[str]) -> list[Record]:
    """The properties of the sources of these ids, in order of their numbers."""
    return [public(record["properties"]) for record in engine.run(statement("lookups/sources"), {"ids": ids})]
