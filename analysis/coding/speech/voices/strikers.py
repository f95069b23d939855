"""Strikers: the state whose "military" tells of its own strike, or of its own soldiers, in a land that has an army."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import cue_verbs, frames
from analysis.coding.speech.voices import Kind, Voice
from analysis.coding.speech.voices.nearby import strikes
from analysis.coding.speech.voices.stances import foes
from analysis.language.actors import ActorForm, ActorMention
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: sentences back in which the strike is told
_BACK = 2
_FORCES = frozenset({"forces", "troops", "soldiers", "fighters", "pilots", "navy", "gunners"})


def state_in_arms(
    reading: Reading, sentence: SentenceReading, first: int, last: int, *, fallen: bool = False
) -> str | None:  # fmt: skip
    """Return the state whose soldiers or strike are told of by the army or officer at tokens first to last, or None.

    With `fallen` its soldiers are killed or hurt; those who but act may be an enemy's.
    """
    return _state_of_soldiers(sentence, first, last, fallen=fallen) or _state_striking(reading, sentence, first, last)


def is_contradicted(reading: Reading, sentence: SentenceReading, voice: Voice, first: int, last: int) -> bool:
    """Tell a voice that "the army" at tokens first to last would mean, were its own soldiers and foes not of others."""
    if voice.kind is not Kind.BODY or voice.noun not in titles()["armies"] or len(voice.affiliation or "") != _STATE:
        return False
    own = state_in_arms(reading, sentence, first, last)
    return voice.affiliation in foes(reading, sentence) or own not in {None, voice.affiliation}


#: letters of the code of a state
_STATE = 2


def _state_striking(reading: Reading, sentence: SentenceReading, first: int, end: int) -> str | None:
    """Return the state that struck, where the army at tokens first to end tells of the strike as its own, or None.

    "An Alerian strike hit the port. *The military* said it had targeted a depot", "Alerian jets hit a house that *the
    army* said was a depot", not "*The army* said two of its men were hurt".
    """
    if not _is_strikers_own(sentence, first, end):
        return None
    for number in range(sentence.number, max(sentence.number - _BACK - 1, -1), -1):
        other = reading.sentences[number]
        for mention in reversed(other.actors):
            before = number < sentence.number or mention.last < first
            if before and mention.form is ActorForm.DEMONYM and strikes(other, mention.last):
                return mention.actor.country
    return None


def _is_strikers_own(sentence: SentenceReading, first: int, end: int) -> bool:
    """Tell whether what is said behind a speaker is a deed of his, or of what his strike hit."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    said = next((v for v in phrases.verbs if v.first > end), None)
    if said is None or said.lemma not in cue_verbs():
        return False
    if first > 1 and phrases.tags[first - 1] is Tag.RELATIVE:
        return True
    told = next((g for g in phrases.nouns if g.first > said.last), None)
    if told is not None and tokens[told.first].lower == "the" and tokens[told.head].lower in frames()["own_deeds"]:
        return True
    subject = next((k for k in range(said.last + 1, len(tokens)) if tokens[k].lower in {"it", "its"}), None)
    if subject is None or any(v.finite and said.last < v.first < subject for v in phrases.verbs):
        return False
    deed = next((v for v in phrases.verbs if v.first > subject), None)
    if deed is None or deed.passive or deed.lemma not in frames()["harming"]:
        return False
    armed = tokens[deed.first - 1].lower in frames()["weapons"] | _FORCES
    return deed.first == subject + 1 or (tokens[subject].lower == "its" and armed)


def _state_of_soldiers(sentence: SentenceReading, first: int, last: int, *, fallen: bool) -> str | None:
    """Return the state whose soldiers a sentence tells of, its own ones to the army at tokens first to last, or None.

    "A bomb killed two *Alerian soldiers*, the military said"; where they do no more than act, no forces or weapons of
    another state are told of.
    """
    before = [m for m in sentence.actors if m.last < first]
    told = before or [m for m in sentence.actors if m.first > last]
    soldiers = {m.actor.country for m in told if is_of_soldiers(sentence, m)}
    if len(soldiers) == 1 and any(is_of_soldiers(sentence, m) and _suffers(sentence, m) for m in told):
        return soldiers.pop()
    if fallen:
        return None
    others = {m.actor.country for m in told if m.form is ActorForm.DEMONYM and strikes(sentence, m.last)}
    return soldiers.pop() if len(soldiers) == 1 and others <= soldiers else None


def _suffers(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell soldiers who are killed or hurt: "killed six *Alerian soldiers*", "*Alerian soldiers* were wounded"."""
    phrases, group = sentence.phrases, sentence.phrases.at[mention.last]
    if not isinstance(group, NounGroup):
        return False
    before = phrases.at[group.first - 1] if group.first else None
    after = phrases.at[min(group.last + 1, len(sentence.sentence.tokens) - 1)]
    harmed = isinstance(before, VerbGroup) and before.lemma in frames()["harming"]
    fell = isinstance(after, VerbGroup) and (after.lemma == "die" or after.passive) and after.first > group.last
    return harmed or fell


def is_of_soldiers(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell the state of "*Alerian* soldiers", "an *Alerian* service member"."""
    group = sentence.phrases.at[mention.last]
    if not isinstance(group, NounGroup) or mention.form is not ActorForm.DEMONYM:
        return False
    tokens = sentence.sentence.tokens
    head = tokens[group.head].lower
    return head in titles()["soldiers"] or (head in _MEMBERS and tokens[group.head - 1].lower == "service")


_MEMBERS = frozenset({"member", "members"})
