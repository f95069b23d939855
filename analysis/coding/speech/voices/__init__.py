"""Voices: those who speak in a text, and what "he", "it", "the general", "the sources" point back to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from analysis.coding.speech.voices.offices import has_word, is_other_office, singular
from analysis.language.actors.persons import titles
from analysis.vocabulary import read_vocabulary

#: voices before that a description is compared with
_MEMORY = 40
#: sentences after which "he" may as well be the body that spoke last
_FADING = 2


class Kind(StrEnum):
    """What a voice is."""

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
    noun: str = ""
    plural: bool = False
    #: named here by a pronoun
    pronoun: bool = False
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


class Memory:
    """Who has spoken so far, the last of them last."""

    def __init__(self) -> None:
        self._voices: list[tuple[Voice, int]] = []

    def add(self, voice: Voice, sentence: int) -> None:
        """Note that a voice has spoken in the sentence of this number."""
        if voice.points_back or voice.pronoun or voice.carrier:
            voice = replace(voice, points_back=False, pronoun=False, carrier=False)
        self._voices.append((voice, sentence))
        del self._voices[:-_MEMORY]

    def last_person(self) -> int:
        """Return the number of the sentence in which a person or single unnamed source spoke last, or -1."""
        return next((n for v, n in reversed(self._voices) if _may_be_he(v)), -1)

    @property
    def voices(self) -> list[Voice]:
        """The voices, the last one first."""
        return [voice for voice, _ in reversed(self._voices)]

    def last(self) -> Voice | None:
        """Return the voice that spoke last, or None."""
        return self._voices[-1][0] if self._voices else None

    def last_within(self, first: int) -> Voice | None:
        """Return the voice that spoke last, in the sentence of this number or later, or None."""
        voice, number = self._voices[-1] if self._voices else (None, -1)
        return voice if number >= first else None

    def person(self, name: str) -> Voice | None:
        """Return the person who has spoken last under this name, or None."""
        return next((v for v, _ in reversed(self._voices) if v.kind is Kind.PERSON and v.speaker == name), None)

    def named(self, printed: str) -> bool:
        """Tell whether a group that a text itself names has spoken under this name."""
        return any(v.kind is Kind.BODY and v.noun == "group" and v.speaker == printed for v, _ in self._voices)

    def kin(self, noun: str) -> frozenset[str]:
        """Return the affiliations of the officials before to whom "one official", "another source" may belong."""
        voices = (v for v in self.voices if v.kind is Kind.UNNAMED and singular(v.noun) == singular(noun))
        return frozenset(v.affiliation for v in voices if v.affiliation is not None)

    def body_within(self, first: int) -> Voice | None:
        """Return the body that spoke last, in the sentence of this number or later, or None."""
        for voice, number in reversed(self._voices):
            if number < first:
                return None
            if voice.kind is Kind.BODY and voice.official:
                return voice
        return None

    def state_within(self, first: int) -> str | None:
        """Return the state of the named official who spoke last, in the sentence of this number or later, or None."""
        voice, number = self._voices[-1] if self._voices else (None, -1)
        named = voice is not None and voice.official and not voice.anonymous
        told = voice is not None and named and number >= first and len(voice.affiliation or "") == _CODE
        return voice.affiliation if voice is not None and told else None

    def unnamed_within(self, first: int) -> Voice | None:
        """Return the one unnamed official who spoke last, in the sentence of this number or later, or None."""
        voice, number = self._voices[-1] if self._voices else (None, -1)
        single = voice is not None and voice.kind is Kind.UNNAMED and voice.official and not voice.plural
        return voice if single and number >= first and voice is not None and voice.noun not in _NAMELESS else None

    def pronoun(self, word: str, printed: str, sentence: int) -> Voice | None:
        """Return the voice that a pronoun in the sentence of this number means, or None."""
        if word in {"he", "she", "him", "her", "his"}:
            found = self._person(sentence)
        elif word in {"it", "its"}:
            found = next((v for v in self.voices if v.kind is Kind.BODY or _is_named_thing(v)), None)
        elif word in {"they", "them", "their"}:
            found = next((v for v in self.voices if v.kind is Kind.BODY or (v.plural and not _is_kept(v))), None)
        else:
            return None
        return None if found is None else replace(found, printed=printed, points_back=True, pronoun=True)

    def _person(self, sentence: int) -> Voice | None:
        """Return the person or single unnamed source that spoke last; the body right before where none spoke lately."""
        found = next(((v, n) for v, n in reversed(self._voices) if _may_be_he(v)), None)
        last, number = self._voices[-1] if self._voices else (None, -1)
        faded = found is None or number - found[1] >= _FADING
        if last is not None and last.kind is Kind.BODY and number >= sentence - 1 and faded:
            return last
        return None if found is None else found[0]

    def called_again(self, words: frozenset[str], printed: str) -> Voice | None:
        """Return the body that spoke last of whose name a description has words alone ("the defence ministry")."""
        for voice in self.voices:
            name = frozenset(voice.speaker.lower().split())
            if voice.kind is Kind.BODY and voice.official and words < name:
                return replace(voice, printed=printed, points_back=True)
        return None

    def described(self, noun: str, printed: str, words: frozenset[str], affiliation: str | None = None) -> Voice | None:
        """Return the last voice that "the general", "the sources", "the ministry" points back to, or None.

        `noun` is the head noun, `words` all words of the description in lower case: an unnamed source that is
        described in new words is another one.
        """
        one = singular(noun)
        last = self.last()
        if one in _OFFICIAL and one == noun and last is not None and last.official and _holds_office(last):
            return replace(last, printed=printed, points_back=True)  # "the official", "the high officer"
        for voice in self.voices:
            if affiliation and voice.affiliation != affiliation:
                continue
            if voice.kind is Kind.PERSON and is_other_office(voice.role, voice.affiliation, one, words):
                continue
            if not _fits(voice, one, noun != one) and not _is_called(voice, words, beside=affiliation is not None):
                continue
            if voice.kind is Kind.UNNAMED and not words - _MEDICS <= set(voice.speaker.lower().split()):
                continue
            return replace(voice, printed=printed, points_back=True)
        told = one == "source" == noun and last is not None and last.kind is not Kind.BODY and affiliation is None
        if told and last is not None and "other" not in words:
            return replace(last, printed=printed, points_back=True)  # "an eyewitness said …, according to the source"
        return None


def _may_be_he(voice: Voice) -> bool:
    """Tell a voice that "he" can mean: a person, or one unnamed source that is no thing."""
    if voice.kind is Kind.PERSON:
        return True
    if voice.kind is not Kind.UNNAMED or voice.plural:
        return False
    return voice.speaker[:1].isupper() or any(
        voice.noun in titles()[kind] for kind in ("anonymous", "other", "official")
    )


def _holds_office(voice: Voice) -> bool:
    """Tell a voice that "the official" can mean: a person, or somebody unnamed by another word for who speaks."""
    return voice.kind is Kind.PERSON or (voice.kind is Kind.UNNAMED and not voice.plural and voice.noun in _SPEAKING)


_SPEAKING = frozenset({"representative", "spokesperson", "spokesman", "spokeswoman", "diplomat", "adviser", "envoy"})


def _is_kept(voice: Voice) -> bool:
    """Tell those whom another speaker has beside him: "X and *its allies* said"."""
    return not voice.official and voice.printed.lower().startswith(("its ", "their "))


def _is_named_thing(voice: Voice) -> bool:
    """Tell something with a name of its own that is no known body: "the *Freedom Watch*"."""
    person = any(voice.noun in titles()[kind] for kind in ("anonymous", "other", "official"))
    words = voice.speaker.removeprefix("The ").split()
    named = len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1].strip('"”“')))
    return voice.kind is Kind.UNNAMED and not voice.plural and not voice.official and not person and named


def _fits(voice: Voice, noun: str, plural: bool) -> bool:
    """Tell whether a description with this head noun can mean a voice."""
    if voice.kind is Kind.PERSON:
        return not plural and voice.role is not None and has_word(voice.role, noun)
    if voice.kind is Kind.UNNAMED:
        same = singular(voice.noun) == noun or {singular(voice.noun), noun} <= _MEDICS
        return same and voice.plural is plural
    if noun in _OF_STATES and len(voice.affiliation or "") > _CODE and voice.affiliation == voice.speaker:
        return False  # "the army" is no band that calls itself one
    if has_word(voice.speaker, noun) or singular(voice.noun) == noun:
        return True
    if voice.affiliation in _NO_BANDS:
        return False
    mission = noun == "mission" and voice.affiliation in _WITH_MISSIONS
    return mission or (noun in GROUPS and len(voice.affiliation or "") > 2)


def _is_called(voice: Voice, words: frozenset[str], *, beside: bool) -> bool:
    """Tell whether "the premier", or beside the body's name "the UN chief", calls a person by another word."""
    if voice.kind is not Kind.PERSON or voice.role is None:
        return False
    lists, role = read_vocabulary("titles"), f" {voice.role.lower()} "
    offices = [office for word in words & lists["called"].keys() for office in lists["called"][word]]
    if beside:
        heads = [office for word in words & lists["heads_of"].keys() for office in lists["heads_of"][word]]
        named = [office for word in words & lists["called_beside"].keys() for office in lists["called_beside"][word]]
        offices += heads if heads and named else named
    return any(f" {office} " in role for office in offices)


#: what states have, and letters of the code of a state
_OF_STATES, _CODE = frozenset({"army", "military", "government", "police"}), 2


#: those whose name a report does not tell in its next sentence
_NAMELESS = frozenset({"source", "diplomat", "aide", "rebel", "militant", "fighter", "soldier"})
#: nouns for one who heals, each of whom the others call again
_MEDICS = frozenset({"doctor", "physician", "surgeon", "medic"})
#: nouns for anybody with an office
_OFFICIAL = frozenset({"official", "officer"})
#: bodies whose forces are called a mission
_WITH_MISSIONS = frozenset({"United Nations", "African Union", "European Union", "OSCE", "NATO"})
#: sides that no word for an armed group means
_NO_BANDS = frozenset({"coalition", "NATO"})
#: nouns for an armed group
GROUPS = frozenset({"group", "militia", "movement", "faction", "organisation", "organization", "force"})
