"""Messages about a plan: its form, its scenarios and changes, and whether it is sound."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "names years twice": "noemt twee keer jaren",
    "name them in the selection or behind the field": "noem ze in de selectie of achter het veld",
    "says not which years": "zegt niet welke jaren",
    "write years={'first': 2026, 'last': 2030}": "schrijf years={'first': 2026, 'last': 2030}",
    "is of {before} before and {after} after": "gaat vooraf over {before} en daarna over {after}",
    "no years": "geen jaren",
    "take plans of the same years: --set years.last=...": "neem plannen met dezelfde jaren: --set years.last=...",
    "holds a split of one year against the draws, and the plan has years": (
        "legt een verdeling van één jaar naast de trekkingen, en het plan heeft jaren"
    ),
    "write any, an amount, or a share such as 1%": "schrijf any, een bedrag, of een aandeel zoals 1%",
    "has years, and a path to raise is missing": "heeft jaren, en een pad om te verhogen ontbreekt",
    "is a path, and the plan has no years": "is een pad, en het plan heeft geen jaren",
    "leave it out": "laat het weg",
    "is not answered for plans with years yet": "wordt voor plannen met jaren nog niet beantwoord",
    # The form of a plan
    "is empty": "is leeg",
    "begin with schema: 1 and plan: an id": "begin met schema: 1 en plan: een id",
    "begin with schema: 1": "begin met schema: 1",
    "a plan is a mapping, not {kind}": "een plan is een blok met sleutels, niet {kind}",
    "stands twice, first at {place}": "staat er twee keer, eerst op {place}",
    "is a second kind of rule beside {kind}": "is een tweede soort regel naast {kind}",
    "make two constraints of it": "maak er twee regels van",
    "a constraint has no kind": "een regel heeft geen soort",
    "give it {choice}": "geef er {choice} bij",
    "ceiling {name}": "plafond {name}",
    "{kind} {id}: {wrong}": "{kind} {id}: {wrong}",
    "under scenario {scenario}, {wrong}": "in scenario {scenario}, {wrong}",
    "{name} {wrong}": "{name} {wrong}",
    # Scenarios, changes and selections on the command line
    "{file} has no such scenario": "{file} heeft zo'n scenario niet",
    "is no scenario of {file}": "is geen scenario van {file}",
    "names a scenario twice": "noemt een scenario twee keer",
    "name each once": "noem elk één keer",
    "leave one of the two out": "laat een van de twee weg",
    "sets a line that is dropped": "wijzigt een post die wordt weggelaten",
    "sets lines that are all dropped": "wijzigt posten die alle worden weggelaten",
    "of selects no line": "of: selecteert geen post",
    "has no '='": "heeft geen '='",
    "write PATH=VALUE": "schrijf PAD=WAARDE",
    "is not a constraint of this plan": "is geen regel van dit plan",
    "is left out by a scenario that is read before": "wordt weggelaten door een scenario dat eerder wordt gelezen",
    "is not a whole path": "is geen volledig pad",
    "write {example}": "schrijf {example}",
    "write {front}.FIELD": "schrijf {front}.VELD",
    "write {front}.{field}": "schrijf {front}.{field}",
    "FIELD": "VELD",
    "is not the kind of {name}": "is niet de soort van {name}",
    "lines.ID.FIELD": "lines.ID.VELD",
    "constraints.ID.KIND.FIELD": "constraints.ID.SOORT.VELD",
    "selects no line": "selecteert geen post",
    "selects nothing": "selecteert niets",
    "write a line id, all, or a selection such as partner:police": (
        "schrijf het id van een post, all, of een selectie zoals partner:police"
    ),
    "is not a rule": "is geen regel",
    "write {id: ..., and the kind of rule: {...}}": "schrijf {id: ..., en de soort regel: {...}}",
    "write another id, or change it with --set constraints.{name}...": (
        "schrijf een ander id, of wijzig hem met --set constraints.{name}..."
    ),
    "is the id of a rule that is there": "is het id van een regel die er al is",
    "is not a field of keep": "is geen veld van keep",
    "write of: and at:": "schrijf of: en at:",
    "is dropped here and kept at {place}": "wordt hier weggelaten en op {place} vastgehouden",
    "is kept here and dropped at {place}": "wordt hier vastgehouden en op {place} weggelaten",
    "is kept at another amount at {place}": "wordt op {place} op een ander bedrag vastgehouden",
    "choose one of them": "kies een van de twee",
    "is not the path of a number": "is niet het pad van een getal",
    "write lines.ID.FIELD or constraints.ID.KIND.FIELD": "schrijf lines.ID.VELD of constraints.ID.SOORT.VELD",
    "is not something that can be set": "kan niet worden ingesteld",
    "is not a field here": "is hier geen veld",
    "is not a part of {head}": "is geen deel van {head}",
    "end the path before it": "laat het pad daarvoor eindigen",
    "is not a {section} of this plan": "is geen {section} van dit plan",
    "does not stand in the plan": "staat niet in het plan",
    "name a number that does": "noem een getal dat er wel in staat",
    # Years
    "name no year in of:": "noem geen jaar in of:",
    "{field} does not differ by year": "{field} verschilt niet per jaar",
    "leave the year out": "laat het jaar weg",
    "{year} is outside the plan's years {first} to {last}": (
        "{year} valt buiten de jaren van het plan, {first} tot en met {last}"
    ),
    "set it for all years": "stel het voor alle jaren in",
    "{field} does not stand in the plan": "{field} staat niet in het plan",
    "name a year of the plan, or leave it out": "noem een jaar van het plan, of laat het weg",
    "are not in rising order, each once": "staan niet op volgorde, of een jaar staat er twee keer",
    "write each year once, in order": "schrijf elk jaar één keer, op volgorde",
    "differs by year, and together is one sum over all years": (
        "verschilt per jaar, en together is één som over alle jaren"
    ),
    "write one amount": "schrijf één bedrag",
    "is before first {first}": "ligt voor first {first}",
    "write {first} or later": "schrijf {first} of later",
    "write {last} or earlier": "schrijf {last} of eerder",
    "is {count} years from first, more than {most}": "ligt {count} jaar na first, meer dan {most}",
    "of a one-off line is not 0 in {last}, which stands for every year after it": (
        "van een incidentele post is niet 0 in {last}, dat voor elk jaar daarna staat"
    ),
    "name the years before {last} only, or end the line with until: {before}": (
        "noem alleen de jaren voor {last}, of beëindig de post met until: {before}"
    ),
    "reads as an amount": "leest als een bedrag",
    "give the ceiling a name with letters in it": "geef het plafond een naam met letters erin",
    "write from: {end} and until: {start}": "schrijf from: {end} en until: {start}",
    "says nothing of {wanted} up to {until}": "zegt niets over {wanted} tot en met {until}",
    "name {wanted} too": "noem ook {wanted}",
    "{id} is the id of a line too, and with years both have constraints @YEAR": (
        "{id} is ook het id van een post, en met jaren hebben beide eisen @JAAR"
    ),
    "give the rule another id": "geef de regel een ander id",
    "{name} of a level over years together is a share": "{name} van een niveau over de jaren samen is een aandeel",
    "{name} is a share of what is asked in {last}{of}, which is 0": (
        "{name} is een aandeel van wat in {last}{of} wordt gevraagd, en dat is 0"
    ),
    "at_most 0 from a start of 0 leaves nothing{whose}, ever": (
        "at_most 0 vanaf een start van 0 laat nooit iets over{whose}"
    ),
    "raise at_most or start": "verhoog at_most of start",
    "start {start}{whose} is above what {first} can have at most, {most}, and at_least does not let it fall so far": (
        "start {start}{whose} is hoger dan wat {first} hoogstens kan krijgen, {most}, en at_least laat het niet zo ver "
        "dalen"
    ),
    "write {most} or less, or a lower at_least": "schrijf {most} of minder, of een lager at_least",
    "build_up needs years, and the plan has none": "build_up heeft jaren nodig, en het plan heeft er geen",
    "needs years or more than 500 lines, and the plan has neither": (
        "heeft jaren of meer dan 500 posten nodig, en het plan heeft geen van beide"
    ),
    "needs years, and the plan has none": "heeft jaren nodig, en het plan heeft er geen",
    "{name} needs years, and the plan has none": "{name} heeft jaren nodig, en het plan heeft er geen",
    # What is uncertain
    "does not say what is uncertain": "zegt niet wat onzeker is",
    "give it path:, or of: and field:": "geef er path: bij, dan wel of: en field:",
    "has both a path and a selection": "heeft zowel een pad als een selectie",
    "keep path:, or of: and field:": "houd path: over, dan wel of: en field:",
    "is not a number of a line": "is geen getal van een post",
    "is not a share, while the level is one": "is geen aandeel, terwijl het niveau er wel een is",
    "write a percentage, such as 25%": "schrijf een percentage, zoals 25%",
    "is above high": "is hoger dan high",
    "write the smaller of the two at low:": "schrijf het kleinste van de twee bij low:",
    "is not between low and high": "ligt niet tussen low en high",
    "write a number between them": "schrijf een getal daartussen",
    # Soundness
    "stands {count} times": "staat er {count} keer",
    "give each an id of its own": "geef elk een eigen id",
    "is the name of the ceiling itself": "is de naam van het plafond zelf",
    "there are no lines": "er zijn geen posten",
    "name at least one budget line": "noem minstens één post",
    "every weight is 0, so no split is worth more than another": "alle gewichten zijn 0, dus geen verdeling is meer "
    "waard dan een andere",
    "give at least one line a weight above 0, or leave value out of the objective": "geef minstens één post een "
    "gewicht boven 0, of laat value weg uit objective",
    "{name} {amount} is below 0": "{name} {amount} is lager dan 0",
    "maximum": "maximum",
    "proposed amount, which is its maximum": "gevraagde bedrag, dat ook het maximum is",
    "minimum {minimum} is above its {limit}: {upper}": "minimum {minimum} is hoger dan het {limit}: {upper}",
    "write {less}, or a maximum of {more} or more": "schrijf {less}, of een maximum van {more} of meer",
    "write {less}, or a proposed amount or a maximum of {more} or more": (
        "schrijf {less}, of een gevraagd bedrag of een maximum van {more} of meer"
    ),
    "write {less}, or a proposed amount of {more} or more": (
        "schrijf {less}, of een gevraagd bedrag van {more} of meer"
    ),
    "write {less}, or check the unit of all its amounts": (
        "schrijf {less}, of controleer de eenheid van al zijn bedragen"
    ),
    "write 0": "schrijf 0",
    "minimum {minimum} is more than {most} times the proposed {proposed}": (
        "minimum {minimum} is meer dan {most} keer het gevraagde {proposed}"
    ),
    "check the unit of both amounts": "controleer de eenheid van beide bedragen",
    "{name} selects no line": "{name} selecteert geen post",
    "name a line, partner, programme, department or tag of this plan": (
        "noem een post, partner, programma, departement of label van dit plan"
    ),
    "the chain rules {names} feed each other: one euro asks for {asked} of itself": (
        "de ketenregels {names} roepen elkaar op: één euro vraagt {asked} van zichzelf"
    ),
    "{first} -> {count} more -> {last}": "{first} -> nog {count} -> {last}",
    "more than 1": "meer dan 1",
    "lower the ratios until their product is at most 1, or take one rule out": (
        "verlaag de verhoudingen tot hun product hoogstens 1 is, of haal een regel weg"
    ),
    "{lines} names no {per}": "{lines} noemt geen {per}",
    "{lines} name no {per}": "{lines} noemen geen {per}",
    "give each line that the rule selects a {per}, or select fewer lines": (
        "geef elke post die de regel selecteert een {per}, of selecteer minder posten"
    ),
    "{per} {group} is the name of a bound": "{per} {group} is de naam van een grens",
    "give it another id": "geef het een ander id",
    "{name} selects no line in {per} {groups}, where the rule selects others": (
        "{name} selecteert geen post in {per} {groups}, waar de regel wel andere selecteert"
    ),
    "give it such a line, or leave its other lines out of the selection": (
        "geef het zo'n post, of laat de andere posten ervan buiten de selectie"
    ),
    "per: line is for a level or a build_up": "per: line is voor een level of een build_up",
    "write per: partner, programme or department": "schrijf per: partner, programme of department",
    "a share of a line by itself says nothing": "een aandeel van een post in zichzelf zegt niets",
    "asks nothing": "vraagt niets",
    "give it at_least, at_most or both": "geef er at_least, at_most of allebei bij",
    "at_least {low} is above at_most {high}": "at_least {low} is hoger dan at_most {high}",
    "write {high} or less": "schrijf {high} of minder",
    "downstream is the same as upstream": "downstream is hetzelfde als upstream",
    "name the lines that the work arrives at": "noem de posten waar het werk terechtkomt",
    "there is no stage": "er is geen trap",
    "a plan with years cannot be written from its line-years": (
        "een plan met jaren is niet uit zijn postjaren te schrijven"
    ),
    "keep its file": "bewaar zijn bestand",
    "{amount} is not a decimal that a plan can hold": "{amount} is geen decimaal getal dat een plan kan bevatten",
    "{amount} is not a ratio that a plan can hold": "{amount} is geen verhouding die een plan kan bevatten",
    "{amount} is not a percentage that a plan can hold": "{amount} is geen percentage dat een plan kan bevatten",
    "round it first": "rond het eerst af",
    "lacks a column that every line needs": "mist een kolom die elke post nodig heeft",
    "add {name}": "voeg {name} toe",
    "a stage selects no line": "een trap selecteert geen enkele post",
    "is no stage": "is geen trap",
    "write {value: a selection of lines} or {coverage: partner}": (
        "schrijf {value: een keuze van posten} of {coverage: partner}"
    ),
    "the stages in order, such as [value, coverage] or [{value: {programme: prevention}}, value, coverage]": (
        "de trappen op volgorde, zoals [value, coverage] of [{value: {programme: prevention}}, value, coverage]"
    ),
    "write [value, coverage]": "schrijf [value, coverage]",
    "a stage stands twice": "een trap staat er twee keer",
    "name each stage once": "noem elke trap één keer",
    "name lines of this plan": "noem posten van dit plan",
    "{by} more": "{by} meer",
    "{by} less": "{by} minder",
    "stated total {proposed} is {off} than its lines, which add up to {found}": (
        "het genoemde totaal {proposed} is {off} dan zijn posten, die optellen tot {found}"
    ),
    "write {found}, mend the lines, or say by printed_to what the source rounds to": (
        "schrijf {found}, herstel de posten, of zeg met printed_to waarop de bron afrondt"
    ),
    "nothing can be saved on a cost of 0": "op kosten van 0 valt niets te besparen",
    "write an amount above 0": "schrijf een bedrag boven 0",
    "low is above high": "low is hoger dan high",
    "write the lower of the two amounts at low": "schrijf het laagste van de twee bedragen bij low",
    "there is no path": "er staat geen pad",
    "name what changed, such as lines.ID.proposed": "noem wat er is gewijzigd, zoals lines.ID.proposed",
    "{path} is no path of a change": "{path} is geen pad van een wijziging",
    "write ceiling, objective, lines.ID.FIELD or constraints.ID.KIND.FIELD": (
        "schrijf ceiling, objective, lines.ID.VELD of constraints.ID.SOORT.VELD"
    ),
    "{path} is tagged twice": "{path} is twee keer benoemd",
    "printed_to {step} is no step": "printed_to {step} is geen stap",
    "write a step such as 0.1": "schrijf een stap zoals 0.1",
    "total {proposed} is not printed to {step}": "totaal {proposed} is niet op {step} afgerond",
    "write the step that the source rounds this total to, or leave printed_to out where it is exact": (
        "schrijf de stap waarop de bron dit totaal afrondt, of laat printed_to weg als het exact is"
    ),
    # A table beside the plan
    "a plan that is not in a file has no table beside it": (
        "naast een plan dat niet in een bestand staat, staat geen tabel"
    ),
    "write the lines themselves": "schrijf de posten zelf",
    "a table stands beside the plan, or in a folder below it": (
        "een tabel staat naast het plan, of in een map daaronder"
    ),
    "write its name, such as lines.csv": "schrijf de naam ervan, zoals lines.csv",
    "is not a file beside the plan": "is geen bestand naast het plan",
    "check its name": "controleer de naam",
    "is not a table that can be read": "is geen tabel die kan worden gelezen",
    "save it as .csv, .xlsx or .ods": "sla hem op als .csv, .xlsx of .ods",
    "leave sheet: out": "laat sheet: weg",
    "{node} is empty": "{node} is leeg",
    "write the names of the fields in its first row": "schrijf de namen van de velden in de eerste rij",
    "is missing in the header": "ontbreekt in de kop",
    "add a column {name}": "voeg een kolom {name} toe",
    "there are more than {most} lines, of which a proof would take minutes and a gigabyte": (
        "er zijn meer dan {most} posten, waarvan een bewijs minuten en een gigabyte zou vragen"
    ),
    "split the plan": "splits het plan",
    "is a table, not a plan": "is een tabel, geen plan",
    "name it in a plan: lines: {name}": "noem hem in een plan: lines: {name}",
    "stands beside {whole}": "staat naast {whole}",
    "add years: {first: ..., last: ...} to the plan, or leave it out": (
        "voeg years: {first: ..., last: ...} toe aan het plan, of laat het weg"
    ),
    "is not a field to select by in a rule": "is geen veld om in een regel op te selecteren",
    "give the rule years: beside its id": "geef de regel years: naast zijn id",
    "{wrong} in {year}": "{wrong} in {year}",
}
