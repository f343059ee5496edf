"""How a table was read: what was taken for what, and what was passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "read sheet": {
        "en": "the sheet '{typed}' is read; all others are empty ({meant})",
        "nl": "het blad '{typed}' is gelezen; alle andere zijn leeg ({meant})",
    },
    "read utf-16": {
        "en": "is read as UTF-16, as its first bytes say",
        "nl": "is gelezen als UTF-16, zoals de eerste bytes zeggen",
    },
    "read utf-16 without mark": {
        "en": "is read as UTF-16, as every other byte is 0",
        "nl": "is gelezen als UTF-16, omdat elke tweede byte 0 is",
    },
    "read windows": {
        "en": "is not UTF-8, and is read as {meant}, as Excel saves a CSV: check the names that have accents",
        "nl": "is geen UTF-8, en gelezen als {meant}, zoals Excel een CSV opslaat: kijk namen met accenten even na",
    },
    "read separator": {
        "en": "'{typed}' names what separates the columns: {meant}",
        "nl": "'{typed}' zegt wat de kolommen scheidt: {meant}",
    },
    "read title": {
        "en": "'{typed}' stands above the header: passed over",
        "nl": "'{typed}' staat boven de kop: overgeslagen",
    },
    "read header": {
        "en": "this row is taken for the header: {typed}",
        "nl": "deze rij is gelezen als de kop: {typed}",
    },
    "read header again": {
        "en": "this row repeats the header: passed over",
        "nl": "deze rij herhaalt de kop: overgeslagen",
    },
    "read column": {
        "en": "the column '{typed}' is taken for {meant}",
        "nl": "de kolom '{typed}' is gelezen als {meant}",
    },
    "read columns": {
        "en": "columns that say nothing here: passed over ({typed})",
        "nl": "kolommen die hier niets zeggen: overgeslagen ({typed})",
    },
    "read beside": {
        "en": "'{typed}' stands beside the table: passed over",
        "nl": "'{typed}' staat naast de tabel: overgeslagen",
    },
    "read hashtags": {
        "en": "a row of hashtags, from '{typed}': passed over",
        "nl": "een rij met hashtags, vanaf '{typed}': overgeslagen",
    },
    "read note": {
        "en": "'{typed}' is no line and has no amount: passed over as a note",
        "nl": "'{typed}' is geen post en heeft geen bedrag: overgeslagen als opmerking",
    },
    "read group": {
        "en": "'{typed}' is the name of {meant} and has no amount: passed over as a heading",
        "nl": "'{typed}' is de naam van {meant} en heeft geen bedrag: overgeslagen als tussenkop",
    },
    "read total": {
        "en": "'{typed}' is a total, {meant}, and adds up: passed over",
        "nl": "'{typed}' is een totaal, {meant}, en het klopt: overgeslagen",
    },
    "read blank total": {
        "en": "'{typed}' is called a total and has no amount: passed over",
        "nl": "'{typed}' heet een totaal en heeft geen bedrag: overgeslagen",
    },
    "read named": {
        "en": "'{typed}' is taken for {meant}",
        "nl": "'{typed}' is gelezen als {meant}",
    },
    "read id": {
        "en": "'{typed}' has no id: it gets {meant}",
        "nl": "'{typed}' heeft geen id: die wordt {meant}",
    },
    "read number": {
        "en": "'{typed}' is taken for {meant}, as the way in which this table is written says",
        "nl": "'{typed}' is gelezen als {meant}, zoals uit de schrijfwijze van deze tabel volgt",
    },
    "read digits": {
        "en": "'{typed}' is read to 15 digits, {meant}, as all computed amounts here are",
        "nl": "'{typed}' is gelezen tot op 15 cijfers, {meant}, zoals alle berekende bedragen hier",
    },
    "read scaled": {
        "en": "the cell shows and holds two amounts, {typed}: {meant} is in the plan's unit",
        "nl": "de cel toont en bevat twee bedragen, {typed}: {meant} is in de eenheid van het plan",
    },
    "read unit": {
        "en": "'{typed}' agrees with the plan's unit, as far as both say",
        "nl": "'{typed}' past bij de eenheid van het plan, voor zover beide iets zeggen",
    },
    "read hidden": {
        "en": "'{typed}' stands in a hidden row, and counts",
        "nl": "'{typed}' staat in een verborgen rij, en telt mee",
    },
    "read hidden column": {
        "en": "{typed} stands in a hidden column, and counts",
        "nl": "{typed} staat in een verborgen kolom, en telt mee",
    },
    "read changed": {
        "en": "'{typed}' was changed: the exact amount beside it, {meant}, is passed over",
        "nl": "'{typed}' is gewijzigd: het exacte bedrag ernaast, {meant}, is overgeslagen",
    },
    "styles lacking": {
        "en": "{template} has no style {names} -> a plain one takes its place, unless you add it in Word",
        "nl": "{template} heeft geen stijl {names} -> een eenvoudige komt daarvoor in de plaats, tenzij u die in Word "
        "toevoegt",
    },
    "read more": {
        "en": "... and {count} more, all of them with --format json",
        "nl": "... en nog {count}, alle met --format json",
    },
}
