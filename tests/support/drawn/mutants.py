"""Plan files and command lines that went wrong somewhere: cut, doubled, mixed up, with odd signs in them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

CASES = Path(__file__).parents[2] / "cases"
TABLES = CASES.glob("*.csv")
GOOD = b"""\
schema: 1
plan: small
title: {en: Small, nl: Klein}
unit: EUR million per year
partners: {police: Police, om: OM}
lines:
  - {id: police, partner: police, programme: safety, proposed: 100, maximum: 120%, tags: [chain, new]}
  - {id: om, partner: om, programme: safety, proposed: 12.5, minimum: 10%, source: p. 3}
  - {id: care, name: {en: Care}, partner: om, proposed: 10, weight: 1/3}
constraints:
  - {id: om-follows, nature: norm, proportional: {upstream: {partner: police}, downstream: om, at_least: 0.10}}
  - {id: floor, level: {of: [care, {tags: chain}], at_least: 25%, at_most: 90}}
scenarios:
  other: {title: Other, lines: [{of: care, minimum: 5}], constraints: {floor: null}}
objective: [value, coverage]
uncertain:
  - {path: constraints.om-follows.proportional.at_least, low: 0.05, mode: 0.10, high: 0.2}
  - {of: {partner: police}, field: proposed, low: 90%, high: 110%}
"""
SEEDS = [GOOD, *sorted(path.read_bytes() for path in CASES.glob("*.yaml") if path.stat().st_size < 4_000)]
TABLE_SEEDS = [
    b"id,partner,proposed,minimum,name\npolice,police,100,,Police\nom,om,12.5,10%,OM\n",
    *sorted(path.read_bytes() for path in TABLES if path.stat().st_size < 4_000),
]
WORDS = [
    *(b"", b"0", b"-1", b"1e999999999", b"400,5", b"400.000", b".nan", b"null", b"~", b"%", b"50%", b"1/0", b"all"),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b": ",
        b"\n",
        b"\n  - ",
        b"\t",
        b"'",
        b'"',
        b"#",
        b"&a ",
        b"*a",
        b"!!int ",
        b"<<",
    ),
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\r",
        b"\x1b[2J",
        b"\xc2\xa0",
        b"=1+1",
        b"---\n",
    ),
    *(
        b"id",
        b"lines",
        b"proposed",
        b"minimum",
        b"upstream",
        b"per: partner",
        b"scenarios: {}",
        b"uncertain: []",
        b"police",
    ),
]


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """One of these texts after up to six accidents."""
    text = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        put = draw(st.sampled_from([*WORDS, text[start:end] * 2, text[end : end + 20]]) | st.binary(max_size=6))
        text = text[:start] + put + text[end:]
    return text


PLANS, LINE_TABLES = damaged(SEEDS), damaged(TABLE_SEEDS)
PATHS = [
    "lines.om.minimum",
    "lines.om",
    "constraints.floor.level.at_least",
    "lines.x.y",
    "title",
    "",
    "a.b.c.d",
    "plan",
]
VALUES = ["4", "400,5", "null", "{}", "[", "{a: b}", "all", "1e9", "-1", "", "\x1b", "&a 1", "50%", "1/3", "'x"]
OPTIONS = [
    *("--format", "-f", "--scenario", "--set", "--lang", "--by", "--help", "--version", "--nonsense", "--force", "--"),
    *("json", "csv", "table", "markdown", "xml", "en", "nl", "de", "other", "partner", "-5", "0", "100", "10:50:20"),
    *("nan", "1:0:1", "1:2:0", "::", "400,5", "\udcff", "\x1b[2J", "\n", "=1", "-", "-1e3"),
]
COMMANDS = ["allocate", "whatif", "ladder", "bottlenecks", "compare", "check", "simulate", "brief", "alocate", "", "-h"]
WITH_CEILING = {"allocate", "bottlenecks", "simulate", "brief"}
NEEDED = {
    "simulate": ["--samples", "8", "--threads", "1"],  # a thread per core for every example is a thread too many
    "brief": ["--output", "-", "--format", "md"],
}
FURTHER = {
    "simulate": ["--samples", "--seed", "--threads", "--engine", "--scheduler", "--split", "--robust", "mean", "dask"],
    "brief": ["--proposal", "--simulate", "--template", "--round", "0.1", "html", "docx", "1"],
}


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """What somebody might type, more or less."""
    command = draw(st.sampled_from(COMMANDS))
    known = st.sampled_from([*OPTIONS, *FURTHER.get(command, ())])
    change = st.tuples(st.sampled_from(PATHS), st.sampled_from(VALUES)).map(lambda pair: ["--set", "=".join(pair)])
    word = known.map(lambda each: [each]) | change | st.text(max_size=8).map(lambda each: [each])
    typed = [part for parts in draw(st.lists(word, max_size=6)) for part in parts]
    ceiling = ["80"] if command in WITH_CEILING and draw(st.booleans()) else []
    return [command, *ceiling, *NEEDED.get(command, ()), *typed]
