"""Messages about the value of one field: amounts, ratios, ids, texts, selections, years."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    # How values are written
    "an amount": "een bedrag",
    "a ratio": "een verhouding",
    "a weight": "een gewicht",
    "a number": "een getal",
    "an amount or a share": "een bedrag of een aandeel",
    "an id": "een id",
    "a text": "een tekst",
    "1": "1",
    "a year": "een jaar",
    "a whole number of years": "een geheel aantal jaren",
    "a selection of lines": "een selectie van posten",
    "a format that is read here": "een bekend formaat",
    "one of: {words}": "een van: {words}",
    "an amount in the plan's unit, such as 12.5": "een bedrag in de eenheid van het plan, zoals 12.5",
    "a pure number, such as 0.125, 1/3 or 12.5%": "een zuiver getal, zoals 0.125, 1/3 of 12.5%",
    "a pure number of 0 or more, such as 2": "een zuiver getal van 0 of meer, zoals 2",
    "an amount in the plan's unit, or a share such as 25%": (
        "een bedrag in de eenheid van het plan, of een aandeel zoals 25%"
    ),
    "an amount in the plan's unit, or a share of the amount proposed, such as 50%": (
        "een bedrag in de eenheid van het plan, of een aandeel van het gevraagde bedrag, zoals 50%"
    ),
    "an amount in the plan's unit or a share of what is asked in the last year, such as 2, 10% or -1": (
        "een bedrag in de eenheid van het plan of een aandeel van wat in het laatste jaar wordt gevraagd, "
        "zoals 2, 10% of -1"
    ),
    "an amount in the plan's unit, or a share of what is asked in the last year, such as 10%": (
        "een bedrag in de eenheid van het plan, of een aandeel van wat in het laatste jaar wordt gevraagd, zoals 10%"
    ),
    "an amount in the plan's unit, a share of the year's ceiling such as 1%, or any": (
        "een bedrag in de eenheid van het plan, een aandeel van het plafond van het jaar zoals 1%, of any"
    ),
    "a whole number of years, such as 1 or -1": "een geheel aantal jaren, zoals 1 of -1",
    "true or false": "true of false",
    "a number, or a percentage such as 90%": "een getal, of een percentage zoals 90%",
    "an id of a-z, 0-9 and hyphens": "een id van a-z, 0-9 en streepjes",
    "a text, or one per language: {en: ..., nl: ...}": "een tekst, of een per taal: {en: ..., nl: ...}",
    "a list of tags, such as [chain-effect]": "een lijst labels, zoals [chain-effect]",
    "law, norm or choice": "law, norm of choice",
    "source, derived or assumed": "source, derived of assumed",
    "programme, partner or department": "programme, partner of department",
    "programme, partner, department or line": "programme, partner, department of line",
    "structural or one-off": "structural of one-off",
    "a line id, `all`, a mapping such as {partner: police}, or a list of these": (
        "het id van een post, `all`, een mapping zoals {partner: police}, of een lijst daarvan"
    ),
    "a year, a list of years, or {from: ..., until: ...}": "een jaar, een lijst jaren, of {from: ..., until: ...}",
    "a year in four digits, such as 2026": "een jaar in vier cijfers, zoals 2026",
    "a year of the plan": "een jaar van het plan",
    "its fields": "de velden ervan",
    "a list": "een lijst",
    "names by id": "namen per id",
    "a list of lines, or the name of a table": "een lijst posten, of de naam van een tabel",
    "a list of rules": "een lijst regels",
    "a list of totals": "een lijst totalen",
    "a baseline and its source": "een baseline en haar bron",
    "low and high": "low en high",
    "a benefit": "een benefit",
    "a baseline": "een baseline",
    "a list of changes by category": "een lijst wijzigingen naar soort",
    "a list of paths as in --set, such as [lines.ID.minimum]": (
        "een lijst paden zoals bij --set, zoals [lines.ID.minimum]"
    ),
    "decision, windfall, price, technical or shift": "decision, windfall, price, technical of shift",
    "tagged changes": "benoemde wijzigingen",
    "a list of changes, each with of:": "een lijst wijzigingen, elk met of:",
    "a list of years, such as [2026, 2027]": "een lijst jaren, zoals [2026, 2027]",
    "a selection of lines, or a list that may hold {of: ..., at: an amount}": (
        "een selectie van posten, of een lijst waarin {of: ..., at: een bedrag} mag staan"
    ),
    "changes by the rule's id": "wijzigingen per id van een regel",
    "scenarios by name": "scenario's per naam",
    "ceilings by name": "plafonds per naam",
    "first and last": "first en last",
    "later and earlier": "later en earlier",
    # Numbers
    "is not a number": "is geen getal",
    "is missing": "ontbreekt",
    "is empty": "is leeg",
    "write a plain number, such as {example}": "schrijf een gewoon getal, zoals {example}",
    "write a plain number and a percent sign, such as {example}": (
        "schrijf een gewoon getal en een procentteken, zoals {example}"
    ),
    "write {number}": "schrijf {number}",
    "write {small} or {large}": "schrijf {small} of {large}",
    "{advice} if that is the plan's unit, else the amount in the plan's unit": (
        "{advice} als dat de eenheid van het plan is, en anders het bedrag in de eenheid van het plan"
    ),
    "write it out in full": "schrijf het voluit",
    "write it out in full: {number}": "schrijf het voluit: {number}",
    "write its outcome as a plain number": "schrijf de uitkomst als gewoon getal",
    "write its outcome as a plain number, or a fraction such as 1/3": (
        "schrijf de uitkomst als gewoon getal, of een breuk zoals 1/3"
    ),
    "is a yes or no, not a number": "is een ja of nee, geen getal",
    "is not a number that can be counted with": "is geen getal waarmee kan worden gerekend",
    "is a date or time, not a number": "is een datum of tijd, geen getal",
    "is an error in the spreadsheet": "is een fout in het rekenblad",
    "is a formula": "is een formule",
    "is ambiguous: its comma may stand for thousands": "is dubbelzinnig: de komma kan voor duizendtallen staan",
    "is ambiguous: its point may stand for thousands": "is dubbelzinnig: de punt kan voor duizendtallen staan",
    "has an exponent": "heeft een exponent",
    "has a currency in it": "bevat een munteenheid",
    "has a unit in it": "bevat een eenheid",
    "is below 0": "is lager dan 0",
    "write 0 or more": "schrijf 0 of meer",
    "write a number above 0": "schrijf een getal boven 0",
    "is a percentage": "is een percentage",
    "is not a decimal number": "is geen decimaal getal",
    "is a sum to work out": "is een som die nog moet worden uitgerekend",
    "is a share, not an amount": "is een aandeel, geen bedrag",
    "is out of range": "valt buiten de grenzen",
    "write 0, or a number from 0.000001 to 1000000": "schrijf 0, of een getal van 0.000001 tot 1000000",
    "write a number from 0.000001 to 1000000": "schrijf een getal van 0.000001 tot 1000000",
    "write it in a larger unit": "schrijf het in een grotere eenheid",
    "has more than {most} digits": "heeft meer dan {most} cijfers",
    "has more than {most} decimals": "heeft meer dan {most} decimalen",
    "is more than everything that is allocated": "is meer dan alles wat wordt toegekend",
    "write 100% or less": "schrijf 100% of minder",
    "write an amount": "schrijf een bedrag",
    # Ids, texts, selections
    "did you mean {match}?": "bedoelde u {match}?",
    "leave it out: there are none": "laat het weg: er zijn er geen",
    "{first} or {other}": "{first} of {other}",
    "is not a field of a line": "is geen veld van een post",
    "write {instead}": "schrijf {instead}",
    "write one of: {listed}{more}": "schrijf een van: {listed}{more}",
    " or another of {count}": " of een andere van {count}",
    "has the letter {letter} ({name})": "heeft de letter {letter} ({name})",
    "write it with a-z, 0-9 and hyphens": "schrijf het met a-z, 0-9 en streepjes",
    "is not an id": "is geen id",
    "write a shorter id": "schrijf een korter id",
    "write another id": "schrijf een ander id",
    "write one id, or a list of ids": "schrijf één id, of een lijst id's",
    "write one value or more": "schrijf een of meer waarden",
    "write a line id, all, or a mapping such as {partner: police}": (
        "schrijf het id van een post, all, of een mapping zoals {partner: police}"
    ),
    "is longer than {most} characters": "is langer dan {most} tekens",
    "write a shorter text": "schrijf een kortere tekst",
    "write a text, or leave the key out": "schrijf een tekst, of laat de sleutel weg",
    "write a text, or one per language: {en: ..., nl: ...}": "schrijf een tekst, of een per taal: {en: ..., nl: ...}",
    "is not a language of this plan": "is geen taal van dit plan",
    "write en or nl": "schrijf en of nl",
    "every line together": "alle posten samen",
    "the ceiling itself": "het plafond zelf",
    "is the name of {meaning}": "is de naam van {meaning}",
    "is not one of the plan's {field}s": "is geen {field} van het plan",
    "is not known here": "is hier niet bekend",
    "write [{node}]": "schrijf [{node}]",
    "write a list such as [chain-effect], or leave the key out": (
        "schrijf een lijst zoals [chain-effect], of laat de sleutel weg"
    ),
    "write 1": "schrijf 1",
    "is not a {noun} of this plan": "is geen {noun} van dit plan",
    "is not a field to select by": "is geen veld om op te selecteren",
    # Shapes
    "write {form}": "schrijf {form}",
    "is {kind}, not {form}": "is {kind}, en hoort {form} te zijn",
    "is not {form}": "hoort {form} te zijn",
    "is not a field of {what}": "is geen veld van {what}",
    "is missing in {what}": "ontbreekt in {what}",
    "write {name}: followed by {about}": "schrijf {name}: gevolgd door {about}",
    "write its fields, such as {field}:": "schrijf de velden ervan, zoals {field}:",
    "write a list: an item a line, each behind a '-'": "schrijf een lijst: elk op een eigen regel, achter een '-'",
    "write an id, a ':' and what belongs to it": "schrijf een id, een ':' en wat erbij hoort",
    "write decimals with a point, not a comma": "schrijf decimalen met een punt, niet met een komma",
    "write a space behind the ':'": "schrijf een spatie achter de ':'",
    "a plan": "een plan",
    "a line": "een post",
    "a constraint": "een regel",
    "a total": "een totaal",
    "a scenario's line": "een post van een scenario",
    "what is uncertain": "wat onzeker is",
    "scenario {name}": "scenario {name}",
    "constraint {name}": "regel {name}",
    # Years
    "is not a year": "is geen jaar",
    "write it in four digits, such as 2026": "schrijf het in vier cijfers, zoals 2026",
    "differs by year, and the plan has no years": "verschilt per jaar, en het plan heeft geen jaren",
    "write from and until": "schrijf from en until",
    "years": "jaren",
    "write a year, a list of years, or {from: ..., until: ...}": (
        "schrijf een jaar, een lijst jaren, of {from: ..., until: ...}"
    ),
    "write {about}, or one by year: {{{known}: ...}}": "schrijf {about}, of een per jaar: {{{known}: ...}}",
    "is outside the plan's years {first} to {last}": "valt buiten de jaren van het plan, {first} tot en met {last}",
    "write {first} to {last}": "schrijf {first} tot en met {last}",
    "is not a part of {field}": "is geen deel van {field}",
    "runs from {start} until {end}": "loopt van {start} tot en met {end}",
    "write {{from: {end}, until: {start}}}": "schrijf {{from: {end}, until: {start}}}",
    "is not a whole number of years": "is geen geheel aantal jaren",
    "write how many years later, such as 1": "schrijf hoeveel jaar later, zoals 1",
    "is neither true nor false": "is true noch false",
    "write true, or leave it out": "schrijf true, of laat het weg",
}
