"""Made-up tables as they are met in the wild: one meaning, in any shape, encoding, delimiter, language and disorder."""

import csv
import io
import json
import random
from dataclasses import dataclass, field
from datetime import date

from tests.workbooks import Error, ods, xlsx

# A pair of known places, in the languages of the tables.
PLACES = {
    "city/orsha": {"en": "Orsha", "ru": "Орша", "be": "Орша", "fr": "Orcha", "zh": "奥尔沙"},
    "city/vitebsk": {"en": "Vitebsk", "ru": "г. Витебск", "be": "Віцебск", "fr": "Vitebsk", "zh": "维捷布斯克"},
    "city/polotsk": {"en": "Polotsk", "ru": "Полоцк", "be": "Полацк", "fr": "Polotsk", "zh": "波洛茨克"},
    "BY-HM": {"en": "Minsk", "ru": "Минск", "be": "Мінск", "fr": "Minsk", "zh": "明斯克"},
    "city/nanchang": {"en": "Nanchang", "ru": "Наньчан", "be": "Nanchang", "fr": "Nanchang", "zh": "南昌"},
    "city/harbin": {"en": "Harbin, China", "ru": "Харбин", "be": "Харбін", "fr": "Harbin", "zh": "哈尔滨市"},
    "city/shenzhen": {"en": "Shenzhen", "ru": "Шэньчжэнь", "be": "Shenzhen", "fr": "Shenzhen", "zh": "深圳"},
    "CN-GS": {"en": "Gansu Province", "ru": "провинция Ганьсу", "be": "Gansu", "fr": "Gansu", "zh": "甘肃省"},
}
BELARUSIAN = ["city/orsha", "city/vitebsk", "city/polotsk", "BY-HM"]
CHINESE = ["city/nanchang", "city/harbin", "city/shenzhen", "CN-GS"]
HEADERS = {
    "en": ("City", "Twin town", "Since", "Notes"),
    "ru": ("Город", "Город-побратим", "Дата подписания", "Примечание"),
    "be": ("Горад", "Горад-пабрацім", "Дата падпісання", "Заўвага"),
    "fr": ("Ville", "Ville jumelée", "Depuis", "Remarque"),
    "zh": ("城市", "友好城市", "签署日期", "备注"),
}
TOTALS = {"en": "Total", "ru": "Итого", "be": "Усяго", "fr": "Total", "zh": "合计"}
_MONTHS = """
en: January February March April May June July August September October November December
ru: января февраля марта апреля мая июня июля августа сентября октября ноября декабря
be: студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
fr: janvier février mars avril mai juin juillet août septembre octobre novembre décembre
zh: 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
"""
MONTHS = {line[:2]: line[4:].split() for line in _MONTHS.strip().splitlines()}
ENCODINGS = {
    "en": ["utf-8", "utf-8-sig", "utf-16"],
    "ru": ["utf-8", "utf-8-sig", "utf-16", "cp1251"],
    "be": ["utf-8", "utf-8-sig", "utf-16"],
    "fr": ["utf-8", "utf-8-sig", "utf-16"],
    "zh": ["utf-8", "utf-8-sig", "gb18030"],
}
WRONG_DATES = ["someday", "32.13.2020", "#ДЕЛ/0!", "45102"]


@dataclass
class Wild:
    """A table as a file, what it means, and where it is wrong."""

    name: str
    data: bytes
    meant: set[tuple[str, str, str]] = field(default_factory=set)
    """From, to and date."""
    wrong: set[tuple[int, int]] = field(default_factory=set)
    """Line and column of each cell that can't be read."""
    left_out: int = 0


