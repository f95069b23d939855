"""People: who is meant by a name with a title, and the state or body that he or she speaks for."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import CLOSING, OPENING
from analysis.coding.speech.voices import Kind, Memory, Voice
from analysis.coding.speech.voices.affiliations import Setting
from analysis.coding.speech.voices.bodies import find_body
from analysis.coding.speech.voices.hospitals import hospital_in
from analysis.coding.speech.voices.namesakes import fuller, is_end_of
from analysis.coding.speech.voices.naming import (
    WARDS,
    before_to,
    body_beside,
    heads_body,
    is_in_charge,
    printed_words,
)
from analysis.coding.speech.voices.nearby import run_by
from analysis.coding.speech.voices.offices_told import side_before, side_behind, side_told
from analysis.coding.speech.voices.owners import owner_of_any, state_of_seat
from analysis.coding.speech.voices.parties import party_before, party_behind
from analysis.coding.speech.voices.sides import affiliation_of_title, imposed, side_named, side_spoken_for
from analysis.coding.speech.voices.stances import foes, state_of_own
from analysis.coding.speech.voices.strikers import state_in_arms
from analysis.coding.speech.voices.subjects import names_before
from analysis.coding.speech.voices.unnamed_sides import ARMIES, REBEL
from analysis.language.actors.names import body_nouns, state_body
from analysis.language.actors.person_index import PersonIndex, description_after
from analysis.language.actors.persons import Person, is_of_body, parse_person, titles
from analysis.language.actors.private_bodies import is_private

_UN = "United Nations"
#: how an aside begins that names the body of a person: "X, *of* the interior ministry,"
_MEMBER = frozenset({"of", "with", "from", "for"})
#: letters of the code of a state
_STATE = 2
_CAMPAIGN = frozenset({"campaign", "administration", "government", "presidency", "aides", "cabinet", "camp"})
Span = tuple[int, int]
#: title as printed, whether it is official, and the side
Standing = tuple[str | None, bool | None, str | None]
#: ranks and offices of those who speak for a body
_SERVING = titles()["ranks"] | {"spokesman", "spokeswoman", "spokesperson", "commander", "cmdr"}
_APART = titles()["bodies_in_titles"]
_LAWMAKERS = titles()["lawmakers"]


class People:
    """The persons whom one text names."""

    def __init__(self, reading: Reading, setting: Setting, memory: Memory) -> None:
        self._reading = reading
        self._setting = setting
        self._memory = memory
        self._people: PersonIndex | None = None

    def index(self) -> PersonIndex:
        """Return the index of names, made when it is first asked for."""
        if self._people is None:
            self._people = PersonIndex([s.sentence for s in self._reading.sentences])
        return self._people

    def read(
        self, sentence: SentenceReading, person: Person, span: Span, aside: Span | None, printed: str
    ) -> Voice | None:
        """Return the voice of a person whose name, with title and what follows, is the tokens of `span`."""
        if person.title is None and find_body(sentence, person.name_first, person.last) is not None:
            return None
        full = fuller(person, self.index().fullest(person.surname))
        name = full.name if is_end_of(person.name, full.name) else person.name
        title, official = full.title or person.title, full.official
        affiliation: str | None = None
        if person.official is not None:
            title, official = person.title, person.official
            before = (span[0], before_to(sentence, span[0], person.name_first - 1))
            affiliation = side_told(sentence, *before, self._setting)
            affiliation = affiliation or hospital_in(self._reading, sentence, *before)
            affiliation = affiliation or party_behind(sentence, person.last + 1, span[1])
            affiliation = affiliation or side_before(sentence, person, self._setting)
        elif person.name_first > span[0] and heads_body(sentence, span[0], person.name_first - 1):
            title, official = person.title, True
            affiliation = side_named(sentence, span[0], person.name_first - 1, self._setting)
        if aside is not None and not sentence.sentence.capitals:
            title, official, affiliation = self._described(sentence, person, aside, (title, official, affiliation))
        of_body = aside is not None and sentence.sentence.tokens[aside[0]].lower in _MEMBER
        reach = (span[0], aside[1]) if aside is not None and of_body else span
        affiliation, official = self._beside(sentence, person, reach, (affiliation, official))
        if affiliation is None and official is not False:
            title_span = (span[0], person.name_first - 1) if person.name_first > span[0] else span
            owner = owner_of_any(self._reading, sentence, (title_span, aside), self._memory)
            if owner is not None:
                affiliation, official = owner, True
        earlier = self._memory.person(name)
        if official is None and earlier is not None and earlier.official:
            title, official = title or earlier.role, True
        if (
            official is None
            and earlier is None
            and aside is None
            and title is None
            and _opens_sentence_or_rest(sentence, span[0])
        ):
            named = self._memory.unnamed_within(sentence.number - 1)
            if named is not None:  # "a district chief said so. *Carl Ode* said"
                return Voice(name, printed, Kind.PERSON, named.printed, named.affiliation, True)
        if official is None and self.index().follows(person.surname, _CAMPAIGN):
            official = True
        if title is not None and title.lower() in titles()["honorifics"]:
            title = None
        if affiliation is None:
            affiliation = self._known(sentence, name, title, (span, aside), official=bool(official))
        return Voice(name, printed, Kind.PERSON, title, affiliation, bool(official))

    def named_before(self, sentence: SentenceReading, i: int, printed: str) -> Voice | None:
        """Return the person whom the sentence names before token i: "*Mr Adler* had said nothing, but he condemned"."""
        for span in names_before(sentence, i):
            person = parse_person(sentence.sentence.tokens, *span)
            named = None if person is None else self.read(sentence, person, span, None, printed)
            if named is not None:
                return replace(named, pronoun=True, points_back=True)
        return None

    def _described(self, sentence: SentenceReading, person: Person, aside: Span, known: Standing) -> Standing:
        """Return title, standing and side with what an aside tells of them ("X, *the head of Y*,")."""
        title, official, affiliation = known
        described = description_after(sentence.sentence.tokens, aside[0] - 2)
        if described[1] is not None and person.official is None:
            title, official = described
        if described[1] is not None or person.official:
            party = party_before(sentence, aside[0], before_to(sentence, *aside)) or party_behind(sentence, *aside)
            affiliation = affiliation if party is None else party
        if described[1] is not None and not _is_lawmaker(title):
            affiliation = affiliation or run_by(sentence, *aside)
            affiliation = affiliation or side_named(sentence, aside[0], before_to(sentence, *aside), self._setting)
        body = find_body(sentence, aside[0], before_to(sentence, *aside)) if described[1] is not None else None
        affiliation = imposed(sentence, *aside) or affiliation
        if body is not None and body.affiliation in titles()["joint_forces"]:
            affiliation = body.affiliation  # "US Army Col. X, the *coalition's* spokesman"
        if official is None and is_in_charge(sentence, aside):
            title, official = title or printed_words(sentence, *aside), True
            affiliation = affiliation or side_named(sentence, *aside, self._setting)
        if affiliation is None and (hospital := hospital_in(self._reading, sentence, *aside)) is not None:
            official, affiliation = official is not False, hospital
        return title, official, affiliation

    def _beside(
        self, sentence: SentenceReading, person: Person, span: Span, known: tuple[str | None, bool | None]
    ) -> tuple[str | None, bool | None]:
        """Return side and standing with the body named beside: "X(,) *of the White Helmets*", "*their* X"."""
        affiliation, official = known
        beside = body_beside(sentence, span, person)
        if beside is None or official is False:
            return known
        member = find_body(sentence, *beside)
        hospital = hospital_in(self._reading, sentence, *beside)
        if hospital is not None and affiliation is None:
            return hospital, True
        if any(t.lower in WARDS for t in sentence.sentence.tokens[beside[0] : beside[1] + 1]):
            return affiliation, True  # "Dr. X *of the local hospital*"
        if member is None and _is_of_state(sentence, person, beside):
            return affiliation, True  # "X *of the national emergency agency*"
        return known if member is None else (affiliation or member.affiliation, member.official)

    def _known(
        self,
        sentence: SentenceReading,
        name: str,
        title: str | None,
        spans: tuple[Span, Span | None],
        *,
        official: bool,
    ) -> str | None:
        """Return the side that a title, an earlier mention, the place of an office or the whole text tells, or None."""
        if title and (own := affiliation_of_title(title)) is not None:
            return own
        if (earlier := self._memory.person(name)) is not None and earlier.affiliation is not None:
            return earlier.affiliation
        if not official:
            return None
        band = next((own for span in spans if span and (own := side_spoken_for(sentence, *span))), None)
        band = band or self._introduced(sentence, name)
        if band is not None:
            return band
        if title and not REBEL.isdisjoint(title.lower().split()):
            return None  # of a band, whatever state the text is about
        if title and title.lower().replace(" ", "-") == "secretary-general" and self._names_un():
            return _UN
        if title and "kurdish" in title.lower().split() and (region := self._setting.kurdish(sentence, None)):
            return region
        seat = next((state for span in spans if span and (state := state_of_seat(sentence, *span))), None)
        beside = [t.lower for t in sentence.sentence.tokens[spans[1][0] : spans[1][1] + 1]] if spans[1] else []
        if not titles()["armed_words"].isdisjoint((title or "").lower().split()):
            seat = seat or state_in_arms(self._reading, sentence, *spans[0], fallen=True)
        if state_of_own(sentence) is None:
            seat = seat or self._of_rank(sentence, title or "-", beside) or self._of_body(sentence, title or "", beside)
        return seat or self._setting.side(title or "", sentence, self._before(sentence))

    def _before(self, sentence: SentenceReading) -> str | None:
        """Return the state for which the last one spoke in the paragraph so far, a sentence back at the most."""
        first = sentence.number - 1
        if first < 0 or self._reading.sentences[first].sentence.paragraph != sentence.sentence.paragraph:
            return None
        return self._memory.state_within(first)

    def _of_rank(self, sentence: SentenceReading, title: str, beside: list[str]) -> str | None:
        """Return the state of a rank alone, or of a unit: "Two *Alerian soldiers* died in Beroland, *Maj.* X said"."""
        alone = titles()["ranks"].issuperset(title.lower().split())
        serving = not beside or not titles()["units"].isdisjoint(beside)
        return self._setting.of_soldiers() if alone and serving and self._setting.item(sentence) is None else None

    def _names_un(self) -> bool:
        """Tell whether the text names the United Nations, whose Secretary-General needs no other word."""
        return any(m.actor.name == _UN for s in self._reading.sentences for m in s.actors)

    def _introduced(self, sentence: SentenceReading, name: str) -> str | None:
        """Return the side that the words tell with which another sentence introduces a person, or None."""
        found = self.index().introduction(name.split()[-1])
        if found is None or found[0] == sentence.number:
            return None
        other, person = self._reading.sentences[found[0]], found[1]
        side = side_before(other, person, self._setting)
        return side or side_behind(other, person, self._setting) or self._setting.side(person.title or "", other)

    def _of_body(self, sentence: SentenceReading, title: str, beside: list[str]) -> str | None:
        """Return the side of the body that has just spoken, for the officer or spokesman who goes on, or None."""
        words = title.lower().replace(".", "").split()
        if _SERVING.isdisjoint(words) or not {"of", "for"}.isdisjoint(words):
            return None
        body = self._memory.body_within(sentence.number - 1)
        side = None if body is None else body.affiliation
        apart = not _APART.isdisjoint([*words, *beside]) or not titles()["local_words"].isdisjoint(words)
        if body is not None and "police" in words and "police" not in body.speaker.lower():
            return None  # "the American army said … *Police Col. X* said"
        if side in foes(self._reading, sentence) or (side == _UN and not ARMIES.isdisjoint(words)):
            return None
        return side if not apart or len(side or "") == 2 else None

    def office(self, sentence: SentenceReading, lead: int, owner: int, printed: str) -> Voice | None:
        """Return the voice of "Adler's office"."""
        person = parse_person(sentence.sentence.tokens, lead, owner)
        full = self.index().fullest(sentence.sentence.tokens[owner].text) or person
        if full is None:
            return None
        longest = max((p.name for p in (person, full) if p is not None), key=len)
        title = full.title or ""
        affiliation = side_named(sentence, lead, owner, self._setting) or affiliation_of_title(title)
        if affiliation is None and full.official:
            affiliation = self._introduced(sentence, longest) or self._setting.side(title, sentence)
        return Voice(f"Office of {longest}", printed, Kind.BODY, None, affiliation, True, "office")


def _is_of_state(sentence: SentenceReading, person: Person, beside: Span) -> bool:
    """Tell a body behind a name that only states have, "of the *police*", "of the X *ministry*"."""
    tokens, (first, last) = sentence.sentence.tokens, beside
    words = {t.lower for t in tokens[first + 1 : last + 1]}
    behind = first == person.last + 1 and tokens[first].lower in {"of", "from", "with"}
    return behind and not words.isdisjoint(_STATELY) and is_of_body(tokens, first, last + 1) and not is_private(
        tokens, first, last
    )  # fmt: skip


#: words of bodies that are no think tank's: "security", "emergency", "police"
_STATELY = (titles()["of_state"] | titles()["rescue"]) - titles()["fielded"] - {"centre", "center"}


def _opens_sentence_or_rest(sentence: SentenceReading, i: int) -> bool:
    """Tell whether token i opens a sentence, or stands right behind the quotation that does."""
    tokens = sentence.sentence.tokens
    return i == 0 or (tokens[0].text in OPENING and tokens[i - 1].text in CLOSING)


def body_of(person: Voice, sentence: SentenceReading, span: Span, printed: str) -> Voice | None:
    """Return the body of a person's state that "*his* defence ministry" in the tokens of `span` means, or None."""
    state, tokens = person.affiliation or "", sentence.sentence.tokens
    found = body_nouns().match(tokens, span[0]) if len(state) == _STATE else None
    if found is None or found[0] != span[1]:
        return None
    name = state_body(state, found[1][0]).name
    return Voice(name, printed, Kind.BODY, None, state, True, tokens[span[1]].lower)


def office_of(person: Voice, printed: str) -> Voice:
    """Return the voice of "his office", that of a person who has spoken or acts; an unnamed one speaks himself."""
    if person.kind is not Kind.PERSON:
        return person
    name = f"Office of {person.speaker}"
    return Voice(name, printed, Kind.BODY, None, person.affiliation, person.official, "office")


def _is_lawmaker(title: str | None) -> bool:
    """Tell a member of a parliament; a "deputy leader" is none."""
    words = [] if title is None else title.lower().split()
    following = [*words[1:], "of"]
    return any(
        word in _LAWMAKERS and (word != "deputy" or after in {"of", "for", "from", "in"})
        for word, after in zip(words, following, strict=True)
    )
