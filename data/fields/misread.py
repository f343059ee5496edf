"""What people write where a plain number should stand, and what they meant by it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from flessenhals.data.fields.grammar import MOST_DECIMALS, MOST_DIGITS, PLAIN, either, unambiguous
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_A_NUMBER = "is not a number"
EXAMPLES = {
    "whole number": told("write a whole number, such as {example}", example="15"),
    "amount": told("write a plain number, such as {example}", example="12.5"),
    "ratio": told("write a plain number, such as {example}", example="0.125"),
    "weight": told("write a plain number, such as {example}", example="2"),
    "share": told("write a plain number and a percent sign, such as {example}", example="12.5%"),
}

LARGEST_EXPONENT = 30
LONGEST = 100
CURRENCY = r"(?:€|eur(?:os?)?|\$|usd|£|gbp)"

Explanation = tuple[str, str]


def explanation(text: str, wanted: str) -> Explanation:
    """What is wrong with a text that should be a number, and what to write instead.

    Args:
        text: what stands there; it is not a plain number.
        wanted: `amount`, `ratio`, `weight` or `share`: what should stand there.

    Returns:
        Two phrases: `is not a number` and `write 400.5`.
    """
    typed = text.strip()
    if not typed:
        return "is missing", EXAMPLES[wanted]
    if len(typed) <= LONGEST:
        typed = unicodedata.normalize("NFKC", typed.replace("\u2212", "-")) if not typed.isascii() else typed
        for pattern, explain in HABITS:
            match = pattern.fullmatch(typed)
            if match:
                return explain(match, wanted)
    return NOT_A_NUMBER, EXAMPLES[wanted]


def plainly(text: str) -> str | None:
    """The number that was meant as a plain decimal, where there is no doubt about it and it fits."""
    text = re.sub(r"\s+", " ", text.strip())
    match = GROUPED.fullmatch(text)
    if match:
        text = re.sub(r"\D", "", match["groups"]) + (f".{match['decimals']}" if match["decimals"] else "")
    elif COMMA.fullmatch(text):
        text = text.replace(",", ".")
    text = text.replace("_", "").rstrip(".")
    text = re.sub(r"^0+(?=\d)", "", f"0{text}" if text.startswith(".") else text)
    match = PLAIN.fullmatch(text)
    fits = match and len(match[1]) <= MOST_DIGITS and len(match[2] or "") <= MOST_DECIMALS
    return text if fits else None


def _advice(number: str, wanted: str) -> str:
    match = DOUBTFUL.fullmatch(number.strip())
    if match and wanted == "amount":
        return either(match["whole"], match["decimals"])
    meant = f"{match['whole']}.{match['decimals']}" if match else plainly(number)
    if meant is None:
        return EXAMPLES[wanted]
    number = unambiguous(meant) if wanted == "amount" else meant
    return told("write {number}", number=f"{number}%" if wanted == "share" else number)


def _meant(match: re.Match[str], wanted: str) -> Explanation:
    doubtful = wanted == "amount" and DOUBTFUL.fullmatch(match["number"])
    wrong = "is ambiguous: its comma may stand for thousands" if doubtful else NOT_A_NUMBER
    return wrong, _advice(match["number"], wanted)


def _money(match: re.Match[str], wanted: str) -> Explanation:
    return "has a currency in it", _advice(match["number"], wanted)


def _in_words(match: re.Match[str], wanted: str) -> Explanation:
    advice = _advice(match["number"], wanted)
    if advice == EXAMPLES[wanted]:
        return "has a unit in it", advice
    return "has a unit in it", told(
        "{advice} if that is the plan's unit, else the amount in the plan's unit", advice=advice
    )


def _exponent(match: re.Match[str], wanted: str) -> Explanation:
    wrong = "has an exponent"
    if int(match["power"]) not in range(-LARGEST_EXPONENT, LARGEST_EXPONENT + 1):
        return wrong, "write it out in full"
    from decimal import Decimal  # noqa: PLC0415 - only here, and after the exponent is known to be small

    full = format(Decimal(match[0].replace(",", ".")), "f")
    number = plainly(re.sub(r"(\.\d*?)0+$", r"\1", full))
    if number is None:
        return wrong, "write it out in full"
    return wrong, told("write it out in full: {number}", number=unambiguous(number) if wanted == "amount" else number)


def _below_zero(_: re.Match[str], wanted: str) -> Explanation:
    return "is below 0", "write a number above 0" if wanted == "ratio" else "write 0 or more"


def _as_accountants_write(_: re.Match[str], wanted: str) -> Explanation:
    return "is below 0, as accountants write it", "write a number above 0" if wanted == "ratio" else "write 0 or more"


def _percentage(match: re.Match[str], wanted: str) -> Explanation:
    if wanted == "share":
        return NOT_A_NUMBER, _advice(match["number"], wanted)
    number = plainly(match["number"])
    if wanted == "amount" or number is None:
        return "is a share, not an amount" if wanted == "amount" else NOT_A_NUMBER, EXAMPLES[wanted]
    whole, _, decimals = number.partition(".")
    whole = whole.zfill(3)
    return "is a percentage", told("write {number}", number=f"{whole[:-2]}.{whole[-2:]}{decimals}")


def _other_base(match: re.Match[str], wanted: str) -> Explanation:
    try:
        write = EXAMPLES[wanted] if wanted == "share" else told("write {number}", number=int(match[0], 0))
    except ValueError:
        return NOT_A_NUMBER, EXAMPLES[wanted]
    return "is not a decimal number", write


def _says(wrong: str) -> Callable[[re.Match[str], str], Explanation]:
    return lambda _, wanted: (wrong, EXAMPLES[wanted])


def _fraction(match: re.Match[str], wanted: str) -> Explanation:
    if wanted not in {"ratio", "weight"}:
        return _worked_out(match, wanted)
    if not int(match["under"]):
        return "divides by 0", EXAMPLES[wanted]
    over, under = match["over"].lstrip("0") or "0", match["under"].lstrip("0")
    if max(len(over), len(under)) > MOST_DIGITS:
        return told("has more than {most} digits", most=MOST_DIGITS), "write it with fewer digits"
    return NOT_A_NUMBER, told("write {number}", number=f"{over}/{under}")


def _worked_out(_: re.Match[str], wanted: str) -> Explanation:
    return "is a sum to work out", told(
        "write its outcome as a plain number, or a fraction such as 1/3"
        if wanted in {"ratio", "weight"}
        else "write its outcome as a plain number"
    )


DOUBTFUL = re.compile(r"(?P<whole>[1-9]\d{0,2})[.,](?P<decimals>\d{3})")
GROUPED = re.compile(
    r"(?P<groups>[1-9]\d{0,2}(?P<mark>[.,'\u2019 ])\d{3}(?:(?P=mark)\d{3})*)(?:[.,](?P<decimals>\d+))?"
)
COMMA = re.compile(r"\d+,\d+")

HABITS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Explanation]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), explain)
    for pattern, explain in (
        (r"null|none|n/?a|-|~", _says("is missing")),
        (r"true|false|yes|no|on|off|ja|nee|waar|onwaar", _says("is a yes or no, not a number")),
        (r"[+-]?\.?(?:nan|inf(?:inity)?)", _says("is not a number that can be counted with")),
        (
            r"\d{1,4}([-/])\d{1,2}\1\d{1,4}(?:[T ].*)?|\d{1,2}:\d{2}(?::\d{2})?",
            _says("is a date or time, not a number"),
        ),
        (r"#(?:(?:ref|div/0|value|num|null|name|spill|calc)[!?]|n/a)|err:\d+", _says("is an error in the spreadsheet")),
        (r"=.*", _says("is a formula")),
        (r"[+-]?(?P<number>\d+(?:[.,]\d+)?)e(?P<power>[+-]?\d+)", _exponent),
        (r"-\s*[\d.,].*", _below_zero),
        (rf"\(\s*{CURRENCY}?\s*[\d.,]*\d(?:[,.]-+)?\s*\)", _as_accountants_write),
        (r"(?P<number>[\d.,'\u2019\s]*\d)\s*%", _percentage),
        (r"0[xob][0-9a-f]+", _other_base),
        (rf"{CURRENCY}\s*(?P<number>[\d.,'\u2019\s]*\d)(?:[,.]-+)?", _money),
        (rf"(?P<number>[\d.,'\u2019\s]*\d)(?:[,.]-+)?\s*{CURRENCY}", _money),
        (rf"{CURRENCY}?\s*(?P<number>[\d.,'\u2019\s]*\d)\s*[a-z]+\.?(?:\s*[a-z]+\.?)?", _in_words),
        (r"(?P<over>\d{1,400})\s*/\s*(?P<under>\d{1,400})", _fraction),
        (r"[\d.,]+\s*[-/*+:x]\s*[\d.,]+", _worked_out),
        (r"\+?(?P<number>[\d.,'\u2019_\s]*\d\.?)(?:[,.]-+)?", _meant),
    )
)
