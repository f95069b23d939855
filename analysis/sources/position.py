"""What a line's place and its neighbours say: lists of other articles, menus, tags, copies, the edges of a page.

Each `mark_` sets True in `marks` for more lines and never unsets one. The headline's own line is never marked. A list
that a prose line with a colon introduces belongs to the report ("The dead were:"), and so does a list with bullets,
unless a header of related articles stands over it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.sources import phrases
from analysis.sources.headline import is_copy
from analysis.sources.lines import Line

_LABEL_WORDS, _DAY_WORDS = 4, 5
_FEWEST_IN_RUN = 3
_LONGEST_LISTED = 40
_COPY_WORDS = 8
_TITLE_CASE_WORDS = 5

Lines = Sequence[Line]
Marks = list[bool]


def find_days(lines: Lines) -> set[int]:
    """Find the lines of a chronicle that name its days: two or more, each over prose of its own."""
    found = [i for i, line in enumerate(lines[:-1]) if line.words <= _DAY_WORDS and phrases.is_day(line)]
    over = {i for i in found if lines[i + 1].is_sentence and not phrases.is_furniture_by_words(lines[i + 1])}
    return over if len({lines[i].key for i in over}) > 1 else set()


def mark_copies(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark the later copies of a line: of the headline, of any line of eight words or more, of a line right above.

    Two copies of a line without a full stop right under one another are the picture and the title of a link: both are
    marked.
    """
    if headline is not None:
        for i, line in enumerate(lines):
            marks[i] |= i != headline and is_copy(line, lines[headline])
    seen: set[str] = set()
    for i, line in enumerate(lines):
        text = line.key or line.text
        again = i > 0 and text == (lines[i - 1].key or lines[i - 1].text)
        if i != headline and (again or (text in seen and line.words >= _COPY_WORDS)):
            marks[i] = True
            if again and i - 1 != headline and line.is_title_like:
                marks[i - 1] = True
        seen.add(text)


