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
