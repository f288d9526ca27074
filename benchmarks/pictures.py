"""How long a picture takes to make and to stand still, beside plain pyvis: `python -m benchmarks.pictures [SIZE…]`.

Both draw the same made-up tables, three facts an entity, in a process of their own from start to exit; both files are
then opened in one Chromium, one after the other. pyvis is used as its own documentation does, with everything in
line, from the graph's JSON Lines. "Drawn" is the first frame that shows the network, "still" the last moment at which
a node moved. On a machine that does other things too, the processor's own time ("CPU") tells more than the clock.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.generate import generate
from bycn.loaders.tables import write_tables

SIZES = (100, 300, 1_000, 3_000)
FACTS_PER_ENTITY = 3
LONGEST = 300
"""Seconds after which a picture that still moves is left."""
QUIET = 2_000
"""Milliseconds without movement that count as still."""
BYCN = [sys.executable, "-c", "from bycn.cli import main; main()"]
PYVIS = """\
import json, sys
from pyvis.network import Network
network = Network(directed=True, cdn_resources="in_line", height="900px", width="100%")
for line in open(sys.argv[1], encoding="utf-8"):
    told = json.loads(line)
    if told["type"] == "node" and "Entity" in told["labels"]:
        network.add_node(told["id"], label=told["properties"]["name"], title=told["id"])
    elif told["type"] == "relationship":
        network.add_edge(told["start"]["id"], told["end"]["id"], title=told["properties"]["title"])
open(sys.argv[2], "w", encoding="utf-8").write(network.generate_html())
"""
WATCH = """\
(() => {
  const found = (window.watched = { drawn: null, moved: null });
  let before = "";
  const look = () => {
    const network = window.bycn?.network ?? (typeof nodes !== "undefined" && window.shownNetwork);
    if (!network) return;
    const now = JSON.stringify(network.getPositions());
    if (now !== before) { found.moved = performance.now(); before = now; }
  };
  // pyvis keeps its network to itself: it is caught when vis makes it.
  let vis;
  Object.defineProperty(window, "vis", {
    configurable: true,
    get: () => vis,
    set: (value) => {
      vis = value;
      let Network = value.Network;
      Object.defineProperty(value, "Network", {
        configurable: true,
        get: () => Network && class extends Network {
          constructor(...told) {
            super(...told);
            window.shownNetwork = this;
            this.once("afterDrawing", () => { found.drawn ??= performance.now(); });
          }
        },
        set: (made) => { Network = made; },
      });
    },
  });
  setInterval(look, 50);
})();
"""


def main() -> None:
    """Print a table in Markdown."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    named = os.environ.get("BYCN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print("| entities | by | make, s (CPU) | file, MB | drawn, s | still, s (CPU) |", "|---" * 6 + "|", sep="\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ["BYCN_CACHE"] = str(Path(folder) / "cache")
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"])
        for size in sizes:
            tables, lines = Path(folder) / f"{size}", Path(folder) / f"{size}.jsonl"
            write_tables(generate(size, size * FACTS_PER_ENTITY), tables)
            data = ["--only-data", "--data", str(tables)]
            _run([*BYCN, "export", "jsonl", *data, "-o", str(lines)])
            ways = {
                "bycn draw": lambda path, data=data: [*BYCN, "draw", "--all", *data, "-o", path],
                "pyvis": lambda path, lines=lines: [sys.executable, "-c", PYVIS, str(lines), path],
            }
            for name, command in ways.items():
                path = Path(folder) / f"{size}-{name[:5].strip()}.html"
                made = _run(command(str(path)))
                megabytes = path.stat().st_size / 1e6
                drawn, still = _watched(browser, path)
                print(f"| {size:,} | {name} | {made} | {megabytes:.2f} | {drawn} | {still} |", flush=True)
        browser.close()


def _run(command: list[str]) -> str:
    """The seconds that a command takes by the clock and of the processor, as words."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{time.perf_counter() - begun:.1f} ({processor:.1f})"


def _watched(browser: Browser, path: Path) -> tuple[str, str]:
    """Seconds until the network is drawn, and until it is still, as words."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.context.set_offline(True)  # pyvis asks other hosts for a style sheet and a script: they are refused at once
    page.set_default_timeout(LONGEST * 1_000 + 60_000)
    page.add_init_script(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(path.as_uri(), wait_until="commit")
    found: dict[str, Any] = {"drawn": None, "moved": None, "now": 0}
    while found["now"] < LONGEST * 1_000:
        time.sleep(0.5)
        found = page.evaluate("({...window.watched, now: performance.now()})")
        if found["drawn"] and found["moved"] and found["now"] - found["moved"] > QUIET:
            break
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    drawn = f"{found['drawn'] / 1_000:.1f}" if found["drawn"] else f"not in {LONGEST}"
    moving = not (found["drawn"] and found["moved"]) or found["now"] - found["moved"] <= QUIET
    still = f"not in {LONGEST}" if moving else f"{max(found['drawn'], found['moved']) / 1_000:.1f}"
    return drawn, f"{still} ({metrics['ThreadTime']:.1f})"


if __name__ == "__main__":
    main()
