"""What is said of the split that strands least."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "robustness": {
        "en": "{ceiling}: the split that strands least {measure}, beside the optimal one",
        "nl": "{ceiling}: de verdeling waarvan {measure} het minst onbruikbaar is, naast de optimale",
    },
    "robust mean": {"en": "on average", "nl": "gemiddeld"},
    "robust p90": {"en": "in the worst tenth of the draws", "nl": "in het slechtste tiende deel van de trekkingen"},
    "robust worst": {"en": "in the worst draw", "nl": "in de slechtste trekking"},
    "nominal split": {"en": "Optimal", "nl": "Optimaal"},
    "robust split": {"en": "Robust", "nl": "Robuust"},
    "robust gains": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 of "
        "every 100 draws; of the robust one {after} and {after_high}.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en meer dan {before_high} in hoogstens 5 "
        "van elke 100 trekkingen; van de robuuste {after} en {after_high}.",
    },
    "robust hardly strands": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 of "
        "every 100 draws; of the robust one next to nothing: there is a part that cannot be used in "
        "{strands} of the draws.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en meer dan {before_high} in hoogstens 5 "
        "van elke 100 trekkingen; van de robuuste bijna niets: in {strands} van de trekkingen is een deel onbruikbaar.",
    },
    "robust never strands": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 of "
        "every 100 draws; all of the robust one can be used in every draw.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en meer dan {before_high} in hoogstens 5 "
        "van elke 100 trekkingen; de robuuste is in elke trekking helemaal te gebruiken.",
    },
    "robust costs": {
        "en": "That costs no value under the plan as it stands, but coverage: the lowest goes from {nominal} to "
        "{robust}.",
        "nl": "Dat kost geen waarde onder het plan zoals het er staat, maar wel dekking: de laagste gaat van "
        "{nominal} naar {robust}.",
    },
    "robust costs nothing": {
        "en": "It costs nothing: value and lowest coverage stay what they are.",
        "nl": "Het kost niets: waarde en laagste dekking blijven wat zij zijn.",
    },
    "robust is optimal": {
        "en": "The optimal split strands least already.",
        "nl": "De optimale verdeling is al het minst onbruikbaar.",
    },
    "robust proved": {
        "en": "Chosen over {count} draws, and proved for them in exact arithmetic; compared in {samples} draws.",
        "nl": "Gekozen over {count} trekkingen en daarvoor exact bewezen; vergeleken in {samples} trekkingen.",
    },
}
