# ruff: noqa: E501
"""Statements that a reader of the book would check by hand: each is found in the dataset, once, with every cell told here."""

from decimal import Decimal

import pytest

# (what the book says, type, from, to, cells)
STATEMENTS = [
    ("Novopolotsk and Liaocheng, friendly ties, February 2023", "TWINNED_WITH", "city/novopolotsk", "city/liaocheng", {"date": "2023-02", "status": "signed", "sources": "fn-16"}),
    ("Vitebsk and Jinan are friends", "TWINNED_WITH", "city/vitebsk", "city/jinan", {"sources": "fn-16"}),
    ("Novopolotsk and Weihai are friends", "TWINNED_WITH", "city/novopolotsk", "city/weihai", {"sources": "fn-16"}),
    ("Orsha and Qingdao are friends", "TWINNED_WITH", "city/orsha", "city/qingdao", {"sources": "fn-16"}),
    ("Polotsk and Dezhou are friends", "TWINNED_WITH", "city/polotsk", "city/dezhou", {"sources": "fn-16"}),
    ("Glubokoye and Jining are friends", "TWINNED_WITH", "city/glubokoye", "city/jining", {"sources": "fn-16"}),
    ("Vitebsk Region and Heilongjiang, agreement of 2005", "AGREEMENT", "BY-VI", "CN-HL", {"date": "2005", "instrument": "agreement"}),
    ("Vitebsk Region and Heilongjiang, programme for 2016–2020", "AGREEMENT", "BY-VI", "CN-HL", {"instrument": "programme", "valid": "2016/2020", "date": None}),
    ("Vitebsk Region and Heilongjiang twinned in 2011", "TWINNED_WITH", "BY-VI", "CN-HL", {"date": "2011", "instrument": "agreement"}),
    ("Vitebsk Region and Jiangxi, agreement of October 2022", "AGREEMENT", "BY-VI", "CN-JX", {"date": "2022-10", "status": "signed"}),
    ("Vitebsk Region and Shandong, memorandum of 2005", "AGREEMENT", "BY-VI", "CN-SD", {"date": "2005", "instrument": "memorandum"}),
    ("Vitebsk Region and Shandong, friendship since October 2019", "TWINNED_WITH", "BY-VI", "CN-SD", {"date": "2019-10"}),
    ("Three memorandums with Shandong: youth policy is one", "AGREEMENT", "BY-VI", "CN-SD", {"date": "2023-09", "instrument": "memorandum", "sectors": ("youth policy",)}),
    ("Vitebsk Region's exports to China in 2022: over 55 million dollars", "TRADE_FLOW", "BY-VI", "CN", {"date": "2022", "amount": 55_000_000, "amount_qualifier": "over", "currency": "USD"}),
    ("97 % of the exports of 2006 were synthetic threads", "INDICATOR", "BY-VI", "CN", {"date": "2006", "quantity": 97, "unit": "%"}),
    ("Brest Region and Anhui: friendship since September 2017", "TWINNED_WITH", "BY-BR", "CN-AH", {"date": "2017-09"}),
    ("Brest Region and Anhui: action plan 2023–2025, November 2023", "AGREEMENT", "BY-BR", "CN-AH", {"date": "2023-11", "valid": "2023/2025", "instrument": "action plan"}),
    ("Bereza District and Bengbu (printed Benbu), November 2023", "TWINNED_WITH", "district/bereza", "city/bengbu", {"date": "2023-11", "certainty": "read"}),
    ("Brest and Hefei, November 2023", "TWINNED_WITH", "city/brest", "city/hefei", {"date": "2023-11", "status": "signed"}),
    ("Brest and Hefei mean to draw up a roadmap", "AGREEMENT", "city/brest", "city/hefei", {"instrument": "roadmap", "status": "planned"}),
    ("Contracts of Brest Region worth over 20 million dollars", "CONTRACT", "BY-BR", "CN", {"amount": 20_000_000, "amount_qualifier": "over", "event": "event/ciie-2023"}),
    ("Brest Region signed 18 documents at the expo", "INDICATOR", "BY-BR", "CN", {"quantity": 18, "unit": "documents"}),
    ("Trade of Belarus and China, first half of 2023: over 4 billion dollars", "TRADE_FLOW", "BY", "CN", {"date": "2023-01/2023-06", "amount": 4_000_000_000, "amount_qualifier": "over", "measure": "turnover", "direction": "both"}),
    ("Minsk Region's exports to Guangdong: 646.2 million roubles", "TRADE_FLOW", "BY-MI", "CN-GD", {"amount": Decimal("646200000"), "currency": "BYN", "certainty": "read"}),
    ("Trade of Belarus and Chongqing in 2022: over 500 million yuan, up 54.8 %", "TRADE_FLOW", "BY", "CN-CQ", {"date": "2022", "amount": 500_000_000, "currency": "CNY", "growth": Decimal("1.548")}),
    ("Minsk Region and Chongqing twinned in March 2017", "TWINNED_WITH", "BY-MI", "CN-CQ", {"date": "2017-03"}),
    ("China's deals on the exchange in 2022: about 53 million dollars", "TRADE_FLOW", "exchange/butb", "CN", {"date": "2022", "amount": 53_000_000, "amount_qualifier": "about"}),
    ("or 30.4 million, as the book says elsewhere", "TRADE_FLOW", "exchange/butb", "CN", {"date": "2022", "amount": 30_400_000}),
    ("80.6 million in 2023, 2.7 times as much", "TRADE_FLOW", "exchange/butb", "CN", {"date": "2023", "amount": 80_600_000, "growth": Decimal("2.7"), "growth_base": "2022"}),
    ("162 accredited in January 2024", "INDICATOR", "exchange/butb", "CN", {"date": "2024-01", "quantity": 162}),
    ("501,000 m³ of sawn timber in 2023, four times as much", "TRADE_FLOW", "exchange/butb", "CN", {"date": "2023", "quantity": 501_000, "unit": "m3", "growth": 4, "goods": ("sawn timber",)}),
    ("Taomu bought about 53,000 m³ in five months of 2023", "TRADE_FLOW", "exchange/butb", "company/taomu-suzhou", {"date": "2023-01/2023-05", "quantity": 53_000, "quantity_qualifier": "about"}),
    ("Taomu means to buy at least 20,000 m³ more", "TRADE_FLOW", "exchange/butb", "company/taomu-suzhou", {"status": "planned", "quantity": 20_000, "quantity_qualifier": "at_least"}),
    ("Huibaocheng: about 10,000 t of rapeseed oil a month, planned", "TRADE_FLOW", "exchange/butb", "company/beijing-huibaocheng-technology", {"status": "planned", "quantity": 10_000, "unit": "t a month", "goods": ("rapeseed oil",)}),
    ("Shanghai Duxia is a broker since January 2024", "ACCREDITED_AT", "company/shanghai-duxia", "exchange/butb", {"role": "broker", "date": "2024-01"}),
    ("The exchange and the timber association, memorandum, November 2023", "AGREEMENT", "exchange/butb", "institution/ctwpda", {"instrument": "memorandum", "date": "2023-11"}),
    ("BSU and Xi'an International Studies University, April 2023", "AGREEMENT", "university/bsu", "university/xisu", {"instrument": "memorandum", "date": "2023-04"}),
    ("BSU and Peking University, memorandum of 2019", "AGREEMENT", "university/bsu", "university/pku", {"instrument": "memorandum", "date": "2019"}),
    ("BSU and Peking University, agreement of May 2022", "AGREEMENT", "university/bsu", "university/pku", {"instrument": "agreement", "date": "2022-05"}),
    ("BSU works with Dalian's university of technology since 2007", "COOPERATES_WITH", "university/bsu", "university/dlut", {"date": "2007/.."}),
    ("GrSU's first Chinese agreement, 2001", "AGREEMENT", "university/grsu", "university/zuel", {"date": "2001"}),
    ("72 % of BSU's foreign students were Chinese", "INDICATOR", "university/bsu", "CN", {"quantity": 72, "unit": "%"}),
    ("Over 700 agreements between universities, June 2024", "INDICATOR", "BY", "CN", {"date": "2024-06", "quantity": 700, "quantity_qualifier": "over"}),
    ("BSUIR and Chongqing's university, memorandum, once", "AGREEMENT", "university/bsuir", "university/chongqing-university-of-technology", {"date": "2024-06", "instrument": "memorandum"}),
    ("Brest's technical university (printed Bristol) plans e-commerce studies", "JOINT_PROJECT", "university/brstu", "university/hebei-institute-international-business-economics", {"status": "planned", "certainty": "read"}),
    ("Mogilev Region's trade, January–April 2024: 57.4 million dollars, 102.2 %", "TRADE_FLOW", "BY-MA", "CN", {"date": "2024-01/2024-04", "amount": 57_400_000, "growth": Decimal("1.022")}),
    ("Its exports of services: 867.5 thousand dollars", "TRADE_FLOW", "BY-MA", "CN", {"date": "2024-01/2024-04", "amount": 867_500, "currency": "USD"}),
    ("Mogilev and Binhai: roadmap 2024–2025", "AGREEMENT", "city/mogilev", "district/binhai-new-area", {"instrument": "roadmap", "valid": "2024/2025", "status": "signed"}),
    ("Zhlobin District and Baotou: intent only", "AGREEMENT", "district/zhlobin", "city/baotou", {"instrument": "letter of intent", "date": "2023-11"}),
    ("Gomel Region's week of contracts: 85 million dollars at the expo", None, "BY-HO", "CN", {"amount": 85_000_000, "currency": "USD"}),
    ("Minsk Region and Chongqing: plan of August 2024, one fact for both chapters", "AGREEMENT", "BY-MI", "CN-CQ", {"date": "2024-08", "instrument": "plan"}),
    ("Mogilev Region and Shaanxi: plan of August 2024", "AGREEMENT", "BY-MA", "CN-SN", {"date": "2024-08", "instrument": "plan"}),
    ("The ICT memorandum of the two ministries, August 2024", "AGREEMENT", "institution/by-ministry-of-communications", "institution/cn-miit", {"date": "2024-08", "instrument": "memorandum"}),
    ("Great Stone: 134 residents", "INDICATOR", "economic_zone/great-stone", "BY", {"quantity": 134, "amount": 1_500_000_000}),
    ("MTZ to buy equipment for over 840 million roubles", "CONTRACT", "CN", "company/mtz", {"status": "planned", "amount": 840_000_000, "amount_qualifier": "over", "currency": "BYN"}),
    ("Belshina and MESNAC, April 2024", "AGREEMENT", "company/belshina", "company/mesnac", {"date": "2024-04", "status": "signed"}),
]  # fmt: skip


