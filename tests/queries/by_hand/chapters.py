"""Rows that a reader wrote down from the book, chapter by chapter.

A question, its parameters, the columns compared, the rows. A row's place in the answer is tested elsewhere.
"""

BUTB = "Belarusian Universal Commodity Exchange"
TAOMU = "Taomu (Suzhou) Information Technology"
WENDA = "Anhui Wenda University of Information Engineering"
TIMBER = ["sawn timber"]
QUST = "Qingdao University of Science and Technology"
VITEBSK_FORUM = "XI International Economic Forum Innovation. Investments. Prospects"
LANGFANG = [
    ("2024-06", "memorandum", "about", 1_000_000, "CNY"),
    ("2024-06", "agreement", "over", 7_000_000, "CNY"),
    ("2024-06", "memorandum", "almost", 12_500_000, "CNY"),
    ("2024-06", "memorandum", "exact", 14_700_000, "CNY"),
]

ROWS = [
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
        "name ties",
        [("Heilongjiang", 8), ("Jiangxi", 4), ("Shandong", 13)],
    ),
    (
        "connections/hubs",
        {},
        "name facts plans",
        [("Minsk Region", 17, 27)],
    ),
    (
        "connections/possible_partners",
        {"entity": "Minsk Region"},
        "name reason",
        [("Jiangsu", ["Gomel Region", "Minsk", "Mogilev Region"])],
    ),
    (
        "connections/chains",
        {"first": "Novopolotsk", "second": "Shandong", "exact": True},
        "ties through facts",
        [
            (1, ["Novopolotsk", "Liaocheng"], 1),
            (1, ["Novopolotsk", "Weihai"], 1),
        ],
    ),
    (
        "connections/between",
        {"first": "Vitebsk", "second": "Jinan"},
        "from to type date from_steps",
        [
            ("Vitebsk", "Jinan", "TWINNED_WITH", "../2023-02", 1),
            (
                "Vitebsk Regional Executive Committee",
                "Zonghai Business Management (Jinan)",
                "AGREEMENT",
                "2023-11",
                1,
            ),
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
            ("../2023", "import", None, None, None),
        ],
    ),
    (
        "trade/totals",
        {"entity": "Brest"},
        "measure currency plans qualifier total",
        [("turnover", "USD", False, "almost", 280_000_000), ("export contract", "USD", False, "over", 20_000_000)],
    ),
    (
        "trade/totals",
        {"entity": "Minsk Region"},
        "measure currency first_day last_day qualifier total",
        [
            ("turnover", "USD", "2022-01-01", "2022-12-31", "over", 2_000_000_000),
            ("turnover", "USD", "2023-01-01", "2023-06-30", "over", 1_250_000_000),
        ],
    ),
    (
        "trade/totals",
        {"entity": "Minsk Region", "joined": True},
        "measure currency first_day last_day qualifier total",
        [("turnover", "USD", "2022-01-01", "2023-06-30", "over", 3_250_000_000)],
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
    (
        "twinnings/by_oblast",
        {},
        "region pairs plans provinces planned_provinces",
        [
            ("Vitebsk Region", 11, 0, ["Heilongjiang", "Shandong"], []),
            ("Brest Region", 6, 0, ["Anhui", "Hubei", "Liaoning", "Shanxi"], []),
            ("Minsk Region", 1, 0, ["Chongqing"], []),
            ("Gomel Region", 0, 1, [], ["Inner Mongolia"]),
            ("Grodno Region", 0, 0, [], []),
            ("Minsk", 0, 0, [], []),
            ("Mogilev Region", 0, 0, [], []),
        ],
    ),
    (
        "twinnings/by_year",
        {},
        "year pairs by_then",
        [(2011, 1, 0), (2017, 2, 0), (2019, 1, 0), (2023, 3, 11)],
    ),
    (
        "twinnings/by_year",
        {},
        "year twins",
        [
            (2011, ["Vitebsk Region – Heilongjiang"]),
            (2017, ["Brest Region – Anhui", "Minsk Region – Chongqing"]),
            (2019, ["Vitebsk Region – Shandong"]),
            (2023, ["Bereza District – Bengbu", "Brest – Hefei", "Novopolotsk – Liaocheng"]),
        ],
    ),
    (
        "events/of_party",
        {"entity": "Vitebsk"},
        "date event type who",
        [
            ("2023-05", VITEBSK_FORUM, "LOCATED_IN", "Vitebsk"),
            ("2023-05", VITEBSK_FORUM, "TOOK_PART_IN", "Vitebsk"),
            ("2023-11", "6th China International Import Expo", "TOOK_PART_IN", "Naftan"),
        ],
    ),
    (
        "events/signed_during",
        {"entity": "event/ciie-2023"},
        "type quantity unit amount currency",
        [
            ("INDICATOR", 7, "agreements", None, None),
            ("INDICATOR", 4, "memorandums", None, None),
            ("CONTRACT", 6, "contracts", 20_000_000, "USD"),
        ],
    ),
    (
        "events/calendar",
        {"year": 2023},
        "date place documents",
        [("2023-11", "Anhui", 3), ("2023-11", "Shanghai", 7), ("2023-05", "Vitebsk", 0)],
    ),
    ("events/calendar", {"year": 2025}, "date kind participants planned", [("2025", "forum", 0, True)]),
    # Chapter 2: the exchange
    (
        "exchange/counts_over_time",
        {},
        "date amount_qualifier amount currency",
        [("2022", "over", 42_000_000, "USD")],
    ),
    (
        "exchange/by_province",
        {},
        "province ties plans partners planned_partners",
        [
            ("Chongqing", 1, 0, ["Osell Group"], []),
            ("Sichuan", 0, 1, [], ["warehouses at Chengdu used by BNBM Group Forest Products"]),
            ("Zhejiang", 0, 1, [], ["warehouses at Changxing used by BNBM Group Forest Products"]),
        ],
    ),
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
            ("2023", TIMBER, "Chinese companies", "exact", 501_000),
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
            (None, "BNBM Group Forest Products", "planned"),
        ],
    ),
    (
        "trade/totals",
        {"entity": "BUTB"},
        "measure currency plans first_day total",
        [("turnover", "USD", False, "2022-01-01", 30_400_000), ("turnover", "USD", False, "2023-01-01", 80_600_000)],
    ),
    (
        "trade/by_good",
        {},
        "good flows contracts sellers",
        [("sawn timber", 10, 0, [BUTB])],  # what Mogilev Region was offered and Taomu is to buy more are plans
    ),
    (
        "trade/shares_and_ranks",
        {},
        "subject quantity unit date status",
        [(TAOMU, 4, "rank", "2022", "completed"), (TAOMU, 3, "rank", "2023", "proposed")],
    ),
    (
        "evidence/disagreements",
        {},
        "amount currency quantity unit other_amount other_quantity",
        [(53_000_000, "USD", None, None, 30_400_000, None), (None, None, 113, "companies", None, 111)],
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
        "from to university partner date status",
        [("Brest", "Hefei", "Brest State Technical University", WENDA, "2023-11", "signed")],
    ),
    (
        "universities/joint_structures",
        {},
        "form from to status",
        [
            ("institute", "Belarusian State University", "Dalian University of Technology", "in_force"),
            ("institute", "Belarusian State University", "Dalian University of Technology", "in_force"),
            ("centre", "Belarusian State University", "Qingdao University", "in_force"),
            ("association", "universities of Belarus", "universities of China", "in_force"),
            ("centre", "universities of Belarus", "universities of China", "proposed"),
        ],
    ),
    (
        "universities/by_oblast",
        {},
        "region universities facts plans",
        [("Brest Region", 1, 4, 4), ("Grodno Region", 1, 2, 0)],
    ),
    (
        "universities/counts",
        {},
        "subject quantity status",
        [("Belarus", 20, "planned")],  # joint programmes in preparation
    ),
    (
        "universities/counts",
        {},
        "subject date quantity_qualifier quantity",
        [
            ("Belarusian State University", "2023-11", "over", 80),
            ("Belarusian State University", "2023-11", "exact", 55),
            ("Belarusian State University", "2023-11", "exact", 72),
            ("Belarusian State University", "2024", "exact", 112),
            ("Belarusian State University", "2024", "exact", 73),
            ("Belarusian State University", "2024", "over", 3_500),
        ],
    ),
    (
        "time/new_in_year",
        {"year": 2001},
        "date type from to",
        [("2001", "AGREEMENT", "Yanka Kupala State University of Grodno", "Zhongnan University of Economics and Law")],
    ),
    (
        "time/by_year",
        {},
        "year type facts by_then",
        # Made in the year: Novopolotsk and Liaocheng in February, Brest and Bereza in November.
        [(2023, "TWINNED_WITH", 3, 11), (2017, "TWINNED_WITH", 2, 0), (2001, "AGREEMENT", 1, 0)],
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
            (4, "exact", BUTB, "Chinese companies"),
            (4, "almost", BUTB, TAOMU),
            (4, "almost", "Gomel Region", "China"),
            (2.7, "exact", BUTB, "Chinese bidders"),
            (2.5, "exact", BUTB, "China"),
            (2, "almost", "Vitebsk Region", "China"),
            (2, "almost", BUTB, TAOMU),
            (1.93, "over", "Mogilev Region", "China"),
            (1.548, "exact", "Belarus", "Chongqing"),
            (1.5, "almost", "Brest Region", "China"),
            (1.2, "exact", "Minsk Region", "Guangdong"),
            (1.15, "almost", BUTB, "Chinese companies"),
            (1.022, "exact", "Mogilev Region", "China"),
        ],
    ),
    (
        "universities/confucius_institutes",
        {},
        "type from to date",
        [
            (
                "PART_OF",
                "Confucius Institute at Gomel State University",
                "Francisk Skorina Gomel State University",
                None,
            ),
            ("JOINT_PROJECT", "Francisk Skorina Gomel State University", "China", "../2024"),
        ],
    ),
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
    (
        "agreements/of_party",
        {"entity": "Gomel"},
        "date instrument amount_qualifier amount currency",
        LANGFANG,
    ),
    (
        "events/signed_during",
        {"entity": "event/langfang-fair-2024"},
        "date instrument amount_qualifier amount currency",
        LANGFANG,
    ),
    ("agreements/by_year", {}, "year documents by_then", [(2001, 1, 0), (2005, 2, 0), (2012, 1, 0)]),
    # Chapter 5: science and technology
    (
        "agreements/many_party",
        {},
        "date instrument parties",
        [("2024-04", "memorandum", ["Belarusian State Technological University", "Belshina", "MESNAC", QUST])],
    ),
    (
        "investment/residents_of_zone",
        {"entity": "Great Stone"},
        "date quantity_qualifier quantity amount currency",
        [
            ("2023-01/2023-09", "exact", 12, None, None),
            ("2024", "exact", 134, 1_500_000_000, "USD"),
            ("2024", "exact", 13, None, None),
            ("2024", "over", 50, None, None),
            ("2024-01/2024-07", "exact", 18, None, None),
        ],
    ),
    (
        "investment/largest",
        {},
        "currency amount amount_qualifier",
        [("USD", 3_000_000_000, "up_to"), ("USD", 1_500_000_000, "exact")],
    ),
]
