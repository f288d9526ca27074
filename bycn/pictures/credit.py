"""Whose work a picture rests on."""

from bycn.graph_model.version import VERSION
from bycn.pictures.selecting import Subject


def line(subject: Subject) -> str:
    """The works that the facts cite, and who drew the picture. No time stamp: the same input gives the same."""
    works = sorted({told_by(subject, i) for fact in subject.facts for i in fact["properties"]["sources"]} - {""})
    after = f"Facts after {'; '.join(works[:5])}{' and others' if len(works) > 5 else ''}. " if works else ""
    return f"{after}Drawn by bycn {VERSION}; tables CC BY 4.0."


def told_by(subject: Subject, source: str) -> str:
    """The work that a source is, or is a footnote of, in short."""
    work = subject.evidence.get(source.split("/")[0]) or subject.evidence.get(source) or {}
    if "title" not in work or source == "reference":
        return ""
    return ", ".join(str(work[part]) for part in ("author", "title", "year") if work.get(part))
