"""The commands that look at the network as a whole."""

import pytest

COMMANDS = ("central", "communities", "components", "bridges")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_says_what_a_tie_is(bycn, command):
    said = bycn(command, "--help")
    assert "Figures (INDICATOR) are no ties" in said.out
    assert "everything is tied to them" in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_they_answer(bycn, command):
    said = bycn(
        command, "--type", "TWINNED_WITH", "--format", "json", *(["--least", "1"] if command == "bridges" else [])
    )
    assert said.code == 0
    assert said.rows


@pytest.mark.parametrize("command", COMMANDS)
def test_a_larger_graph_than_allowed_is_wrong_usage(bycn, command):
    said = bycn(command, "--max-facts", "10")
    assert said.code == 2
    assert "more than 10 facts" in said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_no_ties_are_no_error(bycn, command):
    said = bycn(command, "--type", "TWINNED_WITH", "--status", "negotiating", "--format", "json")
    assert (said.code, said.rows) == (0, [])
    assert "no ties are left" in said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_series_of_the_two_countries_alone_says_how_to_keep_them(bycn, command):
    said = bycn(command, "--source", "cow-trade", "--format", "json")
    assert "no ties are left by these filters; --through-countries keeps those of Belarus and China" in said.err
    assert "--through-countries" not in bycn(command, "--source", "cow-trade", "--through-countries").err
