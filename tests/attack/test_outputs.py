"""What `-o` names is written as somebody means it, and a write that fails leaves nothing behind."""

import os
import stat
import subprocess
import threading

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
DRAWN = ("draw", "Orsha", "--format", "svg", "-o")


def test_a_link_stays_and_what_it_points_to_is_written(bycn, tmp_path):
    real, link = tmp_path / "real.svg", tmp_path / "link.svg"
    real.write_text("mine")
    real.chmod(0o600)
    link.symlink_to(real.name)
    assert "exists already" in bycn(*DRAWN, str(link)).err
    assert real.read_text() == "mine"
    assert bycn(*DRAWN, str(link), "--force").code == 0
    assert link.is_symlink()
    assert real.read_text().startswith("<svg")
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_a_link_to_nothing_yet_makes_what_it_points_to(bycn, tmp_path):
    (tmp_path / "link.svg").symlink_to("later.svg")
    assert bycn(*DRAWN, str(tmp_path / "link.svg")).code == 0
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "later.svg").read_text().startswith("<svg")


def test_a_pipe_is_written_into_and_stays(bycn, tmp_path):
    pipe, read = tmp_path / "pipe.svg", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert bycn(*DRAWN, str(pipe)).code == 0
    reader.join(10)
    assert read[0].startswith("<svg")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_device_is_written_into_and_stays(bycn, force):
    assert bycn(*DRAWN, "/dev/null", *force).code == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116


def test_a_circle_of_links_and_a_folder_are_told(bycn, tmp_path):
    (tmp_path / "a.svg").symlink_to("a.svg")
    said = bycn(*DRAWN, str(tmp_path / "a.svg"))
    assert said.code == 1
    assert f"{tmp_path / 'a.svg'}: Too many levels of symbolic links" in said.err
    assert "is a folder; name a file in it" in bycn(*DRAWN, str(tmp_path)).err


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize(
    "command",
    [
        ("export", "graphml", "-o"),
        ("export", "csv", "-o"),
        ("export", "neo4j-admin", "-o"),
        ("export", "xlsx", "-o"),
        ("export", "jsonl", "--compress", "-o"),
        ("timeline", "China", "--format", "xlsx", "-o"),
        ("timeline", "China", "--format", "csv", "-o"),
        ("draw", "Vitebsk", "--format", "html", "-o"),
        ("draw", "Vitebsk", "--format", "svg", "-o"),
        ("queries", "export"),
        ("new-data",),
    ],
    ids=" ".join,
)
def test_on_a_full_disk_nothing_is_left_and_the_message_names_what_was_asked_for(bycn, small_disk, command):
    said = bycn(*command, str(small_disk / "asked"))
    assert said.code == 1
    assert f"{small_disk / 'asked'}" in said.err
    assert "No space left on device" in said.err
    assert "/.asked" not in said.err
    assert not list(small_disk.iterdir())


def test_a_folder_that_isnt_there_is_told_by_the_name_that_was_asked_for(bycn, tmp_path):
    said = bycn(*DRAWN, str(tmp_path / "none" / "x.svg"))
    assert said.code == 1
    assert said.err.endswith(f"bycn: there is no folder {tmp_path / 'none'} to write x.svg into; make it first\n")
