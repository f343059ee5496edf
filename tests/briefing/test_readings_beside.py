"""Readings that were asked together stand side by side in a briefing."""

from pathlib import Path

from judge import asked


def briefing(folder: Path, *words: str) -> str:
    out = folder / "briefing.md"
    told = asked(["brief", "400", *words, "-o", str(out), "--force"])
    assert told.code == 0, told.err
    return out.read_text(encoding="utf-8")


def test_a_programme_has_a_row_and_a_reading_a_column(tmp_path: Path) -> None:
    told = briefing(tmp_path, "--scenario", "strict", "--scenario", "complex-cases", "--lang", "nl")
    assert "**De lezingen naast elkaar, bedragen in € mln per jaar**" in told
    assert "| Programma | strict | complex-cases |" in told
    assert "| Integrale handhaving | 200,0 | 153,3 |" in told
    assert "| **Totaal** | **398,0** | **353,3** |" in told
    assert "| Niet besteed | 2,0 | 46,7 |" in told
    assert "| Laagste dekking | 80,0% | 66,6% |" in told
    assert "- complex-cases: Illustratie, fictief: zwaardere keteneffecten bij ingewikkelde zaken." in told


def test_one_reading_stands_beside_nothing(tmp_path: Path) -> None:
    assert "side by side" not in briefing(tmp_path, "--scenario", "strict")


def test_where_several_splits_are_best_no_line_is_said_to_differ_most(tmp_path: Path) -> None:
    file = tmp_path / "open.yaml"
    file.write_text(
        """schema: 1
plan: open
objective: [value]
lines: [{id: a, partner: x, proposed: 60}, {id: b, partner: y, proposed: 40}, {id: c, partner: y, proposed: 40}]
scenarios: {other: {title: Other, lines: [{of: a, weight: 2}]}}
""",
        encoding="utf-8",
    )
    for language, said in (("en", "several splits are as good"), ("nl", "meer verdelingen zijn even goed")):
        page = tmp_path / f"{language}.md"
        assert asked(["brief", "70", "--plan", str(file), "-o", str(page), "--lang", language]).code == 0
        [row] = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| Other")]
        assert said in row


def test_over_years_they_stand_side_by_side_too(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(OVER_YEARS, encoding="utf-8")
    out = tmp_path / "briefing.md"
    told = asked(["brief", "20", "--plan", str(plan), "--scenario", "grow", "--scenario", "less", "-o", str(out)])
    assert told.code == 0, told.err
    below = out.read_text(encoding="utf-8").partition("**The readings side by side over 2026 and 2027")[2]
    assert below.split("\n\n")[1].splitlines() == [
        "| Programme | grow | less |",
        "| --- | ---: | ---: |",
        "| **Spent** | **35.0** | **28.0** |",
        "| Of which in 2027 | 20.0 | 14.0 |",
        "| Unspent | 5.0 | 12.0 |",
        "| Lowest coverage, 2027 | 100.0% | 100.0% |",
    ]


OVER_YEARS = """
schema: 1
plan: small
unit: EUR million per year
years: {first: 2026, last: 2027}
lines:
  - {id: police, partner: p, proposed: 10}
  - {id: courts, partner: c, proposed: 10}
scenarios:
  grow: {title: Growth, constraints: {recruit: {build_up: {of: courts, at_most: 5}}}}
  less: {title: Less, lines: [{of: courts, proposed: 4}]}
"""
