"""What a line says by its words alone: a share line, an invitation, an appeal, a credit, a caption, a bare date.

Each `is_` looks at one line and knows nothing of its neighbours. The words are in vocabulary/furniture.yaml. A line
with quotation marks is never taken for an appeal or an invitation, since people are quoted saying such things.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.sources.agencies import is_agency
from analysis.sources.lines import Line
from analysis.vocabulary import read_vocabulary

#: words of the name of an agency, at the most; of a title in brackets, at the least
_AGENCY_WORDS, _TITLE_WORDS = 6, 4
_LONGEST_CREDIT = 80
_LONGEST_APPEAL = 90
_QUOTES = re.compile(r"""["“”«»]|(?<!\w)['‘]\w""")
_SAID = re.compile(r"\b(?:said|told|says|added|announced|reported)\b")
_COPYRIGHT = re.compile(r"(?:^|\s)©|^(?:Copyright|COPYRIGHT|\([cC]\))\s+(?:\(c\)\s+)?\d{4}")
_NAME_OF_THE_SITE = re.compile(
    r"""
      https?://\S+ | www\.\S+          # an address on its own
    | \S+@\S+\.\w+                     # a mail address, @handle
    | @\w+
    | pic\.twitter\.com/\S+
    | \([A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\)   # (Alba Post), under a picture
    """,
    re.VERBOSE,
)
# The line under an embedded post: a dash, a name, the handle in brackets, perhaps a date.
_POST = re.compile(r"[—–-]\s.{1,80}\(@\w+\)")
_BYLINE = re.compile(
    r"""
    (?:By|BY|by) \s+
    (?:
        (?:
            [A-Z][\w.'’-]* | correspondent | reporter | editor | writer | staff | news
            | and | with | in | for | of | the | [&|/]
        )
        (?: ,?\s+ | ,?$ )                                    # names and what they are, nothing else
    ){1,14}
    $
    """,
    re.VERBOSE,
)
# The last bracket of a caption: (Photo by …), [File: …/AP], (Name/Agency), (AP).
_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]\.?$")
#: a picture of a row of them: "2 of 7 |", or the name of its file
_OF_MANY = re.compile(r"\d{1,3} of \d{1,3} \||\S+\.(?:jpe?g|png|gif|webp)(?:\s|$)", re.IGNORECASE)
#: a list of links as screen readers say it: "list of 3 items", "list 1 of 3Title", "end of list"
_LISTED = re.compile(r"list (?:of \d{1,2} items?$|\d{1,2} of \d{1,2})|end of list$")
#: "Updated: 18-06-2024 17:22", a part of the line "Agency | City | Updated: … | Created: …"
_STAMP = re.compile(r"(?:last )?(?:updated|created|published|posted|modified)\b.*\d", re.IGNORECASE)
_STAMP_WORDS = 7
_COMMENTS = re.compile(r"(?:comments \d+|\d+ comments?)(?: closed)?")
_OPENS_LABELLED = re.compile(r"(?i:photo|image|picture|video) ?: ?\w")
_CAPTION_WORDS = 15
_LAST_DASH = re.compile(r"\s[-–—]\s([^-–—]{2,60})$")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("furniture")[name])


