"""When a fact is, in the words of a picture's languages."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bycn.graph_model.dates import OPEN
from bycn.graph_model.dates_in_words import date_in_words
from bycn.pictures.look import Look
from bycn.pictures.translations import side_by_side


class _Wording(NamedTuple):
    """How a language writes years, months and days in figures, and what it calls bounds and periods."""

    year: str
    month: str
    day: str
    by: str
    by_day: str
    since: str
    about: str
    period: str
    reported: str


_WORDINGS = {
    "be": _Wording(
        "{}", "{1:02}.{0}", "{2}.{1:02}.{0}", "не пазней за {}", "не пазней за {}", "з {}", "каля {}", "{}–{}",
        "паведамлена {}",
    ),
    "ru": _Wording(
        "{}", "{1:02}.{0}", "{2}.{1:02}.{0}", "не позднее {}", "не позднее {}", "с {}", "около {}", "{}–{}",
        "сообщено {}",
    ),
    "zh": _Wording("{}年", "{}年{}月", "{}年{}月{}日", "不晚于{}", "不晚于{}", "{}起", "约{}", "{}至{}", "{}报道"),
    "fr": _Wording(
        "{}", "{1:02}/{0}", "{2}/{1:02}/{0}", "au plus tard en {}", "au plus tard le {}", "depuis {}", "vers {}",
        "{} – {}", "signalé {}",
    ),
}  # fmt: skip


def date_said(text: str, language: str) -> str:
    """A partial date as people write it in a language.

    >>> date_said("../2023-02", "en"), date_said("../2023-02", "zh"), date_said("2007/..", "fr")
    ('by Feb 2023', '不晚于2023年2月', 'depuis 2007')
    >>> date_said("2016/2020", "ru"), date_said("2023-11-05", "be"), date_said("2015~", "fr")
    ('2016–2020', '5.11.2023', 'vers 2015')
    """
    try:
        return _said(text, _WORDINGS[language]) if language in _WORDINGS else date_in_words(text)
    except (ValueError, IndexError):  # a database that others wrote to may hold anything
        return text


def _said(text: str, wording: _Wording) -> str:
    first, _, last = text.partition("/")
    if first == OPEN:
        return (wording.by_day if last.count("-") == 2 else wording.by).format(_point(last, wording))
    if last == OPEN:
        return wording.since.format(_point(first, wording))
    if last and last != first:
        return wording.period.format(_point(first, wording), _point(last, wording))
    return _point(first, wording)


def in_each_language(text: str | None, look: Look, *, reported: bool = False) -> str:
    """A partial date in the languages of a picture."""
    dates = [_reported(text, code) if reported else date_said(text, code) for code in look.languages if text]
    return side_by_side(dates)


def when(fact: Mapping[str, Any], look: Look) -> str:
    """When something happened, else the period it is meant to hold, else when it was reported.

    >>> when({"date": "2023"}, Look()), when({"announced": "2023-05"}, Look(languages=("en", "ru")))
    ('2023', 'reported May 2023 · сообщено 05.2023')
    """
    if dated := fact.get("date") or fact.get("valid"):
        return in_each_language(dated, look)
    return in_each_language(fact.get("announced"), look, reported=True)


def _reported(text: str, language: str) -> str:
    wording = _WORDINGS[language].reported if language in _WORDINGS else "reported {}"
    return wording.format(date_said(text, language))


def _point(text: str, wording: _Wording) -> str:
    numbers = [int(part) for part in text.rstrip("~").split("-")]
    point = wording[len(numbers) - 1].format(*numbers)
    return wording.about.format(point) if text.endswith("~") else point
