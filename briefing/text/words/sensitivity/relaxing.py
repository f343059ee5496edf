"""What relaxing a constraint does: money that is put to work, or worth where lines have weights of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language

WORDS: dict[str, dict[Language, str]] = {
    "ceiling is all used": {
        "en": "Up to {until} every further {euro} can be put to work in full.",
        "nl": "Tot {until} kan elke extra {euro} volledig worden ingezet.",
    },
    "ceiling holds back": {
        "en": "Of each further {euro} of ceiling {worth} is put to work{far}.",
        "nl": "Van elke {euro} die het plafond hoger is, wordt {worth} ingezet{far}.",
    },
    "maximum holds back": {
        "en": "{name} is at its maximum: each {euro} more there puts {worth} more to work{far}.",
        "nl": "{name} zit op het maximum: met elke {euro} meer daar wordt {worth} meer ingezet{far}.",
    },
    "minimum holds back": {
        "en": "{name} is at its minimum: each {euro} less there puts {worth} more to work{far}.",
        "nl": "{name} zit op het minimum: met elke {euro} minder daar wordt {worth} meer ingezet{far}.",
    },
    "rule holds back": {
        "en": "{name} binds: each {euro} that it is relaxed by puts {worth} more to work{far}.",
        "nl": "{name} knelt: met elke {euro} die de regel ruimer is, wordt {worth} meer ingezet{far}.",
    },
    "ceiling costs": {
        "en": "Each further {euro} of ceiling puts {worth} less to work{far}: money then goes to what is short first.",
        "nl": "Met elke {euro} die het plafond hoger is, wordt {worth} minder ingezet{far}: geld "
        "gaat dan eerst naar wat "
        "het meest tekortkomt.",
    },
    "kept holds back": {
        "en": "{name} is kept at its amount: each {euro} less there puts {worth} more to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke {euro} minder daar wordt {worth} meer ingezet{far}.",
    },
    "kept costs": {
        "en": "{name} is kept at its amount: each {euro} less there puts {worth} less to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke {euro} minder daar wordt {worth} "
        "minder ingezet{far}.",
    },
    "kept holds back weighted": {
        "en": "{name} is kept at its amount: each {euro} less there raises the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke {euro} minder daar verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept costs weighted": {
        "en": "{name} is kept at its amount: each {euro} less there lowers the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke {euro} minder daar verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept shifts": {
        "en": "With {name} kept at less money moves to other lines; the total stays the same{far}.",
        "nl": "Met {name} vastgehouden op minder verschuift geld naar andere posten; het totaal blijft gelijk{far}.",
    },
    "kept shifts weighted": {
        "en": "With {name} kept at less money moves to other lines; the weighted total stays the same{far}.",
        "nl": "Met {name} vastgehouden op minder verschuift geld naar andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "kept above holds back": {
        "en": "{name} is kept at its amount: each {euro} more there puts {worth} more to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke {euro} meer daar wordt {worth} meer ingezet{far}.",
    },
    "kept above costs": {
        "en": "{name} is kept at its amount: each {euro} more there puts {worth} less to work{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: met elke {euro} meer daar wordt {worth} minder ingezet{far}.",
    },
    "kept above holds back weighted": {
        "en": "{name} is kept at its amount: each {euro} more there raises the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke {euro} meer daar verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept above costs weighted": {
        "en": "{name} is kept at its amount: each {euro} more there lowers the weighted total by {worth}{far}.",
        "nl": "{name} wordt op zijn bedrag vastgehouden: elke {euro} meer daar verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "kept above shifts": {
        "en": "With {name} kept at more money moves there from other lines; the total stays the same{far}.",
        "nl": "Met {name} vastgehouden op meer verschuift geld van andere posten; het totaal blijft gelijk{far}.",
    },
    "kept above shifts weighted": {
        "en": "With {name} kept at more money moves there from other lines; the weighted total stays the same{far}.",
        "nl": "Met {name} vastgehouden op meer verschuift geld van andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "maximum costs": {
        "en": "{name} is at its maximum: each {euro} more there puts {worth} less to work{far}.",
        "nl": "{name} zit op het maximum: met elke {euro} meer daar wordt {worth} minder ingezet{far}.",
    },
    "minimum costs": {
        "en": "{name} is at its minimum: each {euro} less there puts {worth} less to work{far}.",
        "nl": "{name} zit op het minimum: met elke {euro} minder daar wordt {worth} minder ingezet{far}.",
    },
    "rule costs": {
        "en": "{name} binds: each {euro} that it is relaxed by puts {worth} less to work{far}.",
        "nl": "{name} knelt: met elke {euro} die de regel ruimer is, wordt {worth} minder ingezet{far}.",
    },
    "ceiling shifts": {
        "en": "At a higher ceiling money moves between lines; the total stays the same{far}.",
        "nl": "Bij een hoger plafond verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "maximum shifts": {
        "en": "At a higher maximum for {name} money moves there from other lines; the total stays the same{far}.",
        "nl": "Bij een hoger maximum voor {name} verschuift geld van andere posten; het totaal blijft gelijk{far}.",
    },
    "minimum shifts": {
        "en": "At a lower minimum for {name} money moves to other lines; the total stays the same{far}.",
        "nl": "Bij een lager minimum voor {name} verschuift geld naar andere posten; het totaal blijft gelijk{far}.",
    },
    "rule shifts": {
        "en": "If {name} is relaxed, money moves between lines; the total stays the same{far}.",
        "nl": "Als {name} ruimer is, verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    # Where the value stays the same and what is put to work does not
    "more, worth the same": {
        "en": "{when} more is put to work; the weighted total stays the same.",
        "nl": "{when} wordt meer ingezet; het gewogen totaal blijft gelijk.",
    },
    "less, worth the same": {
        "en": "{when} less is put to work; the weighted total stays the same.",
        "nl": "{when} wordt minder ingezet; het gewogen totaal blijft gelijk.",
    },
    "ceiling relaxed": {"en": "At a higher ceiling", "nl": "Bij een hoger plafond"},
    "maximum relaxed": {"en": "At a higher maximum for {name}", "nl": "Bij een hoger maximum voor {name}"},
    "minimum relaxed": {"en": "At a lower minimum for {name}", "nl": "Bij een lager minimum voor {name}"},
    "rule relaxed": {"en": "If {name} is relaxed,", "nl": "Als {name} ruimer is,"},
    "rule relaxed many": {"en": "If one of {name} is relaxed,", "nl": "Als een van {name} ruimer is,"},
    "year relaxed": {"en": "With more for {name}", "nl": "Met meer voor {name}"},
    "kept relaxed": {"en": "With {name} kept at less", "nl": "Met {name} vastgehouden op minder"},
    "kept above relaxed": {"en": "With {name} kept at more", "nl": "Met {name} vastgehouden op meer"},
    "ceiling holds back weighted": {
        "en": "Each further {euro} of ceiling raises the weighted total by {worth}{far}.",
        "nl": "Elke {euro} die het plafond hoger is, verhoogt het gewogen totaal met {worth}{far}.",
    },
    "maximum holds back weighted": {
        "en": "{name} is at its maximum: each {euro} more there raises the weighted total by {worth}{far}.",
        "nl": "{name} zit op het maximum: elke {euro} meer daar verhoogt het gewogen totaal met {worth}{far}.",
    },
    "minimum holds back weighted": {
        "en": "{name} is at its minimum: each {euro} less there raises the weighted total by {worth}{far}.",
        "nl": "{name} zit op het minimum: elke {euro} minder daar verhoogt het gewogen totaal met {worth}{far}.",
    },
    "rule holds back weighted": {
        "en": "{name} binds: each {euro} that it is relaxed by raises the weighted total by {worth}{far}.",
        "nl": "{name} knelt: elke {euro} die de regel ruimer is, verhoogt het gewogen totaal met {worth}{far}.",
    },
    "ceiling costs weighted": {
        "en": "Each further {euro} of ceiling lowers the weighted total by {worth}{far}: money then goes to what "
        "is short first.",
        "nl": "Elke {euro} die het plafond hoger is, verlaagt het gewogen totaal met {worth}{far}: geld gaat dan "
        "eerst naar wat het meest tekortkomt.",
    },
    "maximum costs weighted": {
        "en": "{name} is at its maximum: each {euro} more there lowers the weighted total by {worth}{far}.",
        "nl": "{name} zit op het maximum: elke {euro} meer daar verlaagt het gewogen totaal met {worth}{far}.",
    },
    "minimum costs weighted": {
        "en": "{name} is at its minimum: each {euro} less there lowers the weighted total by {worth}{far}.",
        "nl": "{name} zit op het minimum: elke {euro} minder daar verlaagt het gewogen totaal met {worth}{far}.",
    },
    "rule costs weighted": {
        "en": "{name} binds: each {euro} that it is relaxed by lowers the weighted total by {worth}{far}.",
        "nl": "{name} knelt: elke {euro} die de regel ruimer is, verlaagt het gewogen totaal met {worth}{far}.",
    },
    "ceiling shifts weighted": {
        "en": "At a higher ceiling money moves between lines; the weighted total stays the same{far}.",
        "nl": "Bij een hoger plafond verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
    "maximum shifts weighted": {
        "en": "At a higher maximum for {name} money moves there from other lines; the weighted total stays the "
        "same{far}.",
        "nl": "Bij een hoger maximum voor {name} verschuift geld van andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "minimum shifts weighted": {
        "en": "At a lower minimum for {name} money moves to other lines; the weighted total stays the same{far}.",
        "nl": "Bij een lager minimum voor {name} verschuift geld naar andere posten; het gewogen totaal blijft "
        "gelijk{far}.",
    },
    "rule shifts weighted": {
        "en": "If {name} is relaxed, money moves between lines; the weighted total stays the same{far}.",
        "nl": "Als {name} ruimer is, verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
    "maximum holds back many": {
        "en": "{name} are at their maximums: each {euro} more at one of them puts {worth} more to work{far}.",
        "nl": "{name} zitten op hun maximum: met elke {euro} meer bij één ervan wordt {worth} meer ingezet{far}.",
    },
    "minimum holds back many": {
        "en": "{name} are at their minimums: each {euro} less at one of them puts {worth} more to work{far}.",
        "nl": "{name} zitten op hun minimum: met elke {euro} minder bij één ervan wordt {worth} meer ingezet{far}.",
    },
    "maximum costs many": {
        "en": "{name} are at their maximums: each {euro} more at one of them puts {worth} less to work{far}.",
        "nl": "{name} zitten op hun maximum: met elke {euro} meer bij één ervan wordt {worth} minder ingezet{far}.",
    },
    "minimum costs many": {
        "en": "{name} are at their minimums: each {euro} less at one of them puts {worth} less to work{far}.",
        "nl": "{name} zitten op hun minimum: met elke {euro} minder bij één ervan wordt {worth} minder ingezet{far}.",
    },
    "maximum holds back weighted many": {
        "en": "{name} are at their maximums: each {euro} more at one of them raises the weighted "
        "total by {worth}{far}.",
        "nl": "{name} zitten op hun maximum: elke {euro} meer bij één ervan verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "minimum holds back weighted many": {
        "en": "{name} are at their minimums: each {euro} less at one of them raises the weighted "
        "total by {worth}{far}.",
        "nl": "{name} zitten op hun minimum: elke {euro} minder bij één ervan verhoogt het gewogen totaal met "
        "{worth}{far}.",
    },
    "maximum costs weighted many": {
        "en": "{name} are at their maximums: each {euro} more at one of them lowers the weighted "
        "total by {worth}{far}.",
        "nl": "{name} zitten op hun maximum: elke {euro} meer bij één ervan verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "minimum costs weighted many": {
        "en": "{name} are at their minimums: each {euro} less at one of them lowers the weighted "
        "total by {worth}{far}.",
        "nl": "{name} zitten op hun minimum: elke {euro} minder bij één ervan verlaagt het gewogen totaal met "
        "{worth}{far}.",
    },
    "rule shifts many": {
        "en": "If one of {name} is relaxed, money moves between lines; the total stays the same{far}.",
        "nl": "Als één van {name} ruimer is, verschuift geld tussen posten; het totaal blijft gelijk{far}.",
    },
    "rule shifts weighted many": {
        "en": "If one of {name} is relaxed, money moves between lines; the weighted total stays the same{far}.",
        "nl": "Als één van {name} ruimer is, verschuift geld tussen posten; het gewogen totaal blijft gelijk{far}.",
    },
}
