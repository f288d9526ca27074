"""What questions that count, sum, rank or file by year answer, by their titles and columns, from the tables alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from tests.queries.second_answers.tables import Tables, day, listed, placed, year_of


class Answer(NamedTuple):
    """What works out a second answer, the columns compared, whether in order, and what the question is asked with."""

    columns: str
    worked_out: Callable[[Tables], Iterable[tuple]]
    in_order: bool
    given: dict[str, Any]


ANSWERS: dict[str, Answer] = {}


def answer(name: str, columns: str, *, in_order: bool = False, **given: Any):
    def keep(function):
        ANSWERS[name] = Answer(columns, function, in_order, given)
        return function

    return keep


def firm(facts: Iterable[dict]) -> int:
    return len({fact["id"] for fact in facts if not fact["plan"]})


def plans(facts: Iterable[dict]) -> int:
    return len({fact["id"] for fact in facts if fact["plan"]})


def named(fact: dict) -> bool:
    """Whether both parties have a name, so that the ends are the parties and not what holds them."""
    return not (fact.get("from_unnamed") or fact.get("to_unnamed"))


def grouped(pairs: Iterable[tuple]) -> dict:
    groups = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


@answer("connections/hubs", "id partners facts plans")
def hubs(t):
    ends = [
        (one, (fact, other))
        for fact in t.ties()
        for one, other in ((fact["from"], fact["to"]), (fact["to"], fact["from"]))
        if t.country(one) != t.country(other) and "country" not in (t.kind(one), t.kind(other))
    ]
    for id_, met in grouped(ends).items():
        partners = {other for fact, other in met if not fact["plan"] and named(fact)}
        yield id_, len(partners), firm(f for f, _ in met), plans(f for f, _ in met)


@answer("connections/matrix", "region_id province_id facts plans")
def matrix(t):
    pairs = (((r, p), f) for f, by, cn in t.across() for r in t.first_level(by) for p in t.first_level(cn))
    return [(*key, firm(facts), plans(facts)) for key, facts in grouped(pairs).items()]


@answer("connections/provinces_by_ties", "id facts twinnings agreements contracts flows projects plans")
def provinces_by_ties(t):
    for province, facts in grouped((p, f) for f, _, cn in t.across() for p in t.first_level(cn)).items():
        types = ("TWINNED_WITH", "AGREEMENT", "CONTRACT", "TRADE_FLOW", "JOINT_PROJECT")
        yield province, firm(facts), *(firm(f for f in facts if f["type"] == type_) for type_ in types), plans(facts)


@answer("connections/companies_by_province", "id ties plans")
def companies_by_province(t):
    found = ((p, f) for f, _, cn in t.across() if t.kind(cn) == "company" for p in t.first_level(cn))
    return [(province, firm(facts), plans(facts)) for province, facts in grouped(found).items()]


@answer("twinnings/by_oblast", "id pairs facts plans")
def twinnings_by_oblast(t):
    for region in (e for e in t.entities if t.country(e) == "BY" and e in t.first_level(e)):
        facts = [f for f in t.facts if f["type"] == "TWINNED_WITH" and region in t.inside(f["from"])]
        yield region, len({twins(f) for f in facts if not f["plan"]}), firm(facts), plans(facts)


def twins(fact):
    return tuple(fact.get(name) for name in ("from", "from_unnamed", "to", "to_unnamed"))


@answer("twinnings/by_year", "year pairs by_then facts")
def twinnings_by_year(t):
    dated = [f for f in t.facts if f["type"] == "TWINNED_WITH" and not f["plan"] and f.get("date")]
    of_pairs = grouped((twins(f), f) for f in dated).values()
    found = [year_of(min(facts, key=lambda f: (placed(f)[0], f["id"]))) for facts in of_pairs]
    for year in {year for year, _ in found}:
        made, older = found.count((year, True)), found.count((year, False))
        yield year, made, older, made + older


@answer("twinnings/places_without", "id plans", country="BY")
def places_without(t):
    for region, ties, _, planned in twinnings_by_oblast(t):
        if not ties:
            yield region, planned


def documents(t):
    return [f for f in t.facts if f["type"] in ("AGREEMENT", "TWINNED_WITH") and f.get("instrument")]


def as_document(fact):
    return fact.get("document", fact["id"])


@answer("agreements/by_year", "year documents by_then")
def documents_by_year(t):
    found = {(*year_of(f), as_document(f)) for f in documents(t) if not f["plan"] and f.get("date")}
    for year in {year for year, _, _ in found}:
        yield (
            year,
            len([1 for y, dated, _ in found if (y, dated) == (year, True)]),
            len([1 for y, dated, _ in found if (y, dated) == (year, False)]),
        )


@answer("agreements/by_instrument", "instrument signed planned facts plans")
def by_instrument(t):
    for instrument, facts in grouped((f["instrument"], f) for f in documents(t)).items():
        signed = {as_document(f) for f in facts if not f["plan"]}
        yield instrument, len(signed), len({as_document(f) for f in facts} - signed), firm(facts), plans(facts)


@answer("universities/by_oblast", "id universities partners facts plans")
def universities_by_oblast(t):
    found = [(f, by, cn) for f, by, cn in t.across() if t.kind(by) == t.kind(cn) == "university"]
    for region, met in grouped((r, one) for one in found for r in t.first_level(one[1])).items():
        told = [(by, cn) for f, by, cn in met if not f["plan"]]
        facts = [f for f, _, _ in met]
        yield region, len({by for by, _ in told}), len({cn for _, cn in told}), firm(facts), plans(facts)


@answer("universities/by_partners", "id partners facts plans")
def universities_by_partners(t):
    for university in (e for e in t.entities if t.kind(e) == "university" and t.country(e) == "BY"):
        met = [(f, cn) for f, by, cn in t.across() if by == university and t.kind(cn) != "country"]
        met = [(f, cn) for f, cn in met if not f.get("to_unnamed" if f["to"] == cn else "from_unnamed")]
        partners = {cn for f, cn in met if not f["plan"]}
        yield university, len(partners), firm(f for f, _ in met), plans(f for f, _ in met)


@answer("trade/by_good", "good flows contracts facts plans")
def by_good(t):
    trade = [
        f for f in t.facts if f["type"] in ("TRADE_FLOW", "CONTRACT") and t.country(f["from"]) != t.country(f["to"])
    ]
    for good, facts in grouped((good, f) for f in trade for good in listed(f, "goods")).items():
        counts = [firm(f for f in facts if f["type"] == type_) for type_ in ("TRADE_FLOW", "CONTRACT")]
        yield good, *counts, firm(facts), plans(facts)


def as_row(value):
    """A sum in cents as rows hold it: a whole one without a fraction."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else float(rounded)


