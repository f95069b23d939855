"""Jobs that share two children: results as they end, work put off until the end, errors brought home."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from analysis.briefing import forked
from analysis.briefing.crew import Later, sharing

forks = pytest.mark.skipif(not forked.can_fork(), reason="jobs are not forked here")


def fail() -> int:
    raise ValueError("no such river")


def do(works: dict[str, Callable[[], Any]], **options: Any) -> dict[str, Any]:
    with sharing("the charts", works, **options) as (results, wait_for_rests):
        found = dict(results)
        wait_for_rests()
    return found


def test_results_come_with_their_names() -> None:
    assert do({str(number): partial(pow, number, 2) for number in range(9)}) == {str(n): n**2 for n in range(9)}


def test_no_jobs_are_no_results() -> None:
    assert do({}) == {}


@forks
def test_jobs_share_two_children() -> None:
    children = set(do({str(number): os.getpid for number in range(9)}).values())
    assert len(children) <= 2
    assert os.getpid() not in children


@forks
def test_a_free_child_takes_the_next_job() -> None:
    works: dict[str, Callable[[], Any]] = {"slow": lambda: (time.sleep(0.5), os.getpid())[1]}
    works |= {str(number): os.getpid for number in range(4)}
    found = do(works)
    assert found.pop("slow") not in found.values()


@pytest.mark.parametrize("can_fork", [True, False])
def test_work_put_off_is_done_when_no_job_is_left(
    tmp_path: Path, can_fork: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_fork:
        monkeypatch.setattr(forked, "can_fork", lambda: False)
    log = tmp_path / "log"

    def note(word: str) -> None:
        with log.open("a") as file:
            file.write(f"{word}\n")

    def job(name: str) -> Later:
        note(f"job {name}")
        return Later(name.upper(), partial(note, f"rest {name}"))

    assert do({name: partial(job, name) for name in "abc"}, workers=1) == {"a": "A", "b": "B", "c": "C"}
    assert log.read_text().split("\n")[:-1] == ["job a", "job b", "job c", "rest a", "rest b", "rest c"]


@forks
def test_results_do_not_wait_for_work_put_off() -> None:
    started = time.monotonic()
    with sharing("the charts", {"a": lambda: Later(1, partial(time.sleep, 60))}) as (results, _):
        assert dict(results) == {"a": 1}
    assert time.monotonic() - started < 10


def test_an_error_of_a_job_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no such river"):
        do({"slow": partial(pow, 2, 2), "bad": fail})


def test_an_error_of_work_put_off_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no such river"):
        do({"bad": lambda: Later(1, fail)})


@forks
def test_a_child_that_dies_is_named() -> None:
    with pytest.raises(forked.JobError, match=r"the charts died \(exit status 9\)"):
        do({"a": partial(os._exit, 9)})


@forks
def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(forked.JobError, match="the charts took longer"):
        do({"a": partial(time.sleep, 60)}, limit=0.3)
