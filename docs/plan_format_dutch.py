"""The words of the plan format in Dutch, by the English of the tables that plans are read by."""

from __future__ import annotations

FORMS: dict[str, str] = {
    "an id of a-z, 0-9 and hyphens": "een id van a-z, 0-9 en streepjes",
    "a text, or one per language: {en: ..., nl: ...}": "een tekst, of één per taal: {en: ..., nl: ...}",
    "a text": "een tekst",
    "names by id": "namen per id",
    "a list of lines, or the name of a table": "een lijst van posten, of de naam van een tabel",
    "a list of rules": "een lijst van regels",
    "a list of totals": "een lijst van totalen",
    "a list of changes by category": "een lijst van wijzigingen per soort",
    "a baseline and its source": "een raming en de bron ervan",
    "scenarios by name": "scenario's per naam",
    "a list": "een lijst",
    "first and last": "eerste en laatste",
    "later and earlier": "later en eerder",
    "ceilings by name": "plafonds per naam",
    "the stages in order, such as [value, coverage] or [{value: {programme: prevention}}, value, coverage]": (
        "de trappen op volgorde, zoals [value, coverage] of [{value: {programme: prevention}}, value, coverage]"
    ),
    "an amount in the plan's unit, such as 12.5": "een bedrag in de eenheid van het plan, zoals 12.5",
    "an amount in the plan's unit, or a share of the amount proposed, such as 50%": (
        "een bedrag in de eenheid van het plan, of een deel van het gevraagde bedrag, zoals 50%"
    ),
    "a pure number of 0 or more, such as 2": "een getal van 0 of meer, zoals 2",
    "a part of it from 0 to 100%, such as 50%": "een deel ervan van 0 tot en met 100%, zoals 50%",
    "structural or one-off": "structural of one-off",
    "a year of the plan": "een jaar van het plan",
    "an amount above 0 in the plan's unit, such as 2": "een bedrag boven 0 in de eenheid van het plan, zoals 2",
    "a whole number of 1 or more, such as 15": "een geheel getal van 1 of meer, zoals 15",
    "an amount in the plan's unit, or a share of the amount proposed, such as 100%": (
        "een bedrag in de eenheid van het plan, of een deel van het gevraagde bedrag, zoals 100%"
    ),
    "a list of tags, such as [chain-effect]": "een lijst van labels, zoals [chain-effect]",
    "source, derived or assumed": "source, derived of assumed",
    "law, norm or choice": "law, norm of choice",
    "programme, partner, department or line": "programme, partner, department of line",
    "a year, a list of years, or {from: ..., until: ...}": "een jaar, een lijst van jaren, of {from: ..., until: ...}",
    "a line id, `all`, a mapping such as {partner: police}, or a list of these": (
        "een post-id, `all`, een keuze zoals {partner: police}, of een lijst daarvan"
    ),
    "a pure number, such as 0.125, 1/3 or 12.5%": "een verhouding, zoals 0.125, 1/3 of 12.5%",
    "a whole number of years, such as 1 or -1": "een geheel aantal jaren, zoals 1 of -1",
    "an amount in the plan's unit, or a share such as 25%": (
        "een bedrag in de eenheid van het plan, of een deel zoals 25%"
    ),
    "true or false": "true of false",
    "an amount in the plan's unit or a share of what is asked in the last year, such as 2, 10% or -1": (
        "een bedrag in de eenheid van het plan of een deel van wat in het laatste jaar wordt gevraagd, zoals"
        " 2, 10% of -1"
    ),
    "an amount in the plan's unit, or a share of what is asked in the last year, such as 10%": (
        "een bedrag in de eenheid van het plan, of een deel van wat in het laatste jaar wordt gevraagd, zoals 10%"
    ),
    "a list of terms, such as [{of: police, times: 12.5}]": "een lijst van termen, zoals [{of: police, times: 12.5}]",
    "what the rule counts, such as fte": "wat de regel telt, zoals fte",
    "a number in the rule's own unit, such as 900": "een getal in de eigen eenheid van de regel, zoals 900",
    "a list of paths as in --set, such as [lines.ID.minimum]": (
        "een lijst van paden zoals bij --set, bijvoorbeeld [lines.ID.minimum]"
    ),
    "decision, windfall, price, technical or shift": "decision, windfall, price, technical of shift",
    "low and high": "laag en hoog",
    "a list of changes, each with of:": "een lijst van wijzigingen, elk met of:",
    "a selection of lines, or a list that may hold {of: ..., at: an amount}": (
        "een keuze van posten, of een lijst waarin {of: ..., at: een bedrag} mag staan"
    ),
    "a selection of lines": "een keuze van posten",
    "changes by the rule's id": "wijzigingen per id van de regel",
    "one of: proposed, minimum, maximum, weight": "een van: proposed, minimum, maximum, weight",
    "a number, or a percentage such as 90%": "een getal, of een percentage zoals 90%",
    "a year in four digits, such as 2026": "een jaar in vier cijfers, zoals 2026",
    "a list of years, such as [2026, 2027]": "een lijst van jaren, zoals [2026, 2027]",
    "an amount in the plan's unit, a share of the year's ceiling such as 1%, or any": (
        "een bedrag in de eenheid van het plan, een deel van het plafond van dat jaar zoals 1%, of any"
    ),
}

