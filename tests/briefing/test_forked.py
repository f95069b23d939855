"""Jobs in forked children: two at a time, each alone, ended in time, their errors brought home."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from analysis.briefing import forked

pytestmark = pytest.mark.skipif(not forked.can_fork(), reason="jobs are not forked here")


def fail() -> int:
    raise ValueError("no such river")


def test_results_come_with_their_names() -> None:
    works = {str(number): partial(pow, number, 2) for number in range(5)}
    assert dict(forked.run_all(works)) == {str(number): number**2 for number in range(5)}


def test_no_job_sees_what_another_did() -> None:
    seen: list[int] = []

    def add() -> int:
        seen.append(os.getpid())
        return len(seen)

    assert [result for _, result in forked.run_all({"a": add, "b": add, "c": add})] == [1, 1, 1]
    assert seen == []


def test_two_jobs_run_at_a_time() -> None:
    started = time.monotonic()
    assert len(list(forked.run_all({str(number): partial(time.sleep, 0.4) for number in range(4)}))) == 4
    assert 0.7 < time.monotonic() - started < 1.5


def test_an_error_is_raised_here_and_the_other_jobs_are_ended() -> None:
    started = time.monotonic()
    with pytest.raises(ValueError, match="no such river"):
        list(forked.run_all({"slow": partial(time.sleep, 60), "bad": fail}))
    assert time.monotonic() - started < 10


def test_a_job_that_takes_too_long_is_ended_and_named() -> None:
    with pytest.raises(forked.JobError, match=r"1-attacks\.ipynb took longer"):
        list(forked.run_all({"1-attacks.ipynb": partial(time.sleep, 60)}, limit=0.3))


def test_a_job_that_dies_is_named() -> None:
    with pytest.raises(forked.JobError, match=r"2-casualties\.ipynb died \(exit status 9\)"):
        list(forked.run_all({"2-casualties.ipynb": partial(os._exit, 9)}))


def test_a_result_that_cannot_be_sent_is_an_error() -> None:
    with pytest.raises(forked.JobError, match="pickle"):
        list(forked.run_all({"odd": lambda: lambda: 1}))


def test_a_large_result_gets_through() -> None:
    (pair,) = forked.run_all({"large": lambda: "x" * 5_000_000})
    assert len(pair[1]) == 5_000_000


def test_where_nothing_can_be_forked_jobs_run_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "can_fork", lambda: False)
    assert dict(forked.run_all({"a": os.getpid})) == {"a": os.getpid()}


def test_a_job_is_done_beside_this_process() -> None:
    with forked.beside("coding", os.getpid) as result:
        assert result() != os.getpid()


def test_a_job_beside_that_nobody_waits_for_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(KeyError), forked.beside("slow", partial(time.sleep, 60)):
        raise KeyError
    assert time.monotonic() - started < 10


def test_an_error_beside_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no such river"), forked.beside("bad", fail) as result:
        result()
