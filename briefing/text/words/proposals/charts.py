"""What is said in and beside the charts of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "of proposal": {"en": "Proposal: {title}.", "nl": "Voorstel: {title}."},
    "chart of proposal": {"en": "Proposal", "nl": "Voorstel"},
    "chart of nearest": {
        "en": "Nearest split that works",
        "nl": "Dichtstbijzijnde uitvoerbare verdeling",
    },
    "chart of optimum": {"en": "Optimum", "nl": "Optimum"},
    "chart amount": {"en": "Amount", "nl": "Bedrag"},
    # Dumbbell
    "dumbbell": {
        "en": "What {each} gets in the proposal and in the optimum at {ceiling}; what gains most stands on top.",
        "nl": "Wat {each} krijgt in het voorstel en in de optimale verdeling van {ceiling}; wat het meest wint, "
        "staat bovenaan.",
    },
    "dumbbell alone": {
        "en": "What {each} gets in the proposal. Nothing fits within {ceiling}, so there is no optimum beside it.",
        "nl": "Wat {each} krijgt in het voorstel. Er past niets in {ceiling}, dus er staat geen optimale "
        "verdeling naast.",
    },
    "dumbbell of several": {
        "en": "What {each} gets in each proposal and in the optimum at {ceiling}; on top the proposals differ most.",
        "nl": "Wat {each} krijgt in elk voorstel en in de optimale verdeling van {ceiling}; bovenaan verschillen "
        "de voorstellen het meest.",
    },
    "dumbbell alone of several": {
        "en": "What {each} gets in each proposal. Nothing fits within {ceiling}, so there is no optimum beside them.",
        "nl": "Wat {each} krijgt in elk voorstel. Er past niets in {ceiling}, dus er staat geen optimale "
        "verdeling naast.",
    },
    "chart spread": {"en": "Largest minus smallest", "nl": "Grootste min kleinste"},
    "about dumbbell of several": {
        "en": "Marks on a line for {each}: {names}.",
        "nl": "Tekens op een streep voor {each}: {names}.",
    },
    "about spread": {
        "en": "The proposals differ most on {name}: {amount}.",
        "nl": "De voorstellen verschillen het meest bij {name}: {amount}.",
    },
    "about no spread": {
        "en": "The proposals are the same for {each}.",
        "nl": "De voorstellen zijn gelijk voor {each}.",
    },
    "chart difference": {
        "en": "Optimum minus proposal",
        "nl": "Optimum min voorstel",
    },
    "about dumbbell": {
        "en": "Dots on a line for {each}: the proposal, the nearest split that works and the optimum.",
        "nl": "Stippen op een streep voor {each}: het voorstel, de dichtstbijzijnde uitvoerbare verdeling en de "
        "optimale verdeling.",
    },
    "about dumbbell alone": {
        "en": "A dot for {each}: the proposal.",
        "nl": "Een stip voor {each}: het voorstel.",
    },
    "about gain": {
        "en": "The optimum adds most to {name}: {amount}.",
        "nl": "De optimale verdeling legt het meest bij voor {name}: {amount}.",
    },
    "about loss": {
        "en": "The optimum takes most away from {name}: {amount}.",
        "nl": "De optimale verdeling haalt het meest weg bij {name}: {amount}.",
    },
    "about same": {
        "en": "{each} gets in the optimum what the proposal gives it.",
        "nl": "{each} krijgt in de optimale verdeling wat het voorstel geeft.",
    },
    # Waterfall
    "waterfall": {
        "en": "What {each} gets more (dark) or less (white), first to the nearest split that works, then to the "
        "optimum at {ceiling}.",
        "nl": "Wat {each} meer (donker) of minder (wit) krijgt, eerst in de dichtstbijzijnde uitvoerbare "
        "verdeling, dan in de optimale verdeling van {ceiling}.",
    },
    "waterfall message": {
        "en": "From {proposal} proposed to {nearest} that works, and to the optimum of {optimum}",
        "nl": "Van {proposal} in het voorstel naar {nearest} die uitvoerbaar is, en naar {optimum} in het optimum",
    },
    "waterfall small": {
        "en": "A triangle is a change too small for a bar: it says the direction, the figure how much.",
        "nl": "Een driehoek is een wijziging die te klein is voor een balk: hij wijst de richting, het getal zegt "
        "hoeveel.",
    },
    "waterfall part": {"en": "From: {start} · To: {end}", "nl": "Van: {start} · Naar: {end}"},
    "waterfall alone": {
        "en": "The total of the proposal. Nothing fits within {ceiling}, so {each} has no split to go to.",
        "nl": "Het totaal van het voorstel. Er past niets in {ceiling}, dus voor {each} is er geen verdeling om "
        "naartoe te gaan.",
    },
    "each line": {"en": "each line", "nl": "elke post"},
    "each partner": {"en": "each partner", "nl": "elke partner"},
    "each programme": {"en": "each programme", "nl": "elk programma"},
    "each department": {"en": "each department", "nl": "elk departement"},
    "other partner": {
        "en": "Other partners ({count:d})",
        "nl": "Andere partners ({count:d})",
    },
    "other programme": {
        "en": "Other programmes ({count:d})",
        "nl": "Andere programma's ({count:d})",
    },
    "other department": {
        "en": "Other departments ({count:d})",
        "nl": "Andere departementen ({count:d})",
    },
    "chart total": {"en": "Total amount", "nl": "Totaal bedrag"},
    "about waterfall": {
        "en": "Steps by {by} from the total of the proposal ({proposal}) to the nearest split that works "
        "({nearest}) and to the optimum ({optimum}).",
        "nl": "Stappen per {by} van het totaal van het voorstel ({proposal}) naar de dichtstbijzijnde "
        "uitvoerbare verdeling ({nearest}) en naar de optimale verdeling ({optimum}).",
    },
    "about waterfall alone": {
        "en": "The total of the proposal: {proposal}.",
        "nl": "Het totaal van het voorstel: {proposal}.",
    },
    "about steps": {
        "en": "{name}: {amounts}.",
        "nl": "{name}: {amounts}.",
    },
    # The chain as a bottle
    "bottle explained": {
        "en": "Thickness: how much of the money that enters each link can serve. Dashed: what is asked.",
        "nl": "Dikte: hoeveel van het geld dat binnenkomt elke schakel aankan. Stippellijn: wat is gevraagd.",
    },
    "bottle flows": {
        "en": "All of the {money} that enters gets through the chain.",
        "nl": "Alles wat binnenkomt, {money}, komt door de keten.",
    },
    "bottle stuck": {
        "en": "Of the {money} that enters the chain {passes} gets through; {stuck} is stuck, most of it at {name}.",
        "nl": "Van de {money} die binnenkomt, komt {passes} door de keten; {stuck} loopt vast, het meest bij {name}.",
    },
    "bottle blocked": {
        "en": "None of the {money} that enters gets through the chain: it is stuck at {name}.",
        "nl": "Van de {money} die binnenkomt, komt niets door de keten: het loopt vast bij {name}.",
    },
    "bottle held": {
        "en": "Of the {asked} that is asked {passes} fits through the chain.",
        "nl": "Van de gevraagde {asked} past {passes} door de keten.",
    },
    "bottle empty": {"en": "No money enters the chain.", "nl": "Er komt geen geld in de keten."},
    "bottle year": {
        "en": "Drawn for {year}.",
        "nl": "De tekening geldt voor {year}.",
    },
    "more chains": {
        "en": "This is the tightest chain; there {count:is|are} {count} more.",
        "nl": "Dit is de krapste keten; er {count:is|zijn} er nog {count}.",
    },
    "bottle asked": {"en": "asks {amount}", "nl": "gevraagd {amount}"},
    "bottle enough": {"en": "enough for {amount}", "nl": "genoeg voor {amount}"},
    "bottle shut": {"en": "gets nothing: the neck is shut", "nl": "krijgt niets: de hals zit dicht"},
    "bottle through": {"en": "gets through", "nl": "komt erdoor"},
    "bottle stays": {"en": "is stuck", "nl": "loopt vast"},
    "bottle does not fit": {"en": "does not fit", "nl": "past er niet door"},
    "so many partners": {
        "en": "{count} {count:partner|partners}",
        "nl": "{count} {count:partner|partners}",
    },
    "about bottle": {"en": "{name}: {told}", "nl": "{name}: {told}"},
    "about neck": {
        "en": "{name}: {money}, enough for {capacity}; {arrives} arrives there.",
        "nl": "{name}: {money}, genoeg voor {capacity}; daar komt {arrives} aan.",
    },
    # Proposals as strips
    "strips title": {
        "en": 'Of "{name}" {usable} can be used, the most of the {count} proposals',
        "nl": 'Van "{name}" is {usable} bruikbaar, het meest van de {count} voorstellen',
    },
    "strips title even": {
        "en": "The proposals of which most can be used come to {usable}",
        "nl": "De voorstellen waarvan het meest bruikbaar is, komen op {usable}",
    },
    "strips drawn": {
        "en": "Filled: what can be used. Hatched: what is stuck. Dashed: what of the {ceiling} is not given.",
        "nl": "Gevuld: wat bruikbaar is. Gearceerd: wat vastloopt. Stippellijn: wat van de {ceiling} niet is gegeven.",
    },
    "strips data": {
        "en": "What of each proposal can be used, {unit}",
        "nl": "Wat van elk voorstel bruikbaar is, {unit}",
    },
    "strip proposal": {"en": "Proposal", "nl": "Voorstel"},
    "strip column usable": {"en": "Can be used", "nl": "Bruikbaar"},
    "strip column stuck": {"en": "Is stuck", "nl": "Loopt vast"},
    "strip column left": {"en": "Not given", "nl": "Niet gegeven"},
    "strip usable": {"en": "{amount} can be used", "nl": "{amount} bruikbaar"},
    "strip stuck": {"en": "{amount} is stuck", "nl": "{amount} loopt vast"},
    "strip left": {"en": "{amount} is not given", "nl": "{amount} niet gegeven"},
    "about strip": {
        "en": "{name}: {usable} can be used, {stuck} is stuck, {left} of the ceiling is not given.",
        "nl": "{name}: {usable} is bruikbaar, {stuck} loopt vast, {left} van het plafond is niet gegeven.",
    },
    # Chain
    "chain": {
        "en": "What the proposal gives upstream in each chain rule, and how much of it the money downstream supports.",
        "nl": "Wat het voorstel per ketenregel vooraan in de keten geeft, en hoeveel daarvan het geld erachter aankan.",
    },
    "chain empty": {
        "en": "This plan has no chain rule that asks money downstream.",
        "nl": "Dit plan heeft geen ketenregel die om geld verderop in de keten vraagt.",
    },
    "more rules": {
        "en": "Rules with room to spare that are not shown: {count:d}.",
        "nl": "Regels met ruimte die niet getekend zijn: {count:d}.",
    },
    "chain passes": {"en": "Upstream, usable", "nl": "Vooraan, bruikbaar"},
    "chain stuck": {"en": "Upstream, not usable", "nl": "Vooraan, niet bruikbaar"},
    "chain capacity": {"en": "Capacity downstream", "nl": "Capaciteit erachter"},
    "rule alone": {"en": "Chain rule", "nl": "Ketenregel"},
    "chain money": {"en": "Money upstream", "nl": "Geld vooraan in de keten"},
    "chain message": {
        "en": "{name}: {amount} more comes in than can go on",
        "nl": "{name}: er komt {amount} meer binnen dan verder kan",
    },
    "chain bottleneck": {"en": "Bottleneck: {amount} too much", "nl": "Knelpunt: {amount} te veel"},
    "chain held": {
        "en": "{amount} held further on: {names}",
        "nl": "{amount} zit verderop vast: {names}",
    },
    "about chain": {
        "en": "Two bars for every chain rule: the money upstream and the capacity downstream. Rules: {count:d}.",
        "nl": "Twee balken per ketenregel: het geld vooraan en de capaciteit erachter. Regels: {count:d}.",
    },
    "about no bottleneck": {"en": "No rule is a bottleneck.", "nl": "Geen regel is een knelpunt."},
}
