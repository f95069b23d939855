"""Work in forked children of this process: what is imported and read here costs them nothing.

A child that raises gives its error to the parent, one that dies or outlives its time limit is ended and named. No
thread is started, and no pool: each job has a process of its own, so that none sees what another left behind. Where
the system cannot fork safely (anything but Linux) jobs run here, one after the other, without a time limit.
"""

from __future__ import annotations

import math
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Generic, TypeVar

from analysis.briefing.errors import BriefingError

Result = TypeVar("Result")

#: seconds until a job is given up
LIMIT = 300.0


class JobError(BriefingError):
    """A job that died or took too long; the message is one line and names it."""


@dataclass(frozen=True, slots=True)
class Job(Generic[Result]):
    """A job under way."""

    name: str
    process: ForkProcess
    results: Connection
    deadline: float


def can_fork() -> bool:
    """Tell whether jobs run in forked children here."""
    return sys.platform == "linux"


def start(name: str, work: Callable[[], Result], limit: float | None = LIMIT) -> Job[Result]:
    """Start a job in a forked child, with a time limit in seconds or none. The result must be picklable."""
    return start_parts(name, lambda: iter([work()]), limit)


def start_parts(name: str, work: Callable[[], Iterator[Result]], limit: float | None = LIMIT) -> Job[Result]:
    """Start a job whose result comes in parts, each of them sent when it is there."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, sender), name=name, daemon=True)
    process.start()
    sender.close()
    return Job(name, process, receiver, math.inf if limit is None else time.monotonic() + limit)


def _work(work: Callable[[], Iterator[Any]], sender: Connection) -> None:
    try:
        for part in work():
            _send(sender, done=True, answer=part)
    except Exception as error:
        _send(sender, done=False, answer=error)
    sender.close()


def _send(sender: Connection, *, done: bool, answer: Any) -> None:
    try:
        sender.send((done, answer))
    except Exception as error:  # a result or an error that cannot be pickled
        sender.send((False, JobError(f"{type(error).__name__}: {error}")))


def finish(job: Job[Result]) -> Result:
    """Wait for a job's result and end it. Raises what the job raised, or JobError when it died or took too long."""
    try:
        return receive(job)
    finally:
        stop(job)


def receive(job: Job[Result]) -> Result:
    """Wait for a job's result, or the next part of it. Raises as `finish` does."""
    try:
        if not job.results.poll(left(job.deadline)):
            raise JobError(f"{job.name} took longer than its time limit and was ended")
        done, answer = job.results.recv()
    except EOFError:
        job.process.join()
        raise JobError(f"{job.name} died (exit status {job.process.exitcode})") from None
    if not done:
        raise answer
    return answer  # type: ignore[no-any-return]


def stop(job: Job[Any]) -> None:
    """End a job, whatever it is doing, and let go of what it holds."""
    job.results.close()
    job.process.join(timeout=0.2)
    if job.process.is_alive():
        job.process.kill()
        job.process.join()
    job.process.close()


def left(deadline: float) -> float | None:
    """Give the seconds until a deadline; None where there is none."""
    return None if deadline == math.inf else max(0.0, deadline - time.monotonic())


@contextmanager
def beside(name: str, work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Do a job in a forked child while the body runs; yield what waits for its result.

    Where nothing can be forked the job is done when its result is asked for.
    """
    if not can_fork():
        yield work
        return
    job = start(name, work, limit=None)
    asked: list[str] = []

    def wait_for() -> Result:
        asked.append(name)
        return finish(job)

    try:
        yield wait_for
    finally:
        if not asked:
            stop(job)


def run_all(
    works: Mapping[str, Callable[[], Result]], *, workers: int = 2, limit: float = LIMIT
) -> Iterator[tuple[str, Result]]:
    """Run jobs, `workers` at a time and in their order; yield (name, result) as they end.

    Raises what the first failing job raised; the others are then ended.
    """
    if not can_fork():
        yield from ((name, work()) for name, work in works.items())
        return
    waiting = list(works.items())
    running: list[Job[Result]] = []
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                running.append(start(*waiting.pop(0), limit))
            ready = wait([job.results for job in running], left(min(job.deadline for job in running)))
            ended = next((job for job in running if job.results in ready), min(running, key=lambda job: job.deadline))
            running.remove(ended)
            yield ended.name, finish(ended)
    finally:
        for job in running:
            stop(job)
