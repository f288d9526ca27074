"""What `-o` names is written as somebody means it, and a write that fails leaves nothing behind."""

import contextlib
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bycn.loaders.folder_writing import put_together
from bycn.loaders.foreign.run import Changed, run_import

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
        ("import", "TABLE", "-o"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("where", ["asked", "there/already"])
def test_on_a_full_disk_nothing_is_left_and_the_message_names_what_was_asked_for(
    bycn, small_disk, deals, command, where
):
    asked = small_disk / where
    asked.parent.mkdir(exist_ok=True)
    before = sorted(small_disk.rglob("*"))
    said = bycn(*(str(deals) if word == "TABLE" else word for word in command), str(asked))
    assert said.code == 1
    assert str(asked) in said.err
    assert "No space left on device" in said.err
    assert ".bycn-draft" not in said.err
    assert sorted(small_disk.rglob("*")) == before


@pytest.fixture
def deals(tmp_path):
    """A foreign table of more rows than the small disk holds."""
    path = tmp_path / "deals.csv"
    rows = (f"Vitebsk,Jinan,AGREEMENT,2020-01-01,Agreement number {number}\n" for number in range(300))
    path.write_text("from,to,type,date,title\n" + "".join(rows), encoding="utf-8")
    return path


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "command",
    [
        ("import", "TABLE", "-o"),
        ("correct", "zalesskij-2024/c1-086", "-o"),
        ("export", "csv", "--force", "-o"),
        ("new-data",),
    ],
    ids=" ".join,
)
def test_a_folder_into_which_not_all_can_be_written_is_as_it_was(bycn, small_disk, deals, command, read_only):
    if command[0] in ("import", "correct"):
        (small_disk / "agreement.csv").write_text("id,title\nmine/1,edited by hand\n", encoding="utf-8")
        (small_disk / "import.toml").write_text("# mine\n[import]\nprefix = 'mine-too'\n", encoding="utf-8")
        (small_disk / "fills.txt").write_bytes(b"x" * 3_000)
    if read_only:
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    elif command[0] == "correct":
        with contextlib.suppress(OSError):
            (small_disk / "more.txt").write_bytes(b"x" * 16_000)
    before = contents(small_disk)
    said = bycn(*(str(deals) if word == "TABLE" else word for word in command), str(small_disk))
    assert said.code == 1
    assert ("Read-only file system" if read_only else "No space left on device") in said.err
    assert ".bycn-draft" not in said.err
    assert contents(small_disk) == before


OLD, NEW = {"a": b"old", "b": b"old", "gone": b"old"}, {"a": b"new", "b": b"new", "deep/c": b"new"}


def put_new(folder):
    def fill(draft):
        (draft / "deep").mkdir()
        for name, content in NEW.items():
            (draft / name).write_bytes(content)

    put_together(fill, folder, instead_of=lambda target: [target / "gone"])


def interrupted_at(number, folder, fault):
    """Put the new files into a folder in a process that meets a fault at its `number`-th step; 0 if it takes fewer."""
    met = 0

    def hook(event, _arguments):
        nonlocal met
        if event in ("os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod", "open"):
            met += 1
            if met == number:
                fault()

    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.addaudithook(hook)
    try:
        put_new(folder)
    except (KeyboardInterrupt, OSError):
        os._exit(1)
    finally:
        os._exit(0 if met < number else 1)


def interrupt():
    raise KeyboardInterrupt


def no_space():
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("fault", [interrupt, no_space])
def test_files_that_belong_together_are_put_all_or_none_whatever_step_fails(tmp_path, fault):
    for number in range(1, 200):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        code = interrupted_at(number, folder, fault)
        found = {str(name): content for name, content in contents(folder).items() if content is not None}
        if not code:
            assert found == NEW
            return
        # What was met after the last file had been put comes too late to count.
        assert found in (OLD, NEW), f"step {number}"
    raise AssertionError("it never came to an end")


def test_a_process_that_is_killed_while_it_puts_files_leaves_each_whole_and_the_next_puts_all(tmp_path):
    for number in range(1, 200):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        code = interrupted_at(number, folder, lambda: os._exit(1))
        assert all((folder / name).read_bytes() in (b"old", b"new") for name in ("a", "b"))
        (folder / "gone").touch()
        put_new(folder)
        found = {str(name): content for name, content in contents(folder).items() if ".bycn-draft" not in str(name)}
        assert found == NEW | {"deep": None}
        if not code:
            return
    raise AssertionError("it never came to an end")


def test_what_somebody_saves_while_an_import_runs_isnt_lost(tmp_path, deals):
    mine = tmp_path / "out" / "agreement.csv"
    mine.parent.mkdir()
    mine.write_text("id,title\n", encoding="utf-8")

    def save(event, arguments):
        if event == "open" and arguments[0] == str(deals):
            mine.write_text("id,title\nmine/1,edited meanwhile\n", encoding="utf-8")

    if not (child := os.fork()):
        sys.addaudithook(save)
        try:
            run_import([deals], mine.parent)
        except Changed as error:
            os._exit(3 if "type the same line again" in str(error) else 4)
        finally:
            os._exit(5)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert contents(mine.parent) == {Path("agreement.csv"): b"id,title\nmine/1,edited meanwhile\n"}


def test_a_link_among_the_files_of_a_folder_stays_and_a_read_only_file_is_left_alone(tmp_path):
    folder, real = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    real.write_bytes(b"old")
    (folder / "a").symlink_to(real)
    (folder / "gone").touch()
    put_new(folder)
    assert (folder / "a").is_symlink()
    assert real.read_bytes() == b"new"
    assert not list(tmp_path.glob(".*"))
    (folder / "gone").mkdir()
    before = contents(folder)
    with pytest.raises(OSError, match="gone"):
        put_together(lambda draft: [(draft / name).touch() for name in ("b", "gone")], folder)
    assert contents(folder) == before


def test_a_folder_that_isnt_there_is_told_by_the_name_that_was_asked_for(bycn, tmp_path):
    said = bycn(*DRAWN, str(tmp_path / "none" / "x.svg"))
    assert said.code == 1
    assert said.err.endswith(f"bycn: there is no folder {tmp_path / 'none'} to write x.svg into; make it first\n")
    said = bycn("queries", "export", str(tmp_path / "none" / "x"))
    assert said.code == 1
    assert said.err.endswith(f"bycn: there is no folder {tmp_path / 'none'} to write x into; make it first\n")
