"""Voices: who is meant by the words that name a speaker.

`Register.voice` reads a noun phrase ("the general", "Mr Pompeo", "a US official", "it") against what the text said
before and returns the person, the body or the unnamed source that speaks, with role, affiliation and standing. What the
text does not tell stays None. Media, monitors, witnesses and private persons are voices too, but not official ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from analysis.coding.bodies import Body, find_body, nationality_in
from analysis.coding.complements import frames
from analysis.coding.reading import Reading, SentenceReading
from analysis.language.persons import Person, PersonIndex, description_after, parse_person, titles
from analysis.language.phrases import NounGroup
from analysis.language.speakers import SpeakerPhrase
from analysis.language.states import state_at
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary

_DETERMINERS = frozenset({"the", "a", "an"})
_POINTING = frozenset({"the", "that", "this", "these", "those", "both", "its", "his", "her", "their"})
_CAMPAIGN = frozenset({"campaign", "administration", "government", "presidency", "aides", "cabinet", "camp"})
#: voices before that a description is compared with
_MEMORY = 40


class Kind(StrEnum):
    PERSON = "person"
    BODY = "body"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks."""

    #: canonical name, or the words as printed for an unnamed source
    speaker: str
    #: the words as printed here
    printed: str
    kind: Kind
    role: str | None
    affiliation: str | None
    official: bool
    #: head noun of the description in lower case ("official"), "" where there is none
    noun: str
    plural: bool
    #: a pronoun or a description that points back ("he", "the official")
    points_back: bool = False
    #: speaks through a statement, a letter, a post
    carrier: bool = False

    @property
    def anonymous(self) -> bool:
        return self.kind is Kind.UNNAMED


def same_voice(a: Voice, b: Voice) -> bool:
    """Tell whether two voices are one."""
    return a.speaker == b.speaker and a.kind is b.kind


