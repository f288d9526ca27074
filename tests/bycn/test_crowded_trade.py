"""What a terminal shows of trade that would fill pages."""


def printed(bycn, *words):
    return bycn("trade", *words, "--format", "table").out


def flat(text):
    return " ".join(text.split())


def test_a_country_has_its_whole_years_by_reporter_and_the_rest_behind_full(bycn):
    short, full = printed(bycn, "Belarus"), printed(bycn, "Belarus", "--full")
    assert "almost 4.5 billion USD" in flat(short)
    assert "1.72 billion USD" in flat(short)
    assert "more figures for months, parts or single partners" in flat(short)
    assert "Jan–Sep 2019" not in short
    assert "Jan–Sep 2019" in full
    assert len(short.splitlines()) < len(full.splitlines()) / 2


def test_a_region_has_all_its_figures(bycn):
    assert "Jan–Sep 2019" in printed(bycn, "Brest")


def test_a_sum_of_goods_or_of_parts_names_them(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")  # each sum on a line
    sums = flat(printed(bycn, "Belarus").partition("Sums")[2])
    assert "export: potash fertilisers, timber Jan–Aug 2024 738.21 million USD · Chinese statistics 2 facts" in sums
    assert "turnover 2018 about 3,041.8 million USD · Minsk, Minsk Region, Gomel 3 facts" in sums