def cell(fact, column):
    value = getattr(fact, column)
    return str(value) if column in ("date", "valid", "announced", "growth_base") and value else value


def holds(fact, column, expected):
    if column == "sources":
        return any(source.endswith(expected) for source in fact.sources)
    return cell(fact, column) == expected


@pytest.mark.parametrize(("said", "type_", "start", "end", "cells"), STATEMENTS, ids=[s[0] for s in STATEMENTS])
def test_the_book_says(facts_of_book, said, type_, start, end, cells):
    ends = [f for f in facts_of_book if (f.from_, f.to) == (start, end) and type_ in (None, f.type)]
    found = [f for f in ends if all(hasattr(f, c) and holds(f, c, expected) for c, expected in cells.items())]
    assert len(found) == 1, [f.title for f in ends]


def test_the_two_sums_for_2022_disagree_and_both_stand(facts_of_book):
    sums = {
        f.amount: f
        for f in facts_of_book
        if (f.from_, f.to, str(f.date)) == ("exchange/butb", "CN", "2022") and f.amount
    }
    low, high = sums[Decimal(30_400_000)], sums[Decimal(53_000_000)]
    assert high.id in low.disagrees_with
    assert low.id in high.disagrees_with


def test_a_part_is_never_counted_beside_its_whole(facts_of_book):
    by_id = {f.id: f for f in facts_of_book}
    taomu = next(f for f in facts_of_book if f.to == "company/taomu-suzhou" and f.quantity == 53_000)
    wholes = {(by_id[w].to, str(by_id[w].date)) for w in taomu.part_of}
    assert ("company/taomu-suzhou", "2023") in wholes


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Benbu", "city/bengbu"),
        ("Huh-Khoto", None),
        ("Vitebshchina", "BY-VI"),
        ("Minskshchina", "BY-MI"),
        ("Empire céleste", "CN"),
        ("Velikiy Kamen", "economic_zone/great-stone"),
        ("Pékin", "CN-BJ"),
        ("Université de Bristol", "university/brstu"),
        ("Homiel", "city/gomel"),
    ],
)
def test_forms_as_printed_find_what_they_mean(book, printed, meant):
    from bycn.graph_model.folding import fold

    found = {e.id for e in book.entities.values() if fold(printed) in map(fold, e.all_names)}
    if meant is None:  # within a longer name
        assert any(fold(printed) in fold(name) for e in book.entities.values() for name in e.all_names)
    else:
        assert found == {meant}
