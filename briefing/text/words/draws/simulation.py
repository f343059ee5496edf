"""What is said of an answer under uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "total over draws": {"en": "Total, {part}", "nl": "Totaal, {part}"},
    "means by year": {
        "en": "Per line the mean over all draws; every draw holds for all years.",
        "nl": "Per post het gemiddelde over alle trekkingen; elke trekking geldt voor alle jaren.",
    },
    "of that year": {"en": "{name} in {year}", "nl": "{name} in {year}"},
    "simulation": {
        "en": "{ceiling}, divided in {draws} of what is uncertain",
        "nl": "{ceiling}, verdeeld in {draws} van wat onzeker is",
    },
    "so many draws": {"en": "{samples} draws", "nl": "{samples} trekkingen"},
    "one draw": {"en": "one draw", "nl": "één trekking"},
    "mean": {"en": "Mean", "nl": "Gemiddeld"},
    "low": {"en": "Low (5%)", "nl": "Laag (5%)"},
    "middle": {"en": "Middle (50%)", "nl": "Midden (50%)"},
    "high": {"en": "High (95%)", "nl": "Hoog (95%)"},
    "read spread": {
        "en": "In at most 5 of every 100 draws a line gets less than its low amount, and in at most 5 more than "
        "its high one.",
        "nl": "In hoogstens 5 van de 100 trekkingen krijgt een post minder dan het lage bedrag, en in hoogstens "
        "5 meer dan het hoge.",
    },
    "compiles first": {
        "en": "The first large simulation on this machine takes some ten seconds longer: it prepares for "
        "all later ones.",
        "nl": "De eerste grote simulatie op deze computer duurt zo'n tien seconden langer: die bereidt "
        "alle volgende voor.",
    },
    "stopped early": {
        "en": "Stopped early: these are the {samples} draws that were done.",
        "nl": "Voortijdig gestopt: dit zijn de {samples} trekkingen die klaar waren.",
    },
    "nothing fits in": {
        "en": "In {share} of the draws nothing fits; these count nowhere else.",
        "nl": "In {share} van de trekkingen past er niets; die tellen verder nergens mee.",
    },
    "nothing ever fits": {
        "en": "Nothing fits in any draw.",
        "nl": "In geen enkele trekking past er iets.",
    },
    "coverage varies": {
        "en": "In at least 90 of every 100 draws the lowest coverage is from {low} to {high}; in half of them or "
        "more it is {middle} or higher.",
        "nl": "In minstens 90 van de 100 trekkingen ligt de laagste dekking tussen {low} en {high}; in minstens "
        "de helft is zij {middle} of hoger.",
    },
    "coverage stays": {
        "en": "The lowest coverage is {middle} in every draw that counts.",
        "nl": "De laagste dekking is {middle} in elke trekking die telt.",
    },
    "coverage mostly": {
        "en": "In at least 90 of every 100 draws the lowest coverage is {middle}.",
        "nl": "In minstens 90 van de 100 trekkingen is de laagste dekking {middle}.",
    },
    "total mostly": {
        "en": "In at least 90 of every 100 draws {middle} is put to work.",
        "nl": "In minstens 90 van de 100 trekkingen wordt {middle} ingezet.",
    },
    "total varies": {
        "en": "In at least 90 of every 100 draws {low} to {high} is put to work.",
        "nl": "In minstens 90 van de 100 trekkingen wordt tussen {low} en {high} ingezet.",
    },
    "total stays": {
        "en": "{middle} is put to work in every draw that counts.",
        "nl": "In elke trekking die telt, wordt {middle} ingezet.",
    },
    "research first": {
        "en": "Research first: {name}. By itself it explains {effect} of the differences in {measure}.",
        "nl": "Onderzoek eerst: {name}. Dat verklaart alleen al {effect} van de verschillen in {measure}.",
    },
    "research next": {"en": "After that: {names}.", "nl": "Daarna: {names}."},
    "research rule": {"en": "Of the rules, first: {name} ({effect}).", "nl": "Van de regels eerst: {name} ({effect})."},
    "nothing to research": {
        "en": "By itself, nothing that is uncertain changes the lowest coverage, the total or the value much.",
        "nl": "Niets van wat onzeker is, verandert op zichzelf veel aan de laagste dekking, het totaal of de waarde.",
    },
    "drives": {"en": "What drives {measure}", "nl": "Wat {measure} bepaalt"},
    "on lowest_coverage": {"en": "the lowest coverage", "nl": "de laagste dekking"},
    "on total": {"en": "the total that is put to work", "nl": "het totaal dat wordt ingezet"},
    "on value": {"en": "the value of the split", "nl": "de waarde van de verdeling"},
    "uncertain": {"en": "What is uncertain", "nl": "Wat onzeker is"},
    "range from": {"en": "From", "nl": "Van"},
    "likeliest": {"en": "Likeliest", "nl": "Waarschijnlijkst"},
    "range to": {"en": "To", "nl": "Tot"},
    "explains": {"en": "Explains", "nl": "Verklaart"},
    "correlation": {"en": "Rank correlation", "nl": "Rangcorrelatie"},
    "read drivers": {
        "en": "Explains: the share of the differences that goes away on average once this is known. What is left comes "
        "from combinations.",
        "nl": "Verklaart: het deel van de verschillen dat gemiddeld verdwijnt zodra dit bekend is. De rest komt van "
        "combinaties.",
    },
    "range noted": {"en": "{name}: {note}", "nl": "{name}: {note}"},
    "bottleneck in": {"en": "How often each is a bottleneck", "nl": "Hoe vaak elke grens een knelpunt is"},
    "share of draws": {"en": "Share of draws", "nl": "Deel van de trekkingen"},
    "read shares": {
        "en": "A bottleneck holds back the total or the lowest coverage; there can be several at once.",
        "nl": "Een knelpunt houdt het totaal of de laagste dekking tegen; er kunnen er meer tegelijk zijn.",
    },
    "draws proved": {
        "en": "{proved} of the {samples} draws are proved in exact arithmetic; all others are checked with rounded "
        "numbers.",
        "nl": "{proved} van de {samples} trekkingen zijn exact bewezen; alle andere zijn met afgeronde getallen "
        "nagerekend.",
    },
    "one draw proved": {
        "en": "One of the {samples} draws is proved in exact arithmetic; all others are checked with rounded numbers.",
        "nl": "Een van de {samples} trekkingen is exact bewezen; alle andere zijn met afgeronde getallen nagerekend.",
    },
    "all draws proved": {
        "en": "Each of the {samples} draws is proved in exact arithmetic.",
        "nl": "Elk van de {samples} trekkingen is exact bewezen.",
    },
    "the draw proved": {
        "en": "The one draw is proved in exact arithmetic.",
        "nl": "De ene trekking is exact bewezen.",
    },
    "input at_least": {"en": "how much {name} asks at least", "nl": "hoeveel {name} minstens vraagt"},
    "input at_most": {"en": "how much {name} allows at most", "nl": "hoeveel {name} hoogstens toestaat"},
    "input existing": {"en": "what is there already for {name}", "nl": "wat er al is voor {name}"},
    "input proposed": {"en": "what is asked for {name}", "nl": "wat wordt gevraagd voor {name}"},
    "input minimum": {"en": "the minimum of {name}", "nl": "het minimum van {name}"},
    "input maximum": {"en": "the maximum of {name}", "nl": "het maximum van {name}"},
    "input weight": {"en": "the weight of {name}", "nl": "het gewicht van {name}"},
    "every line": {"en": "every line", "nl": "elke post"},
    "part of asked": {"en": "Part of what is asked", "nl": "Deel van wat is gevraagd"},
    "spread most": {
        "en": "{name} varies most: {low} to {high} of what is asked in at least 90 of every 100 draws",
        "nl": "{name} loopt het meest uiteen: {low} tot {high} van wat is gevraagd, in minstens 90 van de 100 "
        "trekkingen",
    },
    "spread none": {
        "en": "Every line gets the same in at least 90 of every 100 draws",
        "nl": "In minstens 90 van de 100 trekkingen krijgt elke post hetzelfde",
    },
    "shares most": {
        "en": "{name}: a bottleneck in {part} of the draws",
        "nl": "{name}: knelpunt in {part} van de trekkingen",
    },
    "drives most": {
        "en": "{name}: {part} of the differences in {measure}",
        "nl": "{name}: {part} van de verschillen in {measure}",
    },
    "draws none": {"en": "Nothing to show in these draws", "nl": "In deze trekkingen valt hier niets te zien"},
    "spread chart": {
        "en": "{ceiling}: the part of what each line asks (line) that it gets in at least 90 of every 100 draws "
        "(bar), and in the middle one (dot).",
        "nl": "{ceiling}: welk deel van wat elke post vraagt (streep) hij krijgt in minstens 90 van de 100 "
        "trekkingen (balk), en in de middelste (stip).",
    },
    "shares chart": {
        "en": "{ceiling}: in which share of the draws each constraint is a bottleneck. Minimums and rules that "
        "were chosen are left out.",
        "nl": "{ceiling}: in welk deel van de trekkingen elke grens een knelpunt is. Minima en gekozen regels "
        "staan er niet bij.",
    },
    "drivers chart": {
        "en": "{ceiling}: how much of the differences in {measure} each uncertain figure explains by itself.",
        "nl": "{ceiling}: hoeveel van de verschillen in {measure} elk onzeker getal op zichzelf verklaart.",
    },
}
