"""Messages about amounts that cannot be split."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "the ladder has more steps than are followed": "de ladder heeft meer treden dan er worden gevolgd",
    "stopped before the end: {found}, {limit}": "voor het einde gestopt: {found}, {limit}",
    "no split was found": "er is geen verdeling gevonden",
    "no bound was proved": "er is geen grens bewezen",
    "the best split found has a {goal} of {reached:.6g}": "de beste verdeling die is gevonden, heeft een {goal} van "
    "{reached:.6g}",
    "weighted total": "gewogen totaal",
    "coverage, where it first differs,": "dekking, waar die het eerst verschilt,",
    "no split has more than {bound:.6g}": "geen verdeling heeft meer dan {bound:.6g}",
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
    "is more than a million": "is meer dan een miljoen",
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
    "write a {top} of {more} or more, or a minimum of {less}": "schrijf voor het {top} {more} of meer, of voor "
    "het minimum {less}",
    "{amount}, at which it is kept, is not {whole}": "de post wordt vastgehouden op {amount}, maar dat moet "
    "{whole} zijn",
    "keep it at {less} or at {more}": "houd de post op {less} of op {more}",
    "set a minimum of {less} and a maximum of {more} instead, between which one lies": "zet in plaats daarvan een "
    "minimum van {less} en een maximum van {more}, waar er een tussen ligt",
    "{amount} or less": "{amount} of minder",
    "{what} does not work for a plan with amounts that cannot be split ({lines}): {why} -> {advice}": "{what} werkt "
    "niet voor een plan met bedragen die niet deelbaar zijn ({lines}): {why} -> {advice}",
    "leave step, parts and smallest out to ask it of amounts that can be split": "laat step, parts en smallest weg om "
    "het te vragen van bedragen die wel deelbaar zijn",
    "bottlenecks with prices": "bottlenecks met prijzen",
    "the split jumps, so no constraint has a price per euro": "de verdeling verspringt, dus geen grens heeft een prijs "
    "per euro",
    "a ladder of straight lines": "een ladder van rechte lijnen",
    "the split jumps from one whole amount to another": "de verdeling verspringt van het ene hele bedrag naar "
    "het andere",
    "each of the thousands of draws would need a search of its own, which takes a second or more": "elk van de "
    "duizenden trekkingen zou een eigen zoektocht vragen, die een seconde of meer duurt",
    "leave step, parts and smallest out to simulate amounts that can be split, or ask whatif for a few cases": "laat "
    "step, parts en smallest weg om bedragen te simuleren die wel deelbaar zijn, of vraag whatif voor een paar "
    "gevallen",
    "bottlenecks: {count} lines and years are more than {most}, and where amounts cannot be split each constraint "
    "takes several searches -> ask whatif for the paths that matter, or take fewer years with --set years.last=YEAR": ""
    "bottlenecks: {count} posten en jaren zijn er meer dan {most}, en waar bedragen niet deelbaar zijn, vraagt elke "
    "grens meer dan één zoektocht -> vraag whatif voor de paden die ertoe doen, of neem minder jaren met "
    "--set years.last=JAAR",
    "is for plans with amounts that cannot be split": "is voor plannen met bedragen die niet deelbaar zijn",
    "leave it out: the amounts of the certificate stand in -f json": "laat het weg: de bedragen van het bewijs staan "
    "in -f json",
    "most amounts change at a jump, so there is little to leave out": "bij een sprong veranderen de meeste bedragen, "
    "dus er valt weinig weg te laten",
    "leave --sparse out": "laat --sparse weg",
    "splits that are nearly as good lie apart from each other, so a line has no range to move in": "verdelingen die "
    "bijna even goed zijn, liggen los van elkaar, dus een post heeft geen bereik om in te schuiven",
    "ladder: {count} whole amounts are more than {most}, and the split may jump at each of them -> ask whatif for the "
    "ceilings that matter, such as 100:400:25": "ladder: {count} gehele bedragen zijn er meer dan {most}, en bij elk "
    "kan de verdeling verspringen -> vraag whatif voor de plafonds die ertoe doen, zoals 100:400:25",
}
