"""Numbers of things in words."""

import re


def counted(count: int, one: str) -> str:
    """A number of things, called as one of them is.

    >>> counted(1, "fact"), counted(4_000, "fact"), counted(2, "city")
    ('1 fact', '4,000 facts', '2 cities')
    """
    return f"{count:,} {one if count == 1 else plural(one)}"


def plural(one: str) -> str:
    """What several of a kind are called.

    >>> plural("row"), plural("economic zone"), plural("day"), plural("community")
    ('rows', 'economic zones', 'days', 'communities')
    """
    return re.sub("(?<![aeiou])y$", "ie", one) + "s"
