# The few commands of the day: `just` names them, `just NAME` runs one. CONTRIBUTING.md says when.

run := "uv run --extra dev"

# what can be asked
default:
    @just --list

# style, types and the arrows between the rooms: seconds
check:
    {{run}} ruff check .
    {{run}} ruff format --check .
    {{run}} mypy
    {{run}} lint-imports

# put in the style of the house what a formatter can
format:
    {{run}} ruff check --fix .
    {{run}} ruff format .

# the tests, or those under PATHS
test *PATHS:
    {{run}} pytest -n 2 {{PATHS}}

# the documentation site, strictly, into build/site
docs:
    uv run --extra docs mkdocs build --strict

# the documentation site while it is written, on 127.0.0.1
docs-serve:
    uv run --extra docs mkdocs serve

# what a cold command costs, beside its peers
startup:
    {{run}} python bench/startup.py

# the briefings in docs/examples, the schema for editors and the pages that are written from the code, made again
remake:
    {{run}} python docs/examples/make.py
    {{run}} python -m flessenhals.data.plans.schema
    {{run}} python docs/make_plan_format.py
    {{run}} python docs/make_claims.py

# the notes in changelog.d become the section of a release in CHANGELOG.md
changelog VERSION DATE:
    {{run}} python docs/site/changelog.py {{VERSION}} {{DATE}}

# everything that a change must pass, from a bare clone
ci:
    bash .ci/run

# Write down the versions that the project was last tried with, each with its checksums.
lock:
    uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 --no-annotate --custom-compile-command "just lock" --output-file requirements.lock
