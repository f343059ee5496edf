"""What the desk of the page says: what a reader can change, what that comes to, and why nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

# What stands in the page as it is written.
STANDING: dict[str, dict[Language, str]] = {
    "desk subject": {"en": "What-if questions, from {ceiling} on", "nl": "Meerekenen, te beginnen bij {ceiling}"},
    "desk who gets what": {"en": "Who gets what", "nl": "Wie krijgt wat"},
    "desk tick home alone": {"en": "start", "nl": "begin"},
    "desk banner alone": {
        "en": "You are looking at a variant, not at the plan itself ({ceiling}).",
        "nl": "U bekijkt een variant, niet het plan zelf ({ceiling}).",
    },
    "desk back alone": {"en": "Back to the plan", "nl": "Terug naar het plan"},
    "desk tick lowest": {"en": "lowest", "nl": "minimaal"},
    "desk tick home": {"en": "briefing", "nl": "briefing"},
    "desk tick asked": {"en": "asked", "nl": "gevraagd"},
    "desk rules": {"en": "Rules: how much is needed", "nl": "Regels: hoeveel er nodig is"},
    "desk per": {"en": "{part}, per 100 at {whole}", "nl": "{part}, per 100 bij {whole}"},
    "desk per at most": {
        "en": "{part}, at most per 100 at {whole}",
        "nl": "{part}, hoogstens per 100 bij {whole}",
    },
    "desk at_least share": {"en": "{name}: at least, in %", "nl": "{name}: ten minste, in %"},
    "desk at_most share": {"en": "{name}: at most, in %", "nl": "{name}: ten hoogste, in %"},
    "desk at_least": {"en": "{name}: at least", "nl": "{name}: ten minste"},
    "desk at_most": {"en": "{name}: at most", "nl": "{name}: ten hoogste"},
    "desk held": {"en": "Held, and minimums", "nl": "Vastgezet, en minima"},
    "desk nothing held": {
        "en": "Nothing is held. A lock in the table holds an amount; the rest is divided again.",
        "nl": "Er staat niets vast. Een slot in de tabel houdt een bedrag vast; de rest wordt opnieuw verdeeld.",
    },
    "desk share": {"en": "Part of the path {name}, in %", "nl": "Deel van het pad {name}, in %"},
    "desk weights": {"en": "Weights", "nl": "Gewichten"},
    "desk banner": {
        "en": "You are looking at a variant, not at the briefing ({ceiling}).",
        "nl": "U bekijkt een variant, niet de briefing ({ceiling}).",
    },
    "desk part": {
        "en": "This part is about the briefing ({ceiling}), not about your variant.",
        "nl": "Dit onderdeel gaat over de briefing ({ceiling}), niet over uw variant.",
    },
    "desk lowest": {"en": "Lowest coverage", "nl": "Laagste dekking"},
    "desk unspent": {"en": "Stays unspent", "nl": "Blijft liggen"},
    "desk neck": {"en": "Bottleneck", "nl": "Knelpunt"},
    "desk undo": {"en": "Undo", "nl": "Ongedaan maken"},
    "desk redo": {"en": "Redo", "nl": "Opnieuw"},
    "desk back": {"en": "Back to the briefing", "nl": "Terug naar de briefing"},
    "desk more acts": {"en": "Print, save, compare", "nl": "Afdrukken, bewaren, vergelijken"},
    "desk save": {"en": "Save as a proposal", "nl": "Bewaar als voorstel"},
    "desk hint": {
        "en": "Everything is worked out in this page, exactly; nothing is sent anywhere. Ctrl+Z undoes.",
        "nl": "Alles wordt in deze pagina uitgerekend, exact; er wordt niets verstuurd. Met Ctrl+Z maakt u ongedaan.",
    },
    "desk large": {
        "en": "With {lines} lines this plan is too large to be worked out in a page: only its ceiling moves here.",
        "nl": "Met {lines} posten is dit plan te groot om in een pagina te worden uitgerekend: hier verschuift alleen "
        "het plafond.",
    },
}
# What its script says, and so what it takes along.
SAID: dict[str, dict[Language, str]] = {
    "desk heading": {"en": "What if?", "nl": "Reken mee"},
    "desk close": {"en": "Close", "nl": "Sluit"},
    "desk of path": {"en": "{share}% of the path {name}", "nl": "{share}% van het pad {name}"},
    "desk peek path": {"en": "{ceiling}", "nl": "{ceiling}"},
    "desk peek": {"en": "Ceiling {ceiling}", "nl": "Plafond {ceiling}"},
    "desk peek least": {
        "en": "lowest coverage {lowest} · unspent {unspent}",
        "nl": "laagste dekking {lowest} · blijft liggen {unspent}",
    },
    # Rules
    "desk applies": {"en": '"{name}" applies', "nl": '"{name}" geldt'},
    "desk rule off": {"en": "rule off", "nl": "regel uit"},
    "desk less": {"en": "less: {name}", "nl": "minder: {name}"},
    "desk more": {"en": "more: {name}", "nl": "meer: {name}"},
    # What is held
    "desk hold": {"en": "Hold", "nl": "Vastzetten"},
    "desk hold line": {"en": "Hold {name}", "nl": "{name} vastzetten"},
    "desk way of": {"en": "how {name} is held", "nl": "hoe {name} vastligt"},
    "desk minimum of": {"en": "amount for {name}", "nl": "bedrag voor {name}"},
    "desk maximum of": {"en": "at most for {name}", "nl": "hoogstens voor {name}"},
    "desk keep": {"en": "exactly", "nl": "precies"},
    "desk minimum": {"en": "at least", "nl": "ten minste"},
    "desk maximum": {"en": "at most", "nl": "ten hoogste"},
    "desk between": {"en": "between", "nl": "tussen"},
    "desk crossed": {
        "en": "The second amount is below the first: write the lower one first.",
        "nl": "Het tweede bedrag is lager dan het eerste: schrijf het laagste eerst.",
    },
    "desk beyond": {
        "en": "{name} gets from {low} to {high}: write an amount between them.",
        "nl": "{name} krijgt van {low} tot {high}: schrijf een bedrag daartussen.",
    },
    "desk let go": {"en": "{text}: let go", "nl": "{text}: loslaten"},
    "desk to line": {"en": "{text}: to its row in the table", "nl": "{text}: naar de regel in de tabel"},
    "desk make": {"en": "make it {amount}", "nl": "maak {amount}"},
    "desk make line": {"en": "give {name} {amount}", "nl": "geef {name} {amount}"},
    # What was changed
    "desk variant": {"en": "Variant", "nl": "Variant"},
    "desk changed": {"en": "Changed: {changes}.", "nl": "Gewijzigd: {changes}."},
    "desk is ceiling": {"en": "ceiling {value}", "nl": "plafond {value}"},
    "desk is reading": {"en": "read as: {name}", "nl": "gelezen als: {name}"},
    "desk is rule": {"en": "{name}: {value}", "nl": "{name}: {value}"},
    "desk is off": {"en": 'without "{name}"', "nl": 'zonder "{name}"'},
    "desk is keep": {"en": "{name} = {value}", "nl": "{name} = {value}"},
    "desk is minimum": {"en": "{name} ≥ {value}", "nl": "{name} ≥ {value}"},
    "desk is maximum": {"en": "{name} ≤ {value}", "nl": "{name} ≤ {value}"},
    "desk is between": {"en": "{name}: {low} to {high}", "nl": "{name}: {low} tot {high}"},
    "desk is weight": {"en": "{name}: weight {value}", "nl": "{name}: gewicht {value}"},
    # What it comes to
    "desk was": {"en": "was {before}", "nl": "was {before}"},
    "desk neck ceiling": {"en": "the ceiling", "nl": "het plafond"},
    "desk neck path": {"en": "the path", "nl": "het pad"},
    "desk hold path": {
        "en": "Only the path limits what is put to work.",
        "nl": "Alleen het pad beperkt de inzet.",
    },
    "desk in years": {"en": "{name} in {years}", "nl": "{name} in {years}"},
    "desk neck none": {"en": "none", "nl": "geen"},
    "desk neck goals": {"en": "weights and goals", "nl": "gewichten en doelen"},
    "desk neck several": {"en": "several rules together", "nl": "een paar regels samen"},
    "desk limit minimum": {"en": "the minimum of {name}", "nl": "het minimum van {name}"},
    "desk limit maximum": {"en": "the maximum of {name}", "nl": "het maximum van {name}"},
    "desk neck count": {"en": "{count} rules and limits", "nl": "{count} regels en grenzen"},
    "desk stays": {"en": "Of {ceiling}, {unspent} stays unspent", "nl": "Van {ceiling} blijft {unspent} liggen"},
    "desk stays by": {
        "en": "Of {ceiling}, {unspent} stays unspent: {name} holds back the rest",
        "nl": "Van {ceiling} blijft {unspent} liggen: {name} houdt de rest tegen",
    },
    "desk fits": {
        "en": "Everything that is asked fits within {ceiling}",
        "nl": "Alles wat wordt gevraagd, past binnen {ceiling}",
    },
    "desk nothing asked": {
        "en": "No line asks anything; {total} of {ceiling} is allocated",
        "nl": "Geen enkele post vraagt iets; van {ceiling} wordt {total} toegekend",
    },
    "desk reaches": {
        "en": "With {ceiling} every line gets at least {lowest} of what it asks",
        "nl": "Met {ceiling} krijgt elke post ten minste {lowest} van wat hij vraagt",
    },
    "desk reaches one": {"en": "With {ceiling} one line gets nothing", "nl": "Met {ceiling} krijgt één post niets"},
    "desk reaches some": {
        "en": "With {ceiling} {count} lines get nothing",
        "nl": "Met {ceiling} krijgen {count} posten niets",
    },
    # The proof
    "desk proved": {
        "en": "✓ proved in this page",
        "nl": "✓ bewezen in deze pagina",
    },
    "desk refuted": {
        "en": "✓ proved in this page: nothing can fit",
        "nl": "✓ bewezen in deze pagina: er kan niets passen",
    },
    "desk by steps": {"en": "✓ worked out beforehand, exactly", "nl": "✓ vooraf exact uitgerekend"},
    "desk unproved": {"en": "not proved", "nl": "niet bewezen"},
    "desk failed": {
        "en": "No answer could be proved in this page",
        "nl": "In deze pagina kon geen antwoord worden bewezen",
    },
    "desk not proved": {
        "en": "What is not proved is not shown. The reason: {why}. The command below asks the program itself.",
        "nl": "Wat niet is bewezen, wordt niet getoond. De reden: {why}. De opdracht hieronder vraagt het aan het "
        "programma zelf.",
    },
    "desk unlike": {
        "en": "at its own ceiling the page found another answer than it was made with",
        "nl": "bij het plafond van de pagina zelf kwam er een ander antwoord uit dan waarmee zij is gemaakt",
    },
    # Where nothing fits
    "desk short": {
        "en": "This does not fit: there is {short} too little for what is fixed",
        "nl": "Dit past niet: er is {short} te weinig voor wat vastligt",
    },
    "desk short path": {
        "en": "This does not fit: that takes {lowest}",
        "nl": "Dit past niet: daarvoor is {lowest} nodig",
    },
    "desk from path": {"en": "From {lowest} on it does fit.", "nl": "Vanaf {lowest} past het wel."},
    "desk never": {
        "en": "This fits at no ceiling: what is asked contradicts itself",
        "nl": "Dit past bij geen enkel plafond: de eisen spreken elkaar tegen",
    },
    "desk conflict": {
        "en": "These cannot hold together: {names}.",
        "nl": "Deze eisen kunnen niet samen gelden: {names}.",
    },
    "desk from": {
        "en": "From a ceiling of {lowest} on it does fit.",
        "nl": "Vanaf een plafond van {lowest} past het wel.",
    },
    # What goes out
    "desk copy": {"en": "Copy command", "nl": "Kopieer opdracht"},
    "desk copied": {"en": "Copied", "nl": "Gekopieerd"},
}
WORDS = {**STANDING, **SAID}
