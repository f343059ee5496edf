"""What is said of why an answer changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "what changed": {"en": "What changed, and what changed it", "nl": "Wat er verandert, en waardoor"},
    "difference more": {
        "en": "In all {after} is given instead of {before}: {by} more.",
        "nl": "In totaal wordt {after} verdeeld in plaats van {before}: {by} meer.",
    },
    "difference less": {
        "en": "In all {after} is given instead of {before}: {by} less.",
        "nl": "In totaal wordt {after} verdeeld in plaats van {before}: {by} minder.",
    },
    "difference none": {"en": "The total stays {after}.", "nl": "Het totaal blijft {after}."},
    "difference coverage": {
        "en": "The lowest coverage goes from {before} to {after}.",
        "nl": "De laagste dekking gaat van {before} naar {after}.",
    },
    "difference coverage none": {
        "en": "The lowest coverage stays {after}.",
        "nl": "De laagste dekking blijft {after}.",
    },
    "difference largest": {
        "en": "The largest effect on the total comes from {name}: {by}.",
        "nl": "Het grootste effect op het totaal komt van {name}: {by}.",
    },
    "difference nothing": {"en": "Nothing changed.", "nl": "Er is niets gewijzigd."},
    "difference shapley": {
        "en": "Each effect is the average over every order in which the {count} changes can be made (Shapley value). "
        "Together they are exactly the difference.",
        "nl": "Elk effect is het gemiddelde over alle volgordes waarin de {count} wijzigingen kunnen worden gemaakt "
        "(Shapley-waarde). Samen vormen ze precies het verschil.",
    },
    "difference alone": {
        "en": "One thing changed, so the whole difference is its effect.",
        "nl": "Er is één gegeven gewijzigd; daardoor komt het hele verschil.",
    },
    "difference order": {
        "en": "The changes were made one after another, in the order of this table: each effect is what the change "
        "adds to those above it. In another order the effects can differ; together they are always exactly the "
        "difference.",
        "nl": "De wijzigingen zijn na elkaar gemaakt, in de volgorde van deze tabel: elk effect is wat de wijziging "
        "toevoegt aan die erboven. In een andere volgorde kunnen de effecten anders zijn; samen zijn ze altijd precies "
        "het verschil.",
    },
    "difference unfit": {
        "en": "An average over all orders is not possible: nothing fits with only {names} changed.",
        "nl": "Een gemiddelde over alle volgordes is niet mogelijk: er past niets als alleen {names} is gewijzigd.",
    },
    "difference unfit none": {
        "en": "An average over all orders is not possible: nothing fits with none of the changes.",
        "nl": "Een gemiddelde over alle volgordes is niet mogelijk: zonder wijzigingen past er niets.",
    },
    "difference slow": {
        "en": "An average over all orders would take more than a minute for this plan.",
        "nl": "Een gemiddelde over alle volgordes zou bij dit plan langer dan een minuut duren.",
    },
    "difference together": {
        "en": "{count:C} inputs changed. They are taken together by what they have in common, so that no more "
        "than eight effects have to be told apart.",
        "nl": "Er zijn {count} gegevens gewijzigd. Ze zijn samengenomen naar wat ze gemeen hebben, zodat er "
        "hoogstens acht effecten te onderscheiden zijn.",
    },
    "change of": {"en": "What changed", "nl": "Wijziging"},
    "effect on total": {"en": "Total", "nl": "Totaal"},
    "effect on coverage": {"en": "Lowest coverage (% pt)", "nl": "Laagste dekking (%-punt)"},
    "whole difference": {"en": "Difference", "nl": "Verschil"},
    "difference by line": {"en": "Per line", "nl": "Per post"},
    "tab of causes": {"en": "Causes", "nl": "Oorzaken"},
    "tab of lines": {"en": "Lines", "nl": "Posten"},
    "bar under": {"en": "Chart: from", "nl": "Grafiek: vanaf"},
    "bar ends": {"en": "Chart: amount", "nl": "Grafiek: bedrag"},
    "bar more": {"en": "Chart: more", "nl": "Grafiek: meer"},
    "bar less": {"en": "Chart: less", "nl": "Grafiek: minder"},
    "before": {"en": "Before", "nl": "Eerst"},
    "after": {"en": "After", "nl": "Nu"},
    "difference change": {"en": "Difference", "nl": "Verschil"},
    "mostly by": {"en": "Mostly by", "nl": "Vooral door"},
    "lines as before": {
        "en": "Lines that get the same as before: {count}.",
        "nl": "Posten die hetzelfde krijgen als eerst: {count}.",
    },
    "cause ceiling": {"en": "The ceiling: {before} → {after}", "nl": "Het plafond: {before} → {after}"},
    "cause shift": {
        "en": "What of the ceilings may be used in another year",
        "nl": "Wat van de plafonds in een ander jaar mag worden besteed",
    },
    "cause course": {
        "en": "The course of the ceilings over the years",
        "nl": "Het verloop van de plafonds over de jaren",
    },
    "cause when": {"en": "{name}: {field}", "nl": "{name}: {field}"},
    "when lag": {"en": "with another delay", "nl": "met een andere vertraging"},
    "when years": {"en": "in other years", "nl": "in andere jaren"},
    "when together": {"en": "over the years together, or each apart", "nl": "over de jaren samen, of elk apart"},
    "when from": {"en": "begins in another year", "nl": "begint in een ander jaar"},
    "when until": {"en": "ends in another year", "nl": "eindigt in een ander jaar"},
    "difference by year": {"en": "Year by year", "nl": "Jaar voor jaar"},
    "cause objective": {
        "en": "What comes first: {before} → {after}",
        "nl": "Wat voorgaat: {before} → {after}",
    },
    "cause proposed": {"en": "{name}: asks {before} → {after}", "nl": "{name}: vraagt {before} → {after}"},
    "cause minimum": {"en": "{name}: minimum {before} → {after}", "nl": "{name}: minimum {before} → {after}"},
    "cause maximum": {"en": "{name}: maximum {before} → {after}", "nl": "{name}: maximum {before} → {after}"},
    "cause weight": {"en": "{name}: weight {before} → {after}", "nl": "{name}: gewicht {before} → {after}"},
    "cause cofunded": {
        "en": "{name}: others pay {before} → {after}",
        "nl": "{name}: anderen betalen {before} → {after}",
    },
    "cause step": {
        "en": "{name}: step {before} → {after}",
        "nl": "{name}: stap {before} → {after}",
    },
    "cause parts": {
        "en": "{name}: parts {before} → {after}",
        "nl": "{name}: delen {before} → {after}",
    },
    "cause smallest": {
        "en": "{name}: smallest amount {before} → {after}",
        "nl": "{name}: kleinste bedrag {before} → {after}",
    },
    "cause dropped": {"en": "{name}: left out of the plan", "nl": "{name}: uit het plan gelaten"},
    "cause kept": {"en": "{name}: held at {after}", "nl": "{name}: vastgehouden op {after}"},
    "cause restored": {"en": "{name}: back in the plan", "nl": "{name}: weer in het plan"},
    "cause released": {"en": "{name}: no longer held at {before}", "nl": "{name}: niet meer vastgehouden op {before}"},
    "cause field": {"en": "{name}: another {field}", "nl": "{name}: {field} gewijzigd"},
    "cause added": {"en": "{name}: new", "nl": "{name}: nieuw"},
    "cause gone": {"en": "{name}: no longer there", "nl": "{name}: vervallen"},
    "cause at_least": {
        "en": "{name}: at least {before} → {after}",
        "nl": "{name}: ten minste {before} → {after}",
    },
    "cause at_most": {"en": "{name}: at most {before} → {after}", "nl": "{name}: ten hoogste {before} → {after}"},
    "cause existing": {
        "en": "{name}: already there {before} → {after}",
        "nl": "{name}: al aanwezig {before} → {after}",
    },
    "cause selects": {
        "en": "{name}: counts {before} → {after}",
        "nl": "{name}: telt {before} → {after}",
    },
    "cause upstream": {
        "en": "{name}: upstream {before} → {after}",
        "nl": "{name}: vooraan in de keten {before} → {after}",
    },
    "cause downstream": {
        "en": "{name}: downstream {before} → {after}",
        "nl": "{name}: verderop in de keten {before} → {after}",
    },
    "no such limit": {"en": "none", "nl": "geen"},
    "cause together": {
        "en": "{what} ({count:d} {count:change|changes})",
        "nl": "{what} ({count:d} {count:wijziging|wijzigingen})",
    },
    "category": {"en": "Category", "nl": "Soort wijziging"},
    "difference by category": {"en": "By category of change", "nl": "Naar soort wijziging"},
    "category decision": {"en": "decision", "nl": "beleidsmatig"},
    "category windfall": {"en": "windfall or setback", "nl": "mee- of tegenvaller"},
    "category price": {"en": "wages and prices", "nl": "loon- en prijsbijstelling"},
    "category technical": {"en": "technical", "nl": "technisch"},
    "category shift": {"en": "shift between years", "nl": "kasschuif"},
    "category None": {"en": "not tagged", "nl": "niet benoemd"},
    "together all": {"en": "All changes", "nl": "Alle wijzigingen"},
    "together lines": {"en": "Lines", "nl": "Posten"},
    "together constraints": {"en": "Rules", "nl": "Regels"},
    "together in": {"en": "{what} in {name}", "nl": "{what} in {name}"},
    "together proposed": {"en": "What is asked", "nl": "Wat wordt gevraagd"},
    "together minimum": {"en": "Minimums", "nl": "Minima"},
    "together maximum": {"en": "Maximums", "nl": "Maxima"},
    "together weight": {"en": "Weights", "nl": "Gewichten"},
    "difference chart": {
        "en": "What changes the total from {before} to {after}",
        "nl": "Waardoor het totaal van {before} naar {after} gaat",
    },
    "difference chart lowest": {
        "en": "What changes the lowest coverage from {before} to {after}",
        "nl": "Waardoor de laagste dekking van {before} naar {after} gaat",
    },
    "the objective": {"en": "what comes first", "nl": "wat voorgaat"},
    "effect of cause": {"en": "{name}: {by}.", "nl": "{name}: {by}."},
}
