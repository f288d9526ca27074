"""Lists in the form that their makers give them: each goes through by a recipe alone, and so does a sixth."""

import csv
import io
import json

import pytest

from bycn import open_graph
from bycn.exports import jsonl, tables, xlsx
from bycn.loaders.foreign.recipe import SHIPPED, read_recipe
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.table_types import KINDS
from bycn.queries.filters import Filters

COUNTRIES = {112: ("BLR", "Belarus"), 156: ("CHN", "China"), 643: ("RUS", "Russian Federation")}
FLOWS = {"X": "Export", "M": "Import", "RX": "Re-export"}


def flow(period, reporter, code, partner, goods="TOTAL", value=0, *, cif=None, fob=None, kilograms=0):
    """A record as the API of UN Comtrade gives it."""
    return {
        "typeCode": "C",
        "freqCode": "A" if len(period) == 4 else "M",
        "refPeriodId": int(f"{period:0<6}01"),
        "refYear": int(period[:4]),
        "refMonth": int(period[4:] or 52),
        "period": period,
        "reporterCode": reporter,
        "reporterISO": COUNTRIES[reporter][0],
        "reporterDesc": COUNTRIES[reporter][1],
        "flowCode": code,
        "flowDesc": FLOWS[code],
        "partnerCode": partner,
        "partnerISO": COUNTRIES[partner][0],
        "partnerDesc": COUNTRIES[partner][1],
        "partner2Code": 0,
        "classificationCode": "H6",
        "cmdCode": goods,
        "cmdDesc": {"TOTAL": "All Commodities", "31": "Fertilizers", "310420": "Potassium chloride; fertilizer"}[goods],
        "customsCode": "C00",
        "motCode": 0,
        "qtyUnitAbbr": "N/A",
        "qty": 0,
        "netWgt": kilograms,
        "cifvalue": cif,
        "fobvalue": fob,
        "primaryValue": value,
        "isAggregate": True,
    }


RECORDS = [
    flow("2024", 112, "X", 156, value=1807000000.5, fob=1807000000.5),
    flow("202401", 112, "X", 156, value=150000000, fob=150000000),
    flow("2024", 112, "X", 156, "31", value=900000000, fob=900000000, kilograms=2500000000),
    flow("2024", 112, "X", 156, "310420", value=880000000, fob=880000000),
    flow("2024", 112, "M", 156, value=5700000000.25, cif=5700000000.25, fob=5600000000),
    flow("2024", 156, "M", 112, value=1900000000, cif=1900000000),
    flow("2024", 112, "X", 643, value=1, fob=1),
    flow("2024", 112, "RX", 156, value=5, fob=5),
]


def as_csv(records, mark=""):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    return mark + out.getvalue()


COMTRADE = {
    "trade.json": json.dumps({"elapsedTime": "0.3 secs", "count": len(RECORDS), "data": RECORDS, "error": ""}),
    "trade.csv": as_csv(RECORDS, "\ufeff"),
}


@pytest.mark.parametrize("name", sorted(COMTRADE))
def test_un_comtrade(importing, name):
    path = importing.put(name, COMTRADE[name])
    asked = importing.run(path)
    assert [(q.key, q.candidates) for q in asked.questions.values()] == [("level", ("2", "6", "all"))]
    assert (asked.waiting, asked.problems) == (2, [])
    assert [why for _, why in asked.left_out] == ["partnerCode is not 112 or 156", "flowCode is not X or M"]
    importing.answer(level="2")
    result = importing.run(path)
    assert not result.problems
    assert "its code doesn't have 2 digits" in [why for _, why in result.left_out]
    told = importing.ties("trade_flow", "measure", "date", "amount", "goods", "quantity", "unit")
    assert told == {
        ("BY", "CN", "export", "2024", "1807000000.5", "", "", ""),
        ("BY", "CN", "export", "2024-01", "150000000", "", "", ""),
        ("BY", "CN", "export", "2024", "900000000", "Fertilizers", "2500000000", "kg"),
        ("CN", "BY", "import", "2024", "5700000000.25", "", "", ""),
        ("CN", "BY", "import", "2024", "5600000000", "", "", ""),
        ("BY", "CN", "export", "2024", "1900000000", "", "", ""),
    }
    if {"reporter", "valuation"} <= set(KINDS["trade_flow"].columns):
        assert {
            (row[2], row[4], row[5])
            for row in importing.ties("trade_flow", "amount", "measure", "reporter", "valuation")
        } >= {
            ("1900000000", "CN", "cif"),
            ("5600000000", "BY", "fob"),
        }
    assert importing.table("goods") == [{"term": "Fertilizers", "synonyms": "HS 31"}] or importing.table("goods") == []


