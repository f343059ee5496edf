"""Messages about what could not be solved, proved or drawn."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    # Too much to ask
    "allocate: {lines} lines hang together by their rules, more than {most_tied}, and each step of dividing them takes "
    "a solve over them all -> take lines together, or write rules per group (per: partner), so that the plan falls "
    "apart into parts": (
        "allocate: {lines} posten hangen door hun regels samen, meer dan {most_tied}, en elke stap van het verdelen "
        "vraagt een oplossing over alle -> neem posten samen, of schrijf regels per groep (per: partner), "
        "zodat het plan "
        "in delen uiteenvalt"
    ),
    "ladder: {lines} lines are more than {most}, and the answer changes course at thousands of ceilings -> ask whatif "
    "for the ceilings that matter, such as 100:400:25": (
        "ladder: {lines} posten zijn er meer dan {most}, en het antwoord verandert bij duizenden plafonds van koers -> "
        "vraag whatif voor de plafonds die ertoe doen, zoals 100:400:25"
    ),
    "objective: without coverage a ceiling has more than one best split -> write objective: [value, coverage]": (
        "objective: zonder coverage heeft een plafond meer dan één beste verdeling -> schrijf objective: "
        "[value, coverage]"
    ),
    "objective: {stage} leaves many splits equally good, and a price needs one": (
        "objective: {stage} laat veel verdelingen even goed, en een prijs vraagt er één"
    ),
    "objective: {stage} has no meaning for whole amounts": "objective: {stage} betekent niets voor hele bedragen",
    "objective: what the stage {stage} reaches cannot be followed": (
        "objective: wat de trap {stage} bereikt, kan niet worden gevolgd"
    ),
    "no amounts in whole steps of {step} or finer keep every rule of {id}": (
        "geen bedragen in hele stappen van {step} of fijner houden zich aan elke regel van {id}"
    ),
    "no amounts in whole steps of {step} were found for {id}": (
        "er zijn geen bedragen in hele stappen van {step} gevonden voor {id}"
    ),
    # Not proved
    "no answer could be proved for {id} at {ceiling:,.6g}": (
        "voor {id} kon bij {ceiling:,.6g} geen antwoord worden bewezen"
    ),
    "no proof was found for {name}, which is too large for the exact simplex": (
        "voor {name} is geen bewijs gevonden, en het is te groot voor de exacte simplex"
    ),
    "the certificate for {name} does not hold": "het certificaat voor {name} klopt niet",
    "{name}: {error}": "{name}: {error}",
    "of more than {most} lines a briefing leaves it out; bottlenecks --within tells it": (
        "bij meer dan {most} posten laat een briefing dit weg; bottlenecks --within geeft het"
    ),
    "{rows} rules hang together, with exact amounts of up to {digits} digits, and then the number of "
    "findings that are worked out is {count} at most": (
        "{rows} regels hangen samen, met exacte bedragen van hoogstens {digits} cijfers, en dan is het aantal "
        "bevindingen dat wordt uitgerekend hoogstens {count}"
    ),
    "no common level was found": "er is geen gemeenschappelijk niveau gevonden",
    "no common level was found in {most_steps} steps": (
        "in {most_steps} stappen is geen gemeenschappelijk niveau gevonden"
    ),
    "the lowest feasible ceiling could not be proved": "het laagste haalbare plafond kon niet worden bewezen",
    "the lowest feasible share could not be proved": "het laagste haalbare aandeel kon niet worden bewezen",
    "a piece of the ladder could not be proved": "een stuk van de ladder kon niet worden bewezen",
    "a piece of the ladder has no end": "een stuk van de ladder heeft geen einde",
    "ladder: only the steps of this plan are known, not what changes at each of them": (
        "ladder: van dit plan zijn alleen de stappen bekend, niet wat er bij elke stap verandert"
    ),
    "the ladder does not begin at the lowest feasible ceiling": (
        "de ladder begint niet bij het laagste haalbare plafond"
    ),
    "the ladder begins above a ceiling that is enough": "de ladder begint boven een plafond dat genoeg is",
    "the ladder is not whole after {most_solves} solves": "de ladder is na {most_solves} oplossingen niet compleet",
    "it could not be proved that no ceiling is enough": "dat geen plafond genoeg is, kon niet worden bewezen",
    "the chain-inclusive price of {line} could not be proved": (
        "de prijs van {line} met de keten erbij kon niet worden bewezen"
    ),
    "the course of {label} at {start:.6g} was not found": "het verloop van {label} bij {start:.6g} is niet gevonden",
    "{label} at {value:.6g}: {wrong}": "{label} bij {value:.6g}: {wrong}",
    "a part of the plan fits nowhere": "een deel van het plan past nergens",
    # Draws
    "{id}: calls nothing uncertain -> add a section uncertain: to the plan": (
        "{id}: noemt niets onzeker -> voeg een onderdeel uncertain: toe aan het plan"
    ),
    "{samples} draws are more than there are points -> ask for fewer": (
        "{samples} trekkingen zijn er meer dan er punten zijn -> vraag er minder"
    ),
    "{id} has {rows} rules over {lines} lines, too many to draw -> simulate a part of it": (
        "{id} heeft {rows} regels over {lines} posten, te veel om te trekken -> simuleer een deel ervan"
    ),
    "{said}: the exact split is another one": "{said}: de exacte verdeling is een andere",
    "{said}: something does fit": "{said}: er past wel iets",
    "{said}: nothing fits": "{said}: er past niets",
    "draw {start} of seed {seed} does not hold up": "trekking {start} van seed {seed} houdt geen stand",
    "a factor on {field} selects no number of this plan": "een factor op {field} selecteert geen getal van dit plan",
    "{path} is not the path of a number of {id}": "{path} is niet het pad van een getal van {id}",
    "{path} is not the path of a number of this plan": "{path} is niet het pad van een getal van dit plan",
    "draws need scipy -> pip install 'flessenhals[simulation]'": (
        "trekkingen vragen scipy -> pip install 'flessenhals[simulation]'"
    ),
    "threads need joblib -> pip install 'flessenhals[simulation]'": (
        "threads vragen joblib -> pip install 'flessenhals[simulation]'"
    ),
    "many machines need distributed -> pip install 'flessenhals[cluster]'": (
        "meer machines vragen distributed -> pip install 'flessenhals[cluster]'"
    ),
    "dask needs a scheduler -> add --scheduler tcp://HOST:8786": (
        "dask vraagt een scheduler -> voeg --scheduler tcp://HOST:8786 toe"
    ),
    "{scheduler}: no scheduler answers -> start one, see docs/scale.md": (
        "{scheduler}: er antwoordt geen scheduler -> start er een, zie docs/scale.md"
    ),
    "{scheduler}: has no workers -> start some, see docs/scale.md": (
        "{scheduler}: heeft geen workers -> start er een paar, zie docs/scale.md"
    ),
    "--scheduler is for --engine dask -> add that, or leave the scheduler out": (
        "--scheduler is voor --engine dask -> voeg dat toe, of laat de scheduler weg"
    ),
    "engine '{engine}' is none of {engines} -> write one of those": (
        "engine '{engine}' is geen van {engines} -> schrijf een daarvan"
    ),
    "robust '{robust}' is none of {measures} -> write one of those": (
        "robust '{robust}' is geen van {measures} -> schrijf een daarvan"
    ),
    "write any, an amount, or a share such as 1%": "schrijf any, een bedrag, of een aandeel zoals 1%",
    "has years, and a path to raise is missing": "heeft jaren, en een pad om te verhogen ontbreekt",
    "is a path, and the plan has no years": "is een pad, en het plan heeft geen jaren",
    "leave it out": "laat het weg",
    "is not answered for plans with years yet": "wordt voor plannen met jaren nog niet beantwoord",
    "{lines} lines hang together, and each answer takes several splits of more than {most} lines": (
        "{lines} posten hangen samen, en elk antwoord vraagt meerdere verdelingen van meer dan {most} posten"
    ),
    "of {lines} lines some cannot be split, and each answer takes several searches of more than {most} lines": (
        "van {lines} posten zijn sommige niet deelbaar, en elk antwoord vraagt meerdere keren zoeken in meer dan "
        "{most} posten"
    ),
    "{lines} lines hang together: their room takes two solves of the whole plan each, and {most} are the most": (
        "{lines} posten hangen samen: hun ruimte vraagt per post twee oplossingen van het geheel; {most} is het meest"
    ),
    "how far a constraint can be tightened could not be proved": (
        "hoe ver een grens strenger kan worden, kon niet worden bewezen"
    ),
    "all lines of the rule can have one amount only": "alle posten van de regel kunnen maar één bedrag krijgen",
    "several stretches of the ladder move at the same time": "meerdere stukken van de ladder bewegen tegelijk",
    "the course of {label} has very many pieces": "het verloop van {label} heeft heel veel stukken",
    "no other part of the plan tells what a unit of the ceiling is worth": (
        "geen ander deel van het plan vertelt wat een eenheid van het plafond waard is"
    ),
    "whether {line} would keep its amount at no weight was not asked": (
        "of {line} het bedrag houdt zonder gewicht, is niet gevraagd"
    ),
    "coverage comes first -> ask about it in a plan of one of its parts": (
        "dekking komt eerst -> vraag het in een plan van een van de delen"
    ),
    "the lowest coverage of the other parts bends the wrong way": (
        "de laagste dekking van de andere delen buigt de verkeerde kant op"
    ),
    "a rule of which one side has nothing is asked about in smaller plans alone": (
        "een regel waarvan één kant niets krijgt, wordt alleen in kleinere plannen bevraagd"
    ),
}
