"""The register: who is meant by the words that name a speaker, as a text goes on.

`Register.voice` reads a noun phrase ("the general", "Mr Pompeo", "a US official", "it") against what the text said
before and returns the person, the body or the unnamed source that speaks, with role, affiliation and standing. What the
text does not tell stays None. Media, monitors and private persons are voices, but not official ones.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.extents import Quotes, told_before
from analysis.coding.speech.voices import Kind, Memory, Voice
from analysis.coding.speech.voices.affiliations import Setting
from analysis.coding.speech.voices.bodies import find_body, is_body_name, is_state, member_body, state_body_name
from analysis.coding.speech.voices.carriers import is_carrier, read_carrier
from analysis.coding.speech.voices.elliptic import is_elliptic, one_more, told_of
from analysis.coding.speech.voices.groups import (
    is_group_by_text,
    is_named_group,
    meant_again,
    ministry_again,
    named_aside,
    other_name,
    party_acronym,
)
from analysis.coding.speech.voices.namesakes import is_last_name
from analysis.coding.speech.voices.naming import (
    before_quoted,
    core_end,
    field_end,
    is_own_office,
    name_end,
    owner_of,
    printed_words,
)
from analysis.coding.speech.voices.nouns import read_body, read_body_by_noun, read_state_body
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.owners import owner_by_noun, owner_by_pronoun, self_named, state_body_by_pronoun
from analysis.coding.speech.voices.parts import read_named_branch, read_part
from analysis.coding.speech.voices.people import People, body_of, office_of
from analysis.coding.speech.voices.renaming import renamed
from analysis.coding.speech.voices.settled import named_forces, settle
from analysis.coding.speech.voices.strikers import is_contradicted
from analysis.coding.speech.voices.subjects import doer_of, is_of_thing, tellers, titled_before
from analysis.coding.speech.voices.titled_persons import holder_of, person_in
from analysis.coding.speech.voices.unnamed import POINTING, is_private_doer, of_runner, one_of, read_unnamed
from analysis.language.actors.persons import Person, titles
from analysis.language.actors.states import is_demonym
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.speakers import SpeakerPhrase
from analysis.language.grammar.tags import Tag

_NOBODY = frozenset({"no", "neither", "nobody", "none"})
_THAT = {"it": frozenset({"what", "that", "which"}), "they": frozenset({"what"})}
_OWN = frozenset({"his", "her", "its", "their"})
Span = tuple[int, int]


class Register:
    """The voices of one text, in the order they speak."""

    def __init__(self, reading: Reading, quotes: Quotes | None = None) -> None:
        self._reading = reading
        self._quotes = quotes or Quotes(())
        self._setting = Setting(reading)
        self.memory = Memory()
        self._people = People(reading, self._setting, self.memory)
        self._forces = cache(partial(named_forces, reading))  # asked for where "the army" of a state speaks

    def voice(self, sentence: SentenceReading, phrase: SpeakerPhrase, *, passing: bool = False) -> Voice | None:
        """Return the voice that a noun phrase of a sentence means, or None where it names nobody who speaks.

        One named in `passing` ("which drew condemnation from X") is not whom "it" and "he" mean later.
        """
        found = self._read(sentence, phrase.first, before_quoted(sentence, phrase.first, phrase.last), phrase.aside)
        if found is not None:
            found = of_runner(sentence, phrase, found)
            found = settle(found, sentence, phrase.last, self._forces)
            if not passing:
                self.memory.add(found, sentence.number)
        return found

    def _read(self, sentence: SentenceReading, first: int, last: int, aside: Span | None) -> Voice | None:
        tokens, phrases = sentence.sentence.tokens, sentence.phrases
        printed = printed_words(sentence, first, last)
        group = phrases.at[first]
        if phrases.tags[first] is Tag.ADJECTIVE and last > first + 2 and tokens[first + 1].lower == "and":
            group = phrases.at[first + 2]  # "medical *and military sources*"
        if not isinstance(group, NounGroup) or tokens[first].lower in _NOBODY:
            return None
        if is_elliptic(sentence, first, last):
            number = told_before(self._reading.sentences, sentence, self._quotes)
            before = self._reading.sentences[number] if number >= 0 else None
            return one_more(told_of(sentence, before, self.memory, self._read), printed)
        if group.bare and first == last:
            return self._pronoun(sentence, first, printed)
        lead = first
        while lead < last and (phrases.tags[lead] is Tag.DETERMINER or not tokens[lead].text[0].isalnum()):
            lead += 1
        end = core_end(sentence, group, last)
        if end < lead:
            return None
        quoted = lead > 0 and tokens[lead - 1].text in {'"', "“"}  # "calling itself “*brigades to avenge X*”"
        if (quoted or not tokens[lead].text.islower()) and (self_named(sentence, lead) or self.memory.named(printed)):
            name = printed_words(sentence, lead, name_end(sentence, last))
            return Voice(name, printed, Kind.BODY, None, name, True, "group")
        if (branch := read_named_branch(sentence, (lead, end), printed, aside)) is not None:
            return branch
        own = tokens[first].lower in _OWN
        if own and (body := named_aside(sentence, end, aside)) is not None:
            return Voice(body.name, printed, Kind.BODY, None, body.affiliation, True, tokens[end].lower)
        if own and is_own_office(sentence, lead, end):
            if (theirs := self._of_person(sentence, (first, lead, end), printed)) is not None:
                return theirs
            owned = state_body_by_pronoun(self._reading, sentence, (first, lead, end), self.memory)
            if owned is not None:
                return Voice(owned[0], printed, Kind.BODY, None, owned[1], True, "")
            owner = owner_by_pronoun(self._reading, sentence, first, self.memory)
            if owner is not None and owner.state and tokens[end].lower in titles()["bodies"]:
                name = printed_words(sentence, lead, end)
                return Voice(name, printed, Kind.BODY, None, owner.state, True, tokens[end].lower)
            return self.memory.pronoun(tokens[first].lower, printed, sentence.number)
        if (party := party_acronym(sentence, lead, end)) is not None:
            return Voice(party, printed, Kind.BODY, None, party, True, "party")
        if (office := owner_of(sentence, lead, end)) is not None:
            return self._people.office(sentence, lead, office, printed)
        person = None if aside is not None else holder_of(sentence, lead, end, last)
        if person is None and not is_body_name(sentence, lead, end):
            person = person_in(sentence, lead, end, last, aside)
        if person is not None and not is_named_group(self._reading, sentence, person, (first, lead, last)):
            known = self._people.read(sentence, person, (lead, last), aside, printed)
            if known is not None:
                return known
        return self._thing(sentence, (first, lead, end, last), aside, printed)

    def _of_person(self, sentence: SentenceReading, spans: tuple[int, int, int], printed: str) -> Voice | None:
        """Return the office of one who has spoken or acts ("*his* office"), or the body of his state, or None."""
        (first, lead, end), tokens = spans, sentence.sentence.tokens
        if tokens[first].lower not in {"his", "her"}:
            return None
        person = self.memory.pronoun(tokens[first].lower, printed, sentence.number)
        if lead == end and tokens[end].lower == "office":
            acts = doer_of(sentence, first) is not None  # "*Mr Adler* ordered it, his office said"
            if person is None or acts or self.memory.last_person() < sentence.number - 1:
                acted = self._acted(sentence, first, printed, Kind.PERSON, own=True)
                person = acted or person or self._people.named_before(sentence, first, printed)
            return None if person is None else office_of(person, printed)
        return None if person is None else body_of(person, sentence, (lead, end), printed)

    def _pronoun(self, sentence: SentenceReading, i: int, printed: str) -> Voice | None:
        word = sentence.sentence.tokens[i].lower
        if word == "it" and i and sentence.phrases.tags[i - 1] in {Tag.SUBORDINATOR, Tag.PREPOSITION}:
            for group in reversed(sentence.phrases.nouns):
                if group.last < i and sentence.sentence.tokens[group.head].lower in titles()["bodies"]:
                    return self._read(sentence, group.first, group.last, None)
        if word == "it" and is_of_thing(sentence, i):
            return None
        person, found = word in {"he", "she"}, None
        if person and sentence.phrases.words(max(i - 2, 0), max(i - 1, 0)) == "in which":
            found = self._acted(sentence, i, printed, Kind.PERSON, own=True)  # "X sent a note *in which he* said"
        elif person and i and sentence.phrases.tags[i - 1] in {Tag.CONJUNCTION, Tag.SUBORDINATOR}:
            found = self._people.named_before(sentence, i, printed)
        elif word in {"it", "they"} and i and sentence.sentence.tokens[i - 1].lower in _THAT[word]:
            found = self._acted(sentence, i, printed, Kind.BODY)  # "X raided *what it* says are depots"
        if found is not None:
            return found
        before = told_before(self._reading.sentences, sentence, self._quotes)
        person = person and self.memory.last_person() < before
        own = doer_of(sentence) if word == "they" else None  # "*His family* denied it: he was deaf, they said"
        theirs = self._read(sentence, own.first, own.last, own.aside) if own is not None and own.last < i else None
        if theirs is not None and is_private_doer(theirs, Kind.BODY):
            return theirs
        body = word in {"it", "they"} and self.memory.body_within(before) is None
        acted = self._acted(sentence, i, printed, Kind.PERSON if person else Kind.BODY) if person or body else None
        return acted or self.memory.pronoun(word, printed, before + 1)

    def _acted(self, sentence: SentenceReading, i: int, printed: str, kind: Kind, own: bool = False) -> Voice | None:
        """Return the official who acts in the sentence before, or, a body or with `own`, in this one before token i."""
        before = told_before(self._reading.sentences, sentence, self._quotes)
        near, place = [sentence] if own or kind is Kind.BODY else [], sentence.sentence.tokens[i].start
        told = self._reading.sentences[max(before, 0) : before + 1]
        doers = [(other, doer_of(other, i if other is sentence else None)) for other in [*near, *told]]
        for other, doer in [*doers, *((s, d) for s in told if kind is Kind.PERSON for d in tellers(s))]:
            if doer is None or (other is sentence and doer.last >= i):
                continue
            if self._quotes.parts(other.sentence.tokens[doer.first].start, place):  # '"The army left," *it* said'
                continue
            found = self._read(other, doer.first, doer.last, doer.aside)
            several = found is not None and printed.lower() == "they" and found.plural  # "*Two officers* saw it. They"
            if found and ((found.official and (several or found.kind is kind)) or is_private_doer(found, kind)):
                return replace(found, printed=printed, pronoun=True, points_back=True)
        return None

    def _thing(
        self, sentence: SentenceReading, spans: tuple[int, int, int, int], aside: Span | None, printed: str
    ) -> Voice | None:
        first, lead, end, last = spans
        tokens = sentence.sentence.tokens
        noun = tokens[end].lower
        words = frozenset(t.lower for t in tokens[lead : end + 1])
        pointing = tokens[first].lower in POINTING and field_end(sentence, end, last) == end
        if "same" in words:
            told = self.memory.last()
            return told and replace(told, printed=printed, points_back=True)
        if (named := named_aside(sentence, end, aside)) is not None:
            return Voice(named.name, printed, Kind.BODY, None, named.affiliation, True, noun)
        made = self._carrier(sentence, spans, printed) if is_carrier(noun) else None
        if made is not None or (is_carrier(noun) and singular(noun) in frames()["carriers"]):
            return made
        longer = sentence.actors if noun in titles()["anonymous"] | titles()["bodies"] else ()
        wider = next((m for m in longer if m.first == lead and end < m.last <= last), None)
        long = find_body(sentence, lead, wider.last, whole=True) if wider is not None else None
        if (again := ministry_again(sentence, lead, last, self.memory, printed)) is not None:
            return again
        if long is not None and not is_state(long.name):  # "Doctors Without X"
            return read_body(self._reading, self._setting, sentence, long, printed, noun, aside)
        if (some := one_of(sentence, end, last)) is not None:
            words = frozenset(t.lower for t in tokens[some[1] : some[2] + 1])
            back = tokens[some[1] - 1].lower in POINTING
            told = self.memory.described(tokens[some[2]].lower, printed, words) if back else None
            found = read_unnamed(sentence, (*some, last), printed, words, self.memory, self._setting)
            return found if told is None else replace(found, affiliation=told.affiliation)
        unnamed = any(noun in titles()[kind] for kind in ("anonymous", "directing", "other"))
        if unnamed and not is_body_name(sentence, lead, end):  # "the general staff"
            if pointing and end == last and (titled := self._titled(sentence, (lead, end), printed)) is not None:
                return titled
            found = read_unnamed(sentence, spans, printed, words, self.memory, self._setting)
            his = found.affiliation is None and tokens[first].lower in {"his", "her"}  # "*X* left, *his aide* said"
            whose = self._people.named_before(sentence, first, printed) if his else None
            return found if whose is None else replace(found, affiliation=whose.affiliation)
        body = find_body(sentence, lead, end, whole=True) or member_body(sentence, lead, end)
        if body is None and lead == end and tokens[first].lower == "the" and noun.endswith("s"):
            body = find_body(sentence, lead, end) if is_demonym(tokens[end]) else None  # "the Americans blamed"
        if pointing and lead < end == last and (again := meant_again(self._reading, sentence, spans, self.memory)):
            return replace(again, printed=printed)
        if body is not None and not (pointing and lead == end and noun in titles()["bodies"]):
            return read_body(self._reading, self._setting, sentence, body, printed, noun, aside, (lead, end))
        bare = pointing and lead == end and body is None
        own = owner_by_noun(self._reading, sentence, end, same=True) if bare else None
        if own is not None and own.state is None:
            return Voice(own.name, printed, Kind.BODY, None, own.affiliation, True, noun)
        new = any(t.lower in {"that", "who"} for t in tokens[end + 1 : end + 2])  # "the group *that* claimed the raid"
        known = self.memory.described(noun, printed, words) if pointing and not new else None
        known = None if known and is_contradicted(self._reading, sentence, known, first, end) else known
        if known is not None and known.kind is Kind.PERSON and noun in titles()["bodies"]:  # "the spokesman's ministry"
            ministry = state_body_name(known.affiliation or "", noun) or printed
            return replace(known, speaker=ministry, printed=printed, kind=Kind.BODY, role=None, noun=noun)
        if known is not None and (lead == end or known.kind is not Kind.BODY or "-" in tokens[lead].text):
            return known
        if body is not None:
            return read_body(self._reading, self._setting, sentence, body, printed, noun, aside, (lead, end))
        short = renamed(self._reading.sentences, sentence, (lead, end)) if pointing else None
        again = None if short is None else self._read(short[0], *short[1], None)
        if again is not None:
            return replace(again, printed=printed, points_back=True)  # the body whose name "the *brigade*" shortens
        if (other := other_name(self._reading, sentence, (first, lead, end), aside)) is not None:
            return Voice(other.name, printed, Kind.BODY, None, other.affiliation, True, noun)
        if is_last_name(tokens, lead, end) and noun not in titles()["bodies"] | titles()["unofficial"]:
            full = self._people.index().fullest(tokens[end].text)
            if full is not None:
                alone = Person(full.name, None, end, end, end, None)
                return self._people.read(sentence, alone, (lead, last), aside, printed)
        if noun in titles()["bodies"] or noun in titles()["unofficial"]:
            return read_body_by_noun(self._reading, self._setting, sentence, spans, printed, words)
        if (part := read_part(sentence, lead, end, printed)) is not None:
            return part
        called = printed_words(sentence, lead, last)
        if first < lead and is_group_by_text(self._reading, sentence, (lead, last)):
            return Voice(called, printed, Kind.BODY, None, called, True, "group")
        return Voice(called, printed, Kind.UNNAMED, None, None, False, noun, singular(noun) != noun)

    def _titled(self, sentence: SentenceReading, span: Span, printed: str) -> Voice | None:
        """Return the one named before with the title of "the *mayor*", where nobody so described has spoken."""
        words = [t.lower for t in sentence.sentence.tokens[span[0] : span[1] + 1]]
        if (
            words[-1] not in titles()["official"]
            or self.memory.described(words[-1], printed, frozenset(words)) is not None
        ):
            return None
        found = titled_before(self._reading.sentences, sentence.number, words)
        voice = None if found is None else self._read(found[0], *found[1], found[2])
        named = voice is not None and voice.kind is Kind.PERSON
        return replace(voice, printed=printed, points_back=True) if voice is not None and named else None

    def _carrier(self, sentence: SentenceReading, spans: tuple[int, int, int, int], printed: str) -> Voice | None:
        """Return the voice of "the statement", "the ministry's statement", "a statement from X"."""

        def read(first: int, last: int) -> Voice | None:
            if sentence.sentence.tokens[first].lower in titles()["of_state"] & titles()["bodies"]:
                return read_state_body(self._reading, self._setting, sentence, (first, last), printed)
            return self._read(sentence, first, last, None)

        return read_carrier(
            sentence, spans, printed, self.memory, read,
            lambda body: read_body(self._reading, self._setting, sentence, body, printed, "", None),
        )  # fmt: skip
