"""A rule that is stated once and holds in every municipality, department or programme apart."""

from fractions import Fraction

from flessenhals.constraints import Level, Proportional
from flessenhals.constraints.catalogue import catalogue
from flessenhals.constraints.cycle import growing_cycle
from flessenhals.constraints.rule import Share
from flessenhals.constraints.selector import EVERYTHING, Condition, Selector
from flessenhals.constraints.selector import lines as named
from flessenhals.solver.plan.plan import Line

F = Fraction
POLICE = Selector((Condition(programme=("police",)),))
OM = Selector((Condition(programme=("om",)),))


def line(town: str, programme: str | None, proposed: int = 10) -> Line:
    return Line(id=f"{town}-{programme}", partner=town, programme=programme, proposed=F(proposed))


LINES = (line("delft", "police"), line("delft", "om"), line("ede", "om"), line("ede", "police"), line("ede", "care"))
FOLLOWS = Proportional(id="om-follows", per="partner", upstream=POLICE, downstream=OM, at_least=F(1, 10))


def test_a_rule_per_partner_is_a_row_for_every_partner_over_its_own_lines() -> None:
    assert [str(row) for row in FOLLOWS.rows(LINES)] == [
        "om-follows.delft: delft-om - 1/10 delft-police >= 0",
        "om-follows.ede: ede-om - 1/10 ede-police >= 0",
    ]


def test_both_sides_of_a_rule_stand_behind_the_group_in_its_labels() -> None:
    level = Level(id="band", per="partner", of=OM, at_least=F(1), at_most=F(5))
    assert [row.label for row in level.rows(LINES)] == [
        "band.delft.at_least",
        "band.delft.at_most",
        "band.ede.at_least",
        "band.ede.at_most",
    ]


def test_a_share_is_of_what_the_group_is_allocated() -> None:
    level = Level(id="share", per="partner", of=OM, at_least=Share(F(1, 4)))
    assert [str(row) for row in level.rows(LINES)] == [
        "share.delft: 3/4 delft-om - 1/4 delft-police >= 0",
        "share.ede: 3/4 ede-om - 1/4 ede-police - 1/4 ede-care >= 0",
    ]


def test_money_that_is_already_there_is_there_in_every_group() -> None:
    rule = Proportional(id="f", per="partner", upstream=POLICE, downstream=OM, at_least=F(1, 10), existing=F(2))
    assert [row.right_hand_side for row in rule.rows(LINES)] == [-2, -2]


def test_a_group_without_any_of_the_lines_is_passed_over() -> None:
    care = Level(id="care", per="partner", of=Selector((Condition(programme=("care",)),)), at_least=F(1))
    assert [row.label for row in care.rows(LINES)] == ["care.ede"]


def test_rules_that_feed_each_other_are_found_inside_a_group() -> None:
    back = Proportional(id="back", per="partner", upstream=OM, downstream=POLICE, at_least=F(11))
    grown = growing_cycle([FOLLOWS, back], LINES)
    assert grown is not None
    cycle, product = grown
    assert product == F(11, 10)
    assert len({each.scope.group for each in cycle}) == 1
    assert growing_cycle([FOLLOWS, Proportional(id="b", upstream=named("ede-om"), downstream=named("delft-police"),
                                                at_least=F(100))], LINES) is None  # fmt: skip


def test_an_index_finds_what_looking_at_every_line_finds() -> None:
    many = [
        Line(
            id=f"l{number}",
            partner=f"p{number % 7}",
            programme=f"g{number % 5}" if number % 3 else None,
            department=f"d{number % 2}",
            tags=tuple(f"t{place}" for place in range(number % 4)),
            proposed=F(1),
        )
        for number in range(250)
    ]
    selectors = [
        EVERYTHING,
        named("l249", "l3", "elsewhere"),
        Selector((Condition(partner=("p3",)), Condition(partner=("p1",), programme=("g2", "g4")))),
        Selector((Condition(tags=("t1", "t3"), department=("d1",)),)),
        Selector((Condition(programme=("g1",)), Condition())),
    ]
    for selector in selectors:
        assert selector.select(catalogue(many)) == selector.select(many)
