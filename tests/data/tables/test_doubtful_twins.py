"""Every tolerant reading beside its doubtful twin: the one is read, the other refused with both of its meanings."""

from fractions import Fraction
from pathlib import Path

import pytest

from flessenhals.data.plans.reader import loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
partners: {police: {en: National Police, nl: Nationale Politie}, om: Prosecution, courts: Courts}
lines:
  - {id: police, name: {en: National Police, nl: Nationale Politie}, partner: police, proposed: 40}
  - {id: om, name: {en: Prosecution, nl: Openbaar Ministerie}, partner: om, proposed: 6}
  - {id: om-it, name: Automatisering, partner: om, proposed: 2}
  - {id: courts-it, name: Automatisering, partner: courts, proposed: 2}
"""
REST = "om;5,1\nom-it;2\ncourts-it;1,5\n"
WANTED = {"police": Fraction("27.45"), "om": Fraction("5.1"), "om-it": Fraction(2), "courts-it": Fraction("1.5")}

# What is read so; the sheet that is; its twin that can mean two things; what is said of that, with both meanings
TWINS = [
    (
        "a header by other names",
        f"Post;Bedrag\npolice;27,45\n{REST}",
        f"Post;Bedrag;Toegekend\npolice;27,45;30\n{REST.replace(chr(10), ';0' + chr(10))}",
        ["'Toegekend'", "'Bedrag'"],
    ),
    (
        "a line by its name",
        f"line;amount\nNationale Politie;27,45\n{REST}",
        "line;amount\npolice;27,45\nom;5,1\nAutomatisering;2\ncourts-it;1,5\n",
        ["om-it", "courts-it"],
    ),
    (
        "a partner beside a name",
        "line;partner;amount\npolice;;27,45\nom;;5,1\nAutomatisering;om;2\nAutomatisering;courts;1,5\n",
        "line;partner;amount\npolice;om;27,45\nom;;5,1\nom-it;;2\ncourts-it;;1,5\n",
        ["'om' means om, and police beside it means police"],
    ),
    (
        "a name beside an id",
        f"line;name;amount\npolice;Nationale Politie;27,45\n{REST.replace(';', ';;')}",
        f"line;name;amount\npolice;Openbaar Ministerie;27,45\n{REST.replace(';', ';;')}",
        ["'Openbaar Ministerie' means om", "police"],
    ),
    (
        "a total",
        f"line;amount\npolice;27,45\n{REST}Totaal;36,05\n",
        f"line;amount\npolice;27,45\n{REST}Totaal;36,50\n",
        ["36.5", "36.05"],
    ),
    (
        "a partner's own total",
        f"line;amount\npolice;27,45\n{REST}Prosecution;7,1\n".replace("Prosecution", "Courts").replace("7,1", "1,5"),
        f"line;amount\npolice;27,45\n{REST}Courts;2\n",
        ["is a partner and no line", "1.5"],
    ),
    (
        "a note",
        f"line;amount\npolice;27,45\n{REST}concept van maart;\n",
        f"line;amount\npolice;27,45\n{REST}concept van maart;3\n",
        ["'concept van maart' is not a line"],
    ),
    (
        "a decimal comma",
        f"line;amount\npolice;27,45\n{REST}",
        "line,amount\npolice,27.450\nom,5\nom-it,2\ncourts-it,1\n",
        ["27.4500", "27450"],
    ),
    (
        "a point between thousands",
        "line;amount\npolice;€ 27,45\nom;5,1\nom-it;2\ncourts-it;1,5\n",
        "line\tamount\npolice\t€ 1.500\nom\t5\nom-it\t2\ncourts-it\t1\n",
        ["1.5000", "1500"],
    ),
    (
        "one decimal sign in a file",
        f"line;amount\npolice;27,45\n{REST}",
        f"line;amount\npolice;27.45\n{REST}",
        ["decimal point", "decimal comma"],
    ),
    (
        "an amount with its unit",
        f"line;amount\npolice;€ 27,45 mln\n{REST}",
        f"line;amount\npolice;€ 27,45 mld\n{REST}",
        ["is in € mld, and the plan is not", "the plan's own unit"],
    ),
    (
        "a heading with a unit",
        f"line;bedrag (x € 1 mln)\npolice;27,45\n{REST}",
        f"line;bedrag (x € 1.000)\npolice;27,45\n{REST}",
        ["another unit than the plan's", "in the plan's unit"],
    ),
    (
        "a title with a unit",
        f"Begroting, x € 1 mln\nline;amount\npolice;27,45\n{REST}",
        f"Begroting, x € 1.000\nline;amount\npolice;27,45\n{REST}",
        ["another unit than the plan's", "in the plan's unit"],
    ),
    (
        "digits that a computer wrote",
        f"line;amount\npolice;27,450000000000003\n{REST}",
        f"line;amount\npolice;27,4500000000000031\n{REST}",
        ["'27,4500000000000031' has more than", "write 27,45"],
    ),
    (
        "an empty cell where nothing is to be said",
        f"line;amount;note\npolice;27,45;\n{REST.replace(chr(10), ';' + chr(10))}",
        f"line;amount\npolice;-\n{REST}",
        ["may stand for 0", "not known"],
    ),
    (
        "a column without a heading that is empty",
        f"line;amount;\npolice;27,45;\n{REST.replace(chr(10), ';' + chr(10))}",
        f"line;amount;\npolice;27,45;3\n{REST.replace(chr(10), ';' + chr(10))}",
        ["has no name"],
    ),
    (
        "a row of hashtags",
        f"line;amount\n#item;#value\npolice;27,45\n{REST}",
        f"line;amount\npolice;#VALUE!\n{REST}",
        ["is an error in the spreadsheet"],
    ),
    (
        "an amount of one year in a heading",
        f"line;bedrag 2026\npolice;27,45\n{REST}",
        f"line;bedrag 2026;bedrag 2027\npolice;27,45;30\n{REST.replace(chr(10), ';1' + chr(10))}",
        ["'bedrag 2026'", "'bedrag 2027'"],
    ),
    (
        "a separator that is named",
        f"sep=;\nline;amount\npolice;27,45\n{REST}",
        "sep=,\nline;amount\npolice;27\nom;5\nom-it;2\ncourts-it;1\n",
        ["'sep=,' names a separator that does not separate the columns", "sep=;"],
    ),
    (
        "an exact amount beside a doubtful one",
        "line,amount,exact\npolice,27.450,549/20\nom,5.1,51/10\nom-it,2,2\ncourts-it,1.5,3/2\n",
        "line,amount,exact\npolice,27.451,549/20\nom,5,5\nom-it,2,2\ncourts-it,1,1\n",
        ["27.4510", "27451"],
    ),
]


def read(text: str, folder: Path) -> dict[str, Fraction]:
    (folder / "s.csv").write_text(text, encoding="utf-8")
    return dict(read_proposal(folder / "s.csv", loads(PLAN)).amounts)


@pytest.mark.parametrize(("text", "_twin", "_meanings"), [it[1:] for it in TWINS], ids=[it[0] for it in TWINS])
def test_what_has_one_meaning_is_read(text: str, _twin: str, _meanings: list[str], tmp_path: Path) -> None:
    assert read(text, tmp_path) == WANTED


@pytest.mark.parametrize(("_text", "twin", "meanings"), [it[1:] for it in TWINS], ids=[it[0] for it in TWINS])
def test_its_doubtful_twin_is_refused_with_both_meanings(
    _text: str, twin: str, meanings: list[str], tmp_path: Path
) -> None:
    with pytest.raises(InputError) as refused:
        read(twin, tmp_path)
    for meaning in meanings:
        assert meaning in str(refused.value)
    assert " -> " in str(refused.value)
