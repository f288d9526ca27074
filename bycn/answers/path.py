"""How two are connected, for people: the answer in a sentence, then each way with its facts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from rich.text import Text

from bycn.answers import facts
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, joined, piece
from bycn.answers.printing import Asked, close
from bycn.graph_model.vocabulary import SITES
from bycn.loaders.engine import Record
from bycn.queries import fact_words
from bycn.queries.path_words import Others, Pairs, TiedHolder, Verdict, counted_words
from bycn.queries.resolving import Place
from bycn.spelling import as_option
from bycn.terminal import shows

_FEW = 3
"""How many facts of a hop are shown."""
_INDENT = 5


def fill(page: Page, asked: Asked) -> None:
    """Write the answer of `bycn path`."""
    remarks = asked.answer.remarks
    verdict = next((remark for remark in remarks if isinstance(remark, Verdict)), None)
    if verdict:
        page.say(piece(f"{verdict.in_words(as_option)}.", BOLD))
    for remark in remarks:
        if isinstance(remark, Pairs) and remark.facts + remark.plans > 1:
            page.say(piece(remark.in_words(as_option), DIM))
    short = facts.short_sources(facts.flat_fact(fact) for fact in asked.facts.values())
    held = (remark for remark in remarks if isinstance(remark, TiedHolder))
    also = True
    for number, rows in _by(asked.answer.to_dicts(), "path"):
        page.blank()
        if rows[0]["kind"] == "holder" and (holder := next(held, None)):
            page.say(f"{holder.in_words(as_option)}:")
        elif rows[0]["kind"] == "direct" and number > 1 and also:
            also = False
            page.say("Also between others in them:")
        _way(page, asked, number, rows, short)
    page.blank()
    for remark in remarks:
        if isinstance(remark, Others):
            page.say(remark.in_words(as_option))
    if any(row["through"] for row in asked.answer):
        how = f"Signed ties only: {as_option('only_signed')} · Not through shared places: {as_option('no_places')}"
        page.say(piece(how, DIM))
    close(page, asked)


def _way(page: Page, asked: Asked, number: int, rows: Sequence[Record], short: Mapping[str, str]) -> None:
    """One way: who is on it, and the facts of each hop."""
    hops = [hop for _, hop in _by(rows, "hop")]
    every = {id_: facts.flat_fact(fact) for id_, fact in asked.facts.items()}
    heads = [most_named(hop, every) for hop in hops]
    names = [piece(heads[0]["from"], BOLD), *map(_onward, heads)]
    if rows[0]["kind"] == "chain":
        ends = (hops[0][0]["from_id"], hops[-1][0]["to_id"])
        inside = [_within(id_, place) for id_, place in zip(ends, asked.answer.places, strict=True)]
        names = [joined([names[0], inside[0]]), *names[1:], inside[1]]
    page.grid([(piece(f"{number:>3}"), joined(names), piece(_counted(hops), DIM))], flush=2)
    several = sum(not hop[0]["through"] for hop in hops) > 1
    for hop, head in zip(hops, heads, strict=True):
        if head["through"]:
            page.say(piece(f"{_passage(head)}; no tie between the two is reported", DIM), indent=_INDENT)
            continue
        if several:
            page.say(piece(f"{head['from']} ─ {head['to']}", DIM), indent=_INDENT)
        indent = _INDENT + 2 * several
        ties = [_fact_of(asked, row) for row in hop]
        shown = ties if asked.full else _most_telling(ties)
        facts.lines(page, [line(fact, short, head) for fact in shown], indent=indent)
        if len(shown) < len(ties):
            page.say(piece(f"… {len(ties) - len(shown)} more: {as_option('full')}", DIM), indent=indent)


def most_named(rows: Sequence[Record], every: Mapping[str, Record]) -> Record:
    """The row that heads those of a pair: the first whose source names both parties, so that it is true of all."""

    def unnamed(row: Record) -> int:
        fact = every.get(row["fact"] or "", {})
        return sum(bool(fact.get(f"{end}_unnamed")) for end in ("from", "to"))

    return min(rows, key=unnamed)


def _most_telling(ties: Sequence[Record]) -> list[Record]:
    """The few facts of a hop that say most, in the order that they have."""
    most = sorted(ties, key=fact_words.telling)[:_FEW]
    return [fact for fact in ties if fact in most]


def line(fact: Record, short: Mapping[str, str], heading: Record) -> facts.Line:
    """A fact as a line under the names of its ends, which it says again only where they are others."""
    named = {fact["from"], fact["to"]} == {heading["from"], heading["to"]}
    return facts.line(fact, short, said=facts.what(fact, *facts.both_ends(fact)) if named else None)


def _within(end: str, place: Place) -> Text:
    """What an end of a chain is part of, where that was asked for."""
    return piece("" if end in (place.id, place.city) else f"(in {place.name})", DIM)


def _passage(row: Record) -> str:
    """Why one passes from an entity to the next, in words; the id of what holds both shows its type."""
    near, far, through = row["from"], row["to"], row["through"]
    type_, slash, _ = row["through_id"].partition("/")
    lies, lie, into = ("lies", "lie", "in") if not slash or type_ in SITES else ("belongs", "belong", "to")
    if row["through_id"] in (row["from_id"], row["to_id"]):
        inner, outer = (near, far) if row["through_id"] == row["to_id"] else (far, near)
        return f"{inner} {lies} {into} {outer}"
    if type_ == "event":
        return f"both took part in {through}"
    return f"both {lie} {into} {through}"


def _onward(row: Record) -> Text:
    """The next entity on a way, after the sign of what leads to it."""
    far = piece(row["to"], BOLD)
    if row["through_id"] == row["to_id"] and shows("∈"):
        return joined([piece("∈"), far])
    if row["through_id"] == row["from_id"] and shows("∈"):
        return joined([piece("∋"), far])
    if row["through"] and shows("∈"):
        return joined([piece("∈"), piece(row["through"]), piece("∋"), far])
    if row["through"]:
        return joined([piece(f"(via {row['through']})"), far])
    return joined([piece("─"), far])


def _counted(hops: Sequence[Sequence[Record]]) -> str:
    ties = [row for hop in hops for row in hop if row["fact"]]
    plans = sum(row["plan"] for row in ties)
    return counted_words(len(ties) - plans, plans)


def _fact_of(asked: Asked, row: Mapping[str, object]) -> Record:
    """The fact of a row as lines of facts have it."""
    return facts.flat_fact(asked.facts[str(row["fact"])])


def _by(rows: Sequence[Record], column: str) -> Iterator[tuple[int, list[Record]]]:
    return ((number, list(found)) for number, found in groupby(rows, key=itemgetter(column)))