def test_un_comtrade_as_it_was_downloaded_until_2023(importing):
    row = {
        "Classification": "H5",
        "Year": "2021",
        "Period": "2021",
        "Trade Flow": "Export",
        "Reporter Code": "112",
        "Reporter": "Belarus",
        "Partner Code": "156",
        "Partner": "China",
        "Commodity Code": "310420",
        "Commodity": "Fertilizers, mineral or chemical; potassic, potassium chloride",
        "Netweight (kg)": "1500000",
        "Trade Value (US$)": "330000000",
        "Flag": "0",
    }
    result = importing.run(importing.put("comtrade.csv", as_csv([row])))
    assert not result.problems
    assert not result.questions
    goods = "Fertilizers, mineral or chemical; potassic, potassium chloride"
    assert importing.ties("trade_flow", "amount", "goods") == {("BY", "CN", "330000000", goods)}


SHORT = """Classification,Year,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,\
Commodity,Trade Value (US$),Flag
H5,2017,1,Import,112,Belarus,156,China,84,Machinery,1.12339E+11,4
H5,2018,2,Export,112,Belarus,156,China,31,Fertilizers,36327640,0
H5,2018,3,Re-Export,112,Belarus,156,China,31,Fertilizers,5,0
"""


def test_columns_that_somebody_took_out_are_not_missed_and_an_exponent_is_about(importing):
    result = importing.run(importing.put("comtrade.csv", SHORT))
    assert not result.problems
    assert not result.questions
    assert importing.ties("trade_flow", "measure", "date", "amount", "amount_qualifier") == {
        ("CN", "BY", "import", "2017", "112339000000", "about"),
        ("BY", "CN", "export", "2018", "36327640", ""),
    }
    assert [why for _, why in result.left_out] == ["Trade Flow is not Export or Import or Exports or Imports"]


def test_a_separator_at_the_end_of_every_row_is_no_cell(importing):
    header, *lines = as_csv(RECORDS[:1]).splitlines()
    result = importing.run(importing.put("trade.csv", "\n".join([header, *(f"{line}," for line in lines)])))
    assert (result.facts, result.problems) == (1, [])


def test_trade_by_names_leaves_other_countries_out(importing):
    text = (
        ";typeCode;cmdCode;refYear;reporterDesc;partnerDesc;flowCode;primaryValue\n"
        "0;C;TOTAL;2019;China;Angola;M;23,837,402,142.0\n"
        "1;C;TOTAL;2019;China;Belarus;X;1,057,727,417.0\n"
        "2;C;TOTAL;2019;China;Rep. of Korea;X;7.0\n"
    )
    path = importing.put("flows.csv", text)
    asked = importing.run(path)
    assert [question.key for question in asked.questions.values()] == ["currency", "Rep. of Korea"]
    assert [why for _, why in asked.left_out] == ["it names Angola"]
    importing.answer(**{"currency": "USD", "Rep. of Korea": "skip"})
    importing.run(path)
    assert importing.ties("trade_flow", "measure", "reporter", "amount") == {("CN", "BY", "import", "CN", "1057727417")}


TWINS = [
    {
        "item": "Q102282",
        "itemLabel": "Orsha",
        "twin": "Q1",
        "twinLabel": "Nanchang",
        "start": "2012-01-01T00:00:00Z",
        "precision": "9",
    },
    {"item": "Q1", "itemLabel": "Nanchang", "twin": "Q102282", "twinLabel": "Orsha", "start": "", "precision": ""},
    {
        "item": "Q2280",
        "itemLabel": "Minsk",
        "twin": "Q2",
        "twinLabel": "Harbin",
        "start": "2016-04-26T00:00:00Z",
        "precision": "11",
    },
]


