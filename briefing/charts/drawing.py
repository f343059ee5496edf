"""Charts as files: an image, or a page that needs nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flessenhals.briefing.charts.drawer import DrawingError, MissingExtraError, draw
from flessenhals.briefing.charts.frame import LETTERS
from flessenhals.briefing.charts.roles import INK, MUTED, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.text.language import Language

# Named, because another version of Vega-Lite may lay out the same specification differently.
VEGA_LITE = "5.21"
LOCALES: dict[Language, str] = {"en": "en-GB", "nl": "nl-NL"}
SHARPNESS = 2
# A page may run and dress itself, and ask nobody for anything; nor may it make code from texts.
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

__all__ = ["LOCALES", "DrawingError", "MissingExtraError", "as_html", "as_png", "as_svg"]


def as_svg(spec: Spec, language: Language) -> str:
    """A chart as an SVG image, with its alternative text.

    Args:
        spec: of a chart, with its alternative text as `description`.
        language: of its numbers.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - for images alone

    drawn: str = draw("vegalite_to_svg", vl_spec=spec, **_how(language))
    return drawn.replace("<svg ", f'<svg role="img" lang="{language}" aria-label={quoteattr(spec["description"])} ', 1)


def as_png(spec: Spec, language: Language) -> bytes:
    """A chart as a PNG image, sharp enough for print.

    Args:
        spec: of a chart, with its alternative text as `description`.
        language: of its numbers.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    drawn: bytes = draw("vegalite_to_png", vl_spec=spec, scale=SHARPNESS, **_how(language))
    return drawn


def drawn_png(image: str) -> bytes:
    """An SVG image as a PNG image, sharp enough for print.

    Args:
        image: SVG text.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    drawn: bytes = draw("svg_to_png", svg=image, scale=SHARPNESS)
    return drawn


def as_html(specs: Spec | Sequence[Spec], language: Language, title: str) -> str:
    """Charts as one page that needs nothing from elsewhere: still pictures that come alive where scripts may run.

    Args:
        specs: of one chart, or of several.
        language: of the page and its numbers.
        title: of the page.

    Raises:
        MissingExtraError: if what draws charts is not installed.
        DrawingError: if it broke off.
    """
    import json  # noqa: PLC0415 - for pages alone
    from html import escape  # noqa: PLC0415 - the same

    charts = [specs] if isinstance(specs, dict) else list(specs)
    figures = "\n".join(
        f"<figure>\n<div class=chart>{as_svg(spec, language)}</div>\n"
        f"<figcaption>{escape(spec['description'])}</figcaption>\n</figure>"
        for spec in charts
    )
    options = {
        "mode": "vega-lite",
        "renderer": "svg",
        "actions": False,
        "ast": True,
        "formatLocale": draw("get_format_locale", name=LOCALES[language]),
    }
    # A plan's text may hold anything; without this sign it cannot end the script.
    given = json.dumps([charts, options]).replace("<", "\\u003c")
    return _PAGE.format(
        language=language,
        letters=LETTERS,
        ink=INK,
        paper=PAPER,
        muted=MUTED,
        policy=POLICY,
        title=escape(title),
        figures=figures,
        bundle=draw("javascript_bundle", vl_version=VEGA_LITE),
        given=given,
    )


_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 {letters}; color: {ink}; background: {paper}; }}
body {{ margin: 24px auto; max-width: 62em; padding: 0 16px; }}
h1 {{ font-size: 22px; line-height: 28px; }}
figure {{ margin: 40px 0; break-inside: avoid; }}
figcaption {{ color: {muted}; font-size: 13px; line-height: 18px; max-width: 55em; }}
.chart {{ overflow-x: auto; }}
</style>
</head>
<body>
<h1>{title}</h1>
{figures}
<script>{bundle}</script>
<script>
const [charts, options] = {given};
const places = document.querySelectorAll(".chart");
charts.forEach((chart, place) => {{
  const alive = document.createElement("div");
  vegaEmbed(alive, chart, options).then(() => places[place].replaceChildren(alive)).catch(console.error);
}});
</script>
</body>
</html>
"""


def _how(language: Language) -> dict[str, Any]:
    """What every picture is drawn with: one version, numbers in a language, and nothing fetched from anywhere."""
    return {
        "vl_version": VEGA_LITE,
        "allowed_base_urls": [],
        "format_locale": draw("get_format_locale", name=LOCALES[language]),
    }
