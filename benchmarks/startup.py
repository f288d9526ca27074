"""Process start to exit: a first run from nothing, and a later run beside a bare click program, in turn.

    python benchmarks/startup.py [BYCN]

Wanted: a first run in 2 s or less, a later run in 5 times the bare program's time or less.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
BARE = "import click\n@click.command()\ndef f():\n    click.echo(1)\nf()"
QUESTION = ("connections", "Vitebsk", "--to", "province")


def seconds(command: list[str], cache: str) -> float:
    """How long a command takes, start to exit."""
    started = time.perf_counter()
    subprocess.run(command, env=os.environ | {"BYCN_CACHE": cache}, capture_output=True, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    bycn = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("bycn"))
    bare = [str(Path(bycn).with_name("python")), "-c", BARE]
    cache = tempfile.mkdtemp()
    firsts, laters, bares = [], [], []
    for _ in range(3):
        shutil.rmtree(cache, ignore_errors=True)
        firsts.append(seconds([bycn, *QUESTION], cache))
    for _ in range(ROUNDS):
        laters.append(seconds([bycn, *QUESTION], cache))
        bares.append(seconds(bare, cache))
    shutil.rmtree(cache)
    first, later, plain = map(statistics.median, (firsts, laters, bares))
    print(f"first run {first:.2f} s; later run {later:.3f} s; bare click {plain:.3f} s; {later / plain:.2f} times")


if __name__ == "__main__":
    main()
