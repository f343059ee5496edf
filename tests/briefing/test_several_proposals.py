"""Several proposals side by side in one briefing."""

from pathlib import Path

import pytest
from judge import asked

import flessenhals as fh


def written(folder: Path, ending: str, *words: str) -> Path:
    out = folder / f"briefing.{ending}"
    both = ["--proposal", "across-the-board", "--proposal", "police-only"]
    told = asked(["brief", "300", *both, "-o", str(out), "--force", *words])
    assert told.code == 0, told.err
    return out


def test_each_has_its_verdict_and_its_amounts_beside_the_optimum(tmp_path: Path) -> None:
    told = written(tmp_path, "md", "--lang", "nl").read_text(encoding="utf-8")
    assert "# Geen van beide voorstellen is uitvoerbaar" in told
    assert '**"across-the-board": Dit voorstel is niet uitvoerbaar: twee posten krijgen minder dan hun minimum' in told
    assert '**"police-only": Dit voorstel is niet uitvoerbaar: van de € 125 mln is niets bruikbaar' in told
    assert "| Maat | across-the-board | police-only |" in told
    assert "| Maatregel | Gevraagd | across-the-board | police-only | Optimum |" in told
    assert "| (Digitale) wijkagenten | 62,0 | 46,5 | 62,0 | 45,1 |" in told
    assert "| **Integrale handhaving** | **200,0** | **150,0** | **125,0** | **146,2** |" in told


def test_the_first_stands_in_the_table_of_measures(tmp_path: Path) -> None:
    told = written(tmp_path, "md").read_text(encoding="utf-8")
    assert "| 2 | Neighbourhood officers, street and online – National Police | 62.0 | 46.5 | 45.1 | −1.4 |" in told


def test_the_command_that_makes_it_again_names_both(tmp_path: Path) -> None:
    assert "--proposal across-the-board --proposal police-only" in written(tmp_path, "md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["html", "docx", "odt", "xlsx"])
def test_every_format_has_them(tmp_path: Path, ending: str) -> None:
    assert written(tmp_path, ending).stat().st_size


def test_one_proposal_stands_beside_nothing(tmp_path: Path) -> None:
    out = tmp_path / "one.md"
    assert asked(["brief", "300", "--proposal", "police-only", "-o", str(out)]).code == 0
    assert "side by side" not in out.read_text(encoding="utf-8")
    assert "How the proposals compare" not in out.read_text(encoding="utf-8")


def test_python_takes_a_list_of_them() -> None:
    run = fh.brief(fh.load(), 300, proposal=["across-the-board", "police-only"]).run
    assert run.proposals is not None
    assert [each.proposal.name for each in run.proposals.results] == ["across-the-board", "police-only"]
    assert run.comparison is run.proposals.results[0]