def measure(t, fact):
    """What is measured, seen from Belarus: of contracts, whether they export or import."""
    if "measure" in fact:
        return fact["measure"]
    way = {("BY", "CN"): "export contract", ("CN", "BY"): "import contract"}
    return way.get((t.country(fact["from"]), t.country(fact["to"])), "contract")


def totals(t, facts, keys):
    """Sums by keys, measure, goods, statistics, currency or unit, and period: one flow, or contracts together."""
    for key, total, kept, group in sums(t, facts, keys):
        yield *key, total, len(kept), plans(group)


def sums(t, facts, keys):
    """Each sum with its keys, the facts that it adds up, and all that it is made from."""
    for key, group in grouped(
        (
            (
                *keys_,
                measure(t, f),
                tuple(listed(f, "goods") if "measure" in f or per == "unit" else ()),
                f.get("reporter"),
                f.get("valuation"),
                f[per],
                *(day(f["date"], last=x) if f.get("date") else None for x in (0, 1)),
            ),
            (f, Decimal(f[number])),
        )
        for f in {f["id"]: f for f in facts}.values()
        for number, per in (("amount", "currency"), ("quantity", "unit"))
        if f.get(number) and f[per] not in ("%", "rank")
        for keys_ in keys(f)
    ).items():
        told = {f["id"]: (f, number) for f, number in group if not f["plan"]}
        kept = {id_: one for id_, one in told.items() if not held(one[0], facts) & set(told)}
        alone = len(kept) == 1 or ({"export contract", "import contract", "contract"} & set(key) and kept)
        total = as_row(sum((number for _, number in kept.values()), Decimal())) if alone else None
        yield key, total, [f for f, _ in kept.values()], [f for f, _ in group]


def held(fact, facts):
    """The facts that hold it, at any remove."""
    by_id, found, look = {f["id"]: f for f in facts}, set(), listed(fact, "part_of")
    while look:
        holder = look.pop()
        if holder not in found:
            found.add(holder)
            look += listed(by_id.get(holder, {}), "part_of")
    return found


def trade(t):
    return [f for f in t.facts if f["type"] in ("TRADE_FLOW", "CONTRACT")]


@answer("trade/by_province", "id measure goods reporter valuation per first_day last_day total facts plans")
def trade_by_province(t):
    across = {f["id"]: cn for f, _, cn in t.across()}
    facts = [f for f in trade(t) if f["id"] in across]
    return totals(t, facts, lambda f: [(p,) for p in t.first_level(across[f["id"]])])


@answer("trade/by_oblast", "id measure goods reporter valuation per first_day last_day total facts plans")
def trade_by_oblast(t):
    across = {f["id"]: by for f, by, _ in t.across() if t.kind(by) != "exchange"}
    facts = [f for f in trade(t) if f["id"] in across]
    return totals(t, facts, lambda f: [(r,) for r in t.first_level(across[f["id"]])])


