"""Proposals as they come in: tables and YAML, per line or per partner, and everything that may be wrong with them."""

from fractions import Fraction
from pathlib import Path

import pytest
from sheets import write_ods, write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import examples, read_proposal
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.proposal import Proposal

PLAN = """\
schema: 1
plan: small
lines:
  - {id: street, partner: police, proposed: 60}
  - {id: desk, partner: police, proposed: 20}
  - {id: om, partner: om, proposed: 10}
  - {id: lab, partner: labs, proposed: 0}
  - {id: dogs, partner: labs, proposed: 0}
"""
AMOUNTS = {"street": Fraction(121, 2), "desk": Fraction(20), "om": Fraction(17, 8), "lab": Fraction(0), "dogs": 0}


@pytest.fixture
def plan() -> Plan:
    return loads(PLAN)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(plan: Plan, file: str, text: str, **how: object) -> Proposal:
    Path(file).write_text(text, encoding="utf-8")
    return read_proposal(file, plan, **how)  # type: ignore[arg-type]


def refusal(plan: Plan, file: str, text: str, **how: object) -> str:
    with pytest.raises(InputError) as refused:
        read(plan, file, text, **how)
    return str(refused.value)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("split.csv", "line,amount\nstreet,60.5\ndesk,20\nom,2.1250\nlab,0\ndogs,0\n"),
        ("split.csv", "\ufeffline;amount\r\nom;2,1250\r\nstreet;60,5\r\ndesk;20\r\nlab;0\r\ndogs;0\r\n"),
        ("split.csv", "line;amount\nom;2.1250\nstreet;60.5\ndesk;20\nlab;0\ndogs;0\n"),
        (
            "split.csv",
            'name,amount,line,note\n"Street, day",60.5,street,\n,20,desk,a\n,2.1250,om,\n,0,lab,\n,0,dogs,\n',
        ),
        ("split.yaml", "street: 60.5\ndesk: 20\nom: 2.1250\nlab: 0\ndogs: 0\n"),
        ("split.yml", "line: {street: 60.5, desk: 20, om: 2.1250, lab: 0, dogs: 0}\n"),
    ],
)
def test_tables_and_trees_say_the_same(plan: Plan, file: str, text: str) -> None:
    assert read(plan, file, text) == Proposal(name="split", amounts=AMOUNTS)


def test_workbooks_say_the_same(plan: Plan) -> None:
    rows = [["line", "amount"], ["om", 2.125], ["street", 60.5], ["desk", 20], ["lab", 0], ["dogs", 0]]
    write_xlsx(Path("split.xlsx"), {"Blad1": rows})
    write_ods(Path("split.ods"), {"Blad1": rows})

    found = [read_proposal(file, plan) for file in ("split.xlsx", "split.ods")]

    assert found == [Proposal(name="split", amounts=AMOUNTS)] * 2


def test_the_amounts_stand_in_the_order_of_the_plan(plan: Plan) -> None:
    found = read(plan, "split.yaml", "dogs: 0\nlab: 0\nom: 1\ndesk: 2\nstreet: 3\n")

    assert list(found.amounts) == [line.id for line in plan.lines]


@pytest.mark.parametrize("file", ["split.xlsx", "split.ods"])
def test_a_sheet_is_named_where_there_are_more(plan: Plan, file: str) -> None:
    rows = [["line", "amount"], ["om", 1], ["street", 2], ["desk", 3], ["lab", 0], ["dogs", 0]]
    write = write_xlsx if file.endswith("xlsx") else write_ods
    write(Path(file), {"Notes": [["for ourselves"]], "Split": rows})

    assert read_proposal(file, plan, sheet="Split").total == 6
    with pytest.raises(InputError) as refused:
        read_proposal(file, plan)
    assert str(refused.value) == f"{file}: has 2 sheets: Notes, Split -> name one: --sheet NAME"


