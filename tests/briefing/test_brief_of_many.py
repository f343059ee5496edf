"""A briefing of very many lines tells of programmes and partners, and says where each line stands."""

from pathlib import Path

import country
from judge import asked


def test_lines_are_folded_to_programmes_and_partners(tmp_path: Path) -> None:
    plan = country.write(tmp_path, 21)
    answer = asked(["brief", "300", "--plan", str(plan), "-o", str(tmp_path / "brief.md"), "--lang", "en"])
    assert answer.code == 0, answer.err
    written = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "| safety |" in written
    assert "Each of the 525 lines stands in the workbook" in written
    assert "**The partners whose total moves furthest, in € million a year**" in written
    assert "| m0021 |" in written
    assert "Missing: how far each line can move near the optimum." in written
    assert len(written.splitlines()) < 300
