"""Sources, documents and facts by their ids, whole or by their end: `fn-16`, `c1-089`."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from bycn.graph_model.ids import is_meant
from bycn.graph_model.names import UnknownName, suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.lookups import known_fact

_BEGINNING = 3
"""Letters by which a work, a footnote or a page is recognised."""

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


def _alike(wanted: str, known: Sequence[str]) -> list[str]:
    """Ids that look like one, in whole or by their end; of sources else those that begin alike, or one of each kind."""
    by_form = {_end(id_): id_ for id_ in known} | {id_: id_ for id_ in known}
    if alike := [by_form[form] for form in suggest(wanted, by_form)]:
        return list(dict.fromkeys(alike))
    if all("/" in id_ for id_ in known):
        return []
    in_common = {id_: max(_in_common(wanted, form.casefold()) for form in (id_, _end(id_))) for id_ in known}
    begun = [id_ for id_ in known if in_common[id_] >= _BEGINNING or _kind(_end(id_)) == _kind(wanted)]
    nearest = sorted(begun, key=lambda id_: -in_common[id_])[:3]
    return nearest or list({_kind(id_): id_ for id_ in reversed(known)}.values())[::-1]


def _end(id_: str) -> str:
    return id_.rpartition("/")[2]


def _in_common(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))


def _kind(id_: str) -> str:
    """What ids have in common that only a number parts: `fn-` of `fn-16`."""
    return id_.rstrip("0123456789")
