"""Who is tied to a place or body, counting what lies inside both."""

from itertools import chain, groupby
from operator import itemgetter

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, PLANS
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import NO_FILTERS, Filters, UnknownWord, filtered
from bycn.queries.known_words import from_list, meant

TO = "province"
SUMMARY = ("name", "id", "facts", "plans", "through", "ties")
PAIR = ("near", "far", "near_id", "far_id")
FACTS = (
    *("name", "id", "type", *PAIR, "date", "valid", "announced", "status", "title"),
    *MEASURED,
    *("sources", "fact"),
)


class Pair(dict[str, str]):
    """Two that are tied, by their names and ids; in text by their names."""

    def __str__(self) -> str:
        return f"{self['near']} – {self['far']}"


def connections(
    engine: Engine,
    place: str,
    *,
    to: str = TO,
    filters: Filters = NO_FILTERS,
    direct: bool = False,
    with_events: bool = False,
    each_fact: bool = False,
) -> Answer:
    """Which entities of type `to` are tied to `place` (an id), or to anything inside it.

    Novopolotsk–Liaocheng ties Vitebsk Region to Shandong. Structure and indicators don't count, events and
    memberships only `with_events`; `direct` leaves the inside of both ends out. One row an entity found, those with
    most facts first, with the number of facts, of plans, the pairs they tie, and the ids of all of them, plans last;
    or one row `each_fact`.

    Raises:
        UnknownWord: `to` is not an entity type.

    """
    found = from_list(to, ENTITY_TYPE_NAMES)
    if found is None:
        raise UnknownWord(f"'{to}' is not an entity type{meant(to, ENTITY_TYPE_NAMES)}")
    params = {"entity": place, "to": found, "direct": direct, "events": with_events, "limit": EVERY_ROW}
    records = engine.run(*filtered(statement("connections/connections"), filters, **params))
    groups = [list(group) for _, group in groupby(records, key=itemgetter("name", "id"))]
    groups.sort(key=lambda group: (_plans(group) - len(group), -len(group)))
    if each_fact:
        return Answer.of(FACTS, list(chain.from_iterable(groups)), engine=engine)
    rows = [(group[0]["name"], group[0]["id"], *_summary(group)) for group in groups]
    return Answer(SUMMARY, rows, engine=engine)


def _plans(records: list[Record]) -> int:
    return sum(record["status"] in PLANS for record in records)


def _summary(records: list[Record]) -> tuple[int, int, list[Pair], list[str]]:
    plans = _plans(records)
    pairs = sorted({tuple(record[name] for name in PAIR) for record in records})
    through = [Pair(zip(PAIR, pair, strict=True)) for pair in pairs]
    return len(records) - plans, plans, through, [record["fact"] for record in records]
