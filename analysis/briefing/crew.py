"""Many small jobs in a few forked children that share them: each child takes the next job when it is free.

For jobs that leave nothing behind, since one sees what those before it did in the same child. A job may put off work
that nothing waits for (`Later`): that is done when no job is left, at a lower priority than whatever else goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from typing import Any

from analysis.briefing import forked

#: how much is taken off the priority of work that was put off
PATIENCE = 10

Part = tuple[str | None, Any]


@dataclass(frozen=True, slots=True)
class Later:
    """What a job gives now, and what of it is left to do."""

    result: Any
    rest: Callable[[], object]


@contextmanager
def sharing(
    name: str, works: Mapping[str, Callable[[], Any]], *, workers: int = 2, limit: float = forked.LIMIT
) -> Iterator[tuple[Iterator[tuple[str, Any]], Callable[[], None]]]:
    """Do up to 256 jobs; yield their results with their names as they end, and what waits for the work put off.

    Both raise what a job raised, or JobError with this `name` where a child died or took longer than `limit` seconds.
    Whatever is not done when the body ends is ended.
    """
    if not forked.can_fork():
        rests: list[Callable[[], object]] = []
        yield _do_here(works, rests), partial(_do_rests, rests)
        return
    queue, entrance = os.pipe()
    os.write(entrance, bytes(range(len(works))))
    os.close(entrance)
    jobs = [forked.start_parts(name, partial(_take, works, queue), limit) for _ in range(min(workers, len(works)))]
    os.close(queue)
    busy = list(jobs)
    try:
        yield _gather(busy, len(works)), partial(_wait_for_rests, busy)
    finally:
        for job in jobs:
            forked.stop(job)


def _take(works: Mapping[str, Callable[[], Any]], queue: int) -> Iterator[Part]:
    """Do jobs while there are any, then what they put off; the end is a part without a name."""
    names = list(works)
    rests: list[Callable[[], object]] = []
    while number := os.read(queue, 1):
        name = names[number[0]]
        result = works[name]()
        if isinstance(result, Later):
            rests.append(result.rest)
            result = result.result
        yield name, result
    os.nice(PATIENCE)
    _do_rests(rests)
    yield None, None


def _do_rests(rests: list[Callable[[], object]]) -> None:
    for rest in rests:
        rest()


def _gather(busy: list[forked.Job[Part]], count: int) -> Iterator[tuple[str, Any]]:
    """Give the results of so many jobs; children that have ended are struck from the list."""
    while count:
        ready = wait([job.results for job in busy], forked.left(min(job.deadline for job in busy)))
        job = next((job for job in busy if job.results in ready), busy[0])
        name, result = forked.receive(job)
        if name is None:
            busy.remove(job)
            continue
        count -= 1
        yield name, result


def _wait_for_rests(busy: list[forked.Job[Part]]) -> None:
    while busy:
        forked.receive(busy.pop())


def _do_here(works: Mapping[str, Callable[[], Any]], rests: list[Callable[[], object]]) -> Iterator[tuple[str, Any]]:
    for name, work in works.items():
        result = work()
        if isinstance(result, Later):
            rests.append(result.rest)
            result = result.result
        yield name, result
