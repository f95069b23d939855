"""What is at issue, and the key findings: sentences made from the tables, each with the numbers of its evidence.

A finding says what the sources say and who of them says it; it adds nothing up across sources and judges nobody.
Where nothing was found, that is the finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.prose import Value, findings, prose, sentence
from analysis.briefing.display.shown import Shown
from analysis.briefing.evidence import number_of
from analysis.briefing.incidents import find_answers, find_shared
from analysis.briefing.rows import say_time
from analysis.briefing.wording import capital, choose, count, number_in_words
from analysis.comparison.figures import name_victims
from analysis.tables.frames import to_records
from analysis.tables.wording import listed, say_country, say_days

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports

#: attacks of several sources that the key findings tell of
TOLD = 3
#: how the questions of the comparison read in a sentence
TOPICS = {"date": "the day", "place": "the place", "doer": "who did it", "rounds": "how many rounds there were"}

Cells = dict[str, Any]


def at_issue(reports: Reports) -> Shown:
    """Say in a paragraph what the reports are about and where they differ."""
    shared = find_shared(reports)
    if not len(reports.attacks):
        return prose("{told} no attack.", told=_reports(reports))
    if not shared:
        lone = "No attack is found in more than one report, so no figure here can be set against another."
        return Shown(_opening(reports).blocks + prose(lone).blocks)
    return Shown(_opening(reports).blocks + _differences(reports, shared).blocks)


def _reports(reports: Reports) -> str:
    number = len(reports.sources)
    return f"{capital(count(number, 'report'))} {choose(number, 'tells', 'tell')} of"


def _opening(reports: Reports) -> Shown:
    attacks, incidents = len(reports.attacks), reports.attacks["incident_id"].nunique()
    series = int((reports.attacks["scope"] == "series").sum())
    told = [
        count(attacks - series, "attack" if not series else "single attack") if attacks > series else "",
        count(series, "series of attacks", "series of attacks") if series else "",
    ]
    once = "; counted once where several of them report the same, {incidents}" if incidents < attacks else ""
    return prose(
        "{reports} {told}" + once + ".",
        told=listed([words for words in told if words]),
        incidents=count(incidents, "incident"),
        reports=_reports(reports),
    )


def _differences(reports: Reports, shared: list[Cells]) -> Shown:
    answers = find_answers(reports)[shared[0]["incident_id"]]
    topics = [question for question in dict.fromkeys(row["question"] for row in answers) if _differ(answers, question)]
    named = list(dict.fromkeys(TOPICS.get(topic) or f"how many were {topic.split()[0]}" for topic in topics))
    told = "One attack is" if len(shared) == 1 else "{number} attacks are"
    most = ": **{name}**" if len(shared) == 1 else ", most widely **{name}**"
    differ = "They give different answers on {topics}." if named else "Where they answer the same question, they agree."
    return prose(
        f"{told} reported by more than one of them{most}, in {{sources}}. {differ}",
        number=capital(number_in_words(len(shared))),
        name=shared[0]["name"],
        sources=count(shared[0]["sources"], "source"),
        topics=listed(named),
    )


def _differ(answers: Iterable[Cells], question: str) -> bool:
    said = {(row["source_id"], row["said"]) for row in answers if row["question"] == question and not row["part"]}
    return len({words for _, words in said}) > 1 and len({source for source, _ in said}) > 1


def key_findings(reports: Reports) -> Shown:
    """Show the key findings, each with the numbers of its evidence."""
    answers = find_answers(reports)
    found = [_incident(reports, row, answers[row["incident_id"]]) for row in find_shared(reports)[:TOLD]]
    found += [finding for finding in (_toll(reports), _troops(reports), _speakers(reports)) if finding]
    return findings(found)


def _incident(reports: Reports, incident: Cells, answers: list[Cells]) -> nodes.Nodes:
    """One attack: what its sources say of rounds, victims and doer, a line each."""
    told = sentence(
        "**{name}**, in {sources}.", name=capital(incident["name"]), sources=count(incident["sources"], "source")
    )
    asked = dict.fromkeys(row["question"] for row in answers if row["question"] not in ("date", "place"))
    questions = sorted(asked, key=lambda question: question == "doer")
    for question in questions:
        rows = [row for row in answers if row["question"] == question and not row["part"]]
        if rows:
            told += [
                {"t": "br"},
                *sentence("*{topic}*: {said}", topic=_topic(question), said=_by_answer(reports, rows)),
            ]
    return told


def _topic(question: str) -> str:
    """The head of a line: "Rounds", "Killed, US contractors"."""
    outcome, _, victims = question.partition(" ")
    return {"doer": "Said to have done it"}.get(question, capital(", ".join(filter(None, [outcome, victims]))))


def _by_answer(reports: Reports, rows: list[Cells]) -> nodes.Nodes:
    """The different answers, each with the sources that give it."""
    said: dict[str, list[Cells]] = {}
    for row in rows:
        said.setdefault(row["said"], []).append(row)
    parts: nodes.Nodes = []
    for words, same in said.items():
        who = listed(list(dict.fromkeys(reports.names[row["source_id"]] for row in same)))
        claims = reports.cite_claims((row["table"], row["claim_id"]) for row in same)
        parts += sentence(
            "; {words}, {who} {cite}" if parts else "{words}, {who} {cite}", words=words, who=who, cite=claims
        )
    return parts


def _toll(reports: Reports) -> nodes.Nodes | None:
    """The highest number of killed that a source gives for one group of victims of one attack."""
    attacks = {(row["source_id"], row["id"]): row for row in to_records(reports.attacks)}
    killed = [row for row in to_records(reports.casualties) if row["outcome"] == "killed" and row["attack"]]
    counted = [row for row in killed if not row["subset"] and (row["low"] or row["high"])]
    if not counted:
        return sentence("No source gives a number of people killed in an attack.")
    row = max(counted, key=lambda row: (row["low"] or row["high"], row["source_id"]))
    attack = attacks[row["source_id"], row["attack"]]
    return sentence(
        "**Highest toll** that a source gives for one group in one attack: {number} killed ({victims}; {attack}), "
        "{source} {cite}.",
        number=number_of(row),
        victims=name_victims(row["nationality"], row["role"], row["group"]),
        attack=_attack(attack),
        source=reports.names[row["source_id"]],
        cite=reports.cite_claims([("casualties", row["claim_id"])]),
    )


def _attack(row: Cells) -> str:
    return ", ".join(filter(None, [row["place"], say_days(row["date_from"], row["date_to"])]))


def _troops(reports: Reports) -> nodes.Nodes | None:
    """The force and place with most figures, in the order of time."""
    rows = to_records(reports.troops)
    often = Counter((row["force"], row["place"]) for row in rows).most_common()
    if not often:
        return None
    force, place = min(often, key=lambda pair: (-pair[1], str(pair[0])))[0]
    same = sorted(
        (row for row in rows if (row["force"], row["place"]) == (force, place)), key=lambda row: row["as_of"] or "9999"
    )
    parts: nodes.Nodes = []
    for row in same:
        values: dict[str, Value] = {
            "number": number_of(row),
            "time": f" ({say_time(row['as_of'])})" if row["as_of"] else "",
            "cite": reports.cite_claims([("troops", row["claim_id"])]),
        }
        parts += sentence("; {number}{time} {cite}" if parts else "{number}{time} {cite}", **values)
    where = f" in {say_country(place)}" if place else ""
    return sentence("**Troops**, {force}{where}: {said}.", force=say_country(force), where=where, said=parts)


def _speakers(reports: Reports) -> nodes.Nodes | None:
    """Who speaks most, and how many without a name."""
    statements = reports.statements
    if not len(statements):
        return sentence("No statement of an official source was found.")
    often = Counter(statements["affiliation"].dropna()).most_common()
    anonymous = statements[statements["anonymous"]]
    most = min(often, key=lambda pair: (-pair[1], pair[0])) if often else None
    return sentence(
        "**Who speaks**: {all} of official sources, {anonymous} of them without a name{cite}"
        + (". Most speak for one side: {body}, {most}." if most else "."),
        all=count(len(statements), "statement"),
        anonymous=number_in_words(len(anonymous)),
        cite=[nodes.text(" "), reports.cite("statements", anonymous)] if len(anonymous) else "",
        most=count(most[1], "statement") if most else "",
        body=say_country(most[0]) if most else "",
    )
