"""What goes wrong: stations killed and stopped, links cut, clocks moved, the server crashed or gone."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tests.crash.stations import office, till
from tests.crash.stations.cluster import Cluster
from tests.crash.stations.place import Place
from tests.crash.stations.proxy import Proxy

_DAY: Final = 86_400.0
_MEAN_PEACE: Final = 0.6  # seconds between two misfortunes


@dataclass
class Crew:
    """The processes of the stations."""

    place: Place
    chance: random.Random
    pids: dict[int, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def start(self, number: int) -> None:
        """A life of a station."""
        seed = self.chance.getrandbits(40)
        pid = os.fork()
        if pid == 0:
            self._live(number, seed)
        self.pids[number] = pid

    def _live(self, number: int, seed: int) -> None:
        code = 1
        try:
            told = os.open(
                self.place.folder / f"{self.place.codes[number]}.err", os.O_WRONLY | os.O_CREAT | os.O_APPEND
            )
            os.dup2(told, 2)
            (till if number < self.place.tills else office).run(self.place, number, seed)
            code = 0
        except BaseException:  # noqa: BLE001 - written down already
            traceback.print_exc(file=sys.stderr)
        finally:
            sys.stderr.flush()
            os._exit(code)

    def kill(self, number: int) -> None:
        """Its power goes."""
        os.kill(self.pids[number], signal.SIGKILL)
        os.waitpid(self.pids.pop(number), 0)

    def look(self) -> None:
        """Whether a station ended by itself: it must not."""
        for number, pid in list(self.pids.items()):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                del self.pids[number]
                if status:
                    self.faults.append(f"{self.place.codes[number]} ended by itself with {status}")

    def wait(self, seconds: float) -> None:
        """Until all have ended; who has not is a fault, and killed."""
        end = time.monotonic() + seconds
        while self.pids and time.monotonic() < end:
            self.look()
            time.sleep(0.05)
        for number in list(self.pids):
            self.faults.append(f"{self.place.codes[number]} did not come to its end")
        self.end()

    def end(self) -> None:
        """Nobody is left."""
        for number in list(self.pids):
            self.kill(number)


class Nemesis:
    """One misfortune after the other."""

    def __init__(self, crew: Crew, cluster: Cluster, proxy: Proxy, chance: random.Random) -> None:
        self.crew, self.cluster, self.proxy, self.chance = crew, cluster, proxy, chance
        self.counts: Counter[str] = Counter()
        self._paused: dict[int, float] = {}

    def play(self, seconds: float) -> None:
        """For so long."""
        # each kind once, however short the play is; after that by chance
        kinds: list[tuple[Callable[[], None], float]] = [
            (self.kill_till, 5), (self.kill_office, 2), (self.cut, 4), (self.terminate, 2),
            (self.fail_over, 0.8), (self.delay, 2), (self.pause, 1.5), (self.crash, 1), (self.clock, 1.5),
            (self.gone, 2), (self.stick, 2), (self.lose_standby, 0.5),
        ]  # fmt: skip
        once = [kind for kind, _ in kinds]
        end = time.monotonic() + seconds
        while once or time.monotonic() < end:
            time.sleep(min(self.chance.expovariate(1 / _MEAN_PEACE), 2 * _MEAN_PEACE))
            self.go_on()
            if once:
                once.pop(0)()
                continue
            (kind,) = self.chance.choices([k for k, _ in kinds], [w for _, w in kinds])
            kind()
        for number in list(self._paused):
            self.resume(number)

    def go_on(self) -> None:
        """Who was paused long enough goes on; a lost standby is built anew."""
        self.crew.look()
        for number, until in list(self._paused.items()):
            if time.monotonic() > until:
                self.resume(number)
        if not self.cluster.is_synchronous:
            self.cluster.add_standby()

    def heal(self) -> None:
        """All is well again, for good."""
        for number in list(self._paused):
            self.resume(number)
        self.proxy.order("heal")

    # --- stations ---

    def kill_till(self) -> None:
        """kill -9, and started again at once."""
        self._kill(self.chance.randrange(self.crew.place.tills))

    def kill_office(self) -> None:
        """Likewise."""
        self._kill(self.chance.randrange(self.crew.place.tills, len(self.crew.place.codes)))

    def _kill(self, number: int) -> None:
        if number in self.crew.pids:
            self.resume(number)
            self.crew.kill(number)
            self.counts["stations killed"] += 1
            self.crew.start(number)

    def pause(self) -> None:
        """SIGSTOP for a while: a machine that sleeps, a swap that thrashes."""
        number = self.chance.randrange(len(self.crew.place.codes))
        if number in self.crew.pids and number not in self._paused:
            os.kill(self.crew.pids[number], signal.SIGSTOP)
            self._paused[number] = time.monotonic() + self.chance.uniform(0.5, 5)
            self.counts["stations paused"] += 1

    def resume(self, number: int) -> None:
        """It goes on."""
        if self._paused.pop(number, None) is not None and number in self.crew.pids:
            os.kill(self.crew.pids[number], signal.SIGCONT)

    def clock(self) -> None:
        """A station's clock is a day off, or right again."""
        number = self.chance.randrange(len(self.crew.place.codes))
        self.crew.place.board[number + 1] = self.chance.choice([-_DAY, 0.0, _DAY])
        self.counts["clocks moved"] += 1

    # --- links ---

    def _link(self, word: str, *values: object) -> None:
        self.proxy.order(word, self.chance.randrange(len(self.crew.place.codes)), *values)
        self.counts[f"links: {word}"] += 1

    def cut(self) -> None:
        """All connections of one station end."""
        self._link("cut")

    def delay(self) -> None:
        """Each piece is late, from now on."""
        self._link("delay", self.chance.choice([0, 0, 0.005, 0.02]))

    def stick(self) -> None:
        """Nothing arrives for a while, and nobody is told."""
        self._link("stick", self.chance.uniform(0.3, 3))

    def gone(self) -> None:
        """No network for a while."""
        self._link("gone", self.chance.uniform(0.5, 4))

    # --- server ---

    def terminate(self) -> None:
        """Some of the server's processes are ended."""
        found = self.cluster.ask(
            "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity "
            "WHERE datname = 'takings' ORDER BY random() LIMIT 3) AS chosen"
        )
        self.counts["backends terminated"] += len(found)

    def crash(self) -> None:
        """The server's power goes, and comes back."""
        self.cluster.crash()
        time.sleep(self.chance.uniform(0, 1))
        self.cluster.start_again()
        self.counts["server crashed"] += 1

    def fail_over(self) -> None:
        """The server is gone for good, the standby takes its place; the links lead there."""
        self.cluster.fail_over()
        self.proxy.order("target", self.cluster.socket)
        self.counts["server failed over"] += 1

    def lose_standby(self) -> None:
        """No commit ends until it is back."""
        self.cluster.lose_standby()
        time.sleep(self.chance.uniform(0, 1))
        self.cluster.return_standby()
        self.counts["standby lost"] += 1
