"""What a picture says about itself in a sentence."""

from collections import Counter

from bycn.pictures.drawing import FACTS, Drawing
from bycn.pictures.look import Look
from bycn.pictures.strands import is_plan
from bycn.pictures.translations import counted, side_by_side

_OPEN = ("0000", "9999")


def sentence(drawing: Drawing) -> str:
    """How many facts and plans are drawn, of which years, and what numbers and widths mean, in each language."""
    return side_by_side(_in_language(drawing, look) for look in drawing.look.one_by_one)


def facts_and_plans(facts: int, plans: int, look: Look, *, fact: str = "fact", plan: str = "dashed plan") -> str:
    """Both numbers with what they count, plans apart; none of what there isn't.

    >>> facts_and_plans(7, 1, Look()), facts_and_plans(0, 2, Look(), plan="plan")
    ('7 facts (solid) and 1 plan (dashed)', '2 plans')
    """
    [language] = look.languages
    numbers = ((facts, fact), (plans, plan))
    return look.mark(" and ").join(counted(count, what, language) for count, what in numbers if count)


def _in_language(drawing: Drawing, look: Look) -> str:
    counts = Counter(map(is_plan, drawing.subject.facts))
    if not drawing.subject.facts:
        return look.say("No facts found")
    sentences = [
        look.mark(", ").join(filter(None, [facts_and_plans(counts[False], counts[True], look), years(drawing)]))
    ]
    if any(len(strand.facts) > 1 for strand in drawing.strands):
        sentences.append(look.say("A number on a line counts its facts"))
    if drawing.scale.others:
        by = look.say("width by amount in {}").format(drawing.scale.unit)
        others = look.say("not shown by width: {}").format(look.mark(", ").join(drawing.scale.others))
        sentences.append(f"{by}{look.mark('; ')}{others}")
    if _reporters(drawing) >= {"BY", "CN"}:
        sentences.append(look.say("Amounts by Belarusian and by Chinese statistics"))
    if drawing.sized_by != FACTS:
        sentences.append(look.say("Node size: {}").format(look.say(drawing.sized_by)))
    return look.mark(". ").join(f"{sentence[:1].upper()}{sentence[1:]}" for sentence in sentences if sentence)


def _reporters(drawing: Drawing) -> set[object]:
    """Whose statistics the widths are by: those of the two countries differ, so they can't be compared."""
    facts = drawing.subject.facts
    return {fact["properties"].get("reporter") for fact in facts if drawing.scale.amount(fact) is not None}


def years(drawing: Drawing) -> str:
    """The first and the last year of the facts that are drawn: of when they happened, were signed, or are planned."""
    properties = [fact["properties"] for fact in drawing.subject.facts]
    found = sorted(
        str(day)[:4]
        for one in properties
        for day in (one.get("placed_from"), one.get("placed_to"))
        if day and str(day)[:4] not in _OPEN
    )
    return f"{found[0]}–{found[-1]}" if found and found[0] != found[-1] else found[0] if found else ""
