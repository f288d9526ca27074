"""What a terminal shows of trade that would fill pages."""

import pytest

from bycn.cli import main


@pytest.fixture
def printed(capsys, monkeypatch):
    def print_(*words):
        monkeypatch.setattr("sys.argv", ["bycn", *words, "--format", "table", "--no-pager"])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    return print_


def test_a_country_has_its_whole_years_by_reporter_and_the_rest_behind_full(printed):
    short, full = printed("trade", "Belarus"), printed("trade", "Belarus", "--full")
    assert "almost 4.5 billion USD · by BY" in short
    assert "1.72 billion USD, 1.184 × · by CN" in short
    assert "more figures of months, parts and partners" in short
    assert "Jan–Sep 2019" not in short
    assert "Jan–Sep 2019" in full
    assert len(short.splitlines()) < len(full.splitlines()) / 2


def test_a_region_has_all_its_figures(printed):
    assert "Jan–Sep 2019" in printed("trade", "Brest")
