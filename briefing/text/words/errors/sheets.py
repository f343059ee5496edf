"""Messages about tables: CSV files and workbooks."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    # Workbooks
    "is an old .xls workbook, or one with a password": "is een oud .xls-werkboek, of een met een wachtwoord",
    "save it as .xlsx without a password": "sla het op als .xlsx zonder wachtwoord",
    "is not a workbook, whatever its name says": "is geen werkboek, wat de naam ook zegt",
    "save it as .xlsx, .ods or .csv": "sla het op als .xlsx, .ods of .csv",
    "open it and save it again": "open het en sla het opnieuw op",
    "open it and save it again as .xlsx": "open het en sla het opnieuw op als .xlsx",
    "has a password": "heeft een wachtwoord",
    "save it without a password": "sla het zonder wachtwoord op",
    "is damaged or cut off": "is beschadigd of afgekapt",
    "is damaged ({filename})": "is beschadigd ({filename})",
    "fetch it again, or open it and save it again": "haal het opnieuw op, of open het en sla het opnieuw op",
    "unpacks to more than {most:g} MB": "is uitgepakt groter dan {most:g} MB",
    "unpacks to more than {most} times its size": "is uitgepakt meer dan {most} keer zo groot",
    "has more than {most} parts": "heeft meer dan {most} onderdelen",
    "has a document type in it ({name})": "bevat een documenttype ({name})",
    "is not a workbook as spreadsheet programs write it": "is geen werkboek zoals rekenprogramma's het schrijven",
    "has more in it than a table of lines needs ({name})": ("bevat meer dan een tabel van posten nodig heeft ({name})"),
    "save the lines as .csv": "sla de posten op als .csv",
    "sheet '{sheet}' has a cell far outside of any table of lines": (
        "blad '{sheet}' heeft een cel ver buiten elke tabel van posten"
    ),
    "clear everything around the lines": "maak alles rond de posten leeg",
    "cannot be read as a workbook ({error})": "kan niet als werkboek worden gelezen ({error})",
    "has no sheet '{sheet}'": "heeft geen blad '{sheet}'",
    "has {count} sheets: {names}": "heeft {count} bladen: {names}",
    "name one: lines: {table: ..., sheet: ...}": "noem er een: lines: {table: ..., sheet: ...}",
    "name one: --sheet NAME": "noem er een: --sheet NAAM",
    "{span} are merged": "{span} zijn samengevoegd",
    "is merged with its neighbours": "is samengevoegd met de cellen ernaast",
    "undo the merge and fill every cell": "hef de samenvoeging op en vul elke cel",
    "has a formula that was never calculated": "heeft een formule die nooit is berekend",
    "open the workbook, save it, and try again": "open het werkboek, sla het op en probeer het opnieuw",
    "mend its formula": "herstel de formule",
    "is formatted as a percentage": "is opgemaakt als percentage",
    "write a share as text, '50%, or format the cell as a number": (
        "schrijf een aandeel als tekst, '50%, of maak de cel op als getal"
    ),
    "'{value}' is {what}, not a number or text": "'{value}' is {what}, geen getal of tekst",
    "a yes or no": "ja of nee",
    "a date or time": "een datum of tijd",
    "write a number or text in this cell": "schrijf een getal of tekst in deze cel",
    # CSV
    "has more than {most} rows": "heeft meer dan {most} rijen",
    "remove those that hold no line": "verwijder de rijen zonder post",
    "has more than {most} cells": "heeft meer dan {most} cellen",
    "has more than {most} columns": "heeft meer dan {most} kolommen",
    "remove those without a line": "verwijder wat geen post is",
    "save it as UTF-8 (in Excel: CSV UTF-8)": "sla het op als UTF-8 (in Excel: CSV UTF-8)",
    "is not whole: it ends within a letter": "is niet heel: het houdt midden in een letter op",
    "save it again": "sla het opnieuw op",
    "is no text": "is geen tekst",
    "'{line}' names a separator that does not separate the columns": (
        "'{line}' noemt een scheidingsteken dat de kolommen niet scheidt"
    ),
    "write sep={sign}": "schrijf sep={sign}",
    "save it again as CSV": "sla het opnieuw op als CSV",
    "'{sign}' is no separator that is read": "'{sign}' is geen scheidingsteken dat wordt gelezen",
    "separate the columns by commas, semicolons or tabs": "scheid de kolommen met komma's, puntkomma's of tabs",
    "a cell is too long": "een cel is te lang",
    "is not CSV ({error})": "is geen CSV ({error})",
    "check the quotes": "controleer de aanhalingstekens",
    # What stands in a table
    "a column has no name": "een kolom heeft geen naam",
    "name it, or remove the column": "geef haar een naam, of verwijder de kolom",
    "has {cells} cells where the header has {width}": "heeft {cells} cellen waar de kop er {width} heeft",
    "write every '{delimiter}', also of empty cells": "schrijf elke '{delimiter}', ook van lege cellen",
    "put a text with a ',' in quotes, and write decimals with a point": (
        "zet een tekst met een ',' tussen aanhalingstekens, en schrijf decimalen met een punt"
    ),
    "put a text with a '{sign}' in quotes, or remove what stands behind the last column": (
        "zet een tekst met een '{sign}' tussen aanhalingstekens, of verwijder wat achter de laatste kolom staat"
    ),
    "the header has both ',' and ';'": "de kop heeft zowel ',' als ';'",
    "separate the columns by one of them": "scheid de kolommen met een van beide",
    "stands twice in the header": "staat twee keer in de kop",
    "says the same as '{other}' beside it": "zegt hetzelfde als '{other}' ernaast",
    "stands beside the columns of the header": "staat naast de kolommen van de kop",
    "clear this cell": "maak deze cel leeg",
    "says that the amounts are in another unit than the plan's": (
        "zegt dat de bedragen in een andere eenheid zijn dan die van het plan"
    ),
    "write them in the plan's unit, and say so here": "schrijf ze in de eenheid van het plan, en zeg dat hier",
    "is the name of {count} {kinds}": "is de naam van {count} {kinds}",
    "write its id: {ids}": "schrijf het id: {ids}",
    "is called a total and says {said}, where the rows add up to {found}": (
        "heet een totaal en zegt {said}, terwijl de rijen optellen tot {found}"
    ),
    "correct it, or remove this row": "verbeter het, of verwijder deze rij",
    "has a decimal {here}, and other amounts in this file have a decimal {elsewhere}": (
        "heeft een decimale {here}, en andere bedragen in dit bestand hebben een decimale {elsewhere}"
    ),
    "is shown as {shown} and holds {cell}": "toont {shown} en bevat {cell}",
    "write {shown} or {cell} in a cell that shows it whole": (
        "schrijf {shown} of {cell} in een cel die het helemaal laat zien"
    ),
    "is in {said}, and the plan is not": "is in {said}, maar het plan niet",
    "is in {said}, and the plan has no unit": "is in {said}, maar het plan heeft geen eenheid",
    "write the amount in the plan's own unit": "schrijf het bedrag in de eenheid van het plan",
    "write 0 or the amount, or leave the cell empty where none is needed": (
        "schrijf 0 of het bedrag, of laat de cel leeg waar er geen nodig is"
    ),
    "write the amount, or leave the cell empty where none is needed": (
        "schrijf het bedrag, of laat de cel leeg waar er geen nodig is"
    ),
    "format the cell as a number, and check the amount in it": (
        "maak de cel op als getal, en controleer het bedrag dat er dan staat"
    ),
    "may stand for 0, or for an amount that is not known": "kan voor 0 staan, of voor een bedrag dat niet bekend is",
    "stands for an amount that is not known": "staat voor een bedrag dat niet bekend is",
}