SAYS: dict[str, str] = {
    "The version of this format.": "De versie van dit formaat.",
    "The plan's id.": "De id van het plan.",
    "What people call the plan.": "Hoe men het plan noemt.",
    "What every amount is in, such as EUR million per year.": (
        "Waarin elk bedrag luidt, zoals EUR million per year of EUR mln per jaar."
    ),
    "Where the figures come from.": "Waar de cijfers vandaan komen.",
    "What people call the partners, by their ids.": "Hoe men de partners noemt, per id.",
    "What people call the programmes, by their ids.": "Hoe men de programma's noemt, per id.",
    "What people call the departments, by their ids.": "Hoe men de departementen noemt, per id.",
    "The budget lines, or a table beside the plan: lines.csv, lines.xlsx or lines.ods.": (
        "De begrotingsposten, of een tabel naast het plan: lines.csv, lines.xlsx of lines.ods."
    ),
    "The rules between the lines.": "De regels tussen de posten.",
    "Totals that the source prints, to reconcile the lines with.": (
        "Totalen die in de bron staan, om de posten mee te laten aansluiten."
    ),
    "What sort of change each change since an older plan is, so that diff can tell them by category.": (
        "Van welke soort elke wijziging sinds een ouder plan is, zodat diff ze per soort kan noemen."
    ),
    "What the problem that the plan is against costs; the briefing says what part of it makes good what is spent.": (
        "Wat het probleem kost waar het plan tegen is; de briefing zegt welk deel daarvan de uitgaven goedmaakt."
    ),
    "Other readings of the plan, by name: only what differs.": (
        "Andere lezingen van het plan, per naam: alleen wat verschilt."
    ),
    "What is not known well, for simulate.": "Wat niet goed bekend is, voor simulate.",
    "The years of the plan, first to last.": "De jaren van het plan, van het eerste tot en met het laatste.",
    "With years: what may be used in another year.": "Met jaren: wat in een ander jaar mag worden gebruikt.",
    "With years: paths of ceilings, by the names that commands know them by.": (
        "Met jaren: paden van plafonds, onder de namen waarmee opdrachten ze kennen."
    ),
    "What counts as better, first things first; [value, coverage] if left out.": (
        "Wat beter heet, het belangrijkste voorop; [value, coverage] als het ontbreekt."
    ),
    "Of which year the prices are, such as 2021.": "Het prijspeil, zoals 2021.",
    "The line's id, unique in the plan.": "De id van de post, uniek in het plan.",
    "What people call the line.": "Hoe men de post noemt.",
    "The organisation that gets the money, by its id.": "De organisatie die het geld krijgt, met haar id.",
    "The programme that the line belongs to, by its id.": "Het programma waar de post bij hoort, met de id.",
    "The department that the line belongs to, by its id.": "Het departement waar de post bij hoort, met de id.",
    "The amount asked.": "Het gevraagde bedrag.",
    "The least that the line must be given; 0 if left out.": "Wat de post ten minste krijgt; 0 als het ontbreekt.",
    "The most that the line may be given; the amount proposed if left out.": (
        "Wat de post ten hoogste krijgt; het gevraagde bedrag als het ontbreekt."
    ),
    "The value of one unit of money on this line; 1 if left out.": (
        "De waarde van één eenheid geld op deze post; 1 als het ontbreekt."
    ),
    "The part of what the line is given that others pay; the ceiling pays the rest.": (
        "Het deel van wat de post krijgt dat anderen betalen; de rest komt uit het plafond."
    ),
    "With years: structural, or one-off for money that comes once.": (
        "Met jaren: structural, of one-off voor incidenteel geld."
    ),
    "With years: the first year in which the line runs.": "Met jaren: het eerste jaar waarin de post loopt.",
    "With years: the last year in which the line runs.": "Met jaren: het laatste jaar waarin de post loopt.",
    "The line gets whole multiples of this; any amount if left out. Not beside parts.": (
        "De post krijgt een geheel veelvoud hiervan; elk bedrag kan als het ontbreekt. Niet naast parts."
    ),
    "The line gets whole parts of this many in the amount asked; any amount if left out.": (
        "Het gevraagde bedrag bestaat uit zoveel delen, en de post krijgt een geheel aantal daarvan; elk bedrag kan als"
        " het ontbreekt."
    ),
    "The line gets nothing, or at least this: 100% is all or nothing.": (
        "De post krijgt niets, of ten minste dit: 100% is alles of niets."
    ),
    "Free labels that selections can ask for.": "Vrije labels waar een keuze van posten naar kan vragen.",
    "Where the figures stand.": "Waar de cijfers staan.",
    "How the amount asked is known; source if left out and there is a source, else assumed.": (
        "Hoe het gevraagde bedrag bekend is; als het ontbreekt source waar een bron staat, en anders assumed."
    ),
    "What a reader should know about the line.": "Wat een lezer over de post moet weten.",
    "What it means where the line gets less than it asks; the briefing says so there.": (
        "Wat het betekent als de post minder krijgt dan hij vraagt; de briefing zegt het daar."
    ),
    "A .csv, .tsv, .txt, .xlsx or .ods file beside the plan.": (
        "Een .csv-, .tsv-, .txt-, .xlsx- of .ods-bestand naast het plan."
    ),
    "The sheet to read, where there are several.": "Het blad dat wordt gelezen, waar er meer zijn.",
    "The rule's id, unique in the plan.": "De id van de regel, uniek in het plan.",
    "What people call the rule.": "Hoe men de regel noemt.",
    "Whether the rule may be given up, and by whom.": "Of de regel mag worden losgelaten, en door wie.",
    "Where the rule stands.": "Waar de regel staat.",
    "How the rule is known; source if left out and there is a source, else assumed.": (
        "Hoe de regel bekend is; als het ontbreekt source waar een bron staat, en anders assumed."
    ),
    "The rule holds in every one of these apart, such as per: partner; a row for each.": (
        "De regel geldt voor elk hiervan apart, zoals per: partner."
    ),
    "With years: those in which the rule holds; all of them if left out.": (
        "Met jaren: de jaren waarin de regel geldt; alle als het ontbreekt."
    ),
    "The lines on which the money is spent.": "De posten waaraan het geld wordt besteed.",
    "So much for every unit of money, in the rule's unit.": (
        "Zoveel voor elke eenheid geld, in de eenheid van de regel."
    ),
    "The lines that the total adds up.": "De posten die het totaal optelt.",
    "What they ask together, as the source prints it.": "Wat zij samen vragen, zoals het in de bron staat.",
    "The step that the source rounds it and its lines to, such as 0.1; then `check` says where printed figures cannot "
    "be the rounding of anything.": (
        "De stap waarop de bron het totaal en de posten afrondt, zoals 0.1; dan zegt `check` waar afgedrukte"
        " cijfers geen"
        " afronding van wat dan ook kunnen zijn."
    ),
    "What changed, as in --set, or all that stands under a path: ceiling, lines.ID, constraints.ID.": (
        "Wat er veranderde, zoals bij --set, of alles wat onder een pad staat: ceiling, lines.ID, constraints.ID."
    ),
    "What sort of change that is, for diff.": "Van welke soort die wijziging is, voor diff.",
    "What the problem costs, low and high.": "Wat het probleem kost, laag en hoog geraamd.",
    "Where that stands.": "Waar dat staat.",
    "The least that the problem costs, in the plan's unit.": (
        "Wat het probleem ten minste kost, in de eenheid van het plan."
    ),
    "The most that it costs.": "Wat het ten hoogste kost.",
    "What people call the scenario.": "Hoe men het scenario noemt.",
    "The fields that differ, on what a selection selects, in this order.": (
        "De velden die verschillen, bij de posten van een keuze, in deze volgorde."
    ),
    "The lines that are held at what they ask, or at an amount, whatever their own bounds say.": (
        "De posten die worden ontzien, of op een bedrag vastgehouden, wat hun eigen grenzen ook zeggen."
    ),
    "The lines that are left out.": "De posten die worden weggelaten.",
    "Merged key by key into the rules; null removes a rule, a new id adds one.": (
        "Wordt sleutel voor sleutel in de regels verwerkt; null haalt een regel weg, een nieuwe id voegt er een toe."
    ),
    "The lines whose fields differ.": "De posten waarvan velden verschillen.",
    "The lines that are held.": "De posten die worden vastgehouden.",
    "The amount that each of them is held at.": "Het bedrag waarop elk ervan wordt vastgehouden.",
    "What is uncertain, as in --set: constraints.ID.proportional.at_least or lines.ID.proposed.": (
        "Wat onzeker is, zoals bij --set: constraints.ID.proportional.at_least of lines.ID.proposed."
    ),
    "Instead of a path: the lines whose field is multiplied by one factor.": (
        "In plaats van een pad: de posten waarvan een veld met één factor wordt vermenigvuldigd."
    ),
    "The field that is multiplied.": "Het veld dat wordt vermenigvuldigd.",
    "The lowest it can be.": "Hoe laag het kan zijn.",
    "The likeliest; without it everything between low and high is as likely.": (
        "Het waarschijnlijkste; zonder dit is alles tussen low en high even waarschijnlijk."
    ),
    "The highest it can be.": "Hoe hoog het kan zijn.",
    "Where the range comes from, or that it is assumed.": "Waar het bereik vandaan komt, of dat het is aangenomen.",
    "The first year.": "Het eerste jaar.",
    "The last year, which stands for every year after it.": "Het laatste jaar, dat voor alle latere jaren staat.",
    "The years that tables show; all of them if left out.": "De jaren die tabellen tonen; alle als het ontbreekt.",
    "How much of a year's money may be used in the next year.": (
        "Hoeveel van het geld van een jaar in het volgende jaar mag worden gebruikt."
    ),
    "How much of a year's money may be used in the year before.": (
        "Hoeveel van het geld van een jaar in het jaar ervoor mag worden gebruikt."
    ),
    "The part that comes back every year.": "Het deel dat elk jaar terugkomt.",
    "The part that comes once; 0 in a year that is not named.": (
        "Het deel dat eenmalig is; 0 in een jaar dat niet wordt genoemd."
    ),
}