def projects(facts):
    """How many projects facts are about: a named body is one."""
    return len({f.get("structure", f["id"]) for f in facts if not f["plan"]})


@answer("investment/by_status", "form status projects facts plans")
def by_status(t):
    joint = [f for f in t.facts if f["type"] == "JOINT_PROJECT"]
    bodies = grouped(((f["form"], f.get("structure", f["id"])), f["status"]) for f in joint)
    steps = ("ended", "in_force", "completed", "signed")
    furthest = [(form, next((s for s in steps if s in came), None)) for (form, _), came in bodies.items()]
    found = grouped(((f["form"], f["status"]), f) for f in joint)
    return [(*key, furthest.count(key), firm(facts), plans(facts)) for key, facts in found.items()]


@answer("investment/by_sector", "sector projects facts plans")
def by_sector(t):
    forms = ("investment", "venture", "park", "branch")
    joint = [f for f in t.facts if f["type"] == "JOINT_PROJECT" and f["form"] in forms]
    found = grouped((sector, f) for f in joint for sector in listed(f, "sectors"))
    return [(sector, projects(facts), firm(facts), plans(facts)) for sector, facts in found.items()]


@answer("events/by_kind", "kind events plans")
def events_by_kind(t):
    held_ = {f[end] for f in t.facts if not f["plan"] for end in ("from", "to")}
    kinds = grouped((e.get("kind"), id_ in held_) for id_, e in t.entities.items() if e["type"] == "event")
    return [(kind, sum(found), len(found) - sum(found)) for kind, found in kinds.items()]


@answer("time/by_year", "year type facts by_then")
def facts_by_year(t):
    told = [f for f in t.facts if f["type"] not in ("LOCATED_IN", "PART_OF") and not f["plan"] and f.get("date")]
    found = [(f["type"], day(f["date"], last=False), day(f["date"], last=True)) for f in told]
    groups = grouped(((int((first or last)[:4]), type_), bool(first)) for type_, first, last in found)
    return [(*key, sum(begun), len(begun) - sum(begun)) for key, begun in groups.items()]


@answer("time/sector_by_year", "year facts by_then plans")
def sector_by_year(t):
    told = [f for f in t.ties() if "education" in listed(f, "sectors") and f.get("date")]
    for year, facts in grouped((year_of(f)[0], f) for f in told).items():
        yield year, firm(f for f in facts if year_of(f)[1]), firm(f for f in facts if not year_of(f)[1]), plans(facts)


@answer("evidence/by_chapter", "work chapter type facts plans doubtful")
def by_chapter(t):
    found = {}
    for f in t.facts:
        parts = (place.split(":") for place in listed(f, "locator"))
        chapters = {part[0] for part in parts if len(part) == 2 and part[1].isdigit()}
        for work in {source.split("/")[0] for source in listed(f, "sources")}:
            found |= {((work, chapter, f["type"]), f["id"]): f for chapter in chapters or {"none"}}
    for key, facts in grouped((key, f) for (key, _), f in found.items()).items():
        yield *key, firm(facts), plans(facts), firm(f for f in facts if f.get("certainty") == "read")


@answer("evidence/facts_by_source", "source facts plans")
def facts_by_source(t):
    found = grouped((source, f) for f in t.facts for source in listed(f, "sources"))
    return [(source, firm(facts), plans(facts)) for source, facts in found.items()]


@answer("overview/counts_of_entities", "type country count with_facts")
def counts_of_entities(t):
    found = grouped(((e["type"], e["country"]), e) for e in t.entities.values())
    ends = {f[end] for f in t.facts for end in ("from", "to")}
    return [(*key, len(entities), sum(e["id"] in ends for e in entities)) for key, entities in found.items()]


@answer("overview/counts_of_facts", "type status count")
def counts_of_facts(t):
    return [(*key, len(facts)) for key, facts in grouped(((f["type"], f.get("status")), f) for f in t.facts).items()]


@answer("overview/goods", "good facts plans")
def goods(t):
    found = grouped((good, f) for f in t.facts for good in listed(f, "goods"))
    return [(good, firm(facts), plans(facts)) for good, facts in found.items()]


@answer("overview/sectors", "sector facts plans")
def sectors(t):
    found = grouped((sector, f) for f in t.facts for sector in listed(f, "sectors"))
    return [(sector, firm(facts), plans(facts)) for sector, facts in found.items()]


@answer("overview/entities_without_facts", "id plans")
def entities_without_facts(t):
    told = [f for f in t.facts if f["type"] not in ("MEMBER_OF", "PART_OF", "LOCATED_IN")]
    by_end = grouped((f[end], f) for f in told for end in ("from", "to"))
    return [(e, plans(by_end[e])) for e in t.entities if not firm(by_end[e])]
