"""compare: a proposal for the plan that ships, in figures and in words, from every kind of file."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sheets import write_ods, write_xlsx

import flessenhals as fh
from flessenhals.cli import run

F = Fraction
Captured = pytest.CaptureFixture[str]


def said(capsys: Captured, *arguments: str, code: int = 0) -> str:
    assert run(["compare", *arguments]) == code
    return " ".join(capsys.readouterr().out.split())


def figures(capsys: Captured, *arguments: str, code: int = 0) -> dict[str, Any]:
    assert run(["compare", *arguments, "-f", "json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


# The source's own split, under three readings


def test_as_it_stands_the_sources_own_split_is_right() -> None:
    found = fh.compare(fh.load(), "source-split")

    assert (found.violations, found.stranded, found.is_optimal) == ((), {}, True)


def test_read_strictly_two_at_the_om_are_stranded_by_the_courts() -> None:
    found = fh.compare(fh.load(scenario="strict"), "source-split")

    assert [(each.row.label, each.shortfall) for each in found.violations] == [("courts-follow-om", 1)]
    assert found.stranded == {"om-prevention": 2}
    (trace,) = found.traces
    assert (trace.amount, [*map(str, trace.held_by)], trace.roots) == (2, ["courts-follow-om"], ("courts-chain",))
    assert (trace.links[0].asked, trace.links[0].supported) == (24, 22)
    assert isinstance(found.optimum, fh.Allocation)
    assert found.nearest is not None
    assert found.nearest.amounts == found.optimum.amounts


def test_with_complex_cases_the_om_strands_the_police_and_the_laundering_lines() -> None:
    found = fh.compare(fh.load(scenario="complex-cases"), "source-split")

    police, laundering = found.traces
    assert sum(found.stranded.values()) == F(140, 3)
    assert (police.amount, police.roots) == (F(125, 3), ("om-chain-police",))
    assert police.stranded.keys() == {"police-neighbourhood", "police-investigation", "police-prevention"}
    assert (laundering.amount, laundering.stranded, laundering.roots) == (
        5,
        {"fiod": F(10, 3), "fiu": F(5, 3)},
        ("om-chain-laundering",),
    )
    assert found.faults() == []


def test_the_verdict_comes_first_and_in_words(capsys: Captured) -> None:
    assert (
        "This proposal can be carried out, and it is the optimal split of € 400 million. Every figure here is proved"
        in said(capsys, "source-split")
    )
    assert (
        "This proposal cannot be carried out: € 2 million of its € 400 million cannot be used, and it does not keep"
        ' "The courts follow the OM". The nearest split that keeps everything moves € 2 million.'
        in said(capsys, "source-split", "--scenario", "strict")
    )
    assert (
        "Dit voorstel is niet uitvoerbaar: € 46,67 mln van de € 400 mln is onbruikbaar, en het voldoet niet aan"
        ' "Het OM volgt de politie" en "Het OM volgt de witwasaanpak (FIOD, FIU)".'
        in said(capsys, "source-split", "--scenario", "complex-cases", "--lang", "nl")
    )


def test_stranded_euros_are_traced_in_words(capsys: Captured) -> None:
    assert (
        "€ 41.67 million for National Police cannot be used, because OM: chain effect of the police lines can support"
        ' only € 83.33 million of the € 125 million there ("The OM follows the police"). That is the root: every euro'
        " proposed there is in use already. € 5 million for FIOD, national; and Financial Intelligence Unit (FIU)"
        " cannot be used" in said(capsys, "source-split", "--scenario", "complex-cases")
    )
    assert (
        "€ 2 mln voor OM in de gebiedsaanpak is onbruikbaar, want Rechtspraak: keteneffect politie en witwassen kan"
        " van de € 24 mln voor Openbaar Ministerie (OM) maar € 22 mln aan"
        in said(capsys, "source-split", "--scenario", "strict", "--lang", "nl")
    )


def test_a_root_behind_the_first_link_is_named(capsys: Captured) -> None:
    out = said(capsys, "police-only")

    assert "nothing of its € 125 million can be used" in out
    assert "Courts: chain effect of police and laundering has no room left either" in out
    assert "The root is OM: chain effect of the police lines and Courts: chain effect" in out
    assert out.count("nothing is proposed there") == 1


# Tables


def test_moves_say_from_whom_to_whom_and_why(capsys: Captured) -> None:
    out = said(capsys, "across-the-board")
    assert "From the proposal to the nearest split From To Amount Because of" in out
    assert "Subversive-crime fund and regional plans 1.09 the receiver's minimum" in out
    assert "And 14 smaller moves, of € 2.05 million together." in out
    assert "raises the lowest coverage" in said(capsys, "police-only")


def test_rows_by_partner_programme_or_department(capsys: Captured) -> None:
    out = said(capsys, "source-split", "--scenario", "strict", "--by", "department")
    assert "Department Proposal Cannot be used Nearest split Optimum Difference" in out
    assert "Justice and Security (JenV) 280.00 2.00 278.00 278.00 −2.00" in out
    assert "National Police 125.00 125.00 125.00" in said(capsys, "source-split", "--by", "partner")


def test_markdown_and_csv(capsys: Captured) -> None:
    assert "| **Total** | **400.00** | **2.00** | **398.00** | **398.00** | **−2.00** |" in said(
        capsys, "source-split", "--scenario", "strict", "-f", "markdown"
    )
    assert run(["compare", "source-split", "--scenario", "strict", "-f", "csv"]) == 0
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert len(rows) == 27
    assert {key: rows["om-prevention"][key] for key in ("proposal", "usable", "stranded", "nearest", "optimal")} == {
        "proposal": "10.0",
        "usable": "8.0",
        "stranded": "2.0",
        "nearest": "8.0",
        "optimal": "8.0",
    }


def test_json_has_the_agreed_keys(capsys: Captured) -> None:
    found = figures(capsys, "source-split", "--scenario", "strict")

    assert (found["proposal"], found["ceiling"], found["total"]) == ("source-split", 400.0, 400.0)
    assert found["violations"] == [{"id": "courts-follow-om", "kind": "proportional", "shortfall": 1.0}]
    assert found["stranded"] == {"om-prevention": 2.0}
    (line,) = [line for line in found["lines"] if line["id"] == "om-prevention"]
    assert (line["proposal"], line["nearest"], line["optimal"]) == (10.0, 8.0, 8.0)
    assert found["moves"]["to_nearest"] == [
        {"from": "om-prevention", "to": None, "amount": 2.0, "because": "courts-follow-om"}
    ]
    assert found["traces"][0]["roots"] == ["courts-chain"]
    assert found["distance"] == {"nearest": 2.0, "optimal": 2.0}
    assert found["certificate"] == {"verified": True}


# What comes in


def test_every_kind_of_file_gives_the_same_answer_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    amounts = {line.id: line.proposed * F(3, 5) for line in fh.load().lines}
    rows = [(line, float(amount)) for line, amount in amounts.items()]
    written = [(line, f"{amount:.4f}") for line, amount in rows]
    commas = "".join(f"{line};{amount.replace('.', ',')}\r\n" for line, amount in written)
    Path("a.csv").write_text(f"\ufeffline;amount\r\n{commas}", encoding="utf-8")
    Path("b").mkdir()
    Path("b/a.csv").write_text("line,amount\n" + "".join(f"{line},{amount}\n" for line, amount in reversed(written)))
    write_xlsx(Path("a.xlsx"), {"Split": [("line", "amount"), *rows]})
    write_ods(Path("a.ods"), {"Split": [["line", "amount"], *map(list, rows)]})
    Path("a.yaml").write_text("".join(f"{line}: {amount}\n" for line, amount in written), encoding="utf-8")

    answers = set()
    for file in ("a.csv", "b/a.csv", "a.xlsx", "a.ods", "a.yaml"):
        assert run(["compare", file, "--ceiling", "260", "-f", "json"]) == 0
        answers.add(capsys.readouterr().out)

    assert len(answers) == 1
    assert json.loads(answers.pop())["total"] == 240.0


def test_what_is_missing_is_an_error_unless_it_counts_as_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("part.yaml").write_text("regional-plans: 30\nknowledge-centre: 2\nnifi: 5\n", encoding="utf-8")
    Path("other.yaml").write_text("regional-plans: 30\nknowledge-centre: 2\nnfi: x\n", encoding="utf-8")

    assert run(["compare", "part.yaml", "other.yaml"]) == 2
    errors = capsys.readouterr().err
    assert "part.yaml:3:1: 'nifi' is not a line of pact-2021 -> did you mean nfi?" in errors
    assert "part.yaml:1:1: has no amount for police-neighbourhood, police-investigation," in errors
    assert "other.yaml:3:6: nfi 'x' is not a number" in errors

    Path("part.yaml").write_text("regional-plans: 30\nknowledge-centre: 2\nnfi: 5\n", encoding="utf-8")
    out = said(capsys, "part.yaml", "--missing", "zero")
    assert "Not in the proposal, and counted as nothing: Neighbourhood officers, street and online; Inv" in out
    assert "and 20 more." in out
    assert run(["compare", "part.yaml", "--missing", "nothing"]) == 2
    assert "'nothing' is none of error, zero" in capsys.readouterr().err


def test_a_proposal_per_partner_says_that_it_was_spread(capsys: Captured) -> None:
    assert "It was given per partner; each amount was spread over the partner's lines" in said(capsys, "police-only")


# Nothing fits


def test_where_nothing_fits_violations_and_stranded_are_said_with_code_3(capsys: Captured) -> None:
    found = figures(capsys, "source-split", "--scenario", "strict", "--ceiling", "30", code=3)

    assert (found["status"], found["lowest_feasible_ceiling"]) == ("infeasible", 32.0)
    assert set(found["conflict"]) == {"ceiling", "knowledge-centre.minimum", "regional-plans.minimum"}
    assert [each["id"] for each in found["violations"]] == ["ceiling", "courts-follow-om"]
    assert found["stranded"] == {"om-prevention": 2.0}
    assert {(line["nearest"], line["optimal"]) for line in found["lines"]} == {(None, None)}
    assert found["inverse"]["broken"] == ["ceiling", "courts-follow-om"]

    out = said(capsys, "source-split", "--scenario", "strict", "--ceiling", "30", code=3)
    assert "€ 2 million of its € 400 million cannot be used, and it does not keep the ceiling" in out
    assert "The lowest ceiling at which every rule can be kept is € 32 million: € 2 million more." in out
    out = said(capsys, "source-split", "police-only", "--ceiling", "30", code=3)
    assert "Nothing fits within € 30 million a year" in out


# Side by side


def test_two_proposals_side_by_side_say_which_ceiling_is_used(capsys: Captured) -> None:
    out = said(capsys, "police-only", "across-the-board")
    assert "- police-only (Illustration, made up: the police in full and nobody else): This proposal" in out
    assert '"across-the-board" is closest to the optimal split, € 16 million away from it.' in out
    assert "all are held against the largest of their totals, € 300 million." in out
    assert "Rules and limits broken 3 2" in out
    assert "Cannot be used 125.00 0.00" in out
    assert "Difference: across-the-board minus police-only." in out
    assert "held against the same ceiling, € 250 million" in said(
        capsys, "police-only", "across-the-board", "--ceiling", "250"
    )
    assert "Proposals side by side at € 400 million a year Scenario: Illustration" in said(
        capsys, "source-split", "source-split", "--scenario", "by-partner"
    )


def test_two_proposals_in_json_and_csv(capsys: Captured) -> None:
    found = figures(capsys, "police-only", "across-the-board")
    assert (found["ceiling"], found["ceiling_from"]) == (300.0, "largest")
    assert [each["proposal"] for each in found["proposals"]] == ["police-only", "across-the-board"]
    assert found["proposals"][0] == figures(capsys, "police-only", "--ceiling", "300")
    assert run(["compare", "police-only", "across-the-board", "-f", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["name"] for row in rows] == ["police-only"] * 27 + ["across-the-board"] * 27


@pytest.mark.parametrize(("amount", "is_of_digits"), [("6.666666666666667", True), ("6.6667", False)])
def test_what_is_broken_by_the_last_of_fifteen_digits_is_told_as_such(
    amount: str,
    is_of_digits: bool,  # noqa: FBT001 - a case
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = "".join(f"  - {{id: {name}, partner: p, proposed: 10}}\n" for name in "abc")
    (tmp_path / "plan.yaml").write_text(f"schema: 1\nplan: p\nlines:\n{lines}", encoding="utf-8")
    rows = "".join(f"{name},{amount}\n" for name in "abc")
    (tmp_path / "s.csv").write_text(f"line,amount\n{rows}", encoding="utf-8")
    assert run(["compare", str(tmp_path / "s.csv"), "--plan", str(tmp_path / "plan.yaml"), "--ceiling", "20"]) == 0
    said = capsys.readouterr().out
    assert "it does not keep the ceiling" in said
    assert ("That is less than figures of 15 digits can be off" in said) is is_of_digits