def of_service(name):
    rows = [{**row, **{key: f"http://www.wikidata.org/entity/{row[key]}" for key in ("item", "twin")}} for row in TWINS]
    if name.endswith("csv"):
        return as_csv(rows)
    bindings = [{key: {"type": "literal", "value": value} for key, value in row.items() if value} for row in rows]
    return json.dumps({"head": {"vars": list(TWINS[0])}, "results": {"bindings": bindings}})


@pytest.mark.parametrize("name", ["query.csv", "query.json"])
def test_wikidata(importing, name):
    result = importing.run(importing.put(name, of_service(name)))
    assert importing.ties("twinned_with", "date") == {
        ("city/orsha", "city/nanchang", "2012"),
        ("BY-HM", "city/harbin", "2016-04-26"),
    }
    assert not result.problems
    assert len(importing.table("sources")) == 4
    assert any("listed 2 times" in remark for remark in result.remarks)


def test_what_is_listed_hundreds_of_times_is_told_with_its_first_places_and_a_count(importing):
    result = importing.run(importing.put("query.csv", as_csv([TWINS[0]] * 300)))
    [told] = [remark for remark in result.remarks if "listed 300 times" in remark]
    assert told.count("query.csv:") == 10
    assert told.endswith("query.csv:11 and 290 more")


def test_wikidata_without_precision_asks_whether_a_first_of_january_is_a_year(importing):
    rows = [{key: row[key] for key in ("item", "itemLabel", "twin", "twinLabel", "start")} for row in TWINS]
    result = importing.run(importing.put("query.csv", as_csv(rows)))
    assert [(q.section, q.candidates) for q in result.questions.values()] == [("dates", ("years", "days"))]
    importing.answer(start="years")
    importing.run(importing.root / "query.csv")
    assert ("city/orsha", "city/nanchang", "2012") in importing.ties("twinned_with", "date")


PROJECT = {
    "AidData Record ID": "65001",
    "Recommended For Aggregates": "Yes",
    "Status": "Completion",
    "Financier Country": "China",
    "Recipient": "Belarus",
    "Commitment Year": "2011",
    "Title": "China Eximbank lends $32.8 million for a power station",
    "Flow Type": "Loan",
    "Amount (Original Currency)": "32800000",
    "Original Currency": "USD",
    "Amount Estimated": "No",
    "Amount (Constant USD 2021)": "36123456.78",
    "Funding Agencies": "Export-Import Bank of China",
    "Geographic Level of Precision Available": "Precise",
    "Source URLs": "https://example.org/loan|https://example.org/news",
}


def test_aiddata(importing):
    records = [
        PROJECT,
        {
            **PROJECT,
            "AidData Record ID": "65002",
            "Status": "Pipeline: Pledge",
            "Amount Estimated": "Yes",
            "Title": "A pledge",
        },
        {**PROJECT, "AidData Record ID": "65003", "Recipient": "Angola"},
    ]
    result = importing.run(importing.put("gcdf.csv", as_csv(records)))
    assert not result.problems
    assert not result.questions
    told = importing.ties("cooperates_with", "date", "status", "amount", "amount_qualifier", "currency", "locator")
    assert told == {
        ("BY", "CN", "2011", "completed", "32800000", "", "USD", "65001"),
        ("BY", "CN", "2011", "proposed", "32800000", "about", "USD", "65002"),
    }
    [first, *_] = importing.table("cooperates_with")
    assert "Geographic Level of Precision Available: Precise" in first["note"]
    assert len(first["sources"].split("|")) == 2


def test_aiddata_with_all_the_columns_of_the_workbook(importing):
    told = {**PROJECT, "Financier Country": "China (People's Republic of)", "Amount (Original Currency)": "32800000.0"}
    more = {
        "Recipient ISO-3": "BLR",
        "Recipient Region": "Europe",
        "Completion Year": "2015.0",
        "Flow Type Simplified": "Loan",
        "Funding Agencies Type": "Government Agency",
        "Total Source Count": "4",
        "Source Titles": "One|Two",
        "Contact Name": "",
        "Amount Estimated": "",
        "Source URLs": "https://example.org/loan |https://example.org/news",
    }
    result = importing.run(importing.put("gcdf.csv", as_csv([told | more])))
    assert (result.problems, result.questions) == ([], {})
    assert importing.ties("cooperates_with", "amount", "date") == {("BY", "CN", "32800000", "2011")}
    assert len(importing.table("sources")) == 3
    assert any("further columns are not taken: Recipient ISO-3" in remark for remark in result.remarks)


