"""The kinds of rules, and a rule in one sentence: what it asks of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "proportional": {"en": "Chain rule", "nl": "Ketenregel"},
    "level": {"en": "Floor or cap", "nl": "Onder- of bovengrens"},
    "rule proportional at_least": {
        "en": "{name}: for every 100 to {upstream} at least {ratio} to {downstream}",
        "nl": "{name}: op elke 100 voor {upstream} ten minste {ratio} voor {downstream}",
    },
    "rule proportional at_most": {
        "en": "{name}: for every 100 to {upstream} at most {ratio} to {downstream}",
        "nl": "{name}: op elke 100 voor {upstream} ten hoogste {ratio} voor {downstream}",
    },
    "with existing": {
        "en": "{said}, counting {amount} that is there already",
        "nl": "{said}, met {amount} die er al is",
    },
    "rule level at_least": {"en": "{name}: at least {level} to {of}", "nl": "{name}: ten minste {level} voor {of}"},
    "rule level at_most": {"en": "{name}: at most {level} to {of}", "nl": "{name}: ten hoogste {level} voor {of}"},
    "build_up": {"en": "Limit on change", "nl": "Grens aan verandering"},
    "rule build_up rises at least": {
        "en": "{name}: {of} rises by at least {level} a year",
        "nl": "{name}: {of} stijgt per jaar met ten minste {level}",
    },
    "rule build_up rises at most": {
        "en": "{name}: {of} rises by at most {level} a year",
        "nl": "{name}: {of} stijgt per jaar met ten hoogste {level}",
    },
    "rule build_up falls at least": {
        "en": "{name}: {of} falls by at least {level} a year",
        "nl": "{name}: {of} daalt per jaar met ten minste {level}",
    },
    "rule build_up falls at most": {
        "en": "{name}: {of} falls by at most {level} a year",
        "nl": "{name}: {of} daalt per jaar met ten hoogste {level}",
    },
    "rule build_up never falls": {
        "en": "{name}: {of} never gets less than the year before",
        "nl": "{name}: {of} krijgt nooit minder dan het jaar ervoor",
    },
    "a year later": {"en": "{said}, a year later", "nl": "{said}, een jaar later"},
    "years later": {
        "en": "{said}, {count} {count:year|years} later",
        "nl": "{said}, {count} jaar later",
    },
    "years earlier": {
        "en": "{said}, {count} {count:year|years} earlier",
        "nl": "{said}, {count} jaar eerder",
    },
    "only in years": {"en": "{said}, in {years}", "nl": "{said}, in {years}"},
    "in years together": {"en": "{said}, over {years} together", "nl": "{said}, over {years} samen"},
    "share of last year": {
        "en": "{share} of what is asked in the last year",
        "nl": "{share} van wat in het laatste jaar wordt gevraagd",
    },
    "within every line": {
        "en": "{said}; for every line separately",
        "nl": "{said}; voor elke post afzonderlijk",
    },
    "within every programme": {
        "en": "{said}; in every programme separately",
        "nl": "{said}; in elk programma afzonderlijk",
    },
    "within every partner": {
        "en": "{said}; at every partner separately",
        "nl": "{said}; bij elke partner afzonderlijk",
    },
    "within every department": {
        "en": "{said}; at every department separately",
        "nl": "{said}; bij elk departement afzonderlijk",
    },
    "share of all": {"en": "{share} of everything allocated", "nl": "{share} van alles wat wordt toegekend"},
    "all lines": {"en": "all lines together", "nl": "alle posten samen"},
}