@cache
def _by_first_word(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a list by their first word, so that a line is compared with few of them."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in read_vocabulary("furniture")[name]:
        first = phrase.partition(" ")[0]
        table[first] = (*table.get(first, ()), phrase)
    return table


def is_listed(key: str, name: str) -> bool:
    """Tell whether `key` is a phrase of the list `name`."""
    return key in _words(name)


def opens_with(key: str, name: str) -> str | None:
    """Give the phrase of the list `name` that opens `key`, None if none does."""
    for phrase in _by_first_word(name).get(key.partition(" ")[0], ()):
        if key.startswith(phrase) and key[len(phrase) : len(phrase) + 1] in ("", " "):
            return phrase
    return None


def _count(key: str, name: str) -> int:
    padded = f" {key} "
    return sum(f" {phrase} " in padded for phrase in _words(name))


def is_furniture_by_words(line: Line) -> bool:
    """Tell whether the words of a line alone show it to be no part of the report."""
    if not line.key:
        return line.words <= 3 and len(line.text) <= 60  # no letter and no digit in it, or far too long
    return (
        line.key in _words("lines")
        or (line.words <= 60 and _is_boilerplate(line))
        or is_invitation(line)
        or is_appeal(line)
        or is_bare(line)
        or is_credit(line)
        or is_caption(line)
    )


def is_pointer(line: Line) -> bool:
    """Tell whether a line points at another article by its first words and a mark: "Read also: …", "Watch | …"."""
    pointer = opens_with(line.key, "pointers")
    return bool(pointer) and line.ending == "" and line.text[len(pointer or "") :].lstrip().startswith((":", "|"))


def is_header_of_comments(line: Line) -> bool:
    """Tell the line over what readers have written: "Comments (12)", "12 comments"; not a bare "Comments"."""
    return line.words <= _AGENCY_WORDS and _COMMENTS.fullmatch(line.key) is not None


def is_picture_agency(line: Line) -> bool:
    """Tell a line that is the name of a picture's source and nothing else: "Getty Images", "Image source, Reuters"."""
    return line.words <= _AGENCY_WORDS and (is_agency(line.text) or opens_with(line.key, "picture_sources") is not None)


def _is_boilerplate(line: Line) -> bool:
    return (
        is_pointer(line)
        or _LISTED.match(line.key) is not None
        or (line.text[0] + line.text[-1] == "[]" and line.words >= _TITLE_WORDS and not line.holds_sentence)
        or opens_with(line.key, "openings") is not None
        or line.key.endswith(tuple(_words("endings")))
        or _COPYRIGHT.search(line.text) is not None
        or _count(line.key, "rights") > 0
        or (_count(line.key, "comment_terms") > 1 and not (_QUOTES.search(line.text) or _SAID.search(line.key)))
    )


def is_invitation(line: Line) -> bool:
    """Tell whether a line asks its reader to join, to follow or to subscribe."""
    if line.words > 45 or line.text.isupper() or line.key.partition(" ")[0] not in _words("invitation_verbs"):
        return False
    return _count(line.key, "invitation_objects") > 0 and not (_QUOTES.search(line.text) or _SAID.search(line.key))


def is_appeal(line: Line) -> bool:
    """Tell whether a line is the publisher speaking to the reader: "we" and "you" about articles and subscriptions."""
    padded = f" {line.key} "
    if line.words > _LONGEST_APPEAL or line.text.isupper() or not (" you" in padded or " readers " in padded):
        return False
    ours = any(f" {word} " in padded for word in ("we", "our", "us"))
    return ours and _count(line.key, "appeal_terms") > 0 and not _QUOTES.search(line.text)


def is_bare(line: Line) -> bool:
    """Tell whether a line is a number, a date or a time, an address or the signature of a post, and nothing else."""
    words = line.key.split()
    if len(words) <= 12 and any(word[0].isdigit() for word in words):
        known = _words("date_words")
        if all(word in known or word.isdigit() or _is_clock(word) for word in words):
            return True
    if line.ending == ":" and line.key in _words("caption_labels"):
        return True
    parts = [part.strip() for part in line.text.split("|")] if "|" in line.text else []
    if any(_STAMP.match(part) for part in parts) and all(len(part.split()) <= _STAMP_WORDS for part in parts):
        return True
    return line.words <= 25 and bool(_NAME_OF_THE_SITE.fullmatch(line.text) or _POST.match(line.text))


def is_day(line: Line) -> bool:
    """Tell whether a line is a day, with or without its year, and nothing else: "March 3", "Friday, 3 March 2021:"."""
    words, calendar = line.key.split(), read_vocabulary("calendar")
    rest = [word for word in words if word not in calendar["weekdays"]]
    months = [word for word in rest if word in calendar["months"]]
    numbers = [word for word in rest if word.isdigit() or (_is_clock(word) and word[-1] in "tdh")]
    return len(months) == 1 and 1 <= len(numbers) <= 2 and len(rest) == len(numbers) + 1


def _is_clock(word: str) -> bool:
    """Tell "4pm", "21st" and "15h" from other words."""
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.isdigit() and word[len(digits) :] in ("am", "pm", "st", "nd", "rd", "th", "h", "m", "k")


def is_credit(line: Line) -> bool:
    """Tell whether a line names those who made the report and says nothing else."""
    if line.words > _LONGEST_CREDIT:
        return False
    if opens_with(line.key, "credit_openings") or (line.words <= 15 and line.ending == "" and _BYLINE.match(line.text)):
        return True
    return line.words <= 40 and line.key.endswith(tuple(_words("credit_endings"))) and not _QUOTES.search(line.text)


def is_last_credit(line: Line) -> bool:
    """Tell a credit that stands under a report ("Editing by …") from a byline, which stands over it."""
    closing = opens_with(line.key, "credit_openings") or line.key.endswith(tuple(_words("credit_endings")))
    return bool(closing) and is_credit(line)


def is_caption(line: Line) -> bool:
    """Tell whether a line describes a picture: it says so, or it ends with whose picture it is."""
    if line.words > 70:
        return False
    if line.ending == "" and line.words <= _CAPTION_WORDS and _OPENS_LABELLED.match(line.text):
        return True  # "Photo: from open sources"
    if opens_with(line.key, "caption_openings") or _has_label(line.text) or _OF_MANY.match(line.text):
        return True
    bracket = _LAST_BRACKET.search(line.text)
    if bracket and _names_a_picture(bracket[1], line):
        return True
    dash = _LAST_DASH.search(line.text) if line.ending == "" else None
    return bool(dash) and _is_archive(dash[1]) if dash else False


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted((re.escape(label) for label in _words("caption_labels")), key=len, reverse=True))
    return re.compile(
        rf"""
        (?: ^ | [\s/(\[|] ) (?i:{labels}) \s? :   # PHOTO:, Image Source:
        \s?
        (?:                                       # names up to the end
            (?: [A-Z\d@] [^\s:;!?]{{0,30}} | of | for | via | by | from | the | and | [/|&-] )
            (?: \s+ | $ )
        ){{1,8}}
        $
        """,
        re.VERBOSE,
    )


def _has_label(text: str) -> bool:
    tail = text[-100:]
    match = _label().search(tail)
    return match is not None and (match.start() > 0 or len(text) <= len(tail) or tail[match.start()] in " /([|")


def _names_a_picture(bracket: str, line: Line) -> bool:
    """Tell a picture's credit in the last bracket from an agency's mark at the end of a report."""
    names = re.split(r"\s?/\s?| via ", bracket)
    if len(names) > 1:
        return any(is_agency(name.removesuffix(" Photo")) for name in names) or (
            line.ending == "" and bracket[0].isupper() and len(names) == 2
        )
    first = bracket.split(maxsplit=1)[0].strip(":,").lower()
    if first in _words("caption_words"):
        return True
    if bracket.split()[-1].lower() in _words("caption_words"):
        return is_agency(bracket.rsplit(maxsplit=1)[0])  # "(AP Photo)"
    return is_agency(bracket) and _count(line.key, "caption_words") > 0


def _is_archive(tail: str) -> bool:
    names = [name.strip() for name in tail.split("/")]
    return is_agency(names[0]) or names[-1].lower() in ("archive", "archives", "file", "file photo")
