"""Words and phrases that stand in many messages, and those of options, outputs and templates."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    # Phrases inside other messages
    "a mapping": "een blok met sleutels",
    "a list": "een lijst",
    "one value": "één waarde",
    "missing": "afwezig",
    "line": "post",
    "year": "jaar",
    "partner": "partner",
    "programme": "programma",
    "department": "departement",
    "constraint": "regel",
    "tag": "label",
    "lines": "posten",
    "partners": "partners",
    "programmes": "programma's",
    "departments": "departementen",
    "point": "punt",
    "comma": "komma",
    "ceiling": "plafond",
    "step": "stap",
    "proposal": "voorstel",
    "{names} and {count} more": "{names} en nog {count}",
    " of {groups}": " van {groups}",
    "... and {count} more": "... en nog {count}",
    # What the system says
    "No such file or directory": "bestand of map bestaat niet",
    "Permission denied": "geen toestemming",
    "Is a directory": "is een map",
    "Not a directory": "is geen map",
    "No space left on device": "de schijf is vol",
    "Disk quota exceeded": "het schijfquotum is op",
    "File too large": "het bestand wordt te groot",
    "File name too long": "de naam is te lang",
    "Read-only file system": "hier kan alleen worden gelezen",
    "Input/output error": "fout bij lezen of schrijven",
    "Too many open files": "er zijn te veel bestanden open",
    "Bad file descriptor": "is gesloten",
    "Operation not permitted": "dat is niet toegestaan",
    "embedded null byte": "er staat een nulbyte in de naam",
    "embedded null character": "er staat een nulteken in de naam",
    "is not an example that ships": "is geen meegeleverd voorbeeld",
    # Outputs
    "{target}: {reason}": "{target}: {reason}",
    "{target}: {reason} -> make that folder first, or choose another": (
        "{target}: {reason} -> maak eerst die map, of kies een andere"
    ),
    "stdout: {reason}": "stdout: {reason}",
    "stdout: is closed": "stdout: is gesloten",
    "{target}: {reason} -> choose another name": "{target}: {reason} -> kies een andere naam",
    "{target}: {reason} -> choose a shorter name": "{target}: {reason} -> kies een kortere naam",
    "'': is no name of a file -> write one": "'': is geen naam van een bestand -> schrijf er een",
    "{target}: is a folder -> name a file in it": "{target}: is een map -> noem een bestand daarin",
    "{target}: is a link to another file -> name the file itself": (
        "{target}: is een koppeling naar een ander bestand -> noem het bestand zelf"
    ),
    "{target}: is no ordinary file -> name a file, or write to stdout": (
        "{target}: is geen gewoon bestand -> noem een bestand, of schrijf naar stdout"
    ),
    "{target}: is there already -> choose another name, or add --force to replace it": (
        "{target}: bestaat al -> kies een andere naam, of vervang het met --force"
    ),
    "{path}: is there already -> choose another name, or add --force to replace it": (
        "{path}: bestaat al -> kies een andere naam, of vervang het met --force"
    ),
    "{output}: {ending} is not written here -> end it in {formats}": (
        "{output}: {ending} wordt hier niet geschreven -> laat de naam eindigen op {formats}"
    ),
    "charts need vl-convert-python -> pip install 'flessenhals[briefing]'": (
        "grafieken vragen vl-convert-python -> pip install 'flessenhals[briefing]'"
    ),
    "Word files need python-docx -> pip install 'flessenhals[briefing]'": (
        "Word-bestanden vragen python-docx -> pip install 'flessenhals[briefing]'"
    ),
    "OpenDocument needs odfdo -> pip install 'flessenhals[briefing]'": (
        "OpenDocument vraagt odfdo -> pip install 'flessenhals[briefing]'"
    ),
    "PDF needs typst -> pip install 'flessenhals[briefing]'": (
        "PDF vraagt typst -> pip install 'flessenhals[briefing]'"
    ),
    "charts: what draws them broke off -> leave other work aside, or ask for a table": (
        "grafieken: het tekenen brak af -> sluit ander werk af, of vraag een tabel"
    ),
    "flessenhals: there is too little memory, or too few files or threads are allowed -> raise the limits": (
        "flessenhals: er is te weinig geheugen, of te weinig bestanden of threads zijn toegestaan -> verruim de grenzen"
    ),
    # Options
    "is no ceiling and no scenario": "is geen plafond en ook geen scenario",
    "write an amount, or {name}": "schrijf een bedrag, of {name}",
    "a briefing for stdout has no ending -> say how it is written, such as --format md": (
        "een briefing naar stdout heeft geen uitgang -> zeg hoe die wordt geschreven, zoals --format md"
    ),
    "{output} has no ending -> give it one of {formats}": "{output} heeft geen uitgang -> geef een van {formats}",
    "no proposal is given -> name a file, or take a slice off every line: --slice 8%": (
        "er is geen voorstel gegeven -> noem een bestand, of haal van elke post een deel af: --slice 8%"
    ),
    "--except says what --slice spares -> give --slice too": "--except zegt wat --slice spaart -> geef ook --slice",
    "has other years": "heeft andere jaren",
    "leave the change of years out, or ask diff": "laat de wijziging van jaren weg, of vraag diff",
    "see {command} --help": "zie {command} --help",
    "{command}: {wrong}": "{command}: {wrong}",
    "{command}: {wrong} -> see {command} --help": "{command}: {wrong} -> zie {command} --help",
    "'{by}' is none of line, {groupings}": "'{by}' is geen van line, {groupings}",
    "'{missing}' is none of {words}": "'{missing}' is geen van {words}",
    "format '{format}' is none of {formats}": "formaat '{format}' is geen van {formats}",
    "chart '{chart}' is none of {charts}": "grafiek '{chart}' is geen van {charts}",
    "language '{lang}' is neither en nor nl": "taal '{lang}' is er niet: kies en of nl",
    "chart '{chart}' is of a plan with years": "grafiek '{chart}' hoort bij een plan met jaren",
    "chart '{chart}' is of one proposal; several have {charts}": (
        "grafiek '{chart}' is er voor één voorstel; voor meer voorstellen is er {charts}"
    ),
    "{name} is given {times} times and takes one value -> keep one": (
        "{name} staat er {times} keer, maar neemt één waarde -> laat er één staan"
    ),
    "{name} {value}": "{name} {value}",
    "stands {count} times -> once for both sides, or twice: before and after": (
        "staat er {count} keer -> één keer voor beide kanten, of twee keer: voor en na"
    ),
    "nothing differs -> give a second CEILING, --scenario, --plan, --set, --keep or --drop": (
        "er is geen verschil -> geef een tweede CEILING, --scenario, --plan, --set, --keep of --drop"
    ),
    "'{profile}' is no profile -> write one of: {profiles}": (
        "'{profile}' is geen profiel -> schrijf een van: {profiles}"
    ),
    "a .{format} file has everything -> leave --profile out, or write a .pdf": (
        "een .{format}-bestand heeft alles -> laat --profile weg, of schrijf een .pdf"
    ),
    "--since stands for one plan and one ceiling at most -> leave the others out": (
        "--since neemt hooguit één plan en één plafond -> laat de andere weg"
    ),
    "a page is about one plan and one ceiling -> leave the others out": (
        "een pagina gaat over één plan en één plafond -> laat de andere weg"
    ),
    "with years a page has one reading -> name one scenario": (
        "met jaren toont een pagina één lezing -> noem één scenario"
    ),
    "a page is a .html file -> end {output} in .html": (
        "een pagina is een .html-bestand -> laat {output} eindigen op .html"
    ),
    "a page needs a place -> add -o and a name that ends in .html": (
        "een pagina heeft een plek nodig -> geef -o en een naam die eindigt op .html"
    ),
    "--missing and --sheet say how a proposal is read: name one with --proposal": (
        "--missing en --sheet zeggen hoe een voorstel wordt gelezen: noem er een met --proposal"
    ),
    "{output}: a plan is YAML -> end it in .yaml, or write a form with --proposal": (
        "{output}: een plan is YAML -> laat de naam eindigen op .yaml, of schrijf een formulier met --proposal"
    ),
    "{output}: a form is a table -> end it in .xlsx or .csv": (
        "{output}: een formulier is een tabel -> laat de naam eindigen op .xlsx of .csv"
    ),
    "--split and --robust have tables and no charts -> write .json, .csv or .md": (
        "--split en --robust hebben tabellen en geen grafieken -> schrijf .json, .csv of .md"
    ),
    "--split and --robust ask for two things -> leave one out": (
        "--split en --robust vragen twee dingen -> laat er een weg"
    ),
    "no briefing is written as '{format}' -> take one of {formats}": (
        "een briefing wordt niet als '{format}' geschreven -> neem een van {formats}"
    ),
    "--template is for .{with_template}, not for .{format}": "--template is voor .{with_template}, niet voor .{format}",
    "_FLESSENHALS_COMPLETE names no shell that is known": "_FLESSENHALS_COMPLETE noemt geen bekende shell",
    "--each-year says how a proposal is read: name one with --proposal": (
        "--each-year zegt hoe een voorstel wordt gelezen: noem er een met --proposal"
    ),
    "leave it out, or ask diff": "laat het weg, of vraag het aan diff",
    "leave it out, or ask simulate": "laat het weg, of vraag het aan simulate",
    "this is not made of a plan with years": "dit wordt niet gemaakt van een plan met jaren",
    "leave it out, or take a plan of one year": "laat het weg, of neem een plan van één jaar",
    "is {count} ceilings": "zijn {count} plafonds",
    "write a range of at most {most}": "schrijf een reeks van hoogstens {most}",
    "is not a range": "is geen reeks",
    "write FROM:TO:STEP, such as 100:400:25": "schrijf VAN:TOT:STAP, zoals 100:400:25",
    "runs from high to low": "loopt van hoog naar laag",
    "write {low}:{high}:{step}": "schrijf {low}:{high}:{step}",
    "has a step of 0": "heeft een stap van 0",
    "write a step above 0": "schrijf een stap boven 0",
    "is no step": "is geen stap",
    "write a step above 0, such as 0.1": "schrijf een stap boven 0, zoals 0.1",
    "is not a share": "is geen aandeel",
    "write it with a percent sign, such as {example}": "schrijf het met een procentteken, zoals {example}",
    "is more than everything": "is meer dan alles",
    "write a share from 0% to 100%": "schrijf een aandeel van 0% tot 100%",
    "write a smaller step": "schrijf een kleinere stap",
    "is no ceiling of this plan": "is geen plafond van dit plan",
    "is by year, and the plan has no years": "is per jaar, en het plan heeft geen jaren",
    "has a part without a year: '{part}'": "heeft een deel zonder jaar: '{part}'",
    "write 2026=100,2027=200": "schrijf 2026=100,2027=200",
    "names {year} twice": "noemt {year} twee keer",
    "name each year once": "noem elk jaar één keer",
    "says nothing of {first}": "zegt niets over {first}",
    "name {first} too": "noem ook {first}",
    "names {outside}, outside the plan's years": "noemt {outside}, buiten de jaren van het plan",
    "is none of the plan's lines": "is geen post van het plan",
    "write an amount, or amounts by year such as 2026=100,2027=200": (
        "schrijf een bedrag, of bedragen per jaar zoals 2026=100,2027=200"
    ),
    "is not a number of seconds since 1970 that a document can be dated by": (
        "is geen aantal seconden sinds 1970 dat een document als datum kan krijgen"
    ),
    "write a whole number from 0 to {latest}": "schrijf een geheel getal van 0 tot {latest}",
    # Word templates
    "is damaged": "is beschadigd",
    "says {{briefing}} where no briefing fits": "zegt {{briefing}} op een plek waar geen briefing past",
    "give {{briefing}} a paragraph of its own, outside tables, text boxes, headers and footers": (
        "geef {{briefing}} een eigen alinea, buiten tabellen, tekstvakken en kop- en voetteksten"
    ),
    "says {{briefing}} more than once": "zegt meer dan één keer {{briefing}}",
    "open it in Word and save it again": "open het in Word en sla het opnieuw op",
    "is an old .doc file, or one with a password": "is een oud .doc-bestand, of een met een wachtwoord",
    "save it as .docx without a password": "sla het op als .docx zonder wachtwoord",
    "is no Word file": "is geen Word-bestand",
    "give a .docx or .dotx file": "geef een .docx- of .dotx-bestand",
    "unpacks to more than a template needs": "is uitgepakt groter dan een sjabloon nodig heeft",
    "make a smaller one in Word": "maak een kleiner sjabloon in Word",
    "is not as Word writes it": "is niet zoals Word het schrijft",
    "holds macros": "bevat macro's",
    "save it without them, as .docx or .dotx": "sla het zonder macro's op, als .docx of .dotx",
    "fetches a part of itself from elsewhere": "haalt een deel van zichzelf elders op",
    "break that link in Word": "verbreek die koppeling in Word",
    "has a style '{name}' for something else": "heeft een stijl '{name}' voor iets anders",
    "give that style another name": "geef die stijl een andere naam",
    "leaves no room for a text on its page": "laat op de pagina geen ruimte voor tekst",
    "mend its paper size and margins": "herstel het papierformaat en de marges",
}
