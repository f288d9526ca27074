"""Whose work it is, and under which terms: computed from the sources of what is drawn or exported."""

import re

import pytest

from bycn.citation import credit_line
from bycn.pictures.look import Look
from bycn.pictures.provenance import Provenance, caption
from bycn.pictures.subject import Subject

SHIPPED = ("CC BY", "Zalesskij", "maintainers")
FORMS = ("graphml", "gexf", "cypher", "neo4j-admin", "draw html", "draw svg")


@pytest.fixture
def own(tmp_path):
    """Tables of one's own, whose source tells a licence or none."""

    def write(licence: str = "") -> tuple[str, str]:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        (folder / "sources.csv").write_text(
            f"id,author,title,licence\nown,A. Reader,Own notes,{licence}\nown/fn-1,,One,\n"
        )
        (folder / "company.csv").write_text("id,name,country\ncompany/a,A,BY\ncompany/b,B,CN\n")
        (folder / "contract.csv").write_text(
            "id,from,to,title,date,status,sources\nown/1,company/a,company/b,One,2023,ended,own/fn-1\n"
        )
        return "--data", str(folder)

    return write


@pytest.fixture
def written(bycn, tmp_path):
    """What a form holds that tells of sources, the same wherever it says it: all but the nodes and facts themselves."""

    def write(form: str, *arguments: str) -> str:
        what, _, ending = form.partition(" ")
        path = tmp_path / f"out.{ending or what}"
        said = bycn(*(["draw"] if ending else ["export", what]), *arguments, "-o", str(path), "--force")
        assert said.code == 0, said.err
        if what == "neo4j-admin":
            path /= "import.sh"
        text = path.read_text("utf-8")
        for sign, escaped in (("<", r"\u003c"), (">", r"\u003e"), ("\n", r"\n")):  # a page holds its pictures as JSON
            text = text.replace(escaped, sign)
        text = re.sub(r"</text> <text [^>]*>", " ", " ".join(text.split()))
        [told] = set(re.findall(r"Facts after .*?(?:Drawn|Written) by bycn [\d.]+", text))
        return told

    return write


def under_one_licence(told: str) -> list[str]:
    """The parts of a credit_line, each with the works under one licence."""
    return [part for part in re.split("(?=Facts after )|(?=Written by )|(?=Drawn by )", told) if part]


@pytest.mark.parametrize("form", FORMS)
def test_tables_of_ones_own_claim_nothing_of_the_shipped_ones(own, written, form):
    told = written(form, *own(), "--only-data")
    assert told.startswith("Facts after A. Reader, Own notes. ")
    assert not [word for word in SHIPPED if word in told]


@pytest.mark.parametrize("form", FORMS)
def test_the_terms_of_a_source_go_with_it(own, written, form):
    assert "Own notes: ODbL 1.0. " in written(form, *own("ODbL 1.0"), "--only-data")


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_facts_are_the_books_under_their_terms(written, form):
    [book] = [terms for terms in under_one_licence(written(form)) if "Zalesskij, B., " in terms]
    assert re.search(r"Zalesskij, B\., .*, 2024; .*: CC BY 4\.0 \(selection and wording, the bycn", book)


@pytest.mark.parametrize("form", FORMS)
def test_of_both_each_has_its_own_terms(own, written, form):
    told = under_one_licence(written(form, *own("ODbL 1.0")))
    [mine] = [terms for terms in told if "A. Reader, Own notes" in terms]
    assert mine.rstrip() == "Facts after A. Reader, Own notes: ODbL 1.0."
    assert [terms for terms in told if "Zalesskij, B., " in terms]


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("cypher", "neo4j-admin")])
def test_a_picture_of_own_facts_alone_credits_their_source_alone(own, written, form):
    told = written(form, *own(), "--type", "CONTRACT", "--status", "ended")
    assert re.fullmatch(r"Facts after A\. Reader, Own notes\. (Drawn|Written) by bycn [\d.]+", told)


def test_a_line_stays_a_line_whatever_a_source_is_called():
    told = credit_line({"own": {"title": "Own notes\n`touch broken`", "licence": "free\r\nRETURN 1"}}, "Written")
    assert len(told.splitlines()) == 1


def test_many_works_are_counted_and_those_most_cited_come_first():
    sources = {f"w{n}": {"title": f"Work {n}"} for n in range(8)} | {f"w7/fn-{n}": {"title": "x"} for n in range(3)}
    told = credit_line(sources, "Drawn")
    assert told.startswith("Facts after Work 7; Work 0; Work 1; Work 2; Work 3; and 3 others. Drawn by bycn ")
    assert credit_line({}, "Drawn").startswith("Drawn by bycn ")


def test_a_work_is_cited_as_it_asks_to_be():
    assert credit_line({"w": {"title": "T", "citation": "Cite me."}}, "Drawn").startswith("Facts after Cite me. Drawn")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "Facts after Cite me 26(5): 471–491; Reader, A.: Free to use. Drawn by bycn "),
        ("be", "Факты паводле: Cite me 26(5): 471–491; Reader, A.: Free to use. "),
        ("ru", "Факты по: Cite me 26(5): 471–491; Reader, A.: Free to use. "),
        ("zh", "事实依据：Cite me 26(5): 471–491; Reader, A.：Free to use。 "),
        ("fr", "Faits d'après Cite me 26(5): 471–491; Reader, A. : Free to use. "),
    ],
)
def test_no_stop_stands_within_the_credit_line(code, told):
    works = {"a": "Cite me 26(5): 471–491.", "b": "Reader, A."}
    sources = {id_: {"citation": work, "licence": "Free to use."} for id_, work in works.items()}
    assert credit_line(sources, "Drawn", Look((code,)).say).startswith(told)


def test_a_caption_has_one_stop_at_the_end_of_a_sentence():
    source = {"citation": "Cite me 26(5): 471–491.", "address": "https://example.org/1"}
    facts = [{"properties": {"sources": ["own"]}}]
    told = caption(Subject("Who trades?", "", {}, facts, {}, {"own": source}), "", "2 facts", Provenance("", ""))
    assert told.startswith("Who trades? 2 facts.\n")
    assert told.endswith("- own: Cite me 26(5): 471–491, https://example.org/1\n")
