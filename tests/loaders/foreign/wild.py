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
REGIONS = {
    "city/orsha": {"en": "Vitebsk Region", "ru": "Витебская", "be": "Віцебская", "fr": "Vitebsk", "zh": "维捷布斯克州"},
    "city/vitebsk": {"en": "Vitebsk", "ru": "Витебская обл.", "be": "Віцебская", "fr": "Vitebsk", "zh": "维捷布斯克州"},
    "city/polotsk": {
        "en": "Vitebsk",
        "ru": "Витебская",
        "be": "Віцебская вобл.",
        "fr": "Vitebsk",
        "zh": "维捷布斯克州",
    },
    "city/nanchang": {"en": "Jiangxi", "ru": "Цзянси", "be": "Jiangxi", "fr": "province du Jiangxi", "zh": "江西"},
    "city/harbin": {
        "en": "Heilongjiang",
        "ru": "Хэйлунцзян",
        "be": "Heilongjiang",
        "fr": "Heilongjiang",
        "zh": "黑龙江省",
    },
    "city/shenzhen": {"en": "Guangdong", "ru": "Гуандун", "be": "Guangdong", "fr": "Guangdong", "zh": "广东省"},
}
# What stands in merged cells over the columns: over both parties, over date and notes, over each side with its regions.
SPANS = {
    "en": ("Parties", "Document", ("Belarus", "China"), ("City", "Region", "City", "Province")),
    "ru": ("Стороны", "Документ", ("Беларусь", "Китай"), ("Город", "Область", "Город", "Провинция")),
    "be": ("Бакі", "Дакумент", ("Беларусь", "Кітай"), ("Горад", "Вобласць", "Горад", "Правінцыя")),
    "fr": ("Parties", "Document", ("Bélarus", "Chine"), ("Ville", "Région", "Ville", "Province")),
    "zh": ("双方", "文件", ("白俄罗斯", "中国"), ("城市", "州", "城市", "省")),
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
    headers = [[names[place] for place in order]]
    if form not in (".json", ".jsonl") and chance.random() < 0.5:
        headers, rows = _merged(chance, headers[0], rows, pairs, order, language)
        made.wrong = {(n, headers[0].index(names[2]) if names[2] in headers[0] else place) for n, place in made.wrong}
    width = len(headers[0])
    is_json = form in (".json", ".jsonl")
    above = [] if is_json or chance.random() < 0.6 else [[f"{names[1]} 2025"], []][: chance.randint(1, 2)]
    foot = [] if is_json else _foot(chance, len(rows), width, language)
    if not is_json and chance.random() < 0.3:  # an empty column, as spreadsheets leave one
        headers, rows, foot = ([[*row, ""] for row in part] for part in (headers, rows, foot))
    if not is_json and chance.random() < 0.3:
        headers, rows, foot = _numbered(headers, rows, foot)
        made.wrong = {(n, place + 1) for n, place in made.wrong}
    made.left_out = len(foot) + sum(map(bool, above)) + _is_named_below(headers)
    first = 1 if is_json else len(above) + len(headers) + 1
    made.wrong = {(first + n, place) for n, place in made.wrong}
    made.data = _file(chance, form, [*above, *headers, *rows, *foot], headers[0], rows, language)
    if form in (".csv", ".tsv"):
        made.wrong = {(_line_of(made, line, [*above, *headers, *rows]), place) for line, place in made.wrong}
    return made


def _foot(chance: random.Random, count: int, width: int, language: str) -> list[list[object]]:
    foot: list[list[object]] = []
    if chance.random() < 0.5:
        foot.append([TOTALS[language], count, *[""] * (width - 2)])
    if chance.random() < 0.4:
        foot.append([chance.choice(["* 2025", "[1] example.org", "¹ x"]), *[""] * (width - 1)])
    return foot


def _is_named_below(headers: list[list[str]]) -> bool:
    """Whether the second line names all columns: then what is merged above is told as a title is."""
    return len(headers) > 1 and all(lower for upper, lower in zip(*headers, strict=True) if upper or lower)


def _numbered(headers, rows, foot):
    """With a column of the rows' numbers before all others."""
    named = [[sign, *row] for sign, row in zip(("№", ""), headers, strict=False)]
    return named, [[n, *row] for n, row in enumerate(rows, 1)], [["", *row] for row in foot]


def _by_side(pair: tuple[str, str], language: str) -> list[object]:
    """Each party with its region."""
    return [text for id_ in pair for text in (PLACES[id_][language], REGIONS.get(id_, {}).get(language, ""))]


def _merged(chance, header, rows, pairs, order, language) -> tuple[list[list[str]], list[list[object]]]:
    """A header of two lines with merged cells: over each side with its region, or over parties and the rest."""
    if chance.random() < 0.6:
        return _spanned(header, order, language), rows
    _, _, sides, parts = SPANS[language]
    rest = ([row[order.index(place)] for place in (2, 3)] for row in rows)
    by_side = [[*_by_side(pair, language), *more] for pair, more in zip(pairs, rest, strict=True)]
    return [[sides[0], "", sides[1], "", *HEADERS[language][2:]], [*parts, "", ""]], by_side


def _spanned(header: list[str], order: list[int], language: str) -> list[list[str]]:
    """A header of two lines, with a cell merged over the parties or over what stands beside them."""
    over_parties, over_rest, _, _ = SPANS[language]
    spans = {frozenset((0, 1)): over_parties, frozenset((2, 3)): over_rest}
    upper, lower = list(header), ["", "", "", ""]
    for place in range(3):
        if over := spans.get(frozenset(order[place : place + 2])):
            upper[place : place + 2] = [over, ""]
            lower[place : place + 2] = header[place : place + 2]
    return [upper, lower] if any(lower) else [header]


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
