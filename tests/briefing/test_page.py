"""The page as text: what is in it, and that what it says of a stretch is true of all of it."""

import base64
import hashlib
import json
import re
from fractions import Fraction
from random import Random

import pytest
from briefs import briefed
from desks import unpacked
from drawn.plans import random_plan

from flessenhals.briefing.page.figures import ticks
from flessenhals.briefing.page.live import stretch
from flessenhals.briefing.page.page import embedded
from flessenhals.curves import stretch as worked_out
from flessenhals.data.plans.reader import load, loads
from flessenhals.solver.infeasible.error import InfeasibleError
from flessenhals.solver.plan.proposal import Proposal
from flessenhals.solver.sensitivity.ladder.ladder import ladder


@pytest.mark.parametrize("seed", range(15))
def test_what_is_said_of_a_stretch_is_true_at_every_ceiling_in_it(seed: int) -> None:
    random = Random(seed)
    while True:
        try:
            found = ladder(random_plan(random, most_lines=7))
        except InfeasibleError:
            continue
        break
    for step, following in zip(found.steps, [*found.steps[1:], None], strict=True):
        end = following.ceiling if following else step.ceiling + 10
        parts = (Fraction(1, 9), Fraction(1, 2), Fraction(7, 8))
        inside = [step.ceiling + (end - step.ceiling) * part for part in parts]
        said = [stretch(worked_out(found.plan, ceiling), "en") for ceiling in inside]
        assert said[0] == said[1] == said[2]


def test_the_page_allows_its_own_style_and_script_by_their_checksums_and_nothing_else() -> None:
    page = briefed(load(), Fraction(300)).written("html").decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    for kind, opening, closing in (
        ("style-src", "<style>", "</style>"),
        ("script-src", '<script type="module">', "</script>"),
    ):
        (text,) = re.findall(f"{opening}(.*?){closing}", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} &#39;sha256-{digest}&#39;" in policy
    assert not re.search(r'(src|href)="', page)
    assert "http://" not in page.replace("http-equiv", "")
    assert "https://" not in page


def test_the_data_is_exact_and_no_text_in_it_can_end_its_element() -> None:
    given = embedded({"name": "</script><!--", "amount": "2/3"})
    assert "<" not in given
    assert json.loads(given) == {"name": "</script><!--", "amount": "2/3"}
    page = briefed(load(), Fraction(300)).written("html").decode()
    (data,) = re.findall(r'<script type="text/plain" id="data">([\w+/=]*)</script>', page)
    told = unpacked(data)
    assert (told["exact"][1], told["readings"][0]["low"], told["readings"][0]["high"]) == ("2077/46", "32", "400")
    assert told["readings"][0]["program"]["rules"][0]["sides"][0]["value"] == "1/10"


def test_a_proposal_can_be_switched_with_what_is_asked() -> None:
    plan = load()
    given = Proposal(name="ours.csv", amounts={line.id: line.proposed / 2 for line in plan.lines})
    page = briefed(plan, Fraction(300), "en", proposal=given).written("html").decode()
    assert re.findall(r'<option value="(\d)">([^<]*)</option>', page) == [("0", "the proposal"), ("1", "what is asked")]
    assert "Proposal: the amounts in ours.csv." in page


def test_without_a_curve_the_page_is_the_document_alone_and_says_why() -> None:
    page = briefed(load(changes=["objective=[value]"]), Fraction(300), "en").written("html").decode()
    assert re.findall("<input[^>]*>", page) == ['<input type="checkbox" id="all-columns">']  # it works without a script
    assert "<script>" not in page
    assert "This page shows one ceiling: what-if needs" in page


def test_a_plan_that_asks_nothing_still_has_a_page() -> None:
    plan = loads("schema: 1\nplan: none\nlines: [{id: a, partner: p, proposed: 0}]\n")
    assert "No line asks anything" in briefed(plan, Fraction(0), "en").written("html").decode()


def test_the_page_of_the_pact_plan_is_no_larger_than_130_kilobytes() -> None:
    assert len(briefed(load(), Fraction(300)).written("html")) <= 130_000


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [("32", "423", "100 200 300 400"), ("0", "0.3", "0 0.05 0.1 0.15 0.2 0.25 0.3"), ("0", "1", "0 0.2 0.4 0.6 0.8 1")],
)
def test_axes_have_round_marks(low: str, high: str, marks: str) -> None:
    assert ticks(Fraction(low), Fraction(high)) == [Fraction(mark) for mark in marks.split()]
