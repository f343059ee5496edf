"""A rule that holds in every group is named once, with its groups, and long lists are cut short."""

from fractions import Fraction

import pytest
from named import CEILING, rule

from flessenhals.briefing.registry import tables
from flessenhals.briefing.text.language import Language
from flessenhals.briefing.text.naming import constraint_name, rule_names
from flessenhals.briefing.text.table import plain
from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import programme
from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile
from flessenhals.solver.optimum.divide import allocate
from flessenhals.solver.plan.plan import Line, Plan

F = Fraction


def plan_of(towns: int) -> Plan:
    """Made-up towns with 50 for the police and 4 for the OM, which is 1 short of a tenth; both lines have one name."""
    return Plan(
        id="towns",
        unit="EUR million",
        partners={"town1": {"en": "The Hague", "nl": "Den Haag"}},
        lines=tuple(
            Line(id=f"town{number}-{kind}", name="Staff", partner=f"town{number}", programme=kind, proposed=F(proposed))
            for number in range(1, towns + 1)
            for kind, proposed in (("police", 50), ("om", 4))
        ),
        constraints=(
            Proportional(
                id="om-follows",
                name="The OM follows",
                per="partner",
                upstream=programme("police"),
                downstream=programme("om"),
                at_least=F(1, 10),
            ),
        ),
    )


@pytest.mark.parametrize(("language", "town"), [("en", "The Hague"), ("nl", "Den Haag")])
def test_the_row_of_a_group_is_named_by_its_rule_and_group(language: Language, town: str) -> None:
    assert constraint_name(plan_of(1), rule("om-follows", group="town1"), language) == f'"The OM follows" ({town})'


def test_the_rows_of_one_rule_are_named_together() -> None:
    rows = [CEILING, *(rule("om-follows", group=f"town{number}") for number in range(2, 9))]
    assert rule_names(plan_of(9), rows, "en") == [
        "the ceiling",
        '"The OM follows" (town2, town3, town4, town5, three more)',
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", 'The proposal itself breaks "The OM follows" (The Hague, town2): € 2 million short, added up.'),
        ("nl", 'Het voorstel zelf voldoet niet aan "The OM follows" (Den Haag, town2): bij elkaar € 2 mln tekort.'),
    ],
)
def test_check_adds_up_what_the_proposal_breaks_in_several_groups(language: Language, said: str) -> None:
    assert said in plain(tables(reconcile(plan_of(2)), language), 120)


def test_lines_of_one_name_are_told_apart_in_what_is_said_of_them() -> None:
    said = " ".join(plain(tables(allocate(plan_of(2), F(100)), "en"), 120).split())
    assert "At their maximum: Staff (town1-om); Staff (town2-om) Amounts" in said


def test_a_long_list_of_lines_is_cut_short_with_the_number_of_the_others() -> None:
    named = [f"Staff (town{number}-{role}), " for number in range(1, 21) for role in ("police", "om")]
    assert "Without a source: " + "".join(named) + "60 more." in " ".join(
        plain(tables(reconcile(plan_of(50)), "en"), 120).split()
    )
