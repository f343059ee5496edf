"""What stands in a workbook and nowhere else: the names of its sheets and columns, and the proof by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "tab of chain": {"en": "Chain", "nl": "Keten"},
    "tab of figures": {"en": "Figures", "nl": "Figuren"},
    "tab of data": {"en": "Data", "nl": "Gegevens"},
    "tab of proof": {"en": "Proof {number}", "nl": "Bewijs {number}"},
    # A name in a workbook has no spaces
    "name of ceiling": {"en": "ceiling", "nl": "plafond"},
    "name of data": {"en": "data", "nl": "gegevens"},
    # Measures
    "optimum as bar": {"en": "Optimum as a bar", "nl": "Optimum als balk"},
    "tab of groups": {"en": "Who gets what, in totals", "nl": "Wie krijgt wat, in totalen"},
    "optimum over asked": {"en": "Coverage", "nl": "Dekking"},
    "optimum over proposal": {"en": "Optimum as part of proposal", "nl": "Optimum als deel van voorstel"},
    "optimum before rounding": {"en": "Optimum before rounding", "nl": "Optimum vóór afronding"},
    "in full": {"en": "In full", "nl": "Voluit"},
    "ceiling changed": {
        "en": "The ceiling was changed: these amounts belong to another one. Make the file again.",
        "nl": "Het plafond is gewijzigd: deze bedragen horen bij een ander plafond. Maak het bestand opnieuw.",
    },
    # Data
    "id of line": {"en": "Line", "nl": "Post"},
    "quantity": {"en": "Quantity", "nl": "Grootheid"},
    "amount of it": {"en": "Amount", "nl": "Bedrag"},
    "quantity proposal": {"en": "proposal", "nl": "voorstel"},
    "quantity optimum": {"en": "optimum, rounded", "nl": "optimum, afgerond"},
    "quantity exact": {"en": "optimum, before rounding", "nl": "optimum, vóór afronding"},
    "quantity asked": {"en": "asked", "nl": "gevraagd"},
    "quantity minimum": {"en": "minimum", "nl": "minimum"},
    "quantity maximum": {"en": "maximum", "nl": "maximum"},
    # The proof
    "proof title": {
        "en": "The proof, to follow by hand, that no split is better: {goal}",
        "nl": "Het bewijs, met de hand na te rekenen, dat geen verdeling beter is: {goal}",
    },
    "goal value": {"en": "the weighted total, as large as it can be", "nl": "het gewogen totaal, zo groot als het kan"},
    "goal group value": {
        "en": "the weighted total of the lines that come first, as large as it can be",
        "nl": "het gewogen totaal van de posten die voorgaan, zo groot als het kan",
    },
    "goal group coverage": {
        "en": "the lowest coverage of a group, as high as it can be",
        "nl": "de laagste dekking van een groep, zo hoog als het kan",
    },
    "goal coverage": {
        "en": "the lowest coverage, as high as it can be",
        "nl": "de laagste dekking, zo hoog als het kan",
    },
    "goal shift": {
        "en": "as little money as can be shifted between years",
        "nl": "zo weinig mogelijk geld verschoven tussen jaren",
    },
    "goal unasked": {
        "en": "what lines get that ask nothing, as little as it can be",
        "nl": "wat posten krijgen die niets vragen, zo weinig als het kan",
    },
    "goal fixed": {"en": "every line is fixed", "nl": "elke post ligt vast"},
    "proof by hand": {
        "en": "Give every rule a price. Whatever split keeps the rules then reaches no more than the sum of "
        "price times right-hand side, plus what the prices leave of each line times its bound. This split "
        "reaches that sum.",
        "nl": "Geef elke regel een prijs. Elke verdeling die aan de regels voldoet, komt dan niet verder dan de "
        "som van prijs maal rechterlid, plus voor elke post wat de prijzen ervan overlaten maal de grens "
        "van die post. Deze verdeling haalt die som.",
    },
    "sum reached": {"en": "What this split reaches", "nl": "Wat deze verdeling haalt"},
    "sum allowed": {"en": "What no split can exceed", "nl": "Waar geen verdeling boven komt"},
    "least slack": {"en": "Least room under any rule", "nl": "Kleinste ruimte bij een regel"},
    "verdict": {"en": "Verdict", "nl": "Uitkomst"},
    "proof holds": {
        "en": "proved: both are equal, and every rule is kept",
        "nl": "bewezen: beide zijn gelijk, en aan elke regel is voldaan",
    },
    "proof fails": {"en": "no proof: something was changed", "nl": "geen bewijs: er is iets gewijzigd"},
    "variable": {"en": "Line", "nl": "Post"},
    "objective coefficient": {"en": "Weight", "nl": "Gewicht"},
    "coefficient times amount": {"en": "Weight × amount", "nl": "Gewicht × bedrag"},
    "what the prices leave": {"en": "Weight less prices", "nl": "Gewicht min prijzen"},
    "lower bound": {"en": "Lower bound", "nl": "Ondergrens"},
    "upper bound": {"en": "Upper bound", "nl": "Bovengrens"},
    "bound that counts": {"en": "Bound that counts", "nl": "Grens die telt"},
    "left times bound": {"en": "What is left × bound", "nl": "Wat overblijft × grens"},
    "sense": {"en": "Rule", "nl": "Regel"},
    "right-hand side": {
        "en": "Right-hand side",
        "nl": "Rechterlid",
    },
    "price": {"en": "Price", "nl": "Prijs"},
    "price times right-hand side": {
        "en": "Price × right-hand side",
        "nl": "Prijs × rechterlid",
    },
    "activity": {
        "en": "Left-hand side",
        "nl": "Linkerlid",
    },
    "slack": {"en": "Room", "nl": "Ruimte"},
    "level of line": {"en": "Coverage of {name}", "nl": "Dekking van {name}"},
    "lowest coverage in money": {
        "en": "Lowest coverage × the largest proposal",
        "nl": "Laagste dekking × het grootste voorstel",
    },
    "highest amount unasked": {
        "en": "Highest amount of a line that asks nothing",
        "nl": "Hoogste bedrag van een post die niets vraagt",
    },
    "settled group": {
        "en": "What {name} gets together stays as it is",
        "nl": "Wat {name} samen krijgt, blijft zoals het is",
    },
    "group value kept": {
        "en": "The weighted total of the lines that come first stays as it is",
        "nl": "Het gewogen totaal van de posten die voorgaan, blijft zoals het is",
    },
    "value kept": {"en": "The weighted total stays as it is", "nl": "Het gewogen totaal blijft zoals het is"},
    "unasked kept": {
        "en": "What lines get that ask nothing stays as it is",
        "nl": "Wat posten krijgen die niets vragen, blijft zoals het is",
    },
    "proofs left out": {
        "en": "Stages too large or too many to follow by hand, proved all the same: {count:d}",
        "nl": "Stappen die te groot of te talrijk zijn om met de hand te volgen, maar wel bewezen zijn: {count:d}",
    },
}
