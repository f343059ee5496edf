"""Messages about proposals."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "is by year, and {plan} has no years": "is per jaar, en {plan} heeft geen jaren",
    "write one amount per line": "schrijf één bedrag per post",
    "is without years, and the plan has {first} to {last}": (
        "is zonder jaren, en het plan heeft {first} tot en met {last}"
    ),
    "write an amount for each year, or have each amount count in every year (--each-year)": (
        "schrijf een bedrag voor elk jaar, of laat elk bedrag in elk jaar tellen (--each-year)"
    ),
    "has no year, and others have": "heeft geen jaar, en andere wel",
    "write an amount for each year, {first} to {last}": "schrijf een bedrag voor elk jaar, {first} tot en met {last}",
    "does not run in {year}": "loopt niet in {year}",
    "write 0 there": "schrijf daar 0",
    "is no year of the plan, {first} to {last}": "is geen jaar van het plan, {first} tot en met {last}",
    "stands beside columns of years such as {year}": "staat naast kolommen met jaren zoals {year}",
    "is of another year than {year} beside it": "is van een ander jaar dan {year} ernaast",
    "has no amount": "heeft geen bedrag",
    "has no amount for {names}": "heeft geen bedrag voor {names}",
    "write them, or have them counted as nothing (--missing zero)": (
        "schrijf ze erbij, of laat ze als niets tellen (--missing zero)"
    ),
    "write one, 0 for nothing, or have it counted as nothing (--missing zero)": (
        "schrijf er een, 0 voor niets, of laat het als niets tellen (--missing zero)"
    ),
    "is not a {by} of {plan}": "is geen {by} van {plan}",
    "write amounts per line, or 0 for {partner}": "schrijf bedragen per post, of 0 voor {partner}",
    "has several lines, none of which asks anything: there is no proportion to spread it by": (
        "heeft meer dan één post, en geen daarvan vraagt iets: er is geen verhouding om het bedrag naar te verdelen"
    ),
    "holds no amounts by line": "bevat geen bedragen per post",
    "holds {count} answers": "bevat {count} antwoorden",
    "keep one of them, as allocate writes it": "houd er één over, zoals allocate het schrijft",
    "has amounts by line and by partner": "heeft bedragen per post en per partner",
    "is not a list of lines": "is geen lijst van posten",
    "has lines without an id or an amount": "heeft posten zonder id of bedrag",
    "is not JSON from here on": "is vanaf hier geen JSON",
    "write a line, a ':' and its amount, or take the JSON of allocate or compare": (
        "schrijf een post, een ':' en het bedrag ervan, of neem de JSON van allocate of compare"
    ),
    "save it again, or take a .csv": "sla het opnieuw op, of neem een .csv",
    "is nested too deeply": "is te diep genest",
    "is not an amount": "is geen bedrag",
    "write a number, such as 12.5": "schrijf een getal, zoals 12.5",
    "'{key}' stands twice": "'{key}' staat er twee keer",
    "is neither a file nor an example that ships": "is geen bestand en geen meegeleverd voorbeeld",
    "is not a file that a proposal can be read from": "is geen bestand waaruit een voorstel kan worden gelezen",
    "save it as .csv, .xlsx, .ods, .yaml or .json": "sla het op als .csv, .xlsx, .ods, .yaml of .json",
    "a {suffix} file has no sheets": "een {suffix}-bestand heeft geen bladen",
    "leave --sheet out": "laat --sheet weg",
    "only a workbook has sheets": "alleen een werkboek heeft bladen",
    "leave sheet out": "laat sheet weg",
    "write line and amount in its first row, and below it a line a row": (
        "schrijf line en amount in de eerste rij, en daaronder een post per rij"
    ),
    "add a column line": "voeg een kolom line toe",
    "add a column {amount}": "voeg een kolom {amount} toe",
    "is missing in this row": "ontbreekt in deze rij",
    "write the id of the {by}, or remove the row if it adds up others": (
        "schrijf het id van de {by}, of verwijder de rij als zij andere optelt"
    ),
    "is a partner and no line, and its lines add up to {added}": (
        "is een partner en geen post, en zijn posten tellen op tot {added}"
    ),
    "means {ids}, and {key} beside it means {own}": "betekent {ids}, maar {key} ernaast betekent {own}",
    "mend the one that is wrong": "herstel wat er niet klopt",
    "a proposal is a mapping, not {kind}": "een voorstel is een blok met sleutels, niet {kind}",
    "is a plan, not a proposal": "is een plan, geen voorstel",
    "give it with --plan, and a proposal beside it": "geef het met --plan, en daarnaast een voorstel",
    "write a line, a ':' and its amount": "schrijf een post, een ':' en het bedrag ervan",
    "keep line or partner, not both": "houd line of partner over, niet allebei",
    "is not a column of a proposal": "is geen kolom van een voorstel",
    "is not a field of a proposal": "is geen veld van een voorstel",
    "stands beside {key}": "staat naast {key}",
    "is of type {name}": "is van type {name}",
    "give a file, or amounts by line": "geef een bestand, of bedragen per post",
    "'{missing}' is not known here": "'{missing}' is hier niet bekend",
    "write error or zero": "schrijf error of zero",
    "has more than {parts}": "heeft meer dan {parts}",
    "give amounts by line or by partner, not both": "geef bedragen per post of per partner, niet allebei",
    "has the columns {columns}": "heeft de kolommen {columns}",
    "give it a column line or partner, and a column {amount}": (
        "geef het een kolom line of partner, en een kolom {amount}"
    ),
}
