#!/usr/bin/env python3
"""Make the three tones of the till in resources/sounds: good, error, done.

good: one short 880 Hz tone of 70 ms. error: two low tones of 130 ms, 320 ms in all, so that it
cannot be taken for the good one. done: two rising notes. Same bytes on each run.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
EDGE_MS = 6  # fade in and out, or the loudspeaker clicks


def tone(hertz: float, milliseconds: int, level: float = 0.5) -> list[int]:
    count = RATE * milliseconds // 1000
    edge = RATE * EDGE_MS // 1000
    samples = []
    for i in range(count):
        fade = min(1.0, i / edge, (count - 1 - i) / edge)
        wave_form = math.sin(2 * math.pi * hertz * i / RATE) + 0.25 * math.sin(4 * math.pi * hertz * i / RATE)
        samples.append(round(32_767 * level * 0.8 * fade * wave_form))
    return samples


def silence(milliseconds: int) -> list[int]:
    return [0] * (RATE * milliseconds // 1000)


TONES = {
    "good": tone(880, 70),
    "error": tone(220, 130, 0.8) + silence(60) + tone(196, 130, 0.8),
    "done": tone(659.25, 80) + tone(987.77, 140),
}


def main() -> None:
    folder = Path(__file__).parent.parent / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, samples in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
        print(f"{name}.wav: {1000 * len(samples) // RATE} ms")


if __name__ == "__main__":
    main()
