"""Messages about files as such."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "put the lines in a table beside the plan": "zet de posten in een tabel naast het plan",
    "give one of the two as a file": "geef een van de twee als bestand",
    "stdin is closed": "stdin is gesloten",
    "give a file": "geef een bestand",
    "stdin has been read as {value}": "stdin is al gelezen als {value}",
    "stdin is larger than {value:g} MB": "stdin is groter dan {value:g} MB",
    "is UTF-16, not UTF-8": "is UTF-16, geen UTF-8",
    "save it as UTF-8": "sla het op als UTF-8",
    "byte 0x00 stands in no text in UTF-8": "byte 0x00 komt in tekst in UTF-8 niet voor",
    "save it as UTF-8, and as text": "sla het op als UTF-8, en als tekst",
    "byte 0x{byte:02X} is not UTF-8": "byte 0x{byte:02X} is geen UTF-8",
    "there is no such file": "er is geen bestand met die naam",
    "check the name and the folder": "controleer de naam en de map",
    "is a folder, not a file": "is een map, geen bestand",
    "name a file in it": "noem een bestand daarin",
    "may not be read": "mag niet worden gelezen",
    "ask for permission to read it": "vraag toestemming om het te lezen",
    "check the name": "controleer de naam",
    "is larger than {most:g} MB": "is groter dan {most:g} MB",
    "is larger than 1 MB": "is groter dan 1 MB",
    "cannot be read ({reason})": "kan niet worden gelezen ({reason})",
    "no file has such a name": "zo kan een bestand niet heten",
    "was read no further": "is niet verder gelezen",
    "mend what stands above first": "herstel eerst wat hierboven staat",
    "has a character that cannot be seen ({number})": "bevat een teken dat niet te zien is ({number})",
    "remove it": "verwijder het",
    "'' is no file name": "'' is geen bestandsnaam",
    "name the plan's file": "noem het bestand van het plan",
}
