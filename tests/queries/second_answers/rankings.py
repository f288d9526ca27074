"""More second answers: of pairs, places and events, by the titles and columns of the questions."""

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
    named,
    plans,
    sums,
    totals,
    trade,
)
from tests.queries.second_answers.tables import begun, day, listed, placed

__all__ = ["ANSWERS"]
LAST = "9999-12-31"


def ends(fact):
    """Both ways to look at a fact: from one end at the other, with the words for an unnamed party there."""
    yield fact["from"], fact["to"], fact.get("to_unnamed")
    yield fact["to"], fact["from"], fact.get("from_unnamed")


def at_exchange(t, facts):
    exchange = exchange_of(t)
    return [f for f in facts if exchange in (f["from"], f["to"], f.get("venue"))]


def exchange_of(t):
    return next(e for e in t.entities if t.kind(e) == "exchange")


def of_vitebsk(t):
    """The ties between what lies in Vitebsk Region and another country: fact, far end, its words."""
    for f in t.ties():
        for one, other, words in ends(f):
            if "BY-VI" in t.inside(one) and t.country(other) != "BY":
                yield f, other, words


@answer("connections/partners_by_type", "entity_type type partners facts plans", entity="BY-VI")
def partners_by_type(t):
    found = (
        (("unnamed" if words else t.kind(other), f["type"]), (f, words or other)) for f, other, words in of_vitebsk(t)
    )
    for key, met in grouped(found).items():
        facts = [f for f, _ in met]
        yield *key, len({partner for f, partner in met if not f["plan"]}), firm(facts), plans(facts)


@answer("connections/provinces_of_place", "id ties plans", entity="BY-VI")
def provinces_of_place(t):
    found = ((p, f) for f, other, _ in of_vitebsk(t) for p in t.first_level(other))
    return [(province, firm(facts), plans(facts)) for province, facts in grouped(found).items()]


@answer("connections/possible_partners", "id similar facts plans", entity="BY-VI")
def possible_partners(t):
    found = grouped((p, (f, r)) for f, by, cn in t.across() for r in t.first_level(by) for p in t.first_level(cn))
    for province, met in found.items():
        have = {region for f, region in met if not f["plan"]}
        if "BY-VI" not in have and len(have) > 1:
            yield province, len(have), firm(f for f, _ in met), plans(f for f, region in met if region == "BY-VI")


def first_and_last(facts):
    """The times as written of the earliest and the latest of some facts, by the days that they are placed at."""
    said = ((placed(f), f.get("date") or f.get("valid") or f.get("announced")) for f in facts if not f["plan"])
    signs = sorted((days[0], text) for days, text in said if days)
    return (signs[0][1], signs[-1][1]) if signs else (None, None)


@answer("connections/sector_by_province", "id ties first_sign last_sign plans")
def sector_by_province(t):
    told = [(f, cn) for f, _, cn in t.across() if "education" in listed(f, "sectors")]
    for province, facts in grouped((p, f) for f, cn in told for p in t.first_level(cn)).items():
        yield province, firm(facts), *first_and_last(facts), plans(facts)


@answer("connections/in_sector", "from to first_sign last_sign facts plans")
def in_sector(t):
    found = ((t.parties(f), f) for f in t.ties() if "education" in listed(f, "sectors"))
    for parties, facts in grouped(found).items():
        yield *parties, *first_and_last(facts), firm(facts), plans(facts)


@answer("connections/places_without_ties", "id plans", country="CN")
def places_without_ties(t):
    abroad = [(f, one) for f in t.ties() for one, other, _ in ends(f) if t.country(other) != "CN"]
    for province in (e for e in t.entities if t.kind(e) == "province"):
        facts = [f for f, one in abroad if province in t.inside(one)]
        if not firm(facts):
            yield province, plans(facts)


def twin_pairs(t):
    """The earliest twinning of each two named places, and the other ties between what lies in them."""
    twins = [f for f in t.facts if f["type"] == "TWINNED_WITH" and not f["plan"] and named(f)]
    for (a, b), facts in grouped(((f["from"], f["to"]), f) for f in twins).items():
        first = min(facts, key=lambda f: (begun(f) or LAST, f["id"]))
        between = [
            f
            for f in t.ties()
            if f["id"] != first["id"] and any(a in t.inside(one) and b in t.inside(other) for one, other, _ in ends(f))
        ]
        yield a, b, first, between


def last_sign(facts):
    """The day by which the last of some facts is placed, and its time as written; of one day the most precise."""
    said = ((placed(f), f.get("date") or f.get("valid") or f.get("announced")) for f in facts)
    return max(((days[0], text) for days, text in said if days), default=(None, None))


@answer("twinnings/dormant", "from to twinned last_sign facts")
def dormant(t):
    for a, b, twinning, between in twin_pairs(t):
        ties = [f for f in between if not f["plan"]]
        day, last = last_sign(ties)
        if (begun(twinning) or LAST) <= "2023-06-30" and (day or "") < "2023-06-01":
            yield t.name(a), t.name(b), twinning.get("date"), last, 1 + firm(ties)


