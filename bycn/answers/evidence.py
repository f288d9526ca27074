"""Where an answer comes from, at its foot: each source once."""

from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

from bycn.answers import words
from bycn.answers.layout import LONGEST_WORD
from bycn.answers.page import Page
from bycn.answers.pieces import DIM, HELD, held, piece
from bycn.loaders.engine import Engine, Record

_MOST = 12
"""How many sources are named, unless all are asked for."""


def foot(page: Page, engine: Engine | None, ids: Iterable[str], *, full: bool = False) -> None:
    """Name sources at the foot of a page, those that come first in `ids`: the ones it cites, if it cites any."""
    from bycn.queries.lookups import sources_by_id

    short = words.short_ids(ids)
    said = page.words()
    broken = tuple(word for word in said if len(word) >= LONGEST_WORD)
    cited = [id_ for id_, end in short.items() if end in said or any(map(end.startswith, broken))]
    wanted = list(short) if full else cited or list(short)
    if engine is None or not wanted:
        return
    sources = sources_by_id(engine, wanted if full else wanted[:_MOST])
    page.blank()
    if full:
        rows = [
            (piece(short[s["id"]], DIM), piece(". ".join(filter(None, (title(s), s.get("address")))), DIM))
            for s in sources
        ]
        page.grid(rows)
        return
    by_whom: dict[str, list[str]] = {}
    for source in sources:
        by_whom.setdefault(whose(source), []).append(short[source["id"]])
    names = " · ".join(f"{_ends(ends)}{HELD}{whom}" for whom, ends in by_whom.items())
    more = " · " + held(f"{len(wanted) - _MOST} more") if len(wanted) > _MOST else ""
    ask = held(f"(bycn sources {short[sources[0]['id']]})") if sources else ""
    page.say(piece(f"{names}{more}   {ask}", DIM) if sources else "")


def _ends(ids: list[str]) -> str:
    """Ids, of those that begin like the one before them the end: fn-11, 12, 13, p-055."""
    parts = [id_.rpartition("-") for id_ in ids]
    ends = [
        end if beginning and beginning == before else f"{beginning}{dash}{end}"
        for (before, *_), (beginning, dash, end) in pairwise(parts)
    ]
    return ", ".join([ids[0], *ends])


def whose(source: Record) -> str:
    """Who wrote or published a source, with the year."""
    host = urlsplit(source.get("address") or "").hostname or ""
    by = source.get("author") or source.get("outlet") or host.removeprefix("www.") or source.get("title") or ""
    page = f", p. {source['page']}" if source.get("page") else ""
    return f"{by} {source.get('year') or ''}".rstrip() + page


def title(source: Record) -> str:
    """What a source is called, and whose it is."""
    by = whose(source)
    return ", ".join(dict.fromkeys((source.get("title") or source["id"], by)))
