"""Makes the example briefings beside this file and the pictures of docs/handleiding.md again.

    python docs/examples/make.py [ENDING…] [--pictures]

The briefings are of the Pact plan at 300 with `across-the-board` as proposal, a made-up illustration, in both
languages. They carry the date of their making, which SOURCE_DATE_EPOCH sets. The pictures need Debian's chromium.
"""

from __future__ import annotations

import os
import subprocess
import sys
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
IMAGES = HERE.parent / "images"
ENDINGS = ("html", "md", "xlsx", "docx", "odt", "pdf")
NAMES = {"nl": "voorbeeld", "en": "example"}
DATE = "1772443800"  # 2 March 2026
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLESSENHALS = (sys.executable, "-m", "flessenhals")
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ background: #12181f; margin: 0; }}
pre {{ color: #e8edf2; display: inline-block; font: 14px/1.35 "Liberation Mono", monospace; }}
pre {{ margin: 0; padding: 18px 22px; }}
</style><pre>{}</pre>"""


def main() -> None:
    """Make what was asked, or all of the briefings."""
    asked = [each for each in sys.argv[1:] if not each.startswith("--")]
    os.environ.setdefault("SOURCE_DATE_EPOCH", DATE)
    os.chdir(HERE)
    for ending in asked or ([] if "--pictures" in sys.argv else ENDINGS):
        for language, name in NAMES.items():
            options = ("--proposal", "across-the-board", "--scenario", "all", "--lang", language, "--force")
            subprocess.run((*FLESSENHALS, "brief", "300", "-o", f"{name}.{ending}", *options), check=True)
    if "--pictures" in sys.argv:
        pictures()


def pictures() -> None:
    """The pictures of the Dutch handbook: a terminal, the page, and its table."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - for pictures alone

    typed = ("allocate", "300", "--lang", "nl")
    told = subprocess.run((*FLESSENHALS, *typed), check=True, capture_output=True, encoding="utf-8").stdout
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1000, "height": 720}, color_scheme="light")
        page.set_content(TERMINAL.format(escape(f"$ flessenhals {' '.join(typed)}\n{told}")))
        page.locator("pre").screenshot(path=IMAGES / "handleiding-verdeling.png")
        page.goto((HERE / "voorbeeld.html").as_uri())
        page.screenshot(path=IMAGES / "handleiding-briefing.png")
        box = page.locator("#measures").bounding_box() or {}
        first_programme = {**box, "height": 720.0}
        page.screenshot(path=IMAGES / "handleiding-maatregelen.png", clip=first_programme, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
