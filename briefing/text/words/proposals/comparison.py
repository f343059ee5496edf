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
    # What cannot be used
    "what is stranded": {
        "en": "What cannot be used, and why",
        "nl": "Wat onbruikbaar is, en waarom",
    },
    "stranded at": {
        "en": "{amount} for {who} cannot be used, because {downstream} can support {supported} of the {asked} "
        "{where} ({rule}).",
        "nl": "{amount} voor {who} is onbruikbaar, want {downstream} kan van de {asked} {where} "
        "{supported} aan ({rule}).",
    },
    "above maximum": {
        "en": "{amount} for {name} cannot be used: it can take {most} at most.",
        "nl": "{amount} voor {name} is onbruikbaar: die post kan hoogstens {most} opnemen.",
    },
    "between multiples": {
        "en": "{amount} for {name} cannot be used: that line is given whole multiples of {unit}.",
        "nl": "{amount} voor {name} is onbruikbaar: die post krijgt hele veelvouden van {unit}.",
    },
    "below its smallest": {
        "en": "{amount} for {name} cannot be used: that line is given nothing, or at least {least}.",
        "nl": "{amount} voor {name} is onbruikbaar: die post krijgt niets, of ten minste {least}.",
    },
    "in whole amounts too": {
        "en": "Here too amounts that cannot be split are given whole: what can be used, the nearest split and the "
        "optimal one.",
        "nl": "Ook hier worden bedragen die niet deelbaar zijn heel gegeven: in wat bruikbaar is, in de "
        "dichtstbijzijnde verdeling en in de optimale.",
    },
    "no inverse in whole amounts": {
        "en": "Which weights or ratios would make the proposal the right one is not worked out where amounts cannot be "
        "split: the split then jumps from one to another, and no change is the smallest that is enough.",
        "nl": "Met welke gewichten of verhoudingen het voorstel wel de juiste verdeling zou zijn, wordt niet "
        "uitgerekend waar bedragen niet deelbaar zijn: de verdeling verspringt dan, en er is geen kleinste wijziging "
        "die genoeg is.",
    },
    "only": {"en": "only {amount}", "nl": "maar {amount}"},
    "there": {"en": "there", "nl": "daar"},
    "for whom": {"en": "for {names}", "nl": "voor {names}"},
    "held in turn": {
        "en": "{upstream} is itself held back by {downstream}, which can support {supported} of the {asked} "
        "{where} ({rule}).",
        "nl": "{upstream} wordt zelf tegengehouden door {downstream}, want dat kan van de {asked} {where} "
        "{supported} aan ({rule}).",
    },
    "full as well": {
        "en": "More for {upstream} would not be enough by itself: {downstream} has no room left either ({rule}).",
        "nl": "Meer voor {upstream} is op zichzelf niet genoeg: ook {downstream} heeft geen ruimte meer ({rule}).",
    },
    "stranded over years": {
        "en": "In all {amount} for {who} cannot be used, most of it in {year}.",
        "nl": "In totaal is {amount} voor {who} onbruikbaar, het meeste in {year}.",
    },
    "stranded by build_up": {
        "en": "{amount} for {who} cannot be used: of the {asked} {where} no more than {reach} can be had, because that "
        "cannot grow faster ({rule}).",
        "nl": "{amount} voor {who} is onbruikbaar: van de {asked} {where} is niet meer dan {reach} mogelijk, want "
        "sneller groeien kan niet ({rule}).",
    },
    "held in turn by build_up": {
        "en": "{upstream} is itself held back: of the {asked} {where} no more than {reach} can be had, because that "
        "cannot grow faster ({rule}).",
        "nl": "{upstream} wordt zelf tegengehouden: van de {asked} {where} is niet meer dan {reach} mogelijk, want "
        "sneller groeien kan niet ({rule}).",
    },
    "full as well by build_up": {
        "en": "More for {upstream} would not be enough by itself: that cannot grow faster ({rule}).",
        "nl": "Meer voor {upstream} is op zichzelf niet genoeg: sneller groeien kan niet ({rule}).",
    },
    "the root": {
        "en": "The root is {names}: every euro proposed there is in use already.",
        "nl": "De oorzaak is {names}: elke euro die daar is voorgesteld, is al in gebruik.",
    },
    "that is the root": {
        "en": "That is the root: every euro proposed there is in use already.",
        "nl": "Dat is de oorzaak: elke euro die daar is voorgesteld, is al in gebruik.",
    },
    "that root gets nothing": {
        "en": "That is the root: nothing is proposed there.",
        "nl": "Dat is de oorzaak: daar is niets voorgesteld.",
    },
    "the root gets nothing": {
        "en": "The root is {names}: nothing is proposed there.",
        "nl": "De oorzaak is {names}: daar is niets voorgesteld.",
    },
    "the root in whole amounts": {
        "en": "The root is {names}: every whole amount proposed there is in use already.",
        "nl": "De oorzaak is {names}: elk heel bedrag dat daar is voorgesteld, is al in gebruik.",
    },
    "that is the root in whole amounts": {
        "en": "That is the root: every whole amount proposed there is in use already.",
        "nl": "Dat is de oorzaak: elk heel bedrag dat daar is voorgesteld, is al in gebruik.",
    },
    "further stranded": {
        "en": "And {count} smaller parts that cannot be used, {amount} together.",
        "nl": "En nog {count} kleinere delen die onbruikbaar zijn, samen {amount}.",
    },
    # Moves
    "to the nearest": {
        "en": "From the proposal to the nearest split",
        "nl": "Van het voorstel naar de dichtstbijzijnde verdeling",
    },
    "to the optimum": {
        "en": "From the nearest split to the optimal one",
        "nl": "Van de dichtstbijzijnde naar de optimale verdeling",
    },
    "giver": {"en": "From", "nl": "Van"},
    "taker": {"en": "To", "nl": "Naar"},
    "amount": {"en": "Amount", "nl": "Bedrag"},
    "because": {"en": "Because of", "nl": "Vanwege"},
    "unspent money": {"en": "(unspent)", "nl": "(niet besteed)"},
    "for minimum": {"en": "the receiver's minimum", "nl": "het minimum van de ontvanger"},
    "for maximum": {"en": "the giver's maximum", "nl": "het maximum van de gever"},
    "for value": {"en": "more is put to work", "nl": "meer wordt ingezet"},
    "for worth": {"en": "it is worth more there", "nl": "het is daar meer waard"},
    "for shift": {"en": "less is shifted between years", "nl": "er wordt minder verschoven tussen jaren"},
    "for group value": {"en": "these lines come first", "nl": "deze posten gaan voor"},
    "for group coverage": {
        "en": "raises the lowest coverage of a group",
        "nl": "verhoogt de laagste dekking van een groep",
    },
    "for coverage": {"en": "raises the lowest coverage", "nl": "verhoogt de laagste dekking"},
    "for coverage elsewhere": {"en": "raises a lower coverage", "nl": "verhoogt een lagere dekking"},
    "for unasked": {"en": "nothing is asked there", "nl": "daar wordt niets gevraagd"},
    "for units": {"en": "whole amounts", "nl": "hele bedragen"},
    "for tie": {"en": "worth as much either way", "nl": "het maakt voor de waarde niet uit"},
    "further moves": {
        "en": "And {count} smaller moves, of {amount} together.",
        "nl": "En nog {count} kleinere verschuivingen, samen {amount}.",
    },
    # Side by side
    "same ceiling given": {
        "en": "All are held against the same ceiling, {ceiling}.",
        "nl": "Alle worden tegenover hetzelfde plafond gezet, {ceiling}.",
    },
    "same ceiling largest": {
        "en": "No ceiling was given, so all are held against the largest of their totals, {ceiling}.",
        "nl": "Er is geen plafond opgegeven; alle worden daarom tegenover het grootste van hun totalen gezet: "
        "{ceiling}.",
    },
    "same ceiling equal": {
        "en": "All of them come to {ceiling}, which is the ceiling here.",
        "nl": "Alle komen uit op {ceiling}, en dat is hier het plafond.",
    },
    "measured": {"en": "Measured by", "nl": "Maat"},
    "limits broken": {"en": "Rules and limits broken", "nl": "Regels en grenzen geschonden"},
    "moved to nearest": {"en": "Moved to the nearest split", "nl": "Verschoven naar dichtstbij"},
    "distance to optimum": {"en": "Distance to the optimal split", "nl": "Afstand tot de optimale verdeling"},
    "distance means": {
        "en": "Distance: the differences of all lines added up, more and less alike.",
        "nl": "Afstand: de verschillen van alle posten opgeteld, meer en minder samen.",
    },
    "gap between": {"en": "Difference: {second} minus {first}.", "nl": "Verschil: {second} min {first}."},
    "closest": {
        "en": "{name} is closest to the optimal split, {distance} away from it.",
        "nl": "{name} ligt het dichtst bij de optimale verdeling: {distance} verschil.",
    },
    "equally close": {
        "en": "Equally close to the optimal split, {distance} away from it: {names}.",
        "nl": "Even dicht bij de optimale verdeling, {distance} verschil: {names}.",
    },
}
