"""What is at issue, and the key findings: sentences made from the tables, each with the numbers of its evidence.

A finding says what the sources say and who of them says it; it adds nothing up across sources and judges nobody.
Where nothing was found, that is the finding.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from analysis.briefing.comparing import find_findings, find_verdicts
from analysis.briefing.display import nodes
from analysis.briefing.display.prose import Value, findings, prose, sentence
from analysis.briefing.display.shown import Shown
from analysis.briefing.evidence import find_holder, number_of
from analysis.briefing.incidents import find_answers, find_shared
from analysis.briefing.rows import say_time
from analysis.briefing.wording import choose, count, name_some, number_in_words
from analysis.comparison.figures import name_victims
from analysis.tables.frames import to_records
from analysis.tables.wording import capital, listed, say_country, say_days, shortened, within

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports

#: attacks of several sources that the key findings tell of
TOLD = 3
#: letters of a contradiction in the key findings
SAYS = 220
#: answers to one question that a finding tells
ANSWERS = 6
#: how the questions of the comparison read in a sentence
TOPICS = {
    "date": "the day",
    "place": "the place",
    "doer": "who did it",
    "claim": "who claims it",
    "rounds": "how many rounds",
}
#: the verdicts that a key finding tells of
VERDICTS = {
    "They agree on": "agree",
    "They cannot all be right on": "contradict",
    "Later reports give more on": "revised",
    "It hangs on a vague word whether they can all be right on": "doubtful",
    "They differ, and can all be right, on": "compatible",
    "Only one voice speaks of": "single",
}

Cells = dict[str, Any]


def at_issue(reports: Reports) -> Shown:
    """Say in a paragraph what the reports are about and where they differ."""
    shared = find_shared(reports)
    if not len(reports.coded):
        return prose("No report was coded, so nothing is known here of what they tell.")
    if not len(reports.attacks):
        return prose("{told} no attack.", told=_reports(reports))
    if not shared:
        lone = "No attack is found in more than one report, so no figure here can be set against another."
        return Shown(_opening(reports).blocks + prose(lone).blocks)
    return Shown(_opening(reports).blocks + _differences(reports, shared).blocks)


def _reports(reports: Reports) -> str:
    number = len(reports.coded)
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
        told=nodes.reference("table-attacks", [nodes.text(listed([words for words in told if words]))], quiet=True),
        incidents=count(incidents, "incident"),
        reports=_reports(reports),
    )


def _differences(reports: Reports, shared: list[Cells]) -> Shown:
    verdicts = find_verdicts(reports)[shared[0]["incident_id"]]
    topics = [say_topic(row["question"]) for row in verdicts if row["verdict"] == "contradict"]
    told = "One attack is" if len(shared) == 1 else "{number} attacks are"
    most = ": **{name}**" if len(shared) == 1 else ", most widely **{name}**"
    besides = [rows for rows in find_findings(reports, "material") if _is_between(rows, shared[0])]
    if topics:
        differ = "They cannot all be right on {topics}."
    elif besides:
        differ = "All of their answers can be true, but not all that they say besides goes together: {besides}."
    else:
        differ = "All of their answers can be true."
    return prose(
        f"{told} reported by more than one of them{most}, in {{sources}} with {{voices}}. {differ}",
        number=capital(number_in_words(len(shared))),
        name=shared[0]["name"],
        sources=_link(shared[0], count(shared[0]["sources"], "source")),
        voices=count(shared[0]["voices"], "independent voice"),
        topics=listed(topics),
        besides=nodes.to_rows(
            "table-contradictions",
            [rows[0]["finding_id"] for rows in besides],
            [nodes.text(count(len(besides), "finding"))],
        ),
    )


def _is_between(rows: list[Cells], incident: Cells) -> bool:
    """Tell a finding between sources, on one incident, that leaves little doubt."""
    first = rows[0]
    likely = first["scope"] != "within" and first["certainty"] in {"sure", "likely"}
    return likely and first["incident_id"] == incident["incident_id"]


def key_findings(reports: Reports) -> Shown:
    """Show the key findings, each with the numbers of its evidence."""
    if not len(reports.coded):
        return findings([sentence("No report was coded.")])
    found = [_incident(reports, row) for row in find_shared(reports)[:TOLD]]
    made = (_contradictions(reports), _toll(reports), _troops(reports), _speakers(reports))
    return findings(found + [finding for finding in made if finding])


def _incident(reports: Reports, incident: Cells) -> nodes.Nodes:
    """One attack: how many tell of it, what they agree on, what can all be true, what cannot."""
    answers, verdicts = find_answers(reports)[incident["incident_id"]], find_verdicts(reports)[incident["incident_id"]]
    told = sentence(
        "**{name}**: {sources}, {voices}.",
        name=capital(incident["name"]),
        sources=_link(incident, count(incident["sources"], "source")),
        voices=count(incident["voices"], "independent voice"),
    )
    for words, verdict in VERDICTS.items():
        asked = {answer["question"] for answer in answers if not answer["part"]}
        rows = [row for row in verdicts if row["verdict"] == verdict and row["question"] in asked]
        said = [_question(reports, row, answers, whole=verdict != "agree") for row in rows]
        if said:
            told += [{"t": "br"}, *sentence("*{words}* {said}.", words=words, said=_joined(said))]
    return told


def _link(incident: Cells, words: str) -> nodes.Node:
    """Make words a link to the answers of an incident's sources."""
    return nodes.reference(f"table-incident-{incident['incident_id']}", [nodes.text(words)], quiet=True)


