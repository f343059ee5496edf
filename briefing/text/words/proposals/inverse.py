"""What is said of what must be true for a proposal to be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "must be true": {
        "en": "What must be true for this proposal to be right:",
        "nl": "Wat er zou moeten gelden om van dit voorstel de beste verdeling te maken:",
    },
    "coverage first": {
        "en": "The weighted total does not come first in this plan, so no other weights or ratios make a split "
        "the best one by its value.",
        "nl": "In dit plan komt het gewogen totaal niet op de eerste plaats; met andere gewichten of "
        "verhoudingen wordt een verdeling dus niet om haar waarde de beste.",
    },
    "ratios over years": {
        "en": "Ratios: not searched. A ratio holds in several years at once here, and in each year another one binds.",
        "nl": "Verhoudingen: niet uitgezocht. Een verhouding geldt hier in meer jaren tegelijk, en in elk jaar "
        "is het een andere die knelt.",
    },
    # Weights
    "no weights: broken": {
        "en": "Weights: none make this the best split, because this is broken: {names}.",
        "nl": "Gewichten: bij geen enkele weging is dit de beste verdeling, want hieraan is niet voldaan: {names}.",
    },
    "no weights: worthless": {
        "en": "Weights: none make this the best split. There is one that gives {amount} more to {names}, and "
        "less to no line.",
        "nl": "Gewichten: bij geen enkele weging is dit de beste verdeling. Er is een verdeling die {amount} "
        "meer geeft aan {names}, en aan geen enkele post minder.",
    },
    "worthless": {
        "en": "Weights: this is the best split only with weight 0 for {names}, because {amount} more could go "
        "there and no line would get less.",
        "nl": "Gewichten: alleen met gewicht 0 voor {names} is dit de beste verdeling, want daar kan {amount} "
        "bij zonder dat een post minder krijgt.",
    },
    "weights will do": {
        "en": "Weights: none has to change. No split is worth more than this proposal.",
        "nl": "Gewichten: die hoeven niet anders. Geen verdeling is meer waard dan dit voorstel.",
    },
    "weights are right": {
        "en": "Weights: none has to change. The proposal is exactly the optimum.",
        "nl": "Gewichten: die hoeven niet anders. Het voorstel is precies de optimale verdeling.",
    },
    "other weights will do": {
        "en": "The other weights may stay as they are; no split is then worth more than this proposal.",
        "nl": "De andere gewichten kunnen blijven zoals ze zijn; geen verdeling is dan meer waard dan dit voorstel.",
    },
    "weights change": {
        "en": "Weights: no split is worth more than this proposal with {changes}.",
        "nl": "Gewichten: geen verdeling is meer waard dan dit voorstel bij {changes}.",
    },
    "other weights change": {
        "en": "No split is then worth more than this proposal with also {changes}.",
        "nl": "Geen verdeling is dan meer waard dan dit voorstel bij ook nog {changes}.",
    },
    "counts times": {
        "en": "{times} times the plan's weight for {names}",
        "nl": "{times} keer het gewicht uit het plan voor {names}",
    },
    "counts": {
        "en": "weight {weight} for {names} (0 in the plan)",
        "nl": "gewicht {weight} voor {names} (in het plan 0)",
    },
    "least spread": {
        "en": "Less difference is not enough: compared with the plan, one line has to count at least {times} times as "
        "much as another.",
        "nl": "Minder verschil is niet genoeg: vergeleken met het plan moet de ene post minstens {times} keer zo zwaar "
        "tellen als de andere.",
    },
    "least difference": {
        "en": "Less difference is not enough: proved.",
        "nl": "Minder verschil is niet genoeg: bewezen.",
    },
    "is the answer": {
        "en": "The proposal is then exactly the optimum.",
        "nl": "Het voorstel is dan precies de optimale verdeling.",
    },
    "a shade more": {
        "en": "By coverage another split still wins; with a shade more difference in weights the proposal is "
        "exactly the optimum.",
        "nl": "Op dekking wint dan nog een andere verdeling; met een fractie meer verschil in gewicht is het "
        "voorstel precies de optimale verdeling.",
    },
    "never the answer": {
        "en": "By coverage another split wins, whatever the weights.",
        "nl": "Op dekking wint een andere verdeling, welke gewichten men ook kiest.",
    },
    # Ratios
    "no ratios: broken": {
        "en": "Ratios: none make this the best split, because this is broken whatever they are: {names}.",
        "nl": "Verhoudingen: bij geen enkele verhouding is dit de beste verdeling, want hoe dan ook is hieraan "
        "niet voldaan: {names}.",
    },
    "no ratios: better": {
        "en": "Ratios: none make this the best split. Another keeps the rules under all ratios that this "
        "proposal keeps, and is worth {amount} more.",
        "nl": "Verhoudingen: bij geen enkele verhouding is dit de beste verdeling. Er is een verdeling die zich "
        "houdt aan alle verhoudingen waaraan dit voorstel zich houdt, en die {amount} meer waard is.",
    },
    "no ratios: refused": {
        "en": "Ratios: none can be offered. No split would be worth more if {changes}, but the plan itself would be "
        "refused then: its chain rules would contradict or feed themselves.",
        "nl": "Verhoudingen: er is geen bruikbare. Geen verdeling zou meer waard zijn als {changes}, maar het plan "
        "zelf wordt dan geweigerd: de ketenregels spreken elkaar dan tegen of voeden zichzelf.",
    },
    "ratios open": {
        "en": "Ratios: only others for {names} can make this the best split. The proposal gives nothing on "
        "either side of it, so how far they would have to go is not worked out.",
        "nl": "Verhoudingen: alleen met een andere verhouding voor {names} kan dit de beste verdeling zijn. Het "
        "voorstel geeft daar aan beide kanten niets, dus hoe ver die moet veranderen, is niet uitgewerkt.",
    },
    "ratios will do": {
        "en": "Ratios: none has to change. Under the plan's own no split is worth more.",
        "nl": "Verhoudingen: die hoeven niet anders. Onder die van het plan is geen verdeling meer waard.",
    },
    "ratios change": {
        "en": "Ratios: no split is worth more if {changes}.",
        "nl": "Verhoudingen: geen verdeling is meer waard als {changes}.",
    },
    "asks": {"en": "{name} says {then} instead of {now}", "nl": "in {name} {then} staat in plaats van {now}"},
    "least ratios": {
        "en": "Smaller changes are not enough: proved.",
        "nl": "Kleinere veranderingen zijn niet genoeg: bewezen.",
    },
    "smallest ratios": {
        "en": "A smaller largest change is not enough: proved. Whether another set has a smaller total was not tried "
        "out to the end.",
        "nl": "Een kleinere grootste verandering is niet genoeg: bewezen. Of een andere keuze samen minder verandert, "
        "is niet tot het einde uitgezocht.",
    },
    "ratios may be smaller": {
        "en": "Whether a smaller change does, of {names} as well, is not proved: the proposal gives nothing on either "
        "side of it.",
        "nl": "Of een kleinere verandering genoeg is, ook van {names}, is niet bewezen: het voorstel geeft aan beide "
        "kanten daarvan niets.",
    },
    "coverage chooses another": {
        "en": "By coverage another split then wins.",
        "nl": "Op dekking wint dan een andere verdeling.",
    },
}
