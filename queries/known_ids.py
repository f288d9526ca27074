"""Sources, documents and facts by their ids, whole or by their end: `fn-16`, `c1-089`."""

from collections.abc import Iterable, Sequence
from typing import Literal

from bycn.graph_model.ids import is_meant
from bycn.graph_model.names import UnknownName, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.lookups import known_fact

_BEGINNING = 3
"""Letters by which a work is recognised."""

IdKind = Literal["source", "document", "fact"]


def known_id(engine: Engine, kind: IdKind, text: str) -> str:
    """The id of the source, document or fact that a text means.

    Raises:
        UnknownName: there is none, or several end so.

    """
    if kind == "fact" and (fact := known_fact(engine, text)):
        return fact
    records = engine.run(statement(f"names/{kind}s"))
    ids: dict[str, str] = {
        id_: record["id"] for record in records for id_ in (record["id"], *(record.get("rows") or ()))
    }
    return ids[choose_id(text, list(ids))]


def choose_id(text: str, known: Sequence[str]) -> str:
    """The one id of those known that a text means: by the whole of it, by its end, or by the number of a footnote.

    Raises:
        UnknownName: there is none, or several end so.

    """
    wanted = f"fn-{text.strip()}" if text.strip().isdigit() else text.strip().casefold()
    matches = [id_ for id_ in known if id_.casefold() == wanted]
    matches = matches or [id_ for id_ in known if is_meant(id_, wanted)]
    if len(matches) != 1:
        raise UnknownName(text, matches[:3] or _alike(wanted, known))
    return matches[0]


def _alike(wanted: str, known: Iterable[str]) -> list[str]:
    """Ids that look like one, in whole or by their end; else that with which it begins, or those that begin like it."""
    by_form = {id_.rpartition("/")[2]: id_ for id_ in known} | {id_: id_ for id_ in known}
    alike = [by_form[form] for form in suggest(wanted, by_form)]
    works = [id_ for id_ in known if "/" not in id_]
    begun = [id_ for id_ in works if id_.casefold().startswith(wanted[:_BEGINNING])]
    shorter = (wanted[:length] for length in range(len(wanted) - 1, _BEGINNING - 1, -1))
    return list(dict.fromkeys(alike)) or [by_form[form] for form in shorter if form in by_form][:1] or begun
