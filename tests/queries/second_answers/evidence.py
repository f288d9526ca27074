"""More second answers: of sources, terms and totals, by the titles and columns of the questions."""

from decimal import Decimal

from tests.queries.second_answers.answers import (
    ANSWERS,
    answer,
    as_document,
    as_row,
    documents,
    firm,
    grouped,
    held,
    measure,
    plans,
    trade,
)
from tests.queries.second_answers.rankings import LAST, at_events
from tests.queries.second_answers.tables import day, listed

__all__ = ["ANSWERS"]
FIRST = "0000-01-01"


@answer("evidence/find_sources", "id facts plans", text="vitebsk")
def find_sources(t):
    for id_, source in t.sources.items():
        words = (source.get(name, "") for name in ("author", "title", "outlet", "address", "citation"))
        if any("vitebsk" in text.lower() for text in words):
            facts = [f for f in t.facts if id_ in listed(f, "sources")]
            yield id_, firm(facts), plans(facts)


@answer("evidence/told_more_than_once", "fact told")
def told_more_than_once(t):
    return [(f["id"], len(listed(f, "sources"))) for f in t.facts if len(listed(f, "sources")) > 1]


@answer("agreements/terms", "term valid_from valid_to fact", on="2023")
def terms(t):
    for f in documents(t):
        if f.get("valid") and not f["plan"]:
            first, last = day(f["valid"], last=False), day(f["valid"], last=True)
            ended, runs, later = (
                (last or LAST) < "2023-01-01",
                (last or LAST) > "2023-12-31",
                (first or "") > "2023-12-31",
            )
            term = "ended" if ended else "begins later" if later else "runs on" if runs else "ends"
            yield term, first, last, f["id"]


@answer("events/told_and_listed", "id measure told listed")
def told_and_listed(t):
    listed_at = at_events(t)
    for count in (f for f in t.facts if f["type"] == "INDICATOR" and "signed" in f["measure"] and not f["plan"]):
        event = count.get("event") or count["from"]
        if t.kind(event) == "event":
            by = None if t.kind(count["from"]) == "event" else count["from"]
            found = [
                f
                for f in listed_at.get(event, ())
                if not f["plan"]
                and ("document" in count["measure"] or f.get("instrument", "contract") in count["measure"])
                and (by is None or by in t.inside(f["from"]) | t.inside(f["to"]))
            ]
            told = int(count["quantity"]) if count.get("quantity") else None
            yield event, count["measure"], told, len({as_document(f) for f in found})


@answer(
    "trade/totals",
    "measure currency plans first_day last_day total total_max goods added overlapping held",
    entity="BY-BR",
)
def totals_of_a_party(t):
    facts = [f for f in trade(t) if f.get("amount") and "BY-BR" in t.inside(f["from"]) | t.inside(f["to"])]
    names = ("reporter", "valuation", "currency", "plan", "date")

    def keys(f):
        services = tuple(good for good in listed(f, "goods") if good.endswith("services"))
        return measure(t, f), *(f.get(name) for name in names), services

    for key, group in grouped((keys(f), f) for f in facts).items():
        ids = {f["id"] for f in group}
        kept = [f for f in group if not held(f, t.facts) & ids]
        clash = group[0]["type"] == "TRADE_FLOW" and any(overlap(t, f, g) for f in kept for g in kept if f is not g)
        added = [] if clash else kept
        sums = [sum(Decimal(f.get(n) or f["amount"]) for f in added) for n in ("amount", "amount_max")]
        dates = (day(key[5], last=x) if key[5] else None for x in (False, True))
        goods = [listed(f, "goods") for f in sorted(kept, key=lambda f: f["id"])]
        yield (
            *(key[0], key[3], key[4], *dates),
            as_row(sums[0]) if added else None,
            as_row(sums[1]) if sums[1] > sums[0] else None,
            tuple(dict.fromkeys(good for names in goods for good in names)) if all(goods) else None,
            *(len(added), len(kept) if clash else 0, len(group) - len(kept)),
        )


def overlap(t, one, other):
    """Whether two flows have something in common: their time, both parties, and goods where both name some."""

    def days(f):
        return [(day(f["date"], last=x) if f.get("date") else None) or (LAST if x else FIRST) for x in (False, True)]

    def among(f, g, end):
        anywhere = t.kind(f[end]) == "exchange" and t.country(f[end]) == t.country(g[end])
        return anywhere or f[end] in t.inside(g[end])

    goods = [set(listed(f, "goods")) for f in (one, other)]
    return (
        days(one)[0] <= days(other)[1]
        and days(other)[0] <= days(one)[1]
        and all(among(one, other, end) or among(other, one, end) for end in ("from", "to"))
        and bool(not all(goods) or goods[0] & goods[1])
    )
