"""What a picture says about itself in a sentence."""

from collections import Counter

from bycn.pictures.drawing import Drawing
from bycn.pictures.look import Look
from bycn.pictures.strands import is_plan

_OPEN = ("0000", "9999")


def facts_told(drawing: Drawing) -> str:
    """How many facts and plans are drawn, of which years, and what numbers and widths mean, in each language."""
    return " · ".join(_told(drawing, look) for look in drawing.look.one_by_one)


def _told(drawing: Drawing, look: Look) -> str:
    counts = Counter(map(is_plan, drawing.subject.facts))
    drawn = [
        f"{counts[planned]:,} {look.say(word)}"
        for planned, word in ((False, "facts (solid)"), (True, "plans (dashed)"))
        if counts[planned]
    ]
    sentences = [", ".join(filter(None, [f" {look.say('and')} ".join(drawn), years(drawing)]))]
    if any(len(strand.facts) > 1 for strand in drawing.strands):
        sentences.append(look.say("A number is how many facts a line stands for"))
    if drawing.scale.others:
        others = ", ".join(drawing.scale.others)
        sentences.append(f"{look.say('width by')} {drawing.scale.unit}; {look.say('without width')}: {others}")
    return ". ".join(f"{sentence[:1].upper()}{sentence[1:]}" for sentence in sentences if sentence)


def years(drawing: Drawing) -> str:
    """The first and the last year of the facts that are drawn: of when they happened, were signed, or are planned."""
    told = [fact["properties"] for fact in drawing.subject.facts]
    found = sorted(
        str(day)[:4]
        for one in told
        for day in (one.get("placed_from"), one.get("placed_to"))
        if day and str(day)[:4] not in _OPEN
    )
    return f"{found[0]}–{found[-1]}" if found and found[0] != found[-1] else found[0] if found else ""