def wild(seed: int) -> Wild:
    """A made-up table."""
    chance = random.Random(seed)
    language = chance.choice(sorted(HEADERS))
    form = chance.choice([".csv", ".csv", ".tsv", ".xlsx", ".ods", ".json", ".jsonl"])
    pairs = [(a, b) for a in BELARUSIAN for b in CHINESE]
    chance.shuffle(pairs)
    pairs = pairs[: chance.randint(4, 12)]
    order = chance.sample(range(4), 4)  # of the columns: party, partner, date, note
    if order.index(0) > order.index(1) and chance.random() < 0.5:
        order.reverse()
    names = HEADERS[language]
    rows: list[list[object]] = []
    made = Wild(f"twin-towns-{seed}{form}", b"")
    wrong_at = chance.randrange(len(pairs)) if chance.random() < 0.4 else None
    for n, (start, end) in enumerate(pairs):
        day = date(chance.randint(1995, 2025), chance.randint(1, 12), chance.randint(13, 28))
        shown, meant = _date(chance, day, language)
        if n == wrong_at:
            shown = chance.choice(WRONG_DATES)
        cells = [
            _marked(chance, PLACES[start][language]),
            _marked(chance, PLACES[end][language]),
            shown,
            chance.choice(["", "a, b; c", 'says "yes"', "line\nbreak"]),
        ]
        rows.append([cells[place] for place in order])
        if n == wrong_at:
            made.wrong.add((n, order.index(2)))
        else:
            made.meant.add((start, end, meant))
    header = [names[place] for place in order]
    is_json = form in (".json", ".jsonl")
    above = [] if is_json or chance.random() < 0.6 else [[f"{names[1]} 2025"], []][: chance.randint(1, 2)]
    foot: list[list[object]] = []
    if not is_json and chance.random() < 0.5:
        foot.append([TOTALS[language], len(rows), "", ""])
    if not is_json and chance.random() < 0.4:
        foot.append([chance.choice(["* 2025", "[1] example.org", "¹ x"]), "", "", ""])
    made.left_out = len(foot) + sum(map(bool, above))
    if not is_json and chance.random() < 0.3:  # an empty column, as spreadsheets leave one
        header, rows, foot = [*header, ""], [[*row, ""] for row in rows], [[*row, ""] for row in foot]
    first = 1 if is_json else len(above) + 2
    made.wrong = {(first + n, place) for n, place in made.wrong}
    made.data = _file(chance, form, [*above, header, *rows, *foot], header, rows, language)
    if form in (".csv", ".tsv"):
        made.wrong = {(_line_of(made, line, [*above, header, *rows]), place) for line, place in made.wrong}
    return made


def _line_of(made: Wild, line: int, rows: list[list[object]]) -> int:
    """Where a row of a text begins, whose cells hold line breaks."""
    return line + sum(str(cell).count("\n") for row in rows[: line - 1] for cell in row)


def _date(chance: random.Random, day: date, language: str) -> tuple[str, str]:
    month = MONTHS[language][day.month - 1]
    forms = [
        (f"{day.year}", f"{day.year}"),
        (f"{day:%Y-%m}", f"{day:%Y-%m}"),
        (f"{day:%d.%m.%Y}", day.isoformat()),
        (f"{day.isoformat()}T00:00:00", day.isoformat()),
        (f"{day:%Y%m}", f"{day:%Y-%m}"),
        (f"{day.year}*", f"{day.year}"),
    ]
    forms.append((f"{day.year}–{day.year + 3}", f"{day.year}/{day.year + 3}"))
    forms.append((f"{day.day - 1}–{day:%d.%m.%Y}", f"{day.replace(day=day.day - 1)}/{day}"))
    if language == "zh":
        forms.append((f"{day.year}年".translate({0x30 + n: 0xFF10 + n for n in range(10)}), f"{day.year}"))
        forms.append((f"{day.year}年{day.month}月{day.day}日", day.isoformat()))
    else:
        forms.append((f"{day.day} {month} {day.year}", day.isoformat()))
        forms.append((f"{month} {day.year}", f"{day:%Y-%m}"))
        forms.append(
            (
                {"ru": "в {} году", "be": "у {} годзе", "fr": "en {}"}.get(language, "in {}").format(day.year),
                f"{day.year}",
            )
        )
    return chance.choice(forms)


def _marked(chance: random.Random, name: str) -> str:
    return name + chance.choice(["", "", "", "", "*", "[1]", " ", "¹"])


def _file(chance, form, lines, header, rows, language) -> bytes:
    if form in (".xlsx", ".ods"):
        cells = [[Error(cell) if str(cell).startswith("#") else cell for cell in line] for line in lines]
        return (xlsx if form == ".xlsx" else ods)({"Towns": cells})
    if form == ".json":
        return json.dumps([dict(zip(header, row, strict=True)) for row in rows], ensure_ascii=False).encode()
    if form == ".jsonl":
        return "\n".join(json.dumps(dict(zip(header, row, strict=True))) for row in rows).encode()
    out = io.StringIO()
    delimiter = "\t" if form == ".tsv" else chance.choice(",;|\t")
    csv.writer(out, delimiter=delimiter, lineterminator=chance.choice(["\n", "\r\n"])).writerows(lines)
    encoding = chance.choice(ENCODINGS[language])
    text = out.getvalue().replace("¹", "*") if encoding == "cp1251" else out.getvalue()
    return text.encode(encoding)
