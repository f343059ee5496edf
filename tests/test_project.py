"""What stands in more than one place about the project is the same in all of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
TOLD = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HOME = TOLD["urls"]["Repository"]
RAW = HOME.replace("github.com", "raw.githubusercontent.com")


def links_of(page: str) -> list[str]:
    return LINK.findall((PROJECT / page).read_text(encoding="utf-8"))


def test_readme_reads_on_a_package_index_where_no_other_file_is_beside_it() -> None:
    assert [link for link in links_of("README.md") if not link.startswith("https://")] == []


@pytest.mark.parametrize("page", ["README.md"])
def test_what_a_page_links_to_in_the_project_is_there(page: str) -> None:
    places = [re.sub(rf"^({HOME}/(blob|tree)/main|{RAW}/main)/", "", link) for link in links_of(page)]
    missing = [place for place in places if "://" not in place and not (PROJECT / place).exists()]
    assert missing == []


def test_links_in_the_documentation_lead_somewhere() -> None:
    missing = [
        f"{page.name}: {link}"
        for page in (PROJECT / "docs").glob("*.md")
        for link in links_of(f"docs/{page.name}")
        if "://" not in link and not link.startswith("#") and not (page.parent / link.partition("#")[0]).exists()
    ]
    assert missing == []


def test_the_lock_file_locks_what_the_project_asks_for() -> None:
    lock = tomllib.loads((PROJECT / "uv.lock").read_text(encoding="utf-8"))
    (own,) = [package for package in lock["package"] if package["name"] == TOLD["name"]]
    asked = {
        re.split(r"[\[<>=;~! ]", each)[0].lower()
        for group in (TOLD["dependencies"], *TOLD["optional-dependencies"].values())
        for each in group
    }
    assert {each["name"] for each in own["metadata"]["requires-dist"]} == asked
    assert own["version"] == TOLD["version"]