@answer("twinnings/what_followed", "from to since documents events contracts last_sign facts plans")
def what_followed(t):
    visits = [f for f in t.facts if f["type"] == "TOOK_PART_IN" and not f["plan"]]
    for a, b, twinning, between in twin_pairs(t):
        since = begun(twinning) or LAST
        later = [f for f in between if placed(f) and placed(f)[0] >= since]
        made = [f for f in later if not f["plan"]]
        of_a = {f["to"] for f in visits if a in t.inside(f["from"])}
        met = [f for f in visits if f["to"] in of_a and b in t.inside(f["from"]) and (placed(f) or ("",))[0] >= since]
        yield (
            *(t.name(a), t.name(b), twinning.get("date")),
            len({as_document(f) for f in made if f.get("instrument")}),
            len({f["to"] for f in met}),
            len([f for f in made if f["type"] == "CONTRACT"]),
            *(last_sign((*made, *met))[1], firm(later), plans(later)),
        )


@answer("agreements/sectors_of_pair", "sector ties plans", first="BY-VI", second="CN-SD")
def sectors_of_pair(t):
    met = [f for f, by, cn in t.across() if "BY-VI" in t.inside(by) and "CN-SD" in t.inside(cn)]
    found = grouped((sector, f) for f in met for sector in listed(f, "sectors"))
    return [(sector, firm(facts), plans(facts)) for sector, facts in found.items()]


@answer("agreements/many_party", "document parties facts")
def many_party(t):
    told = [f for f in documents(t) if f.get("document")]
    for (document, _), facts in grouped(((f["document"], f["plan"]), f) for f in told).items():
        parties = {party for f in facts for party in t.parties(f)}
        if len(parties) > 2:
            yield document, tuple(sorted(parties)), len(facts)


def of_universities(t):
    return [(f, by, cn) for f, by, cn in t.across() if t.kind(by) == t.kind(cn) == "university"]


@answer("universities/by_field", "sector ties universities plans")
def by_field(t):
    across = [f for f in t.ties() if t.country(f["from"]) != t.country(f["to"])]
    told = [f for f in across if "university" in (t.kind(f["from"]), t.kind(f["to"]))]
    for sector, facts in grouped((sector, f) for f in told for sector in listed(f, "sectors")).items():
        both = {e for f in facts if not f["plan"] for e in (f["from"], f["to"]) if t.kind(e) == "university"}
        yield sector, firm(facts), tuple(sorted(map(t.name, both))), plans(facts)


@answer("universities/by_province", "id facts plans")
def universities_by_province(t):
    found = grouped((p, f) for f, _, cn in of_universities(t) for p in t.first_level(cn))
    return [(province, firm(facts), plans(facts)) for province, facts in found.items()]


@answer("universities/without_partners", "id plans")
def without_partners(t):
    for university in (e for e in t.entities if t.kind(e) == "university" and t.country(e) == "BY"):
        met = [
            f
            for f in t.ties()
            for one, other, words in ends(f)
            if one == university and t.country(other) == "CN" and t.kind(other) != "country" and not words
        ]
        if not firm(met):
            yield university, plans(met)


def buyers(t, facts):
    sold = [f for f in facts if t.country(f["from"]) != t.country(f["to"]) and not f.get("direction")]
    return totals(t, sold, lambda f: [(t.parties(f)[1], f["to"])])


_SUMS = "measure goods reporter valuation per first_day last_day total facts plans"


@answer("trade/largest_buyers", f"buyer id {_SUMS}")
def largest_buyers(t):
    return buyers(t, trade(t))


@answer("exchange/largest_buyers", f"buyer id {_SUMS}", entity=exchange_of)
def largest_buyers_at_the_exchange(t):
    return buyers(t, at_exchange(t, trade(t)))


@answer("trade/series", f"partner {_SUMS}", entity="BY-VI")
def series(t):
    facts = [f for f in trade(t) if "BY-VI" in (f["from"], f["to"])]

    def partner(f):
        return [(f["to" if f["from"] == "BY-VI" else "from"],)]

    for (id_, *key), total, kept, group in sums(t, facts, partner):
        words = {t.parties(f)[f["from"] == "BY-VI"] for f in kept or group}
        yield words.pop() if len(words) == 1 else t.name(id_), *key, total, len(kept), plans(group)


@answer("trade/volumes", "seller buyer measure reporter valuation per first_day last_day total facts plans")
def volumes(t):
    told = [f for f in trade(t) if t.country(f["from"]) != t.country(f["to"]) and f.get("unit") == "m3"]
    for _goods, *parties, measure, _, reporter, valuation, per, first, last, total, count, planned in totals(
        t, told, lambda f: [(tuple(listed(f, "goods")), *t.parties(f))]
    ):
        if per == "m3":
            yield *parties, measure, reporter, valuation, per, first, last, total, count, planned


@answer("exchange/by_province", "id ties partners plans", entity=exchange_of)
def exchange_by_province(t):
    found = []
    for f in at_exchange(t, t.ties()):
        theirs = "to" if t.country(f["to"]) == "CN" else "from"
        words = f.get(f"{theirs}_unnamed") or t.name(f[theirs])
        found += [(p, (f, words)) for p in t.first_level(f[theirs]) if t.country(f[theirs]) == "CN"]
    for province, met in grouped(found).items():
        partners = tuple(sorted({words for f, words in met if not f["plan"]}))
        yield province, firm(f for f, _ in met), partners, plans(f for f, _ in met)


