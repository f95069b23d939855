"""100,000 attack rows to incidents: time on one core and memory, and that both grow with the rows. By `make bench`."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from analysis.comparison import compare_attacks
from analysis.tables import Tables
from analysis.tables.frames import to_frame

#: seconds of one core, and gigabytes
LIMIT, MEMORY = 60.0, 2.0
PLACES = [
    ("Mosul", "IQ"), ("Kirkuk", "IQ"), ("Baghdad", "IQ"), ("Balad air base", "IQ"), ("Idlib", "SY"), ("Aleppo", "SY"),
    ("Homs", "SY"), ("Kobani", "SY"), ("Sanaa", "YE"), ("Kharkiv", "UA"), ("Kherson", "UA"), ("Donetsk", "UA"),
    ("Rafah", "PS"), ("Kabul", "AF"), ("Mogadishu", "SO"), ("Beirut", "LB"),
]  # fmt: skip

pytestmark = pytest.mark.skipif("not config.getoption('--benchmark-only')", reason="a benchmark: make bench")


def invent(count: int, seed: int = 7) -> Tables:
    """Invent reports of five attacks each over two years: a quarter without a place, a fifth without a day."""
    rng = random.Random(seed)
    words = [f"word{number}" for number in range(3000)]
    reports = count // 5
    days = [date(2021, 1, 1) + timedelta(days=at * 700 // reports) for at in range(reports)]
    sources = [
        {"source_id": f"s{at}", "file": f"s{at}.txt", "encoding": "utf-8", "characters": 1, "published": day}
        for at, day in enumerate(days)
    ]
    attacks: list[dict[str, Any]] = []
    victims: list[dict[str, Any]] = []
    for at in range(count):
        place, country = rng.choice(PLACES)
        day = days[at // 5] - timedelta(days=rng.randrange(3)) if rng.random() < 0.8 else None
        proof = {"evidence": " ".join(rng.choices(words, k=20)), "start": at % 5, "end": at % 5 + 1}
        keys = {"source_id": f"s{at // 5}", "rule": "invented", "review": "auto", **proof}
        one = {"count_low": 1, "count_high": 1, "count_qualifier": "exact", "count_text": "a"}
        attacks.append(
            {
                **keys, **one, "claim_id": f"c{at}", "id": f"a{at % 5 + 1}", "scope": "single", "date_from": day,
                "date_to": day, "place": place if rng.random() < 0.75 else None, "country": country,
                "type": rng.choice(["rocket", "drone", "air_strike", "other"]),
                "attacker": rng.choice([None, "Israel", "Turkey", "Russia"]),
            }
        )  # fmt: skip
        number = rng.randrange(1, 9)
        bounds = {"low": number, "high": number, "qualifier": "exact", "text": str(number)}
        who = {"outcome": "killed", "role": "civilian", "subset": False, "attack": f"a{at % 5 + 1}"}
        victims.append({**keys, **bounds, **who, "claim_id": f"f{at}"})
    frames = {"sources": sources, "attacks": attacks, "casualties": victims, "troops": [], "statements": []}
    return Tables(**{name: to_frame(name, rows) for name, rows in frames.items()})


def link(tables: Tables) -> float:
    start = time.process_time()
    compare_attacks(tables)
    return time.process_time() - start


def test_a_hundred_thousand_attacks_link_in_a_minute(benchmark: Callable[..., float]) -> None:
    tables = invent(100_000)
    seconds = benchmark.pedantic(link, (tables,), rounds=1)  # type: ignore[attr-defined]
    assert seconds < LIMIT
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20 < MEMORY


def test_time_grows_with_the_rows(benchmark: Callable[..., float]) -> None:
    small, large = link(invent(5_000)), benchmark.pedantic(link, (invent(20_000),), rounds=1)  # type: ignore[attr-defined]
    assert large < 8 * small
