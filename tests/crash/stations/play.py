"""A day of the shop with everything that breaks; prints what came of it, as JSON.

python -m tests.crash.stations.play FOLDER TEMPLATE SECONDS SEED [THINK_SECONDS]
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from tests.crash.stations.books import faults_of_books
from tests.crash.stations.checks import Evidence, faults_of_promises
from tests.crash.stations.cluster import Cluster, cluster
from tests.crash.stations.history import read
from tests.crash.stations.nemesis import Crew, Nemesis
from tests.crash.stations.opening import factory_of, make_place
from tests.crash.stations.place import Place
from tests.crash.stations.proxy import Proxy
from tests.crash.stations.worker import LONGEST

TILLS: Final = 8
OFFICES: Final = 3
SHOWN: Final = 20


def driver_url(servers: Cluster) -> str:
    """The shop's database, past every proxy, for the program's own engine."""
    return servers.url("takings").replace("postgresql://", "postgresql+psycopg://")


def play(folder: Path, template: Path, seconds: float, seed: int, **more: Any) -> dict[str, Any]:
    """The whole day on two servers; what was seen, and every fault."""
    chance = random.Random(seed)  # noqa: S311 - a test's choice
    with cluster(folder) as servers:
        servers.ask("CREATE DATABASE takings")
        servers.add_standby()
        proxy = Proxy(TILLS + OFFICES, servers.socket)
        place = make_place(folder, driver_url(servers), template, proxy.ports, tills=TILLS, **more)
        crew = Crew(place, chance)
        try:
            nemesis = Nemesis(crew, servers, proxy, chance)
            begun = time.monotonic()
            for number in range(len(place.codes)):
                crew.start(number)
            nemesis.play(seconds)
            nemesis.heal()
            healed = time.monotonic()
            place.board[0] = 1
            crew.wait(max(LONGEST, seconds / 2))  # after a long day more is unsent
            told = {
                "seed": seed, "played_seconds": round(healed - begun, 1),
                "settled_seconds": round(time.monotonic() - healed, 1), "nemesis": dict(nemesis.counts),
            }  # fmt: skip
            return told | verdict(place, driver_url(servers), crew.faults)
        finally:
            crew.end()
            proxy.close()


def verdict(place: Place, url: str, faults: list[str]) -> dict[str, Any]:
    """What the stations were told, and whether it is so."""
    histories = {n: read(place.history(n)) for n in range(len(place.codes))}
    server = factory_of(url)
    tills = [factory_of(f"sqlite:///{place.file(n)}") for n in range(place.tills)]
    evidence = Evidence(place, histories, server, tills)
    found = [*faults, *(f for h in histories.values() for f in h.faults)]
    found += faults_of_promises(evidence)
    found += faults_of_books(evidence)
    for factory in (server, *tills):
        factory.dispose()
    done: Counter[str] = Counter()
    for one in (t for h in histories.values() for t in h.tries.values()):
        done[f"{one.kind} {one.answer or 'UNKNOWN'}"] += 1
    counted = sum((h.counts for h in histories.values()), Counter[str]())
    return {
        "tries": sum(done.values()), "done": dict(sorted(done.items())),
        "counted": dict(sorted(counted.items())), "fault_count": len(found), "faults": found[:SHOWN],
    }  # fmt: skip


if __name__ == "__main__":
    think = {"think_seconds": float(sys.argv[5])} if len(sys.argv) > 5 else {}
    came = play(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), **think)
    sys.stdout.write(json.dumps(came, indent=1) + "\n")
