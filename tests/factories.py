"""Invented sources with their rows, for the tests of tables, comparison and charts."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from analysis.coding.rows import (
    Act,
    Attack,
    AttackType,
    Attribution,
    Casualty,
    Coding,
    Evidence,
    Kind,
    Outcome,
    Role,
    Scope,
    Statement,
    Status,
    Troops,
)
from analysis.language.quantities import Qualifier, Quantity
from analysis.sources.source import Corpus, Source
from analysis.tables import Tables, to_tables

ONE = Quantity(1, 1, Qualifier.EXACT, "a", 0, 1)


def exact(number: int) -> Quantity:
    return Quantity(number, number, Qualifier.EXACT, str(number), 0, 1)


def at_least(number: int) -> Quantity:
    return Quantity(number, None, Qualifier.AT_LEAST, f"at least {number}", 0, 1)


def at_most(number: int) -> Quantity:
    return Quantity(None, number, Qualifier.AT_MOST, f"up to {number}", 0, 1)


def about(number: int) -> Quantity:
    return Quantity(number, number, Qualifier.ABOUT, f"about {number}", 0, 1)


def vague(low: int | None, words: str) -> Quantity:
    return Quantity(low, None, Qualifier.VAGUE, words, 0, 1)


class Draft:
    """A source that grows by a sentence with every row."""

    def __init__(self, source_id: str, published: date | None = date(2021, 5, 4), **known: Any) -> None:
        self.source_id = source_id
        self.known: dict[str, Any] = {"published": published, "file": f"{source_id}.txt", **known}
        self.text = ""
        self.attacks: list[Attack] = []
        self.casualties: list[Casualty] = []
        self.troops: list[Troops] = []
        self.statements: list[Statement] = []

    def sentence(self, words: str) -> Evidence:
        start = len(self.text)
        self.text += words + "\n"
        return Evidence(words, start, start + len(words))

    def keys(self, table: str, evidence: Evidence) -> dict[str, Any]:
        name = sha256(f"{self.source_id} {table} {evidence.start}".encode()).hexdigest()[:12]
        return {"source_id": self.source_id, "claim_id": name, "evidence": evidence, "rule": "invented"}

    def attack(self, words: str = "Rockets fell on the base.", **fields: Any) -> str:
        evidence = self.sentence(words)
        day = fields.pop("day", None)
        row: dict[str, Any] = {
            "id": f"a{len(self.attacks) + 1}",
            "scope": Scope.SINGLE,
            "date_from": day,
            "date_to": day,
            "date_text": None,
            "place": None,
            "country": None,
            "type": AttackType.ROCKET,
            "munitions": None,
            "count": ONE,
            "target": None,
            "attacker": None,
            "attribution": None,
            "attributed_by": None,
        }
        if fields.get("attacker") and "attribution" not in fields:
            fields["attribution"] = Attribution.STATED
        self.attacks.append(Attack(**{**row, **self.keys("attacks", evidence), **fields}))
        return self.attacks[-1].id

    def casualty(self, words: str = "One soldier was killed.", **fields: Any) -> None:
        evidence = self.sentence(words)
        row: dict[str, Any] = {
            "outcome": Outcome.KILLED,
            "quantity": exact(1),
            "nationality": None,
            "role": Role.MILITARY,
            "group": None,
            "subset": False,
            "attack": None,
            "attributed_to": None,
        }
        self.casualties.append(Casualty(**{**row, **self.keys("casualties", evidence), **fields}))

    def troop(self, words: str = "A thousand soldiers stay.", **fields: Any) -> None:
        evidence = self.sentence(words)
        row: dict[str, Any] = {
            "force": "US",
            "place": "IQ",
            "quantity": exact(1000),
            "status": Status.PRESENT,
            "as_of": "2021-05-04",
            "attributed_to": None,
        }
        self.troops.append(Troops(**{**row, **self.keys("troops", evidence), **fields}))

    def statement(self, words: str = "The ministry said it was investigating.", **fields: Any) -> None:
        evidence = self.sentence(words)
        row: dict[str, Any] = {
            "speaker": "Ministry of Defence",
            "role": None,
            "affiliation": "IQ",
            "anonymous": False,
            "kind": Kind.INDIRECT,
            "cue": "said",
            "act": Act.REPORTS,
            "date": None,
            "content": evidence,
        }
        self.statements.append(Statement(**{**row, **self.keys("statements", evidence), **fields}))

    def source(self) -> Source:
        return Source(source_id=self.source_id, text=self.text, **self.known)

    def coding(self) -> Coding:
        return Coding(tuple(self.attacks), tuple(self.casualties), tuple(self.troops), tuple(self.statements))


def tables_of(*drafts: Draft) -> Tables:
    corpus = Corpus("invented", tuple(draft.source() for draft in drafts))
    return to_tables(corpus, [draft.coding() for draft in drafts])


def texts_of(*drafts: Draft) -> dict[str, str]:
    return {draft.source_id: draft.text for draft in drafts}


def two_reports() -> tuple[Draft, Draft]:
    """Two reports of one rocket attack that differ in rounds and in the wounded; one tells of a later strike too."""
    first = Draft("gazette-1", date(2021, 5, 4), outlet="Gazette", agencies=("Reuters",), title="Rockets at Balad")
    hit = first.attack(
        "At least ten rockets fell on Balad air base on Monday.",
        day=date(2021, 5, 3),
        date_text="Monday",
        place="Balad air base",
        country="IQ",
        munitions=at_least(10),
    )
    first.casualty(
        "Two Iraqi soldiers were wounded.", outcome=Outcome.INJURED, quantity=exact(2), nationality="IQ", attack=hit
    )
    first.troop("About 2,500 American soldiers are in Iraq.", quantity=about(2500))
    first.statement("The ministry condemned the attack.", act=Act.CONDEMNS, cue="condemned")
    second = Draft("courier-2", date(2021, 5, 5), outlet="Courier")
    hit = second.attack(
        "Six rockets hit the base at Balad on May 3.",
        day=date(2021, 5, 3),
        date_text="May 3",
        place="Balad air base",
        country="IQ",
        munitions=exact(6),
        attacker="Iran-aligned militias",
        attribution=Attribution.ACCUSED,
        attributed_by="a colonel",
    )
    second.casualty(
        "Several Iraqi soldiers were hurt.",
        outcome=Outcome.INJURED,
        quantity=vague(3, "Several"),
        nationality="IQ",
        attack=hit,
    )
    second.attack(
        "American jets struck a depot near Al-Qaim on Tuesday night.",
        day=date(2021, 5, 4),
        place="Al-Qaim",
        country="IQ",
        type=AttackType.AIR_STRIKE,
        attacker="United States",
    )
    second.troop(
        "The coalition has 3,000 soldiers in Iraq.", force="coalition", quantity=exact(3000), as_of="2021-05-05"
    )
    second.statement(
        "A militia source denied any part in it.",
        speaker="A militia source",
        anonymous=True,
        affiliation=None,
        act=Act.DENIES,
    )
    return first, second


def many_reports(count: int, sources: int = 5) -> Tables:
    """`count` attacks with a figure of each kind, over so many sources, places, days and speakers."""
    drafts = [
        Draft(f"paper-{number:02d}", date(2021, 6, 1), outlet=f"Paper number {number}") for number in range(sources)
    ]
    types, acts, roles = list(AttackType), list(Act), list(Role)
    for at in range(count):
        draft = drafts[at % sources]
        place = at // max(2, count // 12)
        hit = draft.attack(
            f"Attack number {at} was reported.",
            day=date(2021, 1, 1) + timedelta(days=place * 9 + at % 2),
            place=f"Place {place}",
            country="IQ",
            type=types[place % len(types)],
            munitions=at_least(at % 40 + 1) if at % 3 else exact(at % 30 + 1),
        )
        draft.casualty(
            f"Figure {at}.",
            quantity=exact(at % 9 + 1),
            role=roles[at % len(roles)],
            nationality=["IQ", "US", None][at % 3],
            attack=hit,
        )
        draft.troop(
            f"Force {at}.",
            force=["US", "coalition", "GB"][at % 3],
            quantity=about(500 + 37 * at),
            as_of=f"2021-{at % 12 + 1:02d}-01",
        )
        draft.statement(
            f"Word {at}.",
            speaker=f"Speaker {at % 17}",
            affiliation=f"Body {at % 23}",
            act=acts[at % len(acts)],
            date=date(2021, 1, 2) + timedelta(days=place * 9 + at % 5) if at % 4 else None,
        )
    return tables_of(*drafts)
