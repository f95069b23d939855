"""The head of the briefing: its title, and what a reader has to know before any figure.

Without a title of the user's, one is made from the countries that the attacks lie in.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis.briefing.display import nodes
from analysis.briefing.display.prose import sentence
from analysis.briefing.display.shown import Shown
from analysis.briefing.wording import choose, count, name_some, number_in_words
from analysis.sources.source import is_coded
from analysis.tables.schema import CLAIMS
from analysis.tables.wording import capital, listed, say_country, say_day, say_days

if TYPE_CHECKING:
    from analysis.briefing.display.nodes import Nodes
    from analysis.briefing.reports import Reports

#: countries that a title names at most
NAMED = 3
#: share of the attacks that a country needs to be named
SHARE = 0.15


def cover(reports: Reports, title: str | None = None) -> Shown:
    """Show title, how much a person has checked, how many reports of what time, and what was left out."""
    lines = [_checked(reports), _reports(reports), *_selection(reports)]
    published = reports.sources["published"].dropna()
    block = {
        "t": "cover",
        "title": title or default_title(reports),
        "kicker": "Briefing from press reports",
        "lines": lines,
        "footer": "Every figure is the claim of a source; its evidence is in the list at the end.",
        "date": published.max().date().isoformat() if len(published) else None,
        "lang": "en",
    }
    return Shown((block,))


def default_title(reports: Reports) -> str:
    """Make a title from the countries of the attacks, the most frequent first."""
    cells = reports.attacks["country"].dropna()
    often = Counter(code for cell in cells for code in cell.split(";"))
    ranked = sorted(often, key=lambda code: (-often[code], code))
    main = [code for code in ranked[:NAMED] if often[code] >= SHARE * often.total()]
    names = [say_country(code) for code in main] + ["elsewhere"] * (len(main) < len(ranked))
    where = f" in {listed(names)}," if main else ""
    return f"Armed attacks{where} as the press reports them"


def _checked(reports: Reports) -> Nodes:
    reviews = [review for name in CLAIMS for review in getattr(reports.tables, name)["review"]]
    checked = sum(review != "auto" for review in reviews)
    template = "**Machine-coded; {checked} of {rows} checked by a person.**"
    rows = [nodes.text(f"{len(reviews):,} {choose(len(reviews), 'row', 'rows')}")]
    return sentence(template, checked=f"{checked:,}", rows=nodes.reference("method-and-limits", rows, quiet=True))


def _reports(reports: Reports) -> Nodes:
    days = [day.date() for day in reports.sources["published"].dropna()]
    unread = [document.file for document in reports.corpus.unread]
    template = "{reports}{published}." + (" {unread} could not be read ({files})." if unread else "")
    when = f", published {say_days(min(days), max(days))}" if days else ", without a date of publication"
    number = nodes.reference("table-sources", [nodes.text(capital(count(len(reports.sources), "report")))], quiet=True)
    told = sentence(
        template,
        reports=number,
        published=when,
        unread=capital(count(len(unread), "document")),
        files=name_some(unread),
    )
    foreign = sorted({str(code) for code in reports.sources["language"].dropna() if not is_coded(str(code))})
    left = len(reports.sources) - len(reports.coded)
    if left:
        told += sentence(
            " **{left} {are} in another language ({languages}) and {are} not coded.**",
            left=capital(number_in_words(left)),
            are=choose(left, "is", "are"),
            languages=listed(foreign),
        )
    return told


def _selection(reports: Reports) -> list[Nodes]:
    """Say which period and countries were asked for, and how many rows stay because they give none."""
    chosen = reports.selection
    if chosen.whole:
        return []
    parts = [
        f"from {say_day(chosen.since)}" if chosen.since else "",
        f"until {say_day(chosen.until)}" if chosen.until else "",
        f"in {listed([say_country(code) for code in chosen.countries])}" if chosen.countries else "",
    ]
    one = {"attacks": "attack", "casualties": "casualty figure", "troops": "troop figure", "statements": "statement"}
    kept = [count(number, one[name]) for name, number in reports.unknown.items() if number]
    stay = "Rows that give no date or country stay: {kept}." if kept else "No row stays without a date or country."
    return [sentence("Only what is reported {what}. " + stay, what=" ".join(filter(None, parts)), kept=listed(kept))]
