"""What is in the graph: one entity, what matches a text, and how much there is of each kind."""

import re

from bycn.graph_model.folding import fold
from bycn.graph_model.ids import is_meant
from bycn.graph_model.names import suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record, public
from bycn.queries.amounts import MEASURED, numbers_meant
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.errors import WrongParameter
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.known_terms import SUBJECTS, find_term, terms
from bycn.queries.lookups import facts_by_id, kept_by_id
from bycn.queries.remarks import Remark, SearchCut, Within
from bycn.queries.resolving import suggestions

SHOW = (
    *("item", "value", "direction", "with", "with_id", "date", "valid", "announced", "status"),
    *MEASURED,
    *("sources", "fact"),
)
SEARCH = ("kind", "id", "name", "type", "country", "date", "status", *MEASURED)
STATS = ("what", "type", "detail", "count", "doubtful")

LIMIT = 100
"""How many entities, and how many facts, a search gives."""

FACT_ENDS = ("type", "from", "from_name", "to", "to_name")
SHOW_FACT = ("item", "value")

_LEADING = ("name", "id", "type", "country")


def show(engine: Engine, entity: str, filters: Filters = NO_FILTERS) -> Answer:
    """An entity (by id): each of its properties, then each fact it is an end of, one row each."""
    [record] = engine.run(statement("overview/entity"), {"entity": entity})
    properties = public(record["properties"])
    names = [*_LEADING, *sorted(set(properties) - set(_LEADING))]
    nothing = dict.fromkeys(SHOW)
    rows: list[Record] = [nothing | {"item": name, "value": properties[name]} for name in names]
    asked = filtered(statement("overview/facts_of_entity"), filters, entity=entity, limit=EVERY_ROW)
    for fact in engine.run(*asked):
        stored = fact["properties"]
        rows.append(
            nothing
            | {column: stored.get(column) for column in SHOW}
            | {
                "item": fact["type"],
                "value": stored["title"],
                "direction": "→" if fact["outgoing"] else "←",
                "with": fact["other_name"],
                "with_id": fact["other"],
                "fact": fact["fact"],
            }
        )
    return Answer.of(SHOW, rows, engine=engine)


def show_fact(engine: Engine, fact: str, named: str = "", filters: Filters = NO_FILTERS) -> Answer:
    """A fact (by id): each of its properties, and its ends by id and name, one row each.

    Of works that the filters name, it says what these say; one that doesn't fit the filters is shown whole, and the
    answer says so. So it does where it was `named` by the id of the fact that it corrects.
    """
    fits = kept_by_id(engine, [fact], filters)
    [record] = fits or facts_by_id(engine, [fact])
    stored = record["properties"]
    rows = [(name, record[name]) for name in FACT_ENDS] + [(name, stored[name]) for name in sorted(stored)]
    old = str(stored.get("supersedes") or "")
    was_named = named.strip() and is_meant(old, named)
    remarks: list[Remark] = [f"{old} is superseded by {fact}, which is shown"] if was_named else []
    if not fits:
        remarks.append(f"{fact} doesn't fit the filters ({filters.in_words()}) and is shown whole")
    return Answer(SHOW_FACT, rows, remarks, engine=engine, about=fact, filters=filters if fits else NO_FILTERS)


def search(engine: Engine, text: str, *, limit: int = LIMIT, filters: Filters = NO_FILTERS) -> Answer:
    """Entities with a name that contains `text`, in any language, then facts in which it stands.

    In the title or note of a fact, in what a figure counts, as a good or sector (or a synonym of one), or as its amount
    or quantity.

    Raises:
        WrongParameter: the text is empty.

    """
    if not text.strip():
        raise WrongParameter("an empty text stands in everything; name what is looked for, such as timber")
    key = fold(text)
    entities = engine.run(statement("overview/find_entities"), {"text": key, "limit": limit + 1}) if key else []
    named = [term for kind in SUBJECTS if (term := find_term(engine, kind, text))]
    meant = {"text": text, "terms": named, "numbers": numbers_meant(text)}
    asked = filtered(statement("overview/find_facts"), filters, **meant, limit=limit + 1)
    facts = engine.run(*asked)
    rows = [dict.fromkeys(SEARCH) | e | {"kind": "entity"} for e in entities[:limit]]
    rows += [dict.fromkeys(SEARCH) | f | {"kind": "fact", "id": f["fact"], "name": f["title"]} for f in facts[:limit]]
    remarks: list[Remark] = [SearchCut(limit)] if max(len(entities), len(facts)) > limit else []
    if within := filters.in_words():
        remarks.append(Within(within))
    return Answer.of(SEARCH, rows, remarks, engine=engine)


def found_instead(engine: Engine, text: str) -> list[str]:
    """What somebody may have meant whose search found nothing: a name, a good or sector, else a word of a name."""
    if alike := suggestions(engine, text) or suggest(text, [term for kind in SUBJECTS for term in terms(engine, kind)]):
        return alike
    names = engine.run(statement("names/all"))
    return suggest(text, dict.fromkeys(word for record in names for word in re.findall(r"\w{4,}", record["name"])))


def stats(engine: Engine, filters: Filters = NO_FILTERS) -> Answer:
    """How many entities there are by type and country, and how many facts by type and status, and by work.

    With filters, entities are those that have a fact which the filters keep.
    """
    entities = engine.run(*filtered(statement("overview/counts_of_entities"), filters, limit=EVERY_ROW))
    counted = "with_facts" if filters.parameters() else "count"
    facts = engine.run(*filtered(statement("overview/counts_of_facts"), filters, limit=EVERY_ROW))
    rows = [("entities", e["type"], e["country"], e[counted], None) for e in entities if e[counted]]
    rows += [("facts", f["type"], f["status"], f["count"], f["doubtful"]) for f in facts]
    works = engine.run(*filtered(statement("overview/counts_by_work"), filters, limit=EVERY_ROW))
    rows += [("facts by work", w["work"], None, w["facts"] + w["plans"], w["doubtful"]) for w in works]
    return Answer(STATS, rows)


def without_time(engine: Engine) -> int:
    """How many facts, plans aside, have neither a date nor a validity, so that no `as_of` can hold them."""
    return int(engine.run(statement("overview/undated"))[0]["count"])