def test_errors_in_a_workbook_have_the_address_of_their_cell(plan: Plan) -> None:
    rows = [["line", "amount"], ["om", "12,5x"], ["streat", 2], ["desk", 3], ["lab", 0], ["dogs"]]
    write_xlsx(Path("split.xlsx"), {"Split": rows})

    with pytest.raises(InputError) as refused:
        read_proposal("split.xlsx", plan)

    assert str(refused.value).splitlines() == [
        "split.xlsx:Split!B2: om '12,5x' has a unit in it -> write 12.5 if that is the plan's unit, else the amount in"
        " the plan's unit",
        "split.xlsx:Split!A3: 'streat' is not a line of small -> did you mean street?",
        "split.xlsx:Split!A6: dogs has no amount -> write one, 0 for nothing, or have it counted as nothing"
        " (--missing zero)",
    ]


def test_decimal_commas_and_points_in_one_file_are_not_guessed_at(plan: Plan) -> None:
    text = "line;amount\nstreet;60,5\ndesk;20.5\nom;1.250\nlab;0\ndogs;0\n"
    assert refusal(plan, "split.csv", text).splitlines() == [
        "split.csv:3:6: desk '20.5' has a decimal point, and other amounts in this file have a decimal comma"
        " -> write 20,5",
        "split.csv:4:4: om '1.250' has a decimal point, and other amounts in this file have a decimal comma"
        " -> write 1,2500 or 1250",
    ]


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("12,5 kg", "has a unit in it -> write 12,5 if that is the plan's unit, else the amount in the plan's unit"),
        (
            "€ -",
            "may stand for 0, or for an amount that is not known -> write 0 or the amount, or leave the cell empty "
            "where none is needed",
        ),
        ("-3", "is below 0 -> write 0 or more"),
        ("12,5%", "is a share, not an amount -> write a plain number, such as 12,5"),
    ],
)
def test_where_commas_are_decimal_the_advice_has_commas(plan: Plan, amount: str, said: str) -> None:
    text = f"line;amount\nstreet;{amount}\ndesk;0,5\nom;1\nlab;0\ndogs;0\n"
    assert refusal(plan, "split.csv", text) == f"split.csv:2:8: street '{amount}' {said}"


def test_a_comma_between_columns_is_a_decimal_sign_in_quotes_alone(plan: Plan) -> None:
    text = 'line,amount\nstreet,"60,5"\ndesk,20\nom,1\nlab,0\ndogs,0\n'
    assert read(plan, "split.csv", text).amounts["street"] == Fraction(121, 2)
    assert "write decimals with a point" in refusal(plan, "split.csv", text.replace('"', ""))


def test_every_unknown_and_every_missing_line_is_named(plan: Plan) -> None:
    text = "streets: 60\nparking: 1\nom: 1\n"
    assert refusal(plan, "split.yaml", text).splitlines() == [
        "split.yaml:1:1: 'streets' is not a line of small -> did you mean street?",
        "split.yaml:1:1: has no amount for desk, lab, dogs"
        " -> write them, or have them counted as nothing (--missing zero)",
        "split.yaml:2:1: 'parking' is not a line of small -> write one of: street, desk, om, lab, dogs",
    ]


def test_what_is_missing_counts_as_nothing_where_that_is_asked(plan: Plan) -> None:
    found = read(plan, "split.yaml", "street: 60\nom: 1\nlab:\n", missing_is_zero=True)

    assert found.amounts == {"street": 60, "desk": 0, "om": 1, "lab": 0, "dogs": 0}
    assert found.missing == ("desk", "lab", "dogs")


def test_an_amount_per_partner_is_spread_in_proportion_to_what_the_lines_ask(plan: Plan) -> None:
    found = read(plan, "split.csv", "partner,amount\npolice,40\nom,3\nlabs,0\n")

    assert found.amounts == {"street": 30, "desk": 10, "om": 3, "lab": 0, "dogs": 0}
    assert found.by_partner == {"police": 40, "om": 3, "labs": 0}
    assert read(plan, "split.yaml", "partner: {police: 40, om: 3, labs: 0}\n") == found


def test_where_the_lines_ask_nothing_there_is_no_proportion(plan: Plan) -> None:
    assert refusal(plan, "split.yaml", "partner:\n  police: 40\n  om: 3\n  labs: 1\n") == (
        "split.yaml:4:3: 'labs' has several lines, none of which asks anything: there is no proportion to spread it by"
        " -> write amounts per line, or 0 for labs"
    )


