"""Make the screenshots of the documentation: `python docs/make_pictures.py`.

Each is what `bycn draw` writes, opened in Chromium (the system's, or the one that BYCN_CHROMIUM names).
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import sync_playwright

from bycn.commands.draw import command as draw

FOLDER = Path(__file__).parent / "pictures"
SIZE = {"width": 1440, "height": 900}
SHOTS = {
    "whole": ((), ""),
    "vitebsk": (("Vitebsk",), ""),
    "vitebsk-chosen": (("Vitebsk",), "#entity=city%2Forsha"),
    "universities": (("--question", "universities/pairs"), ""),
}
"""The name of each picture, what `bycn draw` is asked for, and the view it is opened with."""


def main() -> None:
    """Draw, open and shoot each."""
    named = os.environ.get("BYCN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as drawn, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, device_scale_factor=1.25)
        for name, (arguments, view) in SHOTS.items():
            path = Path(drawn) / f"{name}.html"
            draw.main([*arguments, "-o", str(path)], standalone_mode=False)
            page.goto("about:blank")
            page.goto(f"{path.as_uri()}{view}")
            page.wait_for_selector("html[data-drawn]", state="attached")
            page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
