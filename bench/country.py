"""A country as a plan: 342 municipalities with 25 lines each, chain rules in each and one national ceiling.

    uv run bench/country.py FOLDER [--municipalities 342] [--seed 7] [--weights] [--tied]

Writes `country.yaml` and `lines.csv`, or any number of municipalities. With `--tied` the chain rules hold in each of
twelve provinces and the levels for the nation, so that everything hangs together. Every figure and name is made up.
`bench/large.py` measures with it.
"""

from __future__ import annotations

import argparse
import csv
from decimal import Decimal
from pathlib import Path
from random import Random

PURPOSES = {  # id: programme, size against the municipality's, tags
    "patrol": ("safety", 30, "police"),
    "detectives": ("safety", 18, "police"),
    "cybercrime": ("safety", 6, "police"),
    "enforcers": ("safety", 8, ""),
    "prosecution": ("chain", 8, "om"),
    "courts": ("chain", 5, "courts"),
    "probation": ("chain", 4, "probation"),
    "legal-aid": ("chain", 3, "aid"),
    "victims": ("chain", 2, ""),
    "youth-work": ("youth", 9, "youth prevention"),
    "schools": ("youth", 7, "youth prevention"),
    "family-coaches": ("youth", 5, "youth"),
    "child-protection": ("youth", 4, "protection"),
    "youth-courts": ("youth", 2, "youth-courts"),
    "youth-care": ("care", 14, "care"),
    "addiction": ("care", 6, "care"),
    "mental-health": ("care", 10, "care"),
    "shelter": ("care", 8, "shelter"),
    "after-care": ("care", 5, "after-care"),
    "debt-relief": ("work", 6, "prevention"),
    "work-places": ("work", 9, "prevention"),
    "resilience": ("government", 3, "prevention"),
    "information": ("government", 3, "overhead"),
    "coordination": ("government", 2, "overhead"),
    "audit": ("government", 1, "overhead"),
}
FOLLOWING = {"om", "courts", "probation", "aid", "protection", "youth-courts", "after-care", "overhead"}
RULES = """
constraints:
  - {id: om-follows-police, per: partner,
     proportional: {upstream: {tags: police}, downstream: {tags: om}, at_least: 0.14}}
  - {id: courts-follow-om, per: partner,
     proportional: {upstream: {tags: om}, downstream: {tags: courts}, at_least: 0.55}}
  - {id: probation-follows-courts, per: partner,
     proportional: {upstream: {tags: courts}, downstream: {tags: probation}, at_least: 0.7}}
  - {id: aid-follows-courts, per: partner,
     proportional: {upstream: {tags: [courts, youth-courts]}, downstream: {tags: aid}, at_least: 0.3}}
  - {id: protection-follows-youth, per: partner,
     proportional: {upstream: {tags: youth}, downstream: {tags: protection}, at_least: 0.17}}
  - {id: youth-courts-follow, per: partner,
     proportional: {upstream: {tags: protection}, downstream: {tags: youth-courts}, at_least: 0.4, existing: 0.02}}
  - {id: after-care-follows-care, per: partner,
     proportional: {upstream: {tags: [care, shelter]}, downstream: {tags: after-care}, at_least: 0.1}}
  - {id: after-care-not-ahead, per: partner,
     proportional: {upstream: {tags: [care, shelter]}, downstream: {tags: after-care}, at_most: 0.25}}
  - {id: prevention-share, per: partner, level: {of: {tags: prevention}, at_least: 15%}}
  - {id: overhead-share, per: partner, level: {of: {tags: overhead}, at_most: 6%}}
"""
PROVINCES = 12


def write(folder: Path, municipalities: int, seed: int = 7, *, weights: bool = False, tied: bool = False) -> Path:
    """A country in a folder: `country.yaml` with its rules and `lines.csv`; the path of the plan."""
    random = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lines.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "partner", "programme", "department", "proposed", "minimum", "maximum", "weight", "tags"])
        for number in range(1, municipalities + 1):
            size = random.lognormvariate(0, 0.9)
            for purpose, (programme, part, tags) in PURPOSES.items():
                proposed = cents(size * part * random.uniform(0.7, 1.3) / 10)
                free = tags not in FOLLOWING  # so that every country can keep its own rules
                minimum = f"{random.randrange(10, 50)}%" if free and random.random() < 0.2 else ""
                maximum = f"{random.choice([60, 75, 90, 110, 120])}%" if free and random.random() < 0.15 else ""
                weight = random.choice(["1", "1", "1.1", "0.9"]) if weights else ""
                town = f"m{number:04}"
                province = f"p{number % PROVINCES:02}"
                table.writerow(
                    [f"{town}-{purpose}", town, programme, province, proposed, minimum, maximum, weight, tags]
                )
    plan = folder / "country.yaml"
    plan.write_text(
        f"schema: 1\nplan: country-{municipalities}\n"
        f"title: A made-up country of {municipalities} municipalities\n"
        "unit: EUR million per year\nsource: made up by bench/country.py\nlines: lines.csv\n"
        + (tied_rules() if tied else RULES),
        encoding="utf-8",
    )
    return plan


def tied_rules() -> str:
    """The same rules, the chain in each province and the levels for the nation."""
    chain, levels = RULES.replace("per: partner", "per: department").split("  - {id: prevention-share", maxsplit=1)
    return chain + "  - {id: prevention-share" + levels.replace(", per: department", "")


def cents(amount: float) -> str:
    """An amount with two decimals, never 0."""
    return str(max(Decimal("0.01"), Decimal(amount).quantize(Decimal("0.01"))))


def main() -> None:
    """Write the plan that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=342)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--weights", action="store_true", help="weights that differ from line to line")
    parser.add_argument("--tied", action="store_true", help="chain rules by province and levels for the nation")
    asked = parser.parse_args()
    print(write(asked.folder, asked.municipalities, asked.seed, weights=asked.weights, tied=asked.tied))


if __name__ == "__main__":
    main()
