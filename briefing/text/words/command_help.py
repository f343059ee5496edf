"""The help of the command line in Dutch, by the English that stands at each command and option."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "Also write the whole proof of a split in whole amounts, as JSON.": (
        "Schrijf ook het hele bewijs van een verdeling in hele bedragen, als JSON."
    ),
    "With years: the ceilings whose share is raised.": "Met jaren: de plafonds waarvan het aandeel wordt verhoogd.",
    # What the library for the command line adds
    "Usage: ": "Gebruik: ",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]...",
    "Arguments": "Argumenten",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "required": "verplicht",
    "default: {default}": "standaard: {default}",
    "env var: {var}": "omgevingsvariabele: {var}",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "Install completion for the current shell.": "Installeer het aanvullen van opdrachten voor deze shell.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Toon het aanvullen van opdrachten voor deze shell, om het te kopiëren of zelf in te richten."
    ),
    "Say the version.": "Toon de versie.",
    # The commands
    "Divide a budget ceiling over partners that depend on each other: the optimal split, proved.": (
        "Verdeel een budgetplafond over partners die van elkaar afhangen: de optimale verdeling, bewezen."
    ),
    "A page that answers what-if questions by itself.": "Een pagina waarop men zelf kan meerekenen.",
    "A page on which partners can ask the plan what-if questions, offline, each answer exact and proved.": (
        "Een pagina waarop partners kunnen meerekenen, zonder internet, elk antwoord exact en bewezen."
    ),
    "The plan, as for --plan, and the ceiling or path to begin at; default: all that is asked.": (
        "Het plan, zoals bij --plan, en het plafond of pad om mee te beginnen; standaard alles wat wordt gevraagd."
    ),
    "Where it goes: a .html file; - is stdout.": "Waar de pagina komt: een .html-bestand; - is stdout.",
    "The lines of a plan, with their ids.": "De posten van een plan, met hun id's.",
    "The scenarios of a plan, with their names.": "De scenario's van een plan, met hun namen.",
    "The lines of a plan with their ids, for --set, --keep, --drop and --line.": (
        "De posten van een plan met hun id's, voor --set, --keep, --drop en --line."
    ),
    "The scenarios of a plan by the names that --scenario takes.": (
        "De scenario's van een plan, met de namen die --scenario aanneemt."
    ),
    "The optimal split of one ceiling, with its proof.": "De optimale verdeling van één plafond, met bewijs.",
    "Several ceilings or readings of the plan side by side.": "Plafonds of lezingen van het plan naast elkaar.",
    "Several ceilings, or several readings of the plan, side by side.": (
        "Meer plafonds, of meer lezingen van het plan, naast elkaar."
    ),
    "Every ceiling at which the answer changes course.": "Elk plafond waarbij het antwoord van koers verandert.",
    "Every ceiling at which the optimal split changes course, exactly, and what money buys in between.": (
        "Elk plafond waarbij de optimale verdeling van koers verandert, exact, en wat geld daartussen oplevert."
    ),
    "What binds at one ceiling, what it costs, what would help.": (
        "Wat bij één plafond knelt, wat dat kost, wat zou helpen."
    ),
    "What binds at one ceiling, what it costs on both sides, and what relief it would give.": (
        "Wat bij één plafond knelt, wat dat naar beide kanten kost, en hoeveel verlichting het zou geven."
    ),
    "A proposal against the rules and the optimum.": "Een voorstel naast de regels en het optimum.",
    "A proposal against the rules and the optimum: what cannot be used and why, and the nearest split that works.": (
        "Een voorstel naast de regels en het optimum: wat niet kan worden gebruikt en waarom, en de dichtstbijzijnde "
        "verdeling die wel werkt."
    ),
    "Why the answer changed: which input did what.": "Waarom het antwoord veranderde, en door welke invoer.",
    "Why the answer changed: what each changed input did to the total, the lowest coverage and every line.": (
        "Waarom het antwoord veranderde: wat elke gewijzigde invoer deed met het totaal, de laagste dekking "
        "en elke post."
    ),
    "How firm an answer is where the plan is uncertain.": "Hoe vast een antwoord staat waar het plan onzeker is.",
    "The split under what the plan calls uncertain: how far it spreads, and what to research first.": (
        "De verdeling onder wat het plan onzeker noemt: hoe ver zij uiteenloopt, en wat het eerst moet "
        "worden uitgezocht."
    ),
    "Everything that is wrong or odd with a plan.": "Alles wat er niet klopt of opvalt aan een plan.",
    "Read a plan and say everything that is wrong or odd with it.": (
        "Lees een plan en zeg alles wat er niet aan klopt of aan opvalt."
    ),
    "A briefing on one ceiling, ready to send.": "Een briefing over één plafond, klaar om te versturen.",
    "A briefing on one ceiling that one can send: the message, the measures, why, how firm, where from.": (
        "Een briefing over één plafond die kan worden verstuurd: de boodschap, de maatregelen, waarom, hoe "
        "zeker, en waar het vandaan komt."
    ),
    "A plan to start from.": "Een plan om mee te beginnen.",
    "Write a plan to start from: a small example with comments, ready to edit.": (
        "Schrijf een plan om mee te beginnen: een klein voorbeeld met toelichting, om aan te passen."
    ),
    # What they ask
    "The total that may be spent, in the plan's unit.": (
        "Het totaal dat mag worden uitgegeven, in de eenheid van het plan."
    ),
    "Several totals; 100:400:25 is a range with its step.": (
        "Eén of meer totalen; 100:400:25 is een reeks, met de stap achteraan."
    ),
    "The total that may be spent; default: the proposal's own.": (
        "Het totaal dat mag worden uitgegeven; standaard dat van het voorstel."
    ),
    "The total that may be spent; two of them: before and after.": (
        "Het totaal dat mag worden uitgegeven; bij twee: voor en na de wijziging."
    ),
    "A file (.csv, .xlsx, .ods, .yaml, .json) or an example that ships: police-only, across-the-board, source-split; - "
    "is stdin. Several are set side by side.": (
        "Een bestand (.csv, .xlsx, .ods, .yaml, .json) of een meegeleverd voorbeeld: police-only, across-the-board, "
        "source-split; - is stdin. Meer voorstellen komen naast elkaar."
    ),
    "The plan file to write; - is stdout.": "Het planbestand dat wordt geschreven; - is stdout.",
    # The options
    "The plan; default: the Pact plan that ships.": "Het plan; standaard het meegeleverde plan van het Pact.",
    "The plan; given twice: before and after. Where nothing else differs, one is the after.": (
        "Het plan; bij twee: voor en na de wijziging. Verschilt er verder niets, dan is een enkel plan dat van na."
    ),
    "The proposal that takes this share, such as 8%, off every line.": (
        "Het voorstel dat van elke post dit deel afhaalt, zoals 8%."
    ),
    "The lines that --slice spares. Repeatable.": "De posten die --slice ontziet. Herhaalbaar.",
    "Show differences with another ceiling, a scenario, or the plan as it stands.": (
        "Toon verschillen met een ander plafond, een scenario, of het plan zoals het is."
    ),
    "Read the plan under one of its scenarios, or several in turn: NAME+NAME.": (
        "Lees het plan onder een van zijn scenario's, of onder meer na elkaar: NAAM+NAAM."
    ),
    "Read the plan under one of its scenarios; given twice: before and after. One alone is the after.": (
        "Lees het plan onder een van zijn scenario's; bij twee: voor en na de wijziging. Staat er maar één, dan is "
        "dat na."
    ),
    "Read the plan under this scenario too. Repeatable.": "Lees het plan ook onder dit scenario. Herhaalbaar.",
    "Read the plan under this scenario. Repeatable: the page can switch to the others.": (
        "Lees het plan onder dit scenario. Herhaalbaar: de pagina kan naar de andere wisselen."
    ),
    "Change a figure: lines.nfi.minimum=4, or of a selection: partner:police.minimum=50%. Repeatable.": (
        "Wijzig een getal: lines.nfi.minimum=4, of van een selectie: partner:police.minimum=50%. Herhaalbaar."
    ),
    "Add a rule: '{id: cap, level: {of: {partner: police}, at_most: 50}}'. Repeatable.": (
        "Voeg een regel toe: '{id: cap, level: {of: {partner: police}, at_most: 50}}'. Herhaalbaar."
    ),
    "Hold lines at what they ask, or at an amount: nfi, partner:police, nfi=4. Repeatable.": (
        "Houd posten vast op wat zij vragen, of op een bedrag: nfi, partner:police, nfi=4. Herhaalbaar."
    ),
    "Leave lines out of the plan: nfi, partner:police, all. Repeatable.": (
        "Laat posten uit het plan weg: nfi, partner:police, all. Herhaalbaar."
    ),
    "How the result is written.": "Hoe de uitkomst wordt geschreven.",
    "How the result is written or drawn.": "Hoe de uitkomst wordt geschreven of getekend.",
    "How it is written, if the ending does not say.": "Hoe het wordt geschreven, als de uitgang dat niet zegt.",
    "Where it goes; - is stdout. The format follows the ending.": (
        "Waar de uitkomst komt; - is stdout. Het formaat volgt uit de uitgang van de naam."
    ),
    "Where it goes: a .html .md .xlsx .docx .odt or .pdf file.": (
        "Waar de briefing komt: een .html-, .md-, .xlsx-, .docx-, .odt- of .pdf-bestand."
    ),
    "Replace the output file if it is there already.": "Vervang het uitvoerbestand als dat al bestaat.",
    "The language of tables and sentences.": "De taal van tabellen en zinnen.",
    "What the rows of the table are.": "Wat de rijen van de tabel zijn.",
    "What the rows of the table and of the charts are.": "Wat de rijen van de tabel en van de grafieken zijn.",
    "With years: which chart an image shows; a page has both.": (
        "Met jaren: welke grafiek een afbeelding toont; een pagina heeft beide."
    ),
    "Which chart an image shows; a page has both.": "Welke grafiek een afbeelding toont; een pagina heeft beide.",
    "Which chart an image shows; a page has all.": "Welke grafiek een afbeelding toont; een pagina heeft ze alle.",
    "Which chart an image shows of one proposal; a page has them all.": (
        "Welke grafiek een afbeelding van één voorstel toont; een pagina heeft ze alle."
    ),
    "JSON, CSV: the first split, then only the rates that change at each step; always above 500 lines.": (
        "JSON, CSV: de eerste verdeling, daarna bij elke stap alleen wat van koers verandert; altijd boven 500 posten."
    ),
    "Copy an example of another field instead: a hospital, water boards, schools and others.": (
        "Kopieer een voorbeeld uit een ander veld: een ziekenhuis, waterschappen, scholen en andere."
    ),
    "Why this line gets no more, and who would pay.": "Waarom deze post niet meer krijgt, en wie dat zou betalen.",
    "How far each line can move near the optimum, such as 1%.": (
        "Hoe ver elke post vlak bij het optimum kan schuiven, zoals 1%."
    ),
    "What a line without an amount in the proposal is.": "Wat een post zonder bedrag in het voorstel is.",
    "With years, or of more than 500 lines: also what is left out to be quick, such as ratios.": (
        "Met jaren, of boven 500 posten: ook wat anders wegblijft om snel te zijn, zoals verhoudingen."
    ),
    "With years: what a proposal without years gives, it gives in each year. Else refused.": (
        "Met jaren: een voorstel zonder jaren geldt dan voor elk jaar; anders wordt het geweigerd."
    ),
    "The sheet of a workbook that has more than one.": "Het blad van een werkboek dat er meer heeft.",
    "How many draws are made.": "Hoeveel trekkingen er worden gedaan.",
    "Which draws; the same seed gives the same answer.": "Welke trekkingen; dezelfde seed geeft hetzelfde antwoord.",
    "How many threads; default: one per core.": "Hoeveel threads; standaard één per kern.",
    "This machine, or those of a dask scheduler.": "Deze machine, of die van een dask-scheduler.",
    "The address of the dask scheduler.": "Het adres van de dask-scheduler.",
    "How this split fares instead: what is stranded, what is broken.": (
        "In plaats daarvan hoe het deze verdeling vergaat: wat blijft steken, wat wordt overtreden."
    ),
    "The split that strands least instead, beside the optimal one.": (
        "In plaats daarvan de verdeling die het minst laat steken, naast de optimale."
    ),
    "What the optimum is held against, as in compare; default: what lines ask. Repeatable: side by side.": (
        "Waarnaast het optimum wordt gelegd, zoals bij compare; standaard wat de posten vragen. Herhaalbaar: dan naast "
        "elkaar."
    ),
    "How deep it goes: a page for a minister, what an analyst needs, or everything.": (
        "Hoe diep de briefing gaat: één bladzijde voor een minister, wat een analist nodig heeft, of alles."
    ),
    "An older plan or another ceiling, or both: what changed since, and which change did it.": (
        "Een ouder plan of een ander plafond, of beide: wat er sindsdien is veranderd, en door welke wijziging."
    ),
    "Draw what is uncertain so many times too.": "Doe ook zoveel trekkingen van wat onzeker is.",
    "What printed amounts are rounded to, in the plan's unit; default: a tenth, or whole euros.": (
        "Waarop gedrukte bedragen worden afgerond, in de eenheid van het plan; standaard een tiende, of hele euro's."
    ),
    "A Word file of your own to take the looks from.": "Een eigen Word-bestand om het uiterlijk van over te nemen.",
    "Copy the Pact plan that ships instead of the small example.": (
        "Kopieer het meegeleverde plan van het Pact in plaats van het kleine voorbeeld."
    ),
    "Write a form (.xlsx, .csv) instead, in which partners fill in an amount per line.": (
        "Schrijf in plaats daarvan een formulier (.xlsx, .csv) waarin partners per post een bedrag invullen."
    ),
}