def mark_lists(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark the headers of lists of other articles, and the lines without a full stop up to the next prose."""
    inside = ended = False
    for i, line in enumerate(lines):
        if i == headline:
            inside = False
        elif _is_header(line):
            marks[i] = inside = True
        elif inside and (_could_be_listed(line) or (ended and _is_teaser(lines, marks, i))):
            marks[i] = True
        elif line.is_sentence and not marks[i]:
            inside = False
        ended = ended or (marks[i] and phrases.is_last_credit(line) and _follows_prose(lines, marks, i, headline))
        if phrases.is_header_of_comments(line) and _follows_prose(lines, marks, i, headline):
            marks[i:] = [j != (headline or -1) for j in range(i, len(lines))]
            return
        inside = inside or (marks[i] and phrases.is_credit(line) and _is_late(lines, i))


def _is_teaser(lines: Lines, marks: Marks, i: int) -> bool:
    """Tell the sentence under a title in a list behind the report's last credit: a title or a label follows on it."""
    alone = i + 1 == len(lines) or marks[i + 1] or lines[i + 1].is_title_like
    return lines[i].words <= _LONGEST_LISTED and alone and marks[i - 1] and lines[i - 1].is_title_like


def _follows_prose(lines: Lines, marks: Marks, at: int, headline: int | None) -> bool:
    """Tell whether prose of the report stands before line `at`, behind the headline."""
    return any(lines[i].is_sentence and not marks[i] for i in range(headline or 0, at))


def _is_late(lines: Lines, at: int) -> bool:
    """Tell whether prose stands before `at`: a credit behind prose ends the report."""
    return any(line.is_sentence for line in lines[max(0, at - 40) : at])


def _could_be_listed(line: Line) -> bool:
    """Tell a title in a list, which may be long, cut off, a question, or run into a number in small letters."""
    return line.is_title_like or (line.words <= _LONGEST_LISTED and line.ending == "" and not line.holds_sentence)


def _is_header(line: Line) -> bool:
    if not line.key or line.words > 8 or line.ending in (".", "!", "?", ","):
        return False
    if line.ending == ":" and phrases.is_listed(line.key, "lines"):
        return True  # "Read more:"
    return phrases.is_listed(line.key, "list_headers") or (
        line.words <= 6 and phrases.opens_with(line.key, "header_openings") is not None
    )


def mark_edges(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark labels at the head of a page, all short lines above the headline, and labels and lists at its foot."""
    prose = [i for i, line in enumerate(lines) if line.is_sentence and not marks[i]]
    if not prose:
        _mark_index_page(lines, marks, headline)
        return
    first, last = prose[0], prose[-1]
    introduced = _find_introduced(lines)
    for i in range(first):
        above = headline is not None and i < headline
        if i != headline and lines[i].is_title_like and (above or (_is_label(lines[i]) and i not in introduced)):
            marks[i] = True
    titles = [
        i for i in range(last + 1, len(lines)) if lines[i].is_title_like and not lines[i].bullet and i not in introduced
    ]
    unmarked = [i for i in titles if not marks[i]]
    for i in unmarked:
        marks[i] = i != headline and (len(titles) >= _FEWEST_IN_RUN or _is_label(lines[i]))
    for i in range(last + 2, len(lines)):  # "1. Title", behind other furniture
        numbered = lines[i].bullet and lines[i].is_title_like and i != headline
        marks[i] = marks[i] or (numbered and marks[i - 1] and i not in introduced)


def _mark_index_page(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark the titles of a page without any prose, where its words show that it is a web page."""
    titles = [i for i, line in enumerate(lines) if line.is_title_like and i != headline and not marks[i]]
    if sum(marks) >= _FEWEST_IN_RUN and len(titles) >= _FEWEST_IN_RUN:
        for i in titles:
            marks[i] = True


def mark_runs(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark runs of three or more labels between prose (menus, tags), and single lines in capitals of title."""
    introduced = _find_introduced(lines)
    _mark_beside_pointers(lines, marks, headline, introduced)
    _mark_pictured(lines, marks, headline)
    run: list[int] = []
    for i, line in enumerate([*lines, None]):
        if line is not None and i != headline and _is_label(line) and not line.bullet and i not in introduced:
            run.append(i)
            continue
        if len(run) >= _FEWEST_IN_RUN:
            for j in run:
                marks[j] = True
        run = []
    if any(line.is_sentence for line in lines):
        for i, line in enumerate(lines):
            marks[i] |= i != headline and _is_in_title_case(line)


def _mark_beside_pointers(lines: Lines, marks: Marks, headline: int | None, introduced: set[int]) -> None:
    """Mark the titles that stand together with one that points at another article ("Listen: …")."""
    run: list[int] = []
    for i, line in enumerate([*lines, None]):
        if line is not None and i != headline and line.is_title_like and not line.bullet and i not in introduced:
            run.append(i)
            continue
        if len(run) > 1 and any(marks[j] and phrases.is_pointer(lines[j]) for j in run):
            for j in run:
                marks[j] = True
        run = []


def _mark_pictured(lines: Lines, marks: Marks, headline: int | None) -> None:
    """Mark the line without a full stop right under the name of a picture agency: what the picture shows."""
    for i in range(1, len(lines)):
        if i != headline and lines[i].is_title_like and phrases.is_picture_agency(lines[i - 1]):
            marks[i - 1] = True
            marks[i] = True


def _find_introduced(lines: Lines) -> set[int]:
    """Find the lines of the lists that a line of prose with a colon introduces."""
    found: set[int] = set()
    inside = False
    for i, line in enumerate(lines):
        if line.ending == ":" and line.words > 2:
            inside = True
        elif line.is_sentence or _is_header(line):
            inside = False
        elif inside:
            found.add(i)
    return found


def _is_label(line: Line) -> bool:
    return line.is_title_like and line.words <= _LABEL_WORDS and not any(char.isdigit() for char in line.text)


def _is_in_title_case(line: Line) -> bool:
    """Tell a headline set in Capitals of Title, which a sentence of the report never is."""
    if not line.is_title_like or line.bullet or line.words < _TITLE_CASE_WORDS or line.ending != "":
        return False
    if phrases.opens_with(line.key, "voice_headings") is not None:
        return False  # "Statement by Carl Ode, Minister of Health"
    long = [word for word in line.text.split() if len(word) > 3 and word[0].isalpha()]
    kinds = Counter(word[0].isupper() for word in long)
    return len(long) >= 4 and kinds[False] == 0 and not line.text.isupper()
