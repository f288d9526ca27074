"""Rows that a reader wrote down from the book, subject by subject, over all chapters.

A question, its parameters, the columns compared, the rows. A row's place in the answer is tested elsewhere.
"""

from .chapters import BUTB, QUST, TAOMU, TIMBER

ROWS = [
    # Sectors, plans, terms
    (
        "connections/in_sector",
        {"sector": "education"},
        "from to first_sign last_sign facts",
        [
            ("Vitebsk Region", "Jiangxi", "2022-10", "2022-10", 1),
            ("Vitebsk Region", "Shandong", "2023-09", "2023-09", 1),
            ("Minsk Region", "Chongqing", "2023-08", "2023-08", 1),
            ("Francisk Skorina Gomel State University", "China", "../2024", "../2024", 1),
        ],
    ),
    ("connections/sector_by_province", {"sector": "logistics"}, "province first_sign", [("Jiangxi", "2022-10")]),
    ("time/sector_by_year", {"sector": "tourism"}, "year facts", [(2022, 1)]),
    (
        "time/plans_past",
        {"on": "2024"},
        "from to date quantity_qualifier quantity unit",
        [(BUTB, TAOMU, "2023-06/2023-12", "at_least", 20_000, "m3")],
    ),
    (
        "time/plans_and_signed",
        {},
        "plan_announced from to type date",
        # Talks on logistics, then the roadmap.
        [("2023-06", "Minsk Region", "Chongqing", "AGREEMENT", "2023-08")],
    ),
    (
        "trade/goals_and_results",
        {},
        "planned_for per told_qualifier told reached_qualifier reached date",
        [
            ("2023-06/2023-12", "m3", "at_least", 20_000, "over", 140_000, "2023"),
            *[("../2026", "USD", "at_least", 150_000_000, None, None, None)] * 7,
        ],
    ),
    (
        "agreements/terms",
        {"on": "2024"},
        "term valid_to from to",
        [
            ("ended", "2020-12-31", "Vitebsk Region", "Heilongjiang"),
            ("ends", "2024-12-31", "Minsk Region", "Chongqing"),
            ("runs on", "2025-12-31", "Brest Region", "Anhui"),
            ("runs on", "2025-12-31", "Mogilev Region", "Tianjin"),
            ("runs on", "2025-12-31", "Gomel Region", "Hebei"),
        ],
    ),
    (
        "agreements/facts_of_document",
        {"document": "document/year-of-regions-plan-2023"},
        "from status amount_qualifier amount currency quantity",
        [
            ("Belarus", "signed", None, None, None, None),
            ("Belarus", "planned", None, None, None, 80),
            *[
                (place, "planned", "at_least", 150_000_000, "USD", None)
                for place in (
                    *(f"{r} Region" for r in ("Brest", "Gomel", "Grodno", "Minsk", "Mogilev", "Vitebsk")),
                    "Minsk",
                )
            ],
        ],
    ),
    (
        "agreements/of_instrument",
        {"instrument": "roadmap"},
        "date from to valid status",
        [
            ("2023-08", "Minsk Region", "Chongqing", "2023/2024", "signed"),
            ("2024-06", "Mogilev", "Binhai New Area", "2024/2025", "signed"),
            (None, "Brest", "Hefei", None, "planned"),
        ],
    ),
    # Twinnings
    ("twinnings/what_followed", {}, "from to since documents", [("Minsk Region", "Chongqing", "2017-03", 3)]),
    (
        "twinnings/dormant",
        {"since": "2023-06"},
        "from to",
        [
            ("Novopolotsk", "Liaocheng"),
            ("Vitebsk", "Jinan"),
            ("Novopolotsk", "Weihai"),
            ("Orsha", "Qingdao"),
            ("Polotsk", "Dezhou"),
            ("Glubokoye", "Jining"),
        ],
    ),
    (
        "twinnings/places_without",
        {"country": "Belarus"},
        "name plans",
        [("Gomel Region", 1), ("Grodno Region", 0), ("Minsk", 0), ("Mogilev Region", 0)],
    ),
    (
        "connections/provinces_by_ties",
        {},
        "province twinnings",
        [("Shandong", 7), ("Heilongjiang", 4), ("Anhui", 3), ("Chongqing", 1), ("Guangdong", 0)],
    ),
    # Trade
    (
        "trade/largest_buyers",
        {},
        "buyer measure per first_day last_day total qualifiers",
        [
            ("Guangdong", "export", "BYN", "2023-01-01", "2023-06-30", 646_200_000, ["exact"]),
            ("China", "export", "USD", "2023-01-01", "2023-06-30", 1_000_000_000, ["almost"]),
            (TAOMU, "export", "m3", "2023-01-01", "2023-12-31", 140_000, ["over"]),
        ],
    ),
    (
        "trade/by_oblast",
        {},
        "region measure per first_day total qualifiers",
        [
            ("Minsk Region", "turnover", "USD", "2022-01-01", 2_000_000_000, ["over"]),
            ("Minsk Region", "export", "USD", "2022-01-01", 1_000_000_000, ["almost"]),
            ("Mogilev Region", "turnover", "USD", "2024-01-01", 57_400_000, ["exact"]),
            ("Gomel Region", "export contract", "USD", "2023-11-01", 85_000_000, ["exact"]),
        ],
    ),
    (
        "trade/by_province",
        {},
        "province measure per total",
        [
            ("Chongqing", "turnover", "CNY", 500_000_000),
            ("Chongqing", "export contract", "USD", 31_000_000),
            ("Guangdong", "export", "BYN", 646_200_000),
        ],
    ),
    (
        "trade/series",
        {"entity": "Mogilev Region"},
        "measure per first_day last_day total",
        [
            ("turnover", "USD", "2024-01-01", "2024-04-30", 57_400_000),
            ("export", "USD", "2024-01-01", "2024-04-30", 867_500),
        ],
    ),
    (
        "trade/volumes",
        {"unit": "m3"},
        "goods buyer first_day last_day total qualifiers",
        [
            (TIMBER, TAOMU, "2023-01-01", "2023-05-31", 53_000, ["about"]),
            (TIMBER, "Chinese companies", "2023-01-01", "2023-12-31", 501_000, ["exact"]),
        ],
    ),
    (
        "trade/company_pairs",
        {},
        "company partner type date status",
        [("Belshina", "MESNAC", "AGREEMENT", "2024-04", "signed")],
    ),
    (
        "trade/company",
        {"entity": "Taomu"},
        "role with date quantity unit",
        [("buyer", BUTB, "2023", 140_000, "m3"), ("buyer", BUTB, "2023-01/2023-05", 53_000, "m3")],
    ),
    (
        "connections/companies_by_province",
        {},
        "province companies",
        [("Shanghai", ["Shanghai Duxia Industry and Trade Co."])],
    ),
    (
        "exchange/largest_buyers",
        {},
        "buyer per total qualifiers",
        [
            ("Xiamen Xiangyu Group Corporation", "USD", 2_000_000, ["about"]),
            ("Xiamen Xiangyu Group Corporation", "m3", 10_000, ["almost"]),
        ],
    ),
    ("exchange/unaccredited", {}, "company", [(TAOMU,), ("Beijing Huibaocheng Technology",)]),
    # Universities
    ("universities/by_partners", {}, "university partners", [("Yanka Kupala State University of Grodno", 2)]),
    ("universities/without_partners", {}, "university", [("Francisk Skorina Gomel State University",)]),
    (
        "universities/by_field",
        {},
        "sector universities",
        [("tyre industry", ["Belarusian State Technological University", QUST])],
    ),
    # Events
    (
        "events/told_and_listed",
        {},
        "date measure told listed",
        [("2024-06", "documents signed at the forum", 8, 4), ("2023-11", "action plans signed", 1, 0)],
    ),
    (
        "events/outcomes",
        {},
        "date documents contracts currency total",
        [("2024-06", 4, 0, "CNY", 35_200_000), ("2023-11", 0, 1, "USD", 85_000_000)],
    ),
    ("events/meetings", {"entity": "Brest"}, "date who with", [("2023-11", "Brest Region", "Anhui")]),
    # Evidence
    (
        "evidence/at_locator",
        {"locator": "c2:19"},
        "to amount_qualifier amount quantity_qualifier quantity unit",
        [
            ("Xiamen Xiangyu Group Corporation", "about", 2_000_000, "almost", 10_000, "m3"),
            ("Xiamen Xiangyu Group Corporation", None, None, "exact", 4, "trains"),
        ],
    ),
    (
        "evidence/work_alone",
        {"source": "zalesskij-2024"},
        "type from to date",
        [("AGREEMENT", "Minsk Region", "Chongqing", "2002")],
    ),
    ("evidence/undated", {}, "type from to status", [("AGREEMENT", "Brest", "Hefei", "planned")]),
    ("evidence/find_sources", {"text": "vitebsk"}, "number", [(9,), (11,), (12,), (13,), (17,)]),
    # All chapters
    (
        "connections/places_without_ties",
        {},
        "name",
        [
            ("Gansu",),
            ("Guangxi",),  # its company is only going to make tyres with Belshina
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
