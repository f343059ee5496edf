"""What stands in more than one place about the project is the same in all of them."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from changelog import collected

import flessenhals

PROJECT = Path(__file__).parent.parent
TOLD = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HOME = TOLD["urls"]["Repository"]
RAW = HOME.replace("github.com", "raw.githubusercontent.com")


def text(page: str) -> str:
    return (PROJECT / page).read_text(encoding="utf-8")


def links_of(page: str) -> list[str]:
    return LINK.findall(text(page))


def test_readme_reads_on_a_package_index_where_no_other_file_is_beside_it() -> None:
    assert [link for link in links_of("README.md") if not link.startswith("https://")] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
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
    locked = set(re.findall(r"^([a-z0-9._-]+)==", text("requirements.lock"), re.MULTILINE))
    asked = {
        re.split(r"[\[<>=;~! ]", each)[0].lower()
        for group in (TOLD["dependencies"], *TOLD["optional-dependencies"].values())
        for each in group
    }
    assert asked - locked - {TOLD["name"]} == set()


def test_the_lock_file_names_versions_and_checksums_and_no_place_to_fetch_them_from() -> None:
    assert "://" not in text("requirements.lock")
    assert text("requirements.lock").count("--hash=sha256:") > 500


def test_the_version_is_the_same_in_every_place() -> None:
    (latest,) = re.findall(r"^## (\S+) — (\d{4}-\d{2}-\d{2})$", text("CHANGELOG.md"), re.MULTILINE)[:1]
    cited = dict(re.findall(r"^(version|date-released): (.+)$", text("CITATION.cff"), re.MULTILINE))
    assert (flessenhals.__version__, TOLD["version"]) == (TOLD["version"], latest[0])
    assert cited == {"version": latest[0], "date-released": latest[1]}


def test_the_command_runner_has_every_command_that_contributors_are_told_of() -> None:
    just = Path(sys.executable).with_name("just")
    listed = subprocess.run([just, "--summary"], cwd=PROJECT, capture_output=True, text=True, check=True)
    told = set(re.findall(r"`just ([a-z-]+)", text("CONTRIBUTING.md")))
    assert told <= set(listed.stdout.split())
    assert {"check", "test", "docs"} <= told


def test_hooks_before_a_commit_fetch_nothing() -> None:
    hooks = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    assert [each["repo"] for each in hooks] == ["local"]
    assert {hook["language"] for each in hooks for hook in each["hooks"]} == {"system"}


NOTES = ["* one\n  goes on", "- two\n"]


def test_notes_are_collected_into_a_release_above_the_last() -> None:
    assert collected("# Changelog\n\n## 0.1.0 — 2026-01-01\n\n- old\n", NOTES, "0.2.0", "2026-02-01") == (
        "# Changelog\n\n## 0.2.0 — 2026-02-01\n\n- one\n  goes on\n- two\n\n## 0.1.0 — 2026-01-01\n\n- old\n"
    )


@pytest.mark.parametrize(
    ("notes", "version", "date", "said"),
    [
        ([], "0.2.0", "2026-02-01", "no notes"),
        (NOTES, "two", "2026-02-01", "write a version and a date"),
        (NOTES, "0.2.0", "1 February", "write a version and a date"),
        (NOTES, "0.1.0", "2026-02-01", "has 0.1.0 already"),
    ],
)
def test_what_cannot_be_a_release_is_refused(notes: list[str], version: str, date: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        collected("# Changelog\n\n## 0.1.0 — 2026-01-01\n\n- old\n", notes, version, date)