@answer("exchange/goods", "good exports imports plans", entity=exchange_of)
def goods_of_the_exchange(t):
    told = [f for f in at_exchange(t, t.facts) if f["type"] in ("TRADE_FLOW", "CONTRACT")]
    told += [f for f in at_exchange(t, t.facts) if f["type"] == "COOPERATES_WITH" and f["plan"]]
    for good, facts in grouped((good, f) for f in told for good in listed(f, "goods")).items():
        ways = [
            firm(f for f in facts if f.get("direction") or (t.country(f["from"]) == "BY") is sold)
            for sold in (True, False)
        ]
        yield good, *ways, plans(facts)


def at_events(t):
    """What was signed at each event."""
    signed = [f for f in t.facts if f.get("event")]
    signed = [f for f in signed if f["type"] == "CONTRACT" or f in documents(t)]
    return grouped((f["event"], f) for f in signed)


@answer("events/outcomes", "id documents contracts currency total facts plans")
def outcomes(t):
    for event, signed in at_events(t).items():
        for currency, facts in grouped((f.get("currency"), f) for f in signed).items():
            made = [f for f in facts if not f["plan"]]
            ids = {f["id"] for f in made}
            added = [Decimal(f["amount"]) for f in made if currency and not held(f, t.facts) & ids]
            yield (
                event,
                len({as_document(f) for f in made if f.get("instrument")}),
                firm(f for f in made if f["type"] == "CONTRACT"),
                currency,
                as_row(sum(added)) if added else None,
                *(firm(facts), plans(facts)),
            )


@answer("events/calendar", "id participants documents planned")
def calendar(t):
    for event in (e for e in t.entities if t.kind(e) == "event" and t.entities[e].get("date")):
        date = t.entities[event]["date"]
        first, last = day(date, last=False) or day(date, last=True), day(date, last=True) or LAST
        met = [f for f in t.facts if event in (f["from"], f["to"]) and not f["plan"]]
        if first <= "2023-12-31" and last >= "2023-01-01":
            signed = [f for f in at_events(t).get(event, ()) if f.get("instrument") and not f["plan"]]
            came = {f["from"] for f in met if f["type"] == "TOOK_PART_IN" and not f.get("from_unnamed")}
            yield event, len(came), len({as_document(f) for f in signed}), not met


@answer("overview/counts_by_work", "work facts plans doubtful")
def counts_by_work(t):
    found = grouped((work, f) for f in t.facts for work in {s.split("/")[0] for s in listed(f, "sources")})
    for work, facts in found.items():
        yield work, firm(facts), plans(facts), firm(f for f in facts if f.get("certainty") == "read")


@answer("overview/quality", "type plan count dated to_the_day with_amount with_passage doubtful unnamed")
def quality(t):
    for key, facts in grouped(((f["type"], f["plan"]), f) for f in t.facts).items():
        dates = [f["date"] for f in facts if f.get("date")]
        yield (
            *(*key, len(facts), len(dates)),
            len([d for d in dates if day(d, last=False) == day(d, last=True)]),
            len([f for f in facts if f.get("amount")]),
            len([f for f in facts if any("/" in source for source in listed(f, "sources"))]),
            len([f for f in facts if f.get("certainty") == "read"]),
            len([f for f in facts if not named(f)]),
        )


@answer("overview/undated", "count")
def undated(t):
    told = [f for f in t.facts if not f["plan"] and f["type"] not in ("LOCATED_IN", "PART_OF", "MEMBER_OF")]
    yield (len([f for f in told if not f.get("date") and not f.get("valid")]),)


@answer("time/new_in_year", "fact")
def new_in_year(t):
    for f in t.ties():
        if f["type"] != "TRADE_FLOW" and not f["plan"] and f.get("date"):
            first, last = (day(f["date"], last=x) for x in (False, True))
            if first and first[:4] == (last or first)[:4] == "2023":
                yield (f["id"],)


def ranked(facts, number, *keys):
    """Facts by the size of a number within some keys, plans last."""
    told = [f for f in facts if f.get(number)]
    return sorted(told, key=lambda f: (f["plan"], *(f[key] for key in keys), -Decimal(f[number]), f["id"]))


@answer("trade/largest_contracts", "fact", in_order=True)
def largest_contracts(t):
    return [(f["id"],) for f in ranked((f for f in t.facts if f["type"] == "CONTRACT"), "amount", "currency")]


@answer("trade/growth", "fact", in_order=True)
def growth(t):
    return [(f["id"],) for f in ranked((f for f in t.facts if f["type"] == "TRADE_FLOW"), "growth")]


@answer("investment/largest", "fact", in_order=True)
def sums_of_investment(t):
    told = [f for f in t.facts if f["type"] == "JOINT_PROJECT" or "investment" in listed(f, "topics")]
    return [(f["id"],) for f in ranked(told, "amount", "currency")]