SECTIONS: dict[str, tuple[str, str]] = {
    "The plan": ("Het plan", "De sleutels bovenaan het bestand."),
    "A line": ("Een post", "Elk onderdeel van `lines:`."),
    "Lines from a table": (
        "Posten uit een tabel",
        "`lines: lines.csv`, of een groep sleutels waarin ook een blad wordt genoemd. De kolommen zijn de"
        " sleutels van een"
        " post.",
    ),
    "A rule": (
        "Een regel",
        "Elk onderdeel van `constraints:`. Naast deze sleutels heeft een regel er precies één die zegt van"
        " welke soort hij"
        " is: {kinds}.",
    ),
    "A term": ("Een term", "Elk onderdeel van `terms:` in een `weighted`-regel."),
    "A total": ("Een totaal", "Elk onderdeel van `totals:`. `check` zegt waar de posten er niet op uitkomen."),
    "Changes by category": (
        "Wijzigingen per soort",
        "Elk onderdeel van `changes:`: van welke soort een wijziging is als `diff` dit plan naast een ouder plan legt.",
    ),
    "What the problem costs": ("Wat het probleem kost", "`benefit:`."),
    "From low to high": ("Van laag tot hoog", "`baseline:` in `benefit:`."),
    "A scenario": (
        "Een scenario",
        "Wat in `scenarios:` achter een naam staat. `--scenario NAAM` leest het plan zo, `--scenario NAAM+NAAM` met"
        " meer scenario's na elkaar. In `constraints:` haalt `null` achter een sleutel van een regel die sleutel weg.",
    ),
    "Lines that a scenario changes": (
        "Posten die een scenario wijzigt",
        "Elk onderdeel van `lines:` in een scenario.",
    ),
    "Lines that a scenario holds": (
        "Posten die een scenario vasthoudt",
        "Een onderdeel van `keep:` in een scenario, waar er een bedrag bij staat.",
    ),
    "What is uncertain": (
        "Wat onzeker is",
        "Elk onderdeel van `uncertain:`, met `path`, of anders met `of` en `field`. `simulate` trekt eruit.",
    ),
    "Years": ("Jaren", "`years:`. Een plan met jaren wordt over al die jaren tegelijk verdeeld."),
    "Money of another year": ("Geld van een ander jaar", "`shift:`, in een plan met jaren."),
    "A path of ceilings": (
        "Een pad van plafonds",
        "Wat in `ceilings:` achter een naam staat, in een plan met jaren: een bedrag, bedragen per jaar, of dit.",
    ),
}

