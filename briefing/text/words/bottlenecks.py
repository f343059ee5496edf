"""What is said of what binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "bottlenecks": {"en": "What binds at {ceiling}", "nl": "Wat knelt bij {ceiling}"},
    "constraint": {"en": "Constraint", "nl": "Grens"},
    "kind": {"en": "Kind", "nl": "Soort"},
    "nature": {"en": "Nature", "nl": "Aard"},
    "structural": {"en": "Structural ceiling", "nl": "Structureel plafond"},
    "shift": {"en": "Use in another year", "nl": "Besteding in een ander jaar"},
    "law": {"en": "law", "nl": "wet"},
    "norm": {"en": "norm", "nl": "norm"},
    "choice": {"en": "choice", "nl": "keuze"},
    "one more": {"en": "One more (shadow price)", "nl": "Eén erbij (schaduwprijs)"},
    "as far as": {"en": "Up to", "nl": "Tot en met"},
    "one less": {"en": "One less", "nl": "Eén eraf"},
    "value without": {"en": "Without it", "nl": "Zonder"},
    "relief": {"en": "Coverage (% pt)", "nl": "Dekking (%-punt)"},
    "weights": {
        "en": "Weights at which the split stays as it is",
        "nl": "Gewichten waarbij de verdeling gelijk blijft",
    },
    "weight": {"en": "Weight", "nl": "Gewicht"},
    "weight from": {"en": "From", "nl": "Van"},
    "weights explained": {
        "en": "Each range is that of one weight, with all others as they are. At an end itself another split is worth "
        "as much.",
        "nl": "Elk bereik geldt voor één gewicht, terwijl de andere gelijk blijven. Op een grens zelf is een andere "
        "verdeling evenveel waard.",
    },
    "weights alone": {
        "en": "Any other weight changes the split for {names}: other lines are worth as much.",
        "nl": "Elk ander gewicht verandert de verdeling bij {names}: andere posten zijn evenveel waard.",
    },
    "weights free": {
        "en": "Any weight gives the same split for {names}.",
        "nl": "Elk gewicht geeft dezelfde verdeling bij {names}.",
    },
    "no end": {"en": "no limit", "nl": "onbeperkt"},
    # What relaxing a constraint does: money that is put to work, or worth where lines have weights of their own
    "ceiling is all used": {
        "en": "Up to {until} every further euro can be put to work in full.",
        "nl": "Tot {until} kan elke extra euro volledig worden ingezet.",
    },
    "ceiling holds back": {
        "en": "Of each further euro of ceiling {worth} is put to work{far}.",
        "nl": "Van elke euro die het plafond hoger is, wordt {worth} ingezet{far}.",
    },
    "maximum holds back": {
        "en": "{name} is at its maximum: each euro more there puts {worth} more to work{far}.",
        "nl": "{name} zit op het maximum: met elke euro meer daar wordt {worth} meer ingezet{far}.",
    },
    "minimum holds back": {
        "en": "{name} is at its minimum: each euro less there puts {worth} more to work{far}.",
        "nl": "{name} zit op het minimum: met elke euro minder daar wordt {worth} meer ingezet{far}.",
    },
    "rule holds back": {
        "en": "{name} binds: each euro that it is eased by puts {worth} more to work{far}.",
        "nl": "{name} knelt: met elke euro die de regel ruimer is, wordt {worth} meer ingezet{far}.",
    },
    "ceiling costs": {
        "en": "Each further euro of ceiling puts {worth} less to work{far}: money then goes to what is short first.",
        "nl": "Met elke euro die het plafond hoger is, wordt {worth} minder ingezet{far}: geld gaat dan eerst naar wat "
        "het meest tekortkomt.",
    },
    "kept holds back": {
        "en": "{name} is kept at its amount: each euro less there puts {worth} more to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke euro minder daar wordt {worth} meer ingezet{far}.",
    },
    "kept costs": {
        "en": "{name} is kept at its amount: each euro less there puts {worth} less to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke euro minder daar wordt {worth} minder ingezet{far}.",
    },
    "kept holds back weighted": {
        "en": "{name} is kept at its amount: each euro less there raises the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke euro minder daar verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept costs weighted": {
        "en": "{name} is kept at its amount: each euro less there lowers the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke euro minder daar verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept shifts": {
        "en": "With {name} kept at less money moves to other lines; the total stays the same{far}.",
        "nl": "Met {name} vastgehouden op minder verschuift geld naar andere posten; het totaal blijft gelijk{far}.",
    },
    "kept shifts weighted": {
        "en": "With {name} kept at less money moves to other lines; the weighted total stays the same{far}.",
        "nl": "Met {name} vastgehouden op minder verschuift geld naar andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "kept above holds back": {
        "en": "{name} is kept at its amount: each euro more there puts {worth} more to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke euro meer daar wordt {worth} meer ingezet{far}.",
    },
    "kept above costs": {
        "en": "{name} is kept at its amount: each euro more there puts {worth} less to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke euro meer daar wordt {worth} minder ingezet{far}.",
    },
    "kept above holds back weighted": {
        "en": "{name} is kept at its amount: each euro more there raises the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke euro meer daar verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept above costs weighted": {
        "en": "{name} is kept at its amount: each euro more there lowers the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke euro meer daar verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept above shifts": {
        "en": "With {name} kept at more money moves there from other lines; the total stays the same{far}.",
        "nl": "Met {name} vastgehouden op meer verschuift geld van andere posten; het totaal blijft gelijk{far}.",
    },
    "kept above shifts weighted": {
        "en": "With {name} kept at more money moves there from other lines; the weighted total stays the same{far}.",
        "nl": "Met {name} vastgehouden op meer verschuift geld van andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "maximum costs": {
        "en": "{name} is at its maximum: each euro more there puts {worth} less to work{far}.",
        "nl": "{name} zit op het maximum: met elke euro meer daar wordt {worth} minder ingezet{far}.",
    },
    "minimum costs": {
        "en": "{name} is at its minimum: each euro less there puts {worth} less to work{far}.",
        "nl": "{name} zit op het minimum: met elke euro minder daar wordt {worth} minder ingezet{far}.",
    },
    "rule costs": {
        "en": "{name} binds: each euro that it is eased by puts {worth} less to work{far}.",
        "nl": "{name} knelt: met elke euro die de regel ruimer is, wordt {worth} minder ingezet{far}.",
    },
    "ceiling shifts": {
        "en": "At a higher ceiling money moves between lines; the total stays the same{far}.",
        "nl": "Bij een hoger plafond verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "maximum shifts": {
        "en": "At a higher maximum for {name} money moves there from other lines; the total stays the same{far}.",
        "nl": "Bij een hoger maximum voor {name} verschuift geld van andere posten; het totaal blijft gelijk{far}.",
    },
    "minimum shifts": {
        "en": "At a lower minimum for {name} money moves to other lines; the total stays the same{far}.",
        "nl": "Bij een lager minimum voor {name} verschuift geld naar andere posten; het totaal blijft gelijk{far}.",
    },
    "rule shifts": {
        "en": "If {name} is eased, money moves between lines; the total stays the same{far}.",
        "nl": "Als {name} ruimer is, verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "ceiling holds back weighted": {
        "en": "Each further euro of ceiling raises the weighted total by {worth}{far}.",
        "nl": "Elke euro die het plafond hoger is, verhoogt het gewogen totaal met {worth}{far}.",
    },
    "maximum holds back weighted": {
        "en": "{name} is at its maximum: each euro more there raises the weighted total by {worth}{far}.",
        "nl": "{name} zit op het maximum: elke euro meer daar verhoogt het gewogen totaal met {worth}{far}.",
    },
    "minimum holds back weighted": {
        "en": "{name} is at its minimum: each euro less there raises the weighted total by {worth}{far}.",
        "nl": "{name} zit op het minimum: elke euro minder daar verhoogt het gewogen totaal met {worth}{far}.",
    },
    "rule holds back weighted": {
        "en": "{name} binds: each euro that it is eased by raises the weighted total by {worth}{far}.",
        "nl": "{name} knelt: elke euro die de regel ruimer is, verhoogt het gewogen totaal met {worth}{far}.",
    },
    "ceiling costs weighted": {
        "en": "Each further euro of ceiling lowers the weighted total by {worth}{far}: money then goes to what "
        "is short first.",
        "nl": "Elke euro die het plafond hoger is, verlaagt het gewogen totaal met {worth}{far}: geld gaat dan "
        "eerst naar wat het meest tekortkomt.",
    },
    "maximum costs weighted": {
        "en": "{name} is at its maximum: each euro more there lowers the weighted total by {worth}{far}.",
        "nl": "{name} zit op het maximum: elke euro meer daar verlaagt het gewogen totaal met {worth}{far}.",
    },
    "minimum costs weighted": {
        "en": "{name} is at its minimum: each euro less there lowers the weighted total by {worth}{far}.",
        "nl": "{name} zit op het minimum: elke euro minder daar verlaagt het gewogen totaal met {worth}{far}.",
    },
    "rule costs weighted": {
        "en": "{name} binds: each euro that it is eased by lowers the weighted total by {worth}{far}.",
        "nl": "{name} knelt: elke euro die de regel ruimer is, verlaagt het gewogen totaal met {worth}{far}.",
    },
    "ceiling shifts weighted": {
        "en": "At a higher ceiling money moves between lines; the weighted total stays the same{far}.",
        "nl": "Bij een hoger plafond verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
    "maximum shifts weighted": {
        "en": "At a higher maximum for {name} money moves there from other lines; the weighted total stays the "
        "same{far}.",
        "nl": "Bij een hoger maximum voor {name} verschuift geld van andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "minimum shifts weighted": {
        "en": "At a lower minimum for {name} money moves to other lines; the weighted total stays the same{far}.",
        "nl": "Bij een lager minimum voor {name} verschuift geld naar andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "rule shifts weighted": {
        "en": "If {name} is eased, money moves between lines; the weighted total stays the same{far}.",
        "nl": "Als {name} ruimer is, verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
    "maximum holds back many": {
        "en": "{name} are at their maximums: each euro more at one of them puts {worth} more to work{far}.",
        "nl": "{name} zitten op hun maximum: met elke euro meer bij één ervan wordt {worth} meer ingezet{far}.",
    },
    "minimum holds back many": {
        "en": "{name} are at their minimums: each euro less at one of them puts {worth} more to work{far}.",
        "nl": "{name} zitten op hun minimum: met elke euro minder bij één ervan wordt {worth} meer ingezet{far}.",
    },
    "maximum costs many": {
        "en": "{name} are at their maximums: each euro more at one of them puts {worth} less to work{far}.",
        "nl": "{name} zitten op hun maximum: met elke euro meer bij één ervan wordt {worth} minder ingezet{far}.",
    },
    "minimum costs many": {
        "en": "{name} are at their minimums: each euro less at one of them puts {worth} less to work{far}.",
        "nl": "{name} zitten op hun minimum: met elke euro minder bij één ervan wordt {worth} minder ingezet{far}.",
    },
    "maximum holds back weighted many": {
        "en": "{name} are at their maximums: each euro more at one of them raises the weighted total by {worth}{far}.",
        "nl": "{name} zitten op hun maximum: elke euro meer bij één ervan verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "minimum holds back weighted many": {
        "en": "{name} are at their minimums: each euro less at one of them raises the weighted total by {worth}{far}.",
        "nl": "{name} zitten op hun minimum: elke euro minder bij één ervan verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "maximum costs weighted many": {
        "en": "{name} are at their maximums: each euro more at one of them lowers the weighted total by {worth}{far}.",
        "nl": "{name} zitten op hun maximum: elke euro meer bij één ervan verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "minimum costs weighted many": {
        "en": "{name} are at their minimums: each euro less at one of them lowers the weighted total by {worth}{far}.",
        "nl": "{name} zitten op hun minimum: elke euro minder bij één ervan verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "rule shifts many": {
        "en": "If one of {name} is eased, money moves between lines; the total stays the same{far}.",
        "nl": "Als één van {name} ruimer is, verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "rule shifts weighted many": {
        "en": "If one of {name} is eased, money moves between lines; the weighted total stays the same{far}.",
        "nl": "Als één van {name} ruimer is, verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
    "limits elsewhere": {
        "en": "Further limits and what other ratios would do: annex C.",
        "nl": "Overige grenzen en wat andere verhoudingen zouden doen: bijlage C.",
    },
    "so far": {"en": ", for the first {amount}", "nl": ", voor de eerste {amount}"},
    "releases": {"en": "Of each such euro {bundle}{far}.", "nl": "Van elk van die euro's gaat {bundle}{far}."},
    "rows left out": {
        "en": "{count} more are not shown here: -f json has them all.",
        "nl": "Nog {count} staan hier niet: -f json bevat ze allemaal.",
    },
    "further findings": {
        "en": "Further constraints with an effect, in the table below: {count}.",
        "nl": "Verdere grenzen met effect, in de tabel hieronder: {count}.",
    },
    "in detail": {
        "en": "Every constraint that has an effect, what helps most first",
        "nl": "Alle grenzen met effect; wat het meest helpt, staat bovenaan",
    },
    "satisfied": {
        "en": "One line at its maximum has all that it asks; it would get more if more were asked.",
        "nl": "Eén post op het maximum heeft alles wat wordt gevraagd; bij een hogere vraag zou er meer geld heen "
        "gaan.",
    },
    "satisfied, many": {
        "en": "{count} lines at their maximum have all that they ask; each would get more if more were asked.",
        "nl": "{count} posten op hun maximum hebben alles wat wordt gevraagd; bij een hogere vraag zou er meer "
        "geld heen gaan.",
    },
    "without effect": {
        "en": "These limits are met exactly, but do not decide the outcome: {names}.",
        "nl": "Deze grenzen worden precies gehaald, maar bepalen de uitkomst niet: {names}.",
    },
    "explained": {
        "en": "Every effect is proved, up to the amount that stands beside it.",
        "nl": "Elk effect is bewezen, tot het bedrag dat erbij staat.",
    },
    "columns explained": {
        "en": "One more and one less: the change of the (weighted) total per euro, proved on both sides. Coverage: "
        "what {one} of relief does to the lowest. Without it: the (weighted) total if it were left out.",
        "nl": "Eén erbij en eraf: de verandering van het (gewogen) totaal per euro, naar beide kanten bewezen. "
        "Dekking: wat {one} verlichting met de laagste doet. Zonder: het (gewogen) totaal als deze grens wegvalt.",
    },
    "missing bottleneck": {
        "en": "Missing: what {name} costs and what relief would give. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat {name} kost en wat verruiming oplevert. Het kon niet worden bewezen: {why}.",
    },
    "missing ratio": {
        "en": "Missing: what another ratio in {name} would do. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat een andere verhouding in {name} zou doen. Het kon niet worden bewezen: {why}.",
    },
    "missing chain_prices": {
        "en": "Missing: what one more euro on a line drags along. It could not be proved: {why}.",
        "nl": "Ontbreekt: wat een extra euro voor een post meetrekt. Het kon niet worden bewezen: {why}.",
    },
    "missing weights": {
        "en": "Missing: the weights at which the split stays as it is. They could not be proved: {why}.",
        "nl": "Ontbreekt: de gewichten waarbij de verdeling gelijk blijft. Ze konden niet worden bewezen: {why}.",
    },
    "missing ceiling": {
        "en": "Missing: the split at a ceiling of {name}. It could not be proved: {why}.",
        "nl": "Ontbreekt: de verdeling bij een plafond van {name}. Die kon niet worden bewezen: {why}.",
    },
    "missing reading": {
        "en": 'Missing: the split in the reading "{name}". It could not be proved: {why}.',
        "nl": 'Ontbreekt: de verdeling in de lezing "{name}". Die kon niet worden bewezen: {why}.',
    },
    "missing next units": {
        "en": "What the next euros buy is not here: {why}.",
        "nl": "Wat de volgende euro's opleveren, ontbreekt: {why}.",
    },
    "missing comparison": {
        "en": 'Missing: how the proposal "{name}" holds up. It could not be proved: {why}.',
        "nl": 'Ontbreekt: hoe het voorstel "{name}" zich houdt. Dat kon niet worden bewezen: {why}.',
    },
    "missing room": {
        "en": "Missing: how far each line can move near the optimum. It could not be proved: {why}.",
        "nl": "Ontbreekt: hoe ver elke post kan schuiven rond het optimum. Het kon niet worden bewezen: {why}.",
    },
    "missing ladder": {
        "en": "Missing: how the answer changes with the ceiling. It could not be proved: {why}.",
        "nl": "Ontbreekt: hoe het antwoord met het plafond verandert. Het kon niet worden bewezen: {why}.",
    },
    "not proved at": {
        "en": "No answer could be proved at {ceiling}: {why}.",
        "nl": "Bij {ceiling} kon geen antwoord worden bewezen: {why}.",
    },
}
