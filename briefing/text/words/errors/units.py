"""Messages about amounts that cannot be split."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "the ladder has more steps than are followed": "de ladder heeft meer treden dan er worden gevolgd",
    "no straight line was proved next to a jump": "naast een sprong is geen rechte lijn bewezen",
    "no split in whole amounts was found": "er is geen verdeling in hele bedragen gevonden",
    "proposed amount": "gevraagde bedrag",
    "no split in whole amounts was found for {name}": "voor {name} is geen verdeling in hele bedragen gevonden",
    "an amount above 0 in the plan's unit, such as 2": "een bedrag boven 0 in de eenheid van het plan, zoals 2",
    "an amount in the plan's unit, or a share of the amount proposed, such as 100%": "een bedrag in de eenheid van het "
    "plan, of een aandeel van het gevraagde bedrag, zoals 100%",
    "a whole number of 1 or more, such as 15": "een geheel getal van 1 of meer, zoals 15",
    "a number in the rule's own unit, such as 900": "een getal in de eenheid van de regel zelf, zoals 900",
    "what the rule counts, such as fte": "wat de regel telt, zoals fte",
    "a list of terms, such as [{of: police, times: 12.5}]": "een lijst termen, zoals [{of: police, times: 12.5}]",
    "a whole number": "een geheel getal",
    "write at least one term, such as {of: police, times: 12.5}": "schrijf minstens één term, zoals "
    "{of: police, times: 12.5}",
    "a term": "een term",
    "is not the place of a term": "is niet de plaats van een term",
    "is not a part of a term": "is geen deel van een term",
    "write a number from 0 to {last}": "schrijf een getal van 0 tot {last}",
    "step {step} is not above 0": "step {step} is niet groter dan 0",
    "write more than 0": "schrijf meer dan 0",
    "parts {parts} is not above 0": "parts {parts} is niet groter dan 0",
    "write a whole number of 1 or more": "schrijf een geheel getal van 1 of meer",
    "write a whole number, such as {example}": "schrijf een geheel getal, zoals {example}",
    "is not a whole number of 1 or more": "is geen geheel getal van 1 of meer",
    "parts {parts} stands beside step {step}": "parts {parts} staat naast step {step}",
    "keep one of them: a part is the proposed amount divided by their number": "houd een van beide: een deel is het "
    "gevraagde bedrag gedeeld door hun aantal",
    "parts {parts} of a proposed amount of 0": "parts {parts} van een gevraagd bedrag van 0",
    "write a step in the plan's unit instead, or leave parts out": "schrijf in plaats daarvan een step in de eenheid "
    "van het plan, of laat parts weg",
    "a whole multiple of {unit} from its smallest {smallest} on": "een geheel veelvoud van {unit} vanaf het kleinste "
    "bedrag {smallest}",
    "a whole multiple of {unit}": "een geheel veelvoud van {unit}",
    "its smallest {smallest} or more": "het kleinste bedrag {smallest} of meer",
    "no amount between its minimum {minimum} and its {top} {highest} is {whole}": "geen bedrag tussen het minimum "
    "{minimum} en het {top} {highest} is {whole}",
    "write a {top} of {more} or more, or a minimum of {less}": "schrijf een {top} van {more} of meer, of een minimum "
    "van {less}",
    "{amount} or less": "{amount} of minder",
    "{what}: where amounts cannot be split ({lines}) {why} -> leave out step, parts and smallest, or ask allocate and "
    "whatif": "{what}: waar bedragen niet deelbaar zijn ({lines}) {why} -> laat step, parts en smallest weg, of vraag "
    "allocate en whatif",
    "the split jumps, and every jump takes a search of its own": "verspringt de verdeling, en elke sprong vraagt een "
    "eigen zoektocht",
    "there are no prices": "zijn er geen prijzen",
    "stranded money and the nearest split are others": "zijn gestrand geld en de dichtstbijzijnde verdeling andere",
    "every draw takes a search of its own, and none is drawn as it falls": "vraagt elke trekking een eigen zoektocht",
    "its measures and its page have no prices and no straight lines to go by": "hebben de maatregelen en de pagina "
    "geen prijzen en rechte lijnen om op te varen",
    "is for plans with amounts that cannot be split": "is voor plannen met bedragen die niet deelbaar zijn",
    "leave it out: the amounts of the certificate stand in -f json": "laat het weg: de bedragen van het bewijs staan "
    "in -f json",
    "the splits near the best one are no range": "vormen de verdelingen rond de beste geen bereik",
    "between jumps there is little to leave out": "valt tussen sprongen weinig weg te laten",
    "a picture of jumps is not drawn": "worden sprongen niet getekend",
    "ladder: {count} whole amounts are more than {most}, and the split may jump at each of them -> ask whatif for the "
    "ceilings that matter, such as 100:400:25": "ladder: {count} gehele bedragen zijn er meer dan {most}, en bij elk "
    "kan de verdeling verspringen -> vraag whatif voor de plafonds die ertoe doen, zoals 100:400:25",
    "a path of years is not walked along": "wordt een pad van jaren niet afgelopen",
    "the linear program alone is another question": "is het lineaire programma alleen een andere vraag",
}
