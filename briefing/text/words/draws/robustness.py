"""What is said of the split that strands least."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "robustness": {
        "en": "{ceiling}: the split of which the least cannot be used {measure}, beside the optimal one",
        "nl": "{ceiling}: de verdeling waarvan {measure} het minst onbruikbaar is, naast de optimale",
    },
    "robust mean": {"en": "on average", "nl": "gemiddeld"},
    "robust p90": {"en": "in the worst tenth of the draws", "nl": "in het slechtste tiende deel van de trekkingen"},
    "robust worst": {"en": "in the worst draw", "nl": "in de slechtste trekking"},
    "nominal split": {"en": "Optimal", "nl": "Optimaal"},
    "robust split": {"en": "Robust", "nl": "Robuust"},
    "robust gains": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 "
        "of every 100 draws; of the robust one {after} and {after_high}.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en in hoogstens 5 van de 100 "
        "trekkingen meer dan {before_high}; van de robuuste {after} en {after_high}.",
    },
    "robust hardly strands": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 "
        "of every 100 draws; of the robust one next to nothing: there is a part that cannot be used in "
        "{strands} of the draws.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en in hoogstens 5 van de 100 "
        "trekkingen meer dan {before_high}; van de robuuste bijna niets: in {strands} van de trekkingen is "
        "een deel onbruikbaar.",
    },
    "robust never strands": {
        "en": "Of the optimal split {before} cannot be used on average, and more than {before_high} in at most 5 "
        "of every 100 draws; all of the robust one can be used in every draw.",
        "nl": "Van de optimale verdeling is gemiddeld {before} onbruikbaar, en in hoogstens 5 van de 100 "
        "trekkingen meer dan {before_high}; de robuuste is in elke trekking volledig bruikbaar.",
    },
    "robust costs": {
        "en": "Its value in the plan as it stands is the same; the lowest coverage goes from {nominal} to {robust}.",
        "nl": "De waarde in het plan blijft gelijk, maar de laagste dekking gaat van {nominal} naar {robust}.",
    },
    "robust costs nothing": {
        "en": "It costs nothing: value and lowest coverage stay what they are.",
        "nl": "Het kost niets: waarde en laagste dekking blijven gelijk.",
    },
    "robust is optimal": {
        "en": "Of no other split less cannot be used than of the optimal one.",
        "nl": "Van geen andere verdeling is minder onbruikbaar dan van de optimale.",
    },
    "robust proved": {
        "en": "Chosen over {count} draws, and proved for them in exact arithmetic; compared in {samples} draws.",
        "nl": "Gekozen op grond van {count} trekkingen en daarvoor exact bewezen; vergeleken in {samples} trekkingen.",
    },
}
