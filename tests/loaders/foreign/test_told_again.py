"""Twinnings that the data have already, firm and planned: what is proposed is accepted, and nothing is dropped."""

import pytest

from bycn.graph_model.vocabulary import PLANS
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph

HEADER = "City,Twin town,Status,Since\n"


@pytest.fixture(scope="module")
def twinnings():
    facts = read_graph(Selection()).facts.values()
    return [f for f in facts if f.type == "TWINNED_WITH" and not (f.from_unnamed or f.to_unnamed)]


def row(fact, status, date=""):
    return f"{HEADER}{fact.from_},{fact.to},{status},{date}\n"


def of_pair(fact, twinnings):
    return [other for other in twinnings if {other.from_, other.to} == {fact.from_, fact.to}]


def only(twinnings, wanted):
    return next(f for f in twinnings if wanted(f) and len(of_pair(f, twinnings)) == 1)


def accepted(importing, path, id_):
    [question] = importing.run(path).questions.values()
    assert question.candidates == (id_, "no")
    importing.answer(**{question.key: id_})
    result = importing.run(path)
    assert not result.questions
    assert not result.problems
    [told] = importing.table("twinned_with")
    assert told["same_as"] == id_
    return read_graph(Selection((importing.folder,))), told


def test_a_plan_that_the_data_have_is_proposed_and_accepted(importing, twinnings):
    plan = only(twinnings, lambda f: f.status == "planned")
    graph, told = accepted(importing, importing.put("twins.csv", row(plan, "planned")), plan.id)
    assert told["title"].endswith(", planned")
    assert graph.facts[plan.id].status == "planned"
    assert "twins" in graph.facts[plan.id].sources


def test_a_plan_of_a_pair_that_is_twinned_by_now_is_proposed_and_stays_twinned(importing, twinnings):
    firm = only(twinnings, lambda f: f.status == "signed")
    graph, told = accepted(importing, importing.put("twins.csv", row(firm, "planned")), firm.id)
    assert (told["status"], told["note"]) == ("signed", "the table says planned")
    assert graph.facts[firm.id].status == "signed"


def test_a_plan_is_no_candidate_for_what_is_signed_and_both_are_kept(importing, twinnings):
    plan = only(twinnings, lambda f: f.status in PLANS)
    result = importing.run(importing.put("twins.csv", row(plan, "signed")))
    assert not result.questions
    assert any(plan.id in remark and "both are kept" in remark for remark in result.remarks)
    assert importing.ties("twinned_with", "status") == {(plan.from_, plan.to, "signed")}


def test_of_a_plan_and_a_tie_of_one_pair_the_plan_comes_first_for_a_plan(importing, twinnings):
    firm = next(
        f
        for f in twinnings
        if f.status not in PLANS
        and any(o.status in PLANS and str(o.date or f.date) == str(f.date) for o in of_pair(f, twinnings))
    )
    [question] = importing.run(importing.put("twins.csv", row(firm, "planned"))).questions.values()
    statuses = {f.id: f.status for f in of_pair(firm, twinnings)}
    assert [statuses[id_] in PLANS for id_ in question.candidates[:-1]] == sorted(
        (statuses[id_] in PLANS for id_ in question.candidates[:-1]), reverse=True
    )
    assert firm.id in question.candidates


@pytest.mark.parametrize("status", ["signed", "planned"])
def test_a_document_is_never_proposed(importing, status):
    facts = read_graph(Selection()).facts.values()
    shipped = next(f for f in facts if f.type == "AGREEMENT" and not (f.from_unnamed or f.to_unnamed))
    told = (str(shipped.date), shipped.instrument, shipped.from_, shipped.to, status)
    text = f"Date,Document,Belarus,China,Status\n{','.join(told)}\n"
    result = importing.run(importing.put("documents.csv", text))
    assert not result.questions
    assert importing.ties("agreement") == {(shipped.from_, shipped.to)}
