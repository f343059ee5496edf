"""What people write above the columns of a table, in both languages."""

from __future__ import annotations

import re
import unicodedata

A_UNIT = r"\([^)]*\)|\[[^\]]*\]|\s(?:x|\u00d7|in)\s.*|\s(?:€|\$|£|eur|euro|mln).*"
UNIT, UNIT_OR_YEAR = re.compile(A_UNIT), re.compile(rf"{A_UNIT}|\b20\d\d\b")

# By field: the headings that are taken for it, in small letters. The field's own name is one too.
LINE_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("line", "line id", "code", "post", "regel", "lijn", "begrotingspost", "budgetpost", "budget line"),
    "name": ("naam", "omschrijving", "description", "titel", "title", "name of the line", "naam van de post"),
    "name.en": ("name (en)", "english name", "engelse naam"),
    "name.nl": ("naam (nl)", "name (nl)", "dutch name", "nederlandse naam"),
    "partner": ("partij", "organisatie", "organisation", "organization", "instantie", "uitvoerder"),
    "programme": ("programma", "program"),
    "department": ("departement", "ministerie", "ministry"),
    "proposed": ("gevraagd", "gevraagd bedrag", "asked", "amount asked", "requested", "aanvraag", "bedrag", "amount"),
    "minimum": ("min", "minimaal", "ondergrens", "minimumbedrag", "floor"),
    "maximum": ("max", "maximaal", "bovengrens", "maximumbedrag", "cap"),
    "weight": ("gewicht", "weging"),
    "cofunded": ("cofinanciering", "cofunding", "paid by others", "betaald door anderen", "bijdrage derden"),
    "money": ("soort geld", "kind of money"),
    "from": ("vanaf", "van jaar", "from year"),
    "until": ("tot en met", "t/m", "until year"),
    "step": ("stap", "veelvoud"),
    "parts": ("delen",),
    "smallest": ("kleinste bedrag", "smallest amount"),
    "tags": ("labels", "kenmerken", "trefwoorden"),
    "source": ("bron", "vindplaats"),
    "origin": ("herkomst",),
    "effect": ("gevolg", "gevolgen", "effecten", "effects", "consequence", "consequences"),
    "note": ("notes", "notitie", "opmerking", "opmerkingen", "toelichting", "remark", "remarks", "comment", "comments"),
}
PROPOSAL_HEADINGS: dict[str, tuple[str, ...]] = {
    "line": ("id", *LINE_HEADINGS["id"]),
    "name": LINE_HEADINGS["name"],
    "partner": LINE_HEADINGS["partner"],
    "amount": (
        "bedrag",
        "bedragen",
        "allocated",
        "allocation",
        "toegekend",
        "toegewezen",
        "voorstel",
        "proposal",
        "budget",
    ),
    "exact": (),
    "note": LINE_HEADINGS["note"],
}


def plain(text: str) -> str:
    """A heading or name as it is compared: in small letters, with single spaces, without signs at its end."""
    folded = unicodedata.normalize("NFKC", text).casefold() if not text.isascii() else text.lower()
    return " ".join(folded.replace("_", " ").split()).strip(" :*.")


def known_headings(headings: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The field by each heading that is taken for it."""
    found = {plain(other): field for field, others in headings.items() for other in others}
    return found | {field: field for field in headings}


def field_of(heading: str, known: dict[str, str]) -> str | None:
    """The field that a heading stands for, whatever unit or year stands behind it."""
    whole = plain(heading)
    without = (plain(each.sub("", whole)) for each in (UNIT, UNIT_OR_YEAR))
    return known.get(whole) or next((known[each] for each in without if each in known), None)
