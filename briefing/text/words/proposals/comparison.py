"""What is said of a proposal that is held against what is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "comparison": {
        "en": 'The proposal "{name}" against {ceiling}',
        "nl": 'Het voorstel "{name}" tegenover {ceiling}',
    },
    "comparisons": {"en": "Proposals side by side at {ceiling}", "nl": "Voorstellen naast elkaar bij {ceiling}"},
    # The verdict
    "verdict: optimal": {
        "en": "This proposal can be carried out, and it is the optimal split of {ceiling}.",
        "nl": "Dit voorstel is uitvoerbaar, en het is de optimale verdeling van {ceiling}.",
    },
    "verdict: holds": {
        "en": "This proposal can be carried out: it keeps every rule and limit, and all of its {total} can be used.",
        "nl": "Dit voorstel is uitvoerbaar: het voldoet aan alle regels en grenzen, en de volle {total} is bruikbaar.",
    },
    "broken by digits": {
        "en": "That is less than figures of 15 digits can be off: take the exact figures (the column exact), or round"
        " them down.",
        "nl": "Dat is minder dan getallen van 15 cijfers ernaast kunnen zitten: neem de exacte getallen (de kolom"
        " exact), of rond ze naar beneden af.",
    },
    "verdict: stranded": {
        "en": "This proposal cannot be carried out: {stranded} of its {total} cannot be used, and it does not keep "
        "{names}.",
        "nl": "Dit voorstel is niet uitvoerbaar: {stranded} van de {total} is onbruikbaar, en het voldoet niet aan "
        "{names}.",
    },
    "verdict: stranded in part": {
        "en": "This proposal cannot be carried out: {stranded} of its {total} cannot be used.",
        "nl": "Dit voorstel is niet uitvoerbaar: {stranded} van de {total} is onbruikbaar.",
    },
    "verdict: useless whole": {
        "en": "This proposal cannot be carried out: nothing of its {total} can be used.",
        "nl": "Dit voorstel is niet uitvoerbaar: van de {total} is niets bruikbaar.",
    },
    "verdict: useless": {
        "en": "This proposal cannot be carried out: nothing of its {total} can be used, and it does not keep {names}.",
        "nl": "Dit voorstel is niet uitvoerbaar: van de {total} is niets bruikbaar, en het voldoet niet aan {names}.",
    },
    "verdict: broken": {
        "en": "This proposal cannot be carried out: all of its {total} can be used, but it does not keep {names}.",
        "nl": "Dit voorstel is niet uitvoerbaar: de volle {total} is bruikbaar, maar het voldoet niet aan {names}.",
    },
    "verdict: below a minimum": {
        "en": "This proposal cannot be carried out: {lines} gets less than its minimum.",
        "nl": "Dit voorstel is niet uitvoerbaar: {lines} krijgt minder dan het minimum.",
    },
    "verdict: below minimums": {
        "en": "This proposal cannot be carried out: {count} lines get less than their minimum ({lines}).",
        "nl": "Dit voorstel is niet uitvoerbaar: {count} posten krijgen minder dan hun minimum ({lines}).",
    },
    "another unit": {
        "en": "It comes to {total}, where the lines ask {proposed}: are its amounts in the plan's unit?",
        "nl": "Het komt uit op {total}, terwijl de posten {proposed} vragen: staan de bedragen in de eenheid van het "
        "plan?",
    },
    "verdict: empty": {
        "en": "This proposal gives nothing to any line, and so it breaks {names}.",
        "nl": "Dit voorstel geeft geen enkele post iets, en voldoet daarom niet aan {names}.",
    },
    "verdict: empty holds": {
        "en": "This proposal gives nothing to any line, and so it keeps every rule and limit.",
        "nl": "Dit voorstel geeft geen enkele post iets, en voldoet zo aan alle regels en grenzen.",
    },
    "given per partner": {
        "en": "It was given per partner; each amount was spread over the partner's lines by what they ask.",
        "nl": "Het is per partner opgegeven; elk bedrag is over de posten van de partner verdeeld naar wat zij vragen.",
    },
    "counted as nothing": {
        "en": "Not in the proposal, and counted as nothing: {names}.",
        "nl": "Niet in het voorstel, en geteld als niets: {names}.",
    },
    "nearest moves": {
        "en": "The nearest split that keeps everything moves {moved}.",
        "nl": "De dichtstbijzijnde verdeling die wel aan alles voldoet, vraagt een verschuiving van {moved}.",
    },
    "that nearest split": {"en": "that nearest split", "nl": "die dichtstbijzijnde verdeling"},
    "this proposal": {"en": "this proposal", "nl": "dit voorstel"},
    "optimum: more": {
        "en": "The optimal split of the same ceiling puts {more} more to work than {other}.",
        "nl": "De optimale verdeling van hetzelfde plafond zet {more} meer in dan {other}.",
    },
    "optimum: worth": {
        "en": "The optimal split of the same ceiling is worth {more} more than {other}, by the plan's weights.",
        "nl": "De optimale verdeling van hetzelfde plafond is {more} meer waard dan {other}, "
        "volgens de gewichten van het plan.",
    },
    "optimum: coverage": {
        "en": "The optimal split of the same ceiling gives every line at least {best} of what it asks; "
        "in {other} the lowest gets {lowest}.",
        "nl": "De optimale verdeling van hetzelfde plafond geeft elke post minstens {best} van wat hij vraagt; "
        "in {other} krijgt de laagste {lowest}.",
    },
    "optimum: evener": {
        "en": "The optimal split of the same ceiling gives the lowest line as much as {other}, "
        "and is more even above it.",
        "nl": "De optimale verdeling van hetzelfde plafond geeft de laagste post evenveel als {other}, "
        "en is daarboven gelijkmatiger.",
    },
    "optimum: shift": {
        "en": "The optimal split of the same ceiling is worth as much as {other}, and shifts {less} less between "
        "years.",
        "nl": "De optimale verdeling van hetzelfde plafond is evenveel waard als {other}, en verschuift {less} minder "
        "tussen jaren.",
    },
    "optimum: as good": {
        "en": "The optimal split of the same ceiling is worth as much as {other}.",
        "nl": "De optimale verdeling van hetzelfde plafond is evenveel waard als {other}.",
    },
    "optimum: nearest": {
        "en": "That nearest split is also the optimal one.",
        "nl": "Die dichtstbijzijnde verdeling is ook de optimale.",
    },
    "each figure proved": {
        "en": "Every figure here is proved in exact arithmetic.",
        "nl": "Elk bedrag hier is exact nagerekend en bewezen.",
    },
    # The lines
    "stranded": {"en": "Cannot be used", "nl": "Onbruikbaar"},
    "nearest": {"en": "Nearest split", "nl": "Dichtstbij"},
    "optimal": {"en": "Optimum", "nl": "Optimum"},
    "gap": {"en": "Difference", "nl": "Verschil"},
    "gap means": {
        "en": "Difference: the optimum minus the proposal.",
        "nl": "Verschil: het optimum min het voorstel.",
    },
    # By year
    "own total": {"en": "its own total", "nl": "het eigen totaal"},
    "their totals": {"en": "the largest total in each year", "nl": "het grootste totaal in elk jaar"},
    "year by year": {"en": "Year by year", "nl": "Jaar voor jaar"},
    "years together": {"en": "All years together", "nl": "Alle jaren samen"},
    "nearest shifted in": {
        "en": "Nearest split: from and to other years",
        "nl": "Dichtstbij: van en naar andere jaren",
    },
    "nearest by year": {
        "en": "The nearest split, line by line and year by year",
        "nl": "De dichtstbijzijnde verdeling, per post en per jaar",
    },
    # What it breaks
    "what it breaks": {"en": "What the proposal breaks", "nl": "Waaraan het voorstel niet voldoet"},
    "shortfall": {"en": "Off by", "nl": "Te weinig of te veel"},
    "further broken": {"en": "And {count} more.", "nl": "En nog {count}."},
}