def _joined(parts: list[nodes.Nodes]) -> nodes.Nodes:
    return [node for number, part in enumerate(parts) for node in ([nodes.text("; ")] if number else []) + part]


def _question(reports: Reports, row: Cells, answers: list[Cells], *, whole: bool) -> nodes.Nodes:
    """The answers to one question: where all agree the one, else each with the sources that give it."""
    given = [answer for answer in answers if answer["question"] == row["question"] and not answer["part"]]
    if whole:
        return sentence("{topic}: {said}", topic=say_topic(row["question"]), said=_by_answer(reports, given))
    claims = reports.cite_claims((answer["table"], answer["claim_id"]) for answer in given)
    said = row["meeting"] or given[0]["said"]
    grounds = [answer["text"] for answer in given if answer["text"]] if row["question"] == "doer" else []
    if row["meeting"] and grounds:  # who is only accused has not done it
        said += f" ({listed(list(dict.fromkeys(grounds)))})"
    return sentence("{topic}: {said} {cite}", topic=say_topic(row["question"]), said=said, cite=claims)


def say_topic(question: str) -> str:
    """Word a question: "the day", "how many rounds", "how many US contractors were killed"."""
    outcome, _, victims = question.partition(" ")
    return TOPICS.get(question) or f"how many {victims or 'people'} were {outcome}"


def _contradictions(reports: Reports) -> nodes.Nodes | None:
    """How much does not go together, and what surely does not."""
    found = find_findings(reports, "material")
    if not found and reports.selection.whole and len(reports.coded) > 1 and not find_shared(reports):
        return sentence(
            "**Contradictions**: no attack was found in more than one report, so reports could not be set against each "
            "other; none was found within one."
        )
    if not found:
        return sentence(
            "**Contradictions**: none was found on days, places, figures or doers{here}.", here=_here(reports)
        )
    sure = [rows for rows in found if rows[0]["certainty"] == "sure"]
    beyond = ", {sure} of them beyond doubt" if len(found) > 1 else ", beyond doubt" if sure else ""
    told = sentence(
        "**What does not go together**: {all}" + beyond + ".",
        all=nodes.to_rows(
            "table-contradictions",
            [rows[0]["finding_id"] for rows in found],
            [nodes.text(count(len(found), "finding"))],
        ),
        sure=number_in_words(len(sure)),
    )
    for rows in sure[:TOLD]:
        claims = [claim for row in rows for claim in find_holder(reports, row)]
        told += [{"t": "br"}, nodes.text("– " + shortened(rows[0]["says"], SAYS) + " "), reports.cite_claims(claims)]
    return told


