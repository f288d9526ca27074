"""What to cite: every export that can hold a remark carries it."""

from bycn.graph_model.version import VERSION


def citation() -> str:
    """Where the data come from and under which terms they are passed on. No time stamp: the same graph, same bytes."""
    return (
        "Belarus-China cooperation as a property graph, after B. Zalesskij (2024) and the works it cites. "
        f"Selection and wording: CC BY 4.0, the bycn maintainers. Written by bycn {VERSION}."
    )
