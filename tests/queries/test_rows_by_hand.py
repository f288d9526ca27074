"""Answers held against rows that a reader wrote down from the book, chapter by chapter, without looking at the tables.

Only columns that the text itself gives are compared: who, when, how much, how exact, how far it has come.
"""

import pytest

from bycn.queries.filters import Filters
from bycn.queries.library import ask

BOOK = ("zalesskij-2024", "reference")
"""The book, and where its places lie."""
BUTB = "Belarusian Universal Commodity Exchange"
TAOMU = "Taomu (Suzhou) Information Technology"
WENDA = "Anhui Wenda University of Information Engineering"
TIMBER = ["sawn timber"]

# Question, its parameters, the columns compared, the rows. A row's place in the answer is tested elsewhere.
BY_HAND = [
    # Chapter 1: the regions
    (
        "twinnings/of_place",
        {"entity": "Vitebsk"},
        "from to date",
        [
            ("Vitebsk Region", "Heilongjiang", "2011"),
            ("Vitebsk", "a city of Heilongjiang", "../2023-05"),
            ("Polotsk", "a city of Heilongjiang", "../2023-05"),
            ("Novopolotsk", "a city of Heilongjiang", "../2023-05"),
            ("Vitebsk Region", "Shandong", "2019-10"),
            ("Novopolotsk", "Liaocheng", "2023-02"),
            ("Vitebsk", "Jinan", "../2023-02"),
            ("Novopolotsk", "Weihai", "../2023-02"),
            ("Orsha", "Qingdao", "../2023-02"),
            ("Polotsk", "Dezhou", "../2023-02"),
            ("Glubokoye", "Jining", "../2023-02"),
        ],
    ),
    (
        "twinnings/of_place",
        {"entity": "Brest"},
        "from to date",
        [
            ("Brest Region", "Liaoning", "../2023-11"),
            ("Brest Region", "Shanxi", "../2023-11"),
            ("Brest Region", "Hubei", "../2023-11"),
            ("Brest Region", "Anhui", "2017-09"),
            ("Brest", "Hefei", "2023-11"),
            ("Bereza District", "Bengbu", "2023-11"),
        ],
    ),
    ("twinnings/of_place", {"entity": "Minsk Region"}, "from to date", [("Minsk Region", "Chongqing", "2017-03")]),
    (
        "connections/provinces_of_place",
        {"entity": "Vitebsk"},
        "name",
        [("Heilongjiang",), ("Jiangxi",), ("Shandong",)],
    ),
    (
        "connections/shortest_paths",
        {"first": "Novopolotsk", "second": "Shandong", "exact": True},
        "through",
        [
            (["Novopolotsk", "Liaocheng", "Shandong"],),
            (["Novopolotsk", "Weihai", "Shandong"],),
            (["Novopolotsk", "Vitebsk Region", "Shandong"],),
        ],
    ),
    (
        "agreements/between",
        {"first": "Vitebsk", "second": "Heilongjiang"},
        "from to date instrument",
        [
            ("Vitebsk Region", "Heilongjiang", "2005", "agreement"),
            ("Vitebsk Region", "Heilongjiang", "2011", "agreement"),
            ("Vitebsk Region", "Heilongjiang", None, "programme"),
            ("Polotsk", "a city of Heilongjiang", "../2023-05", "agreement"),
            ("Novopolotsk", "a city of Heilongjiang", "../2023-05", "agreement"),
            ("Vitebsk", "a city of Heilongjiang", "../2023-05", "agreement"),
            ("Vitebsk Concern Meat and Dairy Products", "a company of Suihua", "2023-06", "protocol"),
        ],
    ),
    (
        "agreements/between",
        {"first": "Brest", "second": "Anhui"},
        "from to date instrument status",
        [
            ("Brest Region", "Anhui", "2017-09", "agreement", "signed"),
            ("Brest Region", "Anhui", "2023-11", "action plan", "signed"),
            ("Brest", "Hefei", "2023-11", "agreement", "signed"),
            ("Bereza District", "Bengbu", "2023-11", "agreement", "signed"),
            ("Brest State Technical University", WENDA, "2023-11", "agreement", "signed"),
            ("Brest", "Hefei", None, "roadmap", "planned"),
        ],
    ),
    (
        "trade/of_party",
        {"entity": "Vitebsk"},
        "date measure amount_qualifier amount currency growth growth_qualifier",
        [("2022", "export", "over", 55_000_000, "USD", 2, "almost")],
    ),
    (
        "trade/between",
        {"first": "Minsk Region", "second": "Guangdong"},
        "date measure amount currency growth",
        [
            ("2023-01/2023-06", "turnover", None, None, 1.2),
            ("2023-01/2023-06", "export", 646_200_000, "BYN", None),
            ("2023-01/2023-06", "import", None, None, None),
        ],
    ),
    (
        "trade/totals",
        {"entity": "Brest"},
        "measure currency plans qualifier total",
        [("turnover", "USD", False, "almost", 280_000_000), ("contract", "USD", False, "over", 20_000_000)],
    ),
    (
        "evidence/facts_of_source",
        {"source": "zalesskij-2024/fn-16"},
        "type from to date",
        [
            ("TWINNED_WITH", "Novopolotsk", "Liaocheng", "2023-02"),
            ("TWINNED_WITH", "Vitebsk", "Jinan", "../2023-02"),
            ("TWINNED_WITH", "Novopolotsk", "Weihai", "../2023-02"),
            ("TWINNED_WITH", "Orsha", "Qingdao", "../2023-02"),
            ("TWINNED_WITH", "Polotsk", "Dezhou", "../2023-02"),
            ("TWINNED_WITH", "Glubokoye", "Jining", "../2023-02"),
        ],
    ),
    (
        "investment/by_status",
        {},
        "form status",
        [("park", "planned")],
    ),
    # Chapter 2: the exchange
    (
        "exchange/counts_over_time",
        {},
        "date quantity",
        [
            ("2023-01", 113),
            ("2023-01", 111),
            ("2023-11-27", 152),
            ("2024-01", 162),
        ],
    ),
    (
        "exchange/deals",
        {},
        "date goods to quantity_qualifier quantity",
        [
            ("2023", TIMBER, "China", "exact", 501_000),
            ("2023", TIMBER, TAOMU, "over", 140_000),
            ("2023-01/2023-05", TIMBER, TAOMU, "about", 53_000),
            ("2023-01/2023-11", TIMBER, "China", "over", 467_000),
            ("2023-01/2023-11", TIMBER, "Chinese importers in addressed deals", "exact", 237_000),
            ("2022-03/2023-04", TIMBER, "Xiamen Xiangyu Group Corporation", "almost", 10_000),
        ],
    ),
    (
        "exchange/companies_by_role",
        {},
        "role name status",
        [
            ("broker", "Shanghai Duxia Industry and Trade Co.", "in_force"),
            ("broker", "China National Forestry Industry Corporation", "negotiating"),
            ("broker", "SUMEC International Trading", "negotiating"),
            ("visitor", "SUMEC International Trading", "negotiating"),
            (None, "Xiamen Xiangyu Superchain Supply Chain Development Co.", "in_force"),
            (None, "BNBM Group Forest Products", "planned"),
        ],
    ),
    (
        "trade/totals",
        {"entity": "BUTB"},
        "measure currency plans total",
        [("turnover", "USD", False, 111_000_000)],
    ),
    (
        "evidence/disagreements",
        {},
        "amount quantity other_amount other_quantity",
        [(53_000_000, None, 30_400_000, None), (None, 113, None, 111)],
    ),
    # Chapter 3: the universities
    (
        "universities/partners_of",
        {"entity": "GrSU"},
        "partner type date",
        [
            ("Zhongnan University of Economics and Law", "AGREEMENT", "2001"),
            ("Shijiazhuang Engineering Vocational College", "AGREEMENT", "2023-10"),
        ],
    ),
    (
        "universities/partners_of",
        {"entity": "BSUIR"},
        "type date status",
        [("AGREEMENT", "2024-06", "signed")],
    ),
    (
        "twinnings/with_universities",
        {},
        "from to university partner date",
        [("Brest", "Hefei", "Brest State Technical University", WENDA, "2023-11")],
    ),
    (
        "universities/joint_structures",
        {},
        "form from to",
        [
            ("institute", "Belarusian State University", "Dalian University of Technology"),
            ("institute", "Belarusian State University", "Dalian University of Technology"),
            ("centre", "Belarusian State University", "Qingdao University"),
        ],
    ),
    (
        "universities/counts",
        {},
        "subject date quantity_qualifier quantity",
        [
            ("Belarusian State University", "2023-11", "over", 80),
            ("Belarusian State University", "2023-11", "exact", 55),
            ("Belarusian State University", "2023-11", "exact", 72),
            ("Belarusian State University", "2024-06", "exact", 112),
            ("Belarusian State University", "2024-06", "exact", 73),
            ("Belarusian State University", "2024-06", "over", 3_500),
        ],
    ),
    (
        "time/new_in_year",
        {"year": 2001},
        "date type from to",
        [("2001", "AGREEMENT", "Yanka Kupala State University of Grodno", "Zhongnan University of Economics and Law")],
    ),
    # Chapter 4: the detailed plans
    (
        "agreements/running_on",
        {"on": "2024"},
        "valid instrument from to",
        [
            ("2023/2024", "roadmap", "Minsk Region", "Chongqing"),
            ("2023/2025", "action plan", "Brest Region", "Anhui"),
            ("2023/2025", "action plan", "Mogilev Region", "Tianjin"),
            ("2024/2025", "roadmap", "Mogilev", "Binhai New Area"),
            ("2024/2025", "plan", "Gomel Region", "Hebei"),
            ("2024/2025", "plan", "Belarus", "China"),
        ],
    ),
    (
        "agreements/of_party",
        {"entity": "Gomel"},
        "from to date",
        [
            ("Gomel Region", "Inner Mongolia", "2011"),
            ("Gomel Region", "Sichuan", "2015"),
            ("Gomel Region", "Xinjiang", "2016"),
            ("Gomel Region", "Jiangsu", "2016"),
            ("Gomel Region", "Hebei", "2024-06"),
        ],
    ),
    (
        "connections/provinces_of_place",
        {"entity": "Mogilev Region"},
        "name",
        [("Henan",), ("Jiangsu",), ("Hunan",), ("Shaanxi",), ("Tianjin",)],
    ),
    (
        "trade/largest_contracts",
        {},
        "currency amount amount_qualifier status",
        [
            ("BYN", 840_000_000, "over", "planned"),
            ("USD", 85_000_000, "exact", "signed"),
            ("USD", 31_000_000, "about", "signed"),
            ("USD", 20_000_000, "over", "signed"),
        ],
    ),
    (
        "trade/growth",
        {},
        "growth growth_qualifier from to",
        [
            (140, "exact", "Belarus", "China"),
            (18, "exact", "Mogilev Region", "China"),
            (5, "almost", BUTB, "China"),
            (4, "exact", BUTB, "China"),
            (4, "almost", BUTB, TAOMU),
            (4, "almost", "Gomel Region", "China"),
            (2.7, "exact", BUTB, "China"),
            (2.5, "exact", BUTB, "China"),
            (2, "almost", "Vitebsk Region", "China"),
            (2, "almost", BUTB, TAOMU),
            (1.93, "over", "Mogilev Region", "China"),
            (1.548, "exact", "Belarus", "Chongqing"),
            (1.5, "almost", "Brest Region", "China"),
            (1.2, "exact", "Minsk Region", "Guangdong"),
            (1.15, "almost", BUTB, "China"),
            (1.022, "exact", "Mogilev Region", "China"),
        ],
    ),
    ("universities/confucius_institutes", {}, "with", [("Francisk Skorina Gomel State University",)]),
    (
        "trade/goods_sold_to_province",
        {"entity": "Chongqing"},
        "good date status",
        [
            ("meat products", "../2023-06", "in_force"),
            ("butter", "../2023-06", "in_force"),
            ("dairy products", "../2023-06", "in_force"),
            ("confectionery", "../2023-06", "in_force"),
            ("meat", "2024-05", "signed"),
            ("dairy products", "2024-05", "signed"),
            ("confectionery", "2024-05", "signed"),
        ],
    ),
    # Chapter 5: science and technology
    (
        "investment/residents_of_zone",
        {"entity": "Great Stone"},
        "date quantity_qualifier quantity",
        [
            ("2023-01/2023-09", "exact", 12),
            ("2024", "exact", 134),
            ("2024", "exact", 13),
            ("2024", "over", 50),
            ("2024-01/2024-07", "exact", 18),
        ],
    ),
    (
        "investment/largest",
        {},
        "currency amount amount_qualifier",
        [("USD", 3_000_000_000, "up_to"), ("USD", 1_500_000_000, "exact")],
    ),
    # All chapters
    (
        "connections/places_without_ties",
        {},
        "name",
        [
            ("Gansu",),
            ("Guizhou",),
            ("Hong Kong",),
            ("Jilin",),
            ("Macao",),
            ("Ningxia",),
            ("Qinghai",),
            ("Taiwan",),
            ("Tibet",),
            ("Yunnan",),
        ],
    ),
]
WHOLE = {
    "twinnings/of_place",
    "agreements/between",
    "trade/between",
    "exchange/companies_by_role",
    "evidence/disagreements",
    "trade/largest_contracts",
    "trade/growth",
    "trade/goods_sold_to_province",
    "connections/places_without_ties",
    "universities/confucius_institutes",
    "time/new_in_year",
}
"""Of these every row was written down; of the others all those that the reader met, among more."""


def test_thirty_questions_were_read_by_hand():
    assert len(BY_HAND) >= 30


@pytest.mark.parametrize(
    ("name", "given", "columns", "rows"),
    BY_HAND,
    ids=[f"{n} {' '.join(map(str, g.values()))}" for n, g, _, _ in BY_HAND],
)
def test_rows_are_those_of_the_book(engine, library, name, given, columns, rows):
    # Whatever other sources come to tell, the book tells these.
    from_book = Filters(works=BOOK) if library.find(name).takes_filters else None
    answer = ask(engine, name, filters=from_book, **given)
    found = [tuple(row[column] for column in columns.split()) for row in answer]
    if name in WHOLE:
        assert sorted(map(repr, found)) == sorted(map(repr, rows))
    else:
        for row in rows:
            assert found.count(row) >= rows.count(row), f"{row} is not among the rows"