def test_partners_that_are_missing_are_named_too(plan: Plan) -> None:
    assert "has no amount for om, labs" in refusal(plan, "split.yaml", "partner: {police: 40}\n")
    found = read(plan, "split.yaml", "partner: {police: 40}\n", missing_is_zero=True)
    assert (found.missing, found.by_partner) == (("om", "lab", "dogs"), {"police": 40})


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "s.csv",
            "line,partner,amount\nom,police,1\n",
            "s.csv:2:4: 'police' means police, and om beside it means om -> mend",
        ),
        ("s.yaml", "line: {om: 1}\npartner: {om: 1}\n", "s.yaml:2:1: 'partner' stands beside line -> keep line or"),
        (
            "s.yaml",
            "line: {om: 1}\ntitel: x\n",
            "s.yaml:2:1: 'titel' is not a field of a proposal -> did you mean",
        ),
        ("s.csv", "lyne,amuont\nom,1\n", "s.csv:1:6: 'amuont' is not a column of a proposal -> did you mean amount?"),
        ("s.csv", "line\nom\n", "s.csv:1: amount is missing in the header -> add a column amount"),
        ("s.csv", "amount\n1\n", "s.csv:1: line is missing in the header -> add a column line"),
        ("s.csv", "line,amount\n,1\n", "s.csv:2: line is missing in this row -> write the id of the line"),
        ("s.csv", "line,amount\nom,1\nom,2\n", "s.csv:3:1: 'om' stands twice, first at s.csv:2:1 -> keep one of them"),
        ("s.csv", "", "s.csv: is empty"),
        ("s.yaml", "", "s.yaml: is empty -> write a line, a ':' and its amount"),
        ("s.yaml", "- om\n", "s.yaml:1:1: a proposal is a mapping, not a list"),
        ("s.yaml", "om: [1]\n", "s.yaml:1:5: om is a list, not an amount -> write a number, such as 12.5"),
        ("s.yaml", "om: 1\nom: 2\n", "s.yaml:2:1: 'om' stands twice, first on line 1 -> keep one of them"),
        ("s.pdf", "om 1\n", "s.pdf: is not a file that a proposal can be read from -> save it as .csv, .xlsx, .ods"),
    ],
)
def test_what_cannot_be_a_proposal_is_refused_with_its_place(plan: Plan, file: str, text: str, said: str) -> None:
    assert said in refusal(plan, file, text)


def test_only_workbooks_have_sheets(plan: Plan) -> None:
    assert refusal(plan, "s.csv", "line,amount\n", sheet="A") == "s.csv: a .csv file has no sheets -> leave --sheet out"
    assert refusal(plan, "s.yaml", "om: 1\n", sheet="A") == "s.yaml: a .yaml file has no sheets -> leave --sheet out"


def test_the_examples_are_found_by_name_and_say_what_they_are() -> None:
    pact = load()
    assert examples() == ["across-the-board", "police-only", "source-split"]
    found = [read_proposal(name, pact) for name in examples()]

    assert [proposal.total for proposal in found] == [300, 125, 400]
    for proposal in found:
        assert isinstance(proposal.title, dict)
        assert proposal.title["en"].startswith("Illustration")
        assert proposal.title["nl"].startswith("Illustratie")
    assert all(found[0].amounts[line.id] == line.proposed * Fraction(3, 4) for line in pact.lines)
    assert {line for line, amount in found[1].amounts.items() if amount} == {
        "police-neighbourhood",
        "police-investigation",
        "police-prevention",
    }
    assert found[2].amounts == {line.id: line.proposed for line in pact.lines}


def test_a_name_that_is_neither_a_file_nor_an_example(plan: Plan) -> None:
    with pytest.raises(InputError) as refused:
        read_proposal("police-onyl", plan)
    assert str(refused.value) == (
        "police-onyl: is neither a file nor an example that ships -> did you mean police-only?"
    )
    with pytest.raises(InputError, match="there is no such file"):
        read_proposal("police-only.csv", plan)