class Register:
    """The voices of one text, in the order they speak."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._people: PersonIndex | None = None
        self._home: str | None = None
        self._home_known = False
        self.history: list[Voice] = []

    # ---- who is meant

    def voice(self, sentence: SentenceReading, phrase: SpeakerPhrase) -> Voice | None:
        """Return the voice that a noun phrase of a sentence means, or None where it names nobody who speaks."""
        found = self._read(sentence, phrase.first, phrase.last, phrase.aside)
        if found is not None:
            self.remember(found)
        return found

    def remember(self, voice: Voice) -> None:
        """Note that a voice has spoken, for "he" and "the official" after it."""
        self.history.append(replace(voice, points_back=False))
        del self.history[:-_MEMORY]

    def _read(
        self, sentence: SentenceReading, first: int, last: int, aside: tuple[int, int] | None
    ) -> Voice | None:
        tokens, phrases = sentence.sentence.tokens, sentence.phrases
        printed = sentence.source.text[tokens[first].start : tokens[last].end]
        group = phrases.at[first]
        if not isinstance(group, NounGroup):
            return None
        if group.bare and first == last:
            return self._pronoun(tokens[first].lower, printed)
        lead = first
        while lead < last and (phrases.tags[lead] is Tag.DETERMINER or not tokens[lead].text[0].isalnum()):
            lead += 1
        end = _core_end(sentence, group, last)
        office = _office(sentence, lead, end)
        if office is not None:
            return self._office(sentence, lead, office, printed)
        person = parse_person(tokens, lead, end, capitals=sentence.sentence.capitals)
        if person is None and aside is not None:
            named = parse_person(tokens, aside[0], min(aside[1], aside[0] + 5))
            if named is not None and named.name_first == aside[0] and not _is_body_noun(tokens[end].lower):
                person = replace(named, title=printed_words(sentence, lead, last), official=_standing(sentence, lead, last))
        if person is not None:
            known = self._person(sentence, person, (lead, last), aside, printed)
            if known is not None:
                return known
        return self._thing(sentence, (first, lead, end, last), aside, printed)

    def _pronoun(self, word: str, printed: str) -> Voice | None:
        wanted: tuple[Kind, ...]
        if word in {"he", "she", "him", "her"}:
            wanted = (Kind.PERSON, Kind.UNNAMED)
        elif word == "it":
            wanted = (Kind.BODY,)
        elif word in {"they", "them", "both"}:
            wanted = (Kind.UNNAMED, Kind.BODY)
        else:
            return None
        for kind in wanted if word != "he" and word != "she" else (None,):
            for voice in reversed(self.history):
                fits = voice.kind is kind if kind else voice.kind in wanted and not voice.plural
                if fits and (word not in {"they", "them", "both"} or voice.plural or voice.kind is Kind.BODY):
                    return replace(voice, printed=printed, points_back=True)
        if word in {"he", "she"} and self.history and self.history[-1].kind is Kind.BODY:
            return replace(self.history[-1], printed=printed, points_back=True)
        return None

    # ---- persons

    def people(self) -> PersonIndex:
        """Return the index of names, made when it is first asked for."""
        if self._people is None:
            self._people = PersonIndex([s.sentence for s in self._reading.sentences])
        return self._people

    def _person(
        self, sentence: SentenceReading, person: Person, span: tuple[int, int], aside: tuple[int, int] | None,
        printed: str,
    ) -> Voice | None:  # fmt: skip
        body = find_body(sentence, person.name_first, person.last)
        if body is not None and person.title is None:
            return None
        full = self.people().fullest(person.surname) or person
        name = person.name if len(person.name.split()) > 1 else full.name
        own = person.title if person.official is not None else None
        title, official = own or full.title, person.official if person.official is not None else full.official
        affiliation = self._affiliation(sentence, span[0], person.name_first - 1) if own else None
        described = None
        if aside is not None:
            described = description_after(sentence.sentence.tokens, aside[0] - 2)
            if described[1] is not None and own is None:
                title, official = described
            affiliation = affiliation or self._affiliation(sentence, *aside)
        if person.last < span[1]:  # "Ahmad Adler of the White Helmets"
            member = find_body(sentence, person.last + 1, span[1])
            if member is not None:
                affiliation = affiliation or member.affiliation
                official = member.official if official is None else official and not member.unofficial
        if official is None and self.people().follows(person.surname, _CAMPAIGN):
            official = True
        if title and title.lower() in titles()["honorifics"]:
            title = None
        affiliation = affiliation or self._affiliation_of_title(title) or self._earlier_affiliation(name)
        if affiliation is None and official:
            affiliation = self._party(person.surname) or self.home()
        return Voice(name, printed, Kind.PERSON, title, affiliation, bool(official), "", False)

    def _earlier_affiliation(self, name: str) -> str | None:
        return next((v.affiliation for v in reversed(self.history) if v.speaker == name and v.affiliation), None)

    def _affiliation_of_title(self, title: str | None) -> str | None:
        if not title:
            return None
        lower = f" {title.lower()} "
        for words, state in read_vocabulary("titles")["offices"].items():
            if f" {words} " in lower:
                return str(state)
        for words, state in read_vocabulary("titles")["spokesbodies"].items():
            if f" {words} " in lower:
                return str(state)
        for words, state in read_vocabulary("titles")["parties"].items():
            if f" {words} " in lower:
                return str(state)
        return nationality_in(title)

    def _party(self, surname: str) -> str | None:
        return "US" if self.people().follows(surname, frozenset({"campaign", "administration"})) else None

    # ---- bodies, unnamed sources, things that speak for someone

    def _office(self, sentence: SentenceReading, lead: int, owner: int, printed: str) -> Voice | None:
        """Return the voice of "Adler's office"."""
        person = parse_person(sentence.sentence.tokens, lead, owner)
        surname = sentence.sentence.tokens[owner].text
        full = self.people().fullest(surname) or person
        if full is None:
            return None
        affiliation = self._affiliation(sentence, lead, owner) or self._affiliation_of_title(full.title)
        name = person.name if person is not None and len(person.name.split()) > 1 else full.name
        if affiliation is None and full.official:
            affiliation = self.home()
        return Voice(f"Office of {name}", printed, Kind.BODY, None, affiliation, True, "office", False)

    def _thing(
        self, sentence: SentenceReading, spans: tuple[int, int, int, int], aside: tuple[int, int] | None, printed: str
    ) -> Voice | None:  # fmt: skip
        first, lead, end, last = spans
        tokens = sentence.sentence.tokens
        noun = tokens[end].lower
        pointing = tokens[first].lower in _POINTING
        if _singular(noun) in frames()["carriers"]:
            return self._carrier(sentence, spans, printed)
        body = find_body(sentence, lead, end, whole=True)
        if body is not None and not (noun in titles()["anonymous"] or noun in titles()["other"]):
            return self._body(body, printed, noun, aside, sentence)
        if noun in titles()["anonymous"] or noun in titles()["other"]:
            return self._unnamed(sentence, spans, aside, printed)
        if pointing and lead == end:
            known = self._described(noun, printed)
            if known is not None:
                return known
        if tokens[end].text[0].isupper() and len(tokens[lead:end]) == 0:
            full = self.people().fullest(tokens[end].text)
            if full is not None and not _is_body_noun(noun):
                return self._person(sentence, replace(full, last=last, name_first=end, title=None, official=None), (lead, last), aside, printed)
        if _is_body_noun(noun):
            if pointing:
                known = self._described(noun, printed)
                if known is not None:
                    return known
            unofficial = any(t.lower in titles()["unofficial"] for t in tokens[lead : last + 1])
            affiliation = self._affiliation(sentence, lead, last) or (None if unofficial else self.home())
            name = printed_words(sentence, lead, end if last == end else last)
            return Voice(name, printed, Kind.BODY, None, affiliation, not unofficial, noun, noun.endswith("s"))
        return Voice(printed_words(sentence, lead, last), printed, Kind.UNNAMED, None, None, False, noun, noun.endswith("s"))

    def _carrier(self, sentence: SentenceReading, spans: tuple[int, int, int, int], printed: str) -> Voice | None:
        """Return the voice of "the statement", "the ministry's statement", "a statement from X"."""
        _, lead, end, last = spans
        tokens = sentence.sentence.tokens
        inner: Voice | None = None
        if last > end + 1:
            group = sentence.phrases.at[end + 2]
            if isinstance(group, NounGroup):
                inner = self._read(sentence, group.first, last, None)
        elif end > lead:
            stop = end - 1
            while stop > lead and tokens[stop].lower in {"'s", "'"}:
                stop -= 1
            body = find_body(sentence, lead, stop)
            if body is not None:
                inner = self._body(body, printed, "", None, sentence)
        if inner is None and self.history:
            inner = next((v for v in reversed(self.history) if v.official), self.history[-1])
            return replace(inner, printed=printed, points_back=True, carrier=True)
        return None if inner is None else replace(inner, printed=printed, carrier=True)

    def _body(
        self, body: Body, printed: str, noun: str, aside: tuple[int, int] | None, sentence: SentenceReading
    ) -> Voice:  # fmt: skip
        official = body.official
        if aside is not None and official:
            tokens = sentence.sentence.tokens
            official = not any(t.lower in _watching() for t in tokens[aside[0] : min(aside[1], aside[0] + 4) + 1])
        return Voice(body.name, printed, Kind.BODY, None, body.affiliation, official, noun, False)

    def _unnamed(
        self, sentence: SentenceReading, spans: tuple[int, int, int, int], aside: tuple[int, int] | None, printed: str
    ) -> Voice:  # fmt: skip
        first, lead, end, last = spans
        tokens = sentence.sentence.tokens
        noun = tokens[end].lower
        pointing = tokens[first].lower in _POINTING
        own = self._affiliation(sentence, lead, end)
        if pointing and last == end:
            known = self._described(noun, printed, own)
            if known is not None:
                return known
        official = noun in titles()["anonymous"] and not any(
            t.lower in titles()["other"] or t.lower in _watching() for t in tokens[lead:end]
        )
        if last > end:
            member = find_body(sentence, end + 1, last)
            if member is not None:
                official = official and not member.unofficial
                own = own or member.affiliation
            elif own is None:
                own = self._affiliation(sentence, end + 1, last)
        if own is None and official:
            own = self._kin(noun, tokens[lead].lower) or self._setting(sentence, lead, noun)
        plural = noun.endswith("s") or noun in {"police", "personnel", "people", "staff"}
        return Voice(printed, printed, Kind.UNNAMED, None, own, official, noun, plural)

    def _kin(self, noun: str, lead: str) -> str | None:
        """Return the affiliation of the officials that "one official", "another source" belongs to."""
        for voice in reversed(self.history):
            if voice.kind is Kind.UNNAMED and _singular(voice.noun) == _singular(noun):
                return voice.affiliation
        return None

    def _setting(self, sentence: SentenceReading, lead: int, noun: str) -> str | None:
        """Return the state whose security sources and police speak where none is named."""
        if noun in {"source", "sources"} and lead == 0 and sentence.sentence.tokens[0].lower == noun:
            return None
        for i in range(lead - 1, -1, -1):
            found = nationality_in(sentence.sentence.tokens[i].text)
            if found:
                return found
        return self.home()

    def _described(self, noun: str, printed: str, affiliation: str | None = None) -> Voice | None:
        """Return the last voice that "the general", "the sources", "the ministry" points back to, or None."""
        singular = _singular(noun)
        for voice in reversed(self.history):
            if affiliation and voice.affiliation != affiliation:
                continue
            if _fits(voice, singular, noun != singular):
                return replace(voice, printed=printed, points_back=True)
        return None

    def _affiliation(self, sentence: SentenceReading, first: int, last: int) -> str | None:
        """Return the first state or body that the words name."""
        if last < first:
            return None
        body = find_body(sentence, first, last)
        return body.affiliation if body is not None else None

    def home(self) -> str | None:
        """Return the state that the text names most often, or None."""
        if not self._home_known:
            self._home_known = True
            counts: Counter[str] = Counter()
            for sentence in self._reading.sentences:
                tokens = sentence.sentence.tokens
                for i, token in enumerate(tokens):
                    if token.text[0].isupper() and (found := state_at(tokens, i)):
                        counts[found[1]] += 1
            self._home = max(counts, key=lambda s: (counts[s], s)) if counts else None
        return self._home


@cache
def _watching() -> frozenset[str]:
    return frozenset({"monitor", "monitors", "watchdog", "activists", "activist", "monitoring", "advocacy", "media"})


def _singular(noun: str) -> str:
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_body_noun(noun: str) -> bool:
    return noun in titles()["bodies"] or noun in titles()["unofficial"]


def _fits(voice: Voice, singular: str, plural: bool) -> bool:
    """Tell whether a description with this head noun can mean a voice."""
    if voice.kind is Kind.PERSON:
        return not plural and voice.role is not None and _has_word(voice.role, singular)
    if voice.kind is Kind.UNNAMED:
        return _singular(voice.noun) == singular and voice.plural is plural
    if _has_word(voice.speaker, singular) or voice.noun == singular:
        return True
    return singular in _GROUPS and len(voice.affiliation or "") > 2


_GROUPS = frozenset({"group", "militia", "movement", "faction", "organisation", "organization", "force"})
_KIN = {"general": "gen", "colonel": "col", "senator": "sen", "governor": "gov", "doctor": "surgeon", "captain": "capt"}


def _has_word(words: str, noun: str) -> bool:
    kin = _KIN.get(noun)
    for word in words.lower().replace("-", " ").split():
        bare = _singular(word.rstrip("."))
        if bare == noun or (kin is not None and bare.endswith(kin)):
            return True
        if noun in {"centre", "center"} and bare in {"centre", "center"}:
            return True
    return False


def _core_end(sentence: SentenceReading, group: NounGroup, last: int) -> int:
    """Return the last token of the name or description, prepositional groups after it aside."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    end = min(group.last, last)
    while end + 2 <= last and tokens[end + 1].lower in {"of", "for"} and tokens[end].lower in titles()["official"]:
        following = phrases.at[end + 2]
        if not isinstance(following, NounGroup) or tokens[end + 2].lower not in titles()["portfolios"]:
            break
        end = min(following.last, last)
    return end


def _office(sentence: SentenceReading, lead: int, end: int) -> int | None:
    """Return the last token of the owner in "Adler's office", or None."""
    tokens = sentence.sentence.tokens
    if tokens[end].lower != "office" or end - 2 < lead or tokens[end - 1].lower != "'s":
        return None
    return end - 2 if tokens[end - 2].text[0].isupper() else None


def _standing(sentence: SentenceReading, first: int, last: int) -> bool | None:
    sets = titles()
    for token in sentence.sentence.tokens[first : last + 1]:
        if token.lower in sets["official"]:
            return True
        if token.lower in sets["other"]:
            return False
    return None


def printed_words(sentence: SentenceReading, first: int, last: int) -> str:
    """Return tokens first to last as printed, white space evened out."""
    tokens = sentence.sentence.tokens
    return " ".join(sentence.source.text[tokens[first].start : tokens[last].end].split())