def test_agreements_in_russian(importing):
    text = (
        "№;Дата;Вид документа;Стороны;Статус\n"
        "1;25.06.2023;Меморандум о взаимопонимании;Витебская область — провинция Хэйлунцзян;подписан\n"
        "2;03.2022;Соглашение;Минская область, Гродненская область, провинция Ганьсу;действует\n"
        "3;2021;Протокол;Брестская область; Аньхой;подписан\n"
    )
    result = importing.run(importing.put("соглашения.csv", text, "cp1251"))
    assert importing.ties("agreement", "instrument", "status", "date") == {
        ("BY-VI", "CN-HL", "memorandum", "signed", "2023-06-25"),
        ("BY-MI", "CN-GS", "agreement", "in_force", "2022-03"),
        ("BY-HR", "CN-GS", "agreement", "in_force", "2022-03"),
    }
    assert [(problem.line, "6 cells" in problem.message) for problem in result.problems] == [(4, True)]


def test_a_sixth_list_goes_through_by_a_recipe_alone(importing):
    recipe = importing.put(
        "mine.toml",
        '[import]\ntype = "JOINT_PROJECT"\n[columns]\nA = "party"\nB = "party"\nC = "date"\n'
        '[defaults]\nform = "centre"\n'
        'status = "in_force"\n[names]\n"the Academy of Vitebsk" = "BY-VI"\n',
    )
    result = importing.run(importing.put("x.csv", "A,B,C\nthe Academy of Vitebsk,Heilongjiang,2020\n"), recipe=recipe)
    assert not result.questions
    assert importing.ties("joint_project", "form", "status", "date") == {
        ("BY-VI", "CN-HL", "centre", "in_force", "2020")
    }


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_recipe_is_sound(path):
    recipe = read_recipe(path)
    assert recipe.title
    assert recipe.answers["import"]["type"] in {kind.name for kind in KINDS.values()}


def test_no_code_names_a_source():
    code = SHIPPED.parent
    words = ("comtrade", "wikidata", "aiddata", "wikipedia")
    found = [
        (path.name, word)
        for path in code.rglob("*.py")
        for word in words
        if word in path.read_text(encoding="utf-8").casefold()
    ]
    assert found == []


LISTS = {
    "towns.csv": "City,Twin town,Province,Since\nOrsha,Enshi,Hubei,2016\nBrest,Wuhan,Hubei,2019-05\n",
    "query.csv": of_service("query.csv"),
    "query.json": of_service("query.json"),
    "trade.csv": COMTRADE["trade.csv"],
    "trade.json": COMTRADE["trade.json"],
    "gcdf.csv": as_csv([PROJECT]),
    "agreements.csv": "Date,Document,Parties\n2022-03,Agreement,Minsk Region and Grodno Region; Gansu\n",
}
ANSWERS = '[import]\nlevel = "all"\n'


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", sorted(LISTS))
def test_what_is_imported_answers_and_comes_back_from_every_export(importing, monkeypatch, name):
    monkeypatch.setenv("BYCN_CACHE", str(importing.root / "cache"))
    importing.folder.mkdir()
    (importing.folder / "import.toml").write_text(ANSWERS, encoding="utf-8")
    result = importing.run(importing.put(name, LISTS[name]))
    assert not [question for section, question in result.questions if section != "same_as"]
    meant = read_graph(Selection((importing.folder,)))
    own = min(id_ for id_ in meant.facts if id_.startswith(f"{name.partition('.')[0]}/"))
    back = {form: importing.root / f"back.{form}" for form in ("csv", "jsonl", "xlsx")}
    back["csv"].mkdir()
    with open_graph(importing.folder) as graph:
        asked = graph.timeline(meant.facts[own].from_)
        assert own in {row[asked.columns.index("fact")] for row in asked.rows}
        tables.write(graph.engine, Filters(), back["csv"])
        back["jsonl"].write_text("".join(jsonl.lines(graph.engine, Filters())), encoding="utf-8")
        xlsx.write(graph.engine, Filters(), back["xlsx"])
    for form, path in back.items():
        found = read_graph(Selection((path,), only_own=True))
        assert found.facts == meant.facts, form
        assert found.entities == meant.entities, form
        assert found.sources == meant.sources, form