def _here(reports: Reports) -> str:
    """Say that an absence holds of the rows that were asked for, where not all were."""
    return "" if reports.selection.whole else " in what was asked for"


def _by_answer(reports: Reports, rows: list[Cells]) -> nodes.Nodes:
    """The different answers, each with the sources that give it."""
    said: dict[str, list[Cells]] = {}
    for row in rows:
        said.setdefault(row["said"], []).append(row)
    parts: nodes.Nodes = []
    for words, same in list(said.items())[:ANSWERS]:
        who = name_some([reports.names[row["source_id"]] for row in same])
        claims = reports.cite_claims((row["table"], row["claim_id"]) for row in same)
        parts += sentence(
            "; {words}, {who} {cite}" if parts else "{words}, {who} {cite}", words=words, who=who, cite=claims
        )
    more = len(said) - ANSWERS
    return [*parts, nodes.text(f"; and {count(more, 'other answer')}")] if more > 0 else parts


def _toll(reports: Reports) -> nodes.Nodes | None:
    """The highest number of killed that a source gives for one group of victims of one attack."""
    attacks = {(row["source_id"], row["id"]): row for row in to_records(reports.attacks)}
    killed = [row for row in to_records(reports.casualties) if row["outcome"] == "killed" and row["attack"]]
    counted = [row for row in killed if not row["subset"] and (row["low"] or row["high"])]
    if not counted:
        return sentence("No source gives a number of people killed in an attack{here}.", here=_here(reports))
    row = max(counted, key=lambda row: (row["low"] or row["high"], row["source_id"]))
    attack, source = attacks[row["source_id"], row["attack"]], reports.names[row["source_id"]]
    return sentence(
        "**Highest toll** that a source gives for one group in one attack: {number} killed ({victims}; {attack}), "
        "{source} {cite}.",
        number=number_of(row),
        victims=name_victims(row["nationality"], row["role"], row["group"]),
        attack=_attack(attack),
        source=f"according to {within(row['attributed_to'])} in {source}" if row["attributed_to"] else source,
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
    for row in same[:ANSWERS]:
        values: dict[str, Value] = {
            "number": number_of(row),
            "time": f" ({say_time(row['as_of'])})" if row["as_of"] else "",
            "cite": reports.cite_claims([("troops", row["claim_id"])]),
        }
        parts += sentence("; {number}{time} {cite}" if parts else "{number}{time} {cite}", **values)
    if len(same) > ANSWERS:
        kept = reports.troops[reports.troops["claim_id"].isin([row["claim_id"] for row in same])]
        parts += [nodes.text("; "), reports.link("troops", kept, f"{len(same):,} figures in all")]
    where = f" in {say_country(place)}" if place else ""
    return sentence("**Troops**, {force}{where}: {said}.", force=say_country(force), where=where, said=parts)


def _speakers(reports: Reports) -> nodes.Nodes | None:
    """Who speaks most, and how many without a name."""
    statements = reports.statements
    if not len(statements):
        return sentence("No statement of an official source was found{here}.", here=_here(reports))
    often = Counter(statements["affiliation"].dropna()).most_common()
    anonymous = statements[statements["anonymous"]]
    most = min(often, key=lambda pair: (-pair[1], pair[0])) if often else None
    return sentence(
        "**Who speaks**: {all} of official sources, {anonymous} of them without a name"
        + (". Heard most often: {body}, {most}." if most else "."),
        all=reports.count("statements", statements, "statement"),
        anonymous=reports.link("statements", anonymous, number_in_words(len(anonymous))),
        most=reports.count("statements", statements[statements["affiliation"] == most[0]], "statement") if most else "",
        body=say_country(most[0]) if most else "",
    )