KINDS: dict[str, str] = {
    "proportional": """\
Een ketenregel: wat bovenstrooms wordt gegeven, brengt verderop in de keten werk dat ook geld vraagt.

    Σ downstream + existing ≥ at_least · Σ upstream
    Σ downstream + existing ≤ at_most  · Σ upstream

In een plan met jaren vraagt upstream in jaar t iets van downstream in jaar t + lag. `upstream` en `downstream`
zijn keuzes van posten, `at_least` en `at_most` verhoudingen, `existing` is geld dat er al is, in de eenheid van
het plan.""",
    "level": """\
Wat een keuze van posten samen krijgt, blijft boven een ondergrens of onder een bovengrens.

    Σ gekozen ≥ at_least,  Σ gekozen ≤ at_most            bij een bedrag
    Σ gekozen ≥ s · Σ alle, Σ gekozen ≤ s · Σ alle        bij een deel s van alles wat wordt toegekend; met `per`
                                                          van alles wat de groep krijgt

In een plan met jaren geldt de regel in elk jaar; met `together` voor de som over de jaren.""",
    "build_up": """\
Wat een keuze van posten krijgt, verandert van jaar op jaar niet meer en niet minder dan zoveel.

    at_least ≤ Σ gekozen in t - Σ gekozen in t - 1 ≤ at_most

Vóór het eerste jaar is het `start`. Met `per: line` geldt de regel voor elke post apart, in de jaren waarin die
loopt.""",
    "weighted": """\
Wat het geld van verschillende keuzes samen koopt, blijft boven een ondergrens of onder een bovengrens, in een eigen
eenheid.

    Σ over de termen (times · Σ gekozen) ≥ at_least,  ≤ at_most

Een post die in meer termen is gekozen, telt in elk ervan. Met `per` doet een groep zonder posten van een term het
zonder die term.""",
}
