"""The columns of the five tables: name, type, allowed values, whether a cell may be empty, and what it means.

This is the only place that says so: the README's table of columns, the checks, the CSV reader and the notes in the
workbook are made from it. It is a schema of our own and not pandera's: pandera adds 0.15 s to every start and six
packages to the lock, and most of what is checked here (offsets against texts, links between tables, order) it would
leave to us.

Types in pandas: text is `str`, a whole number that may be empty is `Int64` (else `int64`), a day is `datetime64[us]`,
a flag is `bool`. No text cell is ever the empty string: absence is null, in a file an empty cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.coding.rows import Act, AttackType, Attribution, Kind, Outcome, Review, Role, Scope, Status
from analysis.language.quantities import Qualifier


class ColumnType(StrEnum):
    TEXT = "text"
    WHOLE = "whole number"
    DAY = "date"
    FLAG = "true or false"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table. `values` is empty where any value of the type may stand."""

    name: str
    type: ColumnType
    meaning: str
    nullable: bool = True
    values: tuple[str, ...] = ()
    #: a pattern that the whole cell matches
    pattern: str | None = None
    #: the column stands only in tables that have been compared
    later: bool = False

    @property
    def dtype(self) -> str:
        """The name of the pandas dtype."""
        if self.type is ColumnType.WHOLE:
            return "Int64" if self.nullable else "int64"
        return {ColumnType.TEXT: "str", ColumnType.DAY: "datetime64[us]", ColumnType.FLAG: "bool"}[self.type]


_COUNTRIES = r"[A-Z]{2}(;[A-Z]{2})*"
_YEAR_OR_DAY = r"\d{4}(-\d\d(-\d\d)?)?"


def _text(name: str, meaning: str, *, pattern: str | None = None) -> Column:
    return Column(name, ColumnType.TEXT, meaning, pattern=pattern)


def _required(name: str, meaning: str, *, pattern: str | None = None) -> Column:
    return Column(name, ColumnType.TEXT, meaning, nullable=False, pattern=pattern)


def _choice(name: str, choices: type[StrEnum], meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, ColumnType.TEXT, meaning, nullable, tuple(choice.value for choice in choices))


def _whole(name: str, meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, ColumnType.WHOLE, meaning, nullable)


def _day(name: str, meaning: str) -> Column:
    return Column(name, ColumnType.DAY, meaning)


def _flag(name: str, meaning: str) -> Column:
    return Column(name, ColumnType.FLAG, meaning, nullable=False)


def _quantity(prefix: str, of: str, *, nullable: bool) -> tuple[Column, ...]:
    return (
        _whole(
            f"{prefix}low",
            f"lowest number of {of} that the words allow; empty where they give no lower bound",
            nullable=True,
        ),
        _whole(
            f"{prefix}high",
            f"highest number of {of} that the words allow; empty where they give no upper bound",
            nullable=True,
        ),
        _choice(f"{prefix}qualifier", Qualifier, f"how the words bound the number of {of}", nullable=nullable),
        _text(f"{prefix}text", f"the number of {of} as printed; empty where it is only implied"),
    )


_KEYS = (
    _required("source_id", "the source that says so"),
    _required("claim_id", "name of the claim: the same over reruns and beside other sources; unique in its table"),
)
_PROOF = (
    _required("evidence", "the sentence or sentences that the row was read from, letter for letter"),
    _whole("start", "where the evidence starts, in characters of the source's text"),
    _whole("end", "where the evidence ends: text[start:end] is the evidence"),
    _required("rule", "the rule that found the row"),
    _choice("review", Review, "what a person has done with the row; auto: nothing yet"),
)

SCHEMA: dict[str, tuple[Column, ...]] = {
    "sources": (
        _required("source_id", "name of the source in every other table"),
        _text("outlet", "who published it"),
        _text("agencies", "whose reporting it is, joined by ;"),
        _text("title", "title as printed"),
        _day(
            "published",
            "day of publication: metadata, address, or the day printed over it; relative dates count from it",
        ),
        _text("datelines", "places that the dateline names, joined by ;"),
        _text("language", "language code of the text", pattern=r"[a-z]{2,3}(-[A-Za-z]+)*"),
        _text("url", "address of the page"),
        _required("file", "name of the document in the sources folder"),
        _required("encoding", "the encoding that the document was read in"),
        _whole("characters", "length of the text"),
    ),
    "attacks": (
        *_KEYS,
        _required("id", "a1, a2 … in the order of the source; casualties point to it", pattern=r"a\d+"),
        _choice("scope", Scope, "one attack, or a counted or uncounted run of attacks"),
        _day("date_from", "first day on which it can have happened, as the source says"),
        _day("date_to", "last day on which it can have happened; for a known day the same as date_from"),
        _text("date_text", "the words that the dates were read from"),
        _text("place", "the most exact place named, by its usual name; two named together are joined by ;"),
        _text("country", "ISO 3166 code of the country; several joined by ;", pattern=_COUNTRIES),
        _choice("type", AttackType, "the means; of two weapons the first named"),
        *_quantity("munitions_", "rounds that were fired or hit", nullable=True),
        *_quantity("count_", "attacks (1 for a single one)", nullable=False),
        _text("target", "who or what was hit, as printed"),
        _text("attacker", "who did it, is accused or suspected, by the usual name"),
        _choice("attribution", Attribution, "on what ground the attacker is named", nullable=True),
        _text("attributed_by", "who names the attacker, as printed"),
        *_PROOF,
        Column("incident_id", ColumnType.TEXT, "the incident that attacks of several sources share", later=True),
    ),
    "casualties": (
        *_KEYS,
        _choice("outcome", Outcome, "what happened to the people"),
        *_quantity("", "people", nullable=False),
        _text("nationality", "ISO 3166 code of the victims' country, where it is said", pattern=_COUNTRIES),
        _choice("role", Role, "what the victims are"),
        _text("group", "the victims' organisation, by its usual name"),
        _flag("subset", "true where the row counts some of another figure's people"),
        _text("attack", "id of the attack in the same source; empty when the figure belongs to none", pattern=r"a\d+"),
        _text("attributed_to", "the official speaker who gives the figure, as printed; empty: the source's own voice"),
        *_PROOF,
    ),
    "troops": (
        *_KEYS,
        _required("force", "US, coalition, another state's ISO 3166 code, or a named group"),
        _text("place", "ISO 3166 code of the country, or a place by its usual name"),
        *_quantity("", "people", nullable=False),
        _choice("status", Status, "whether they are there, were sent, left, or are to go"),
        _text("as_of", "day or year that the number holds for", pattern=_YEAR_OR_DAY),
        _text("attributed_to", "the official speaker who gives the number, as printed"),
        *_PROOF,
    ),
    "statements": (
        *_KEYS,
        _required("speaker", "usual name of the person or body; of the anonymous, the words as printed"),
        _text("role", "title as printed"),
        _text("affiliation", "the body or state that the speaker speaks for"),
        _flag("anonymous", "true where the speaker is not named"),
        _choice("kind", Kind, "quoted, quoted in part, or reported"),
        _required("cue", "the words that attribute it, as printed"),
        _choice("act", Act, "what the speaker does by saying it"),
        _day("date", "day of the utterance, where said"),
        _required("content", "what was said, letter for letter"),
        _whole("content_start", "where the content starts, in characters of the source's text"),
        _whole("content_end", "where the content ends"),
        *_PROOF,
    ),
}

#: the four tables whose rows are claims
CLAIMS = ("attacks", "casualties", "troops", "statements")
