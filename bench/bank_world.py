"""A generated ledger and bank statement of known truth, with noise of every class (money-in.md 6)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from app.banking.matching.model import Claim, Facts, Payer, Share

_FIRST: Final = (
    "Alster", "Bergmann", "Cordes", "Dahlke", "Eichhorn", "Fischer", "Gruber", "Hansen", "Iwanow", "Jansen",
    "Köhler", "Lindner", "Müller", "Neumann", "Oltmanns", "Petersen", "Quandt", "Richter", "Schäfer",
    "Thomsen", "Ullrich", "Vogel", "Weber", "Xaver", "Yilmaz", "Zimmer", "Bäcker", "Krüger", "Lorenz",
    "Martens",
)  # fmt: skip
_TRADE: Final = (
    "Maschinenbau", "Feinkost", "Elektrotechnik", "Bürobedarf", "Logistik", "Gastronomie", "Textil",
    "Metallbau", "Werbung", "Gartenbau", "Optik", "Medizintechnik", "Papier", "Getränke", "Spedition",
    "Keramik", "Möbel", "Druck", "Software", "Sanitär",
)  # fmt: skip
_FORM: Final = ("GmbH", "KG", "AG", "OHG", "e.K.", "GmbH & Co. KG", "Ltd")
_COMMON: Final = (11900, 5950, 23800, 59500, 9900, 19900, 49900, 99900)  # what many are billed
_OTHERS: Final = (
    "Finanzamt Mitte",
    "Stadtwerke",
    "Allgemeine Versicherung",
    "Vermieter Nord",
    "Zinsgutschrift",
)
START: Final = date(2026, 1, 5)
DAYS: Final = 150
# class -> how many of a thousand lines
CLASSES: Final = {
    "plain": 330, "lead_words": 90, "broken": 70, "no_prefix": 60, "zero_for_o": 25, "rf": 45, "list": 70,
    "range": 15, "discount": 60, "bank_fee": 12, "foreign_fee": 8, "cents": 10, "iban_only": 60,
    "name_only": 20, "balance": 15, "less_credit": 20, "part": 15, "over": 5, "twice": 5, "third_party": 12,
    "wrong_number": 8, "cut_name": 20, "order_number": 10, "several_lines": 5, "stranger": 20, "nothing": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """What a line pays; nothing for a line that is no customer's."""

    party_id: int
    shares: frozenset[Share]
    credits: frozenset[Share] = frozenset()
    fee_minor: int = 0
    difference_minor: int = 0
    rest_minor: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its truth and what kind of noise it bears."""

    facts: Facts
    kind: str
    truth: Truth | None


@dataclass(slots=True)
class World:
    """Customers, claims as they are before the first line, and lines by day."""

    payers: list[Payer]
    claims: list[Claim]
    ibans: dict[int, str]
    lines: list[Line] = field(default_factory=list)


def make_world(lines: int, seed: int = 11) -> World:
    """So many lines; the same for the same seed."""
    return _Maker(lines, random.Random(seed)).make()  # noqa: S311 - no secret


class _Maker:
    def __init__(self, lines: int, chance: random.Random) -> None:
        self._count, self._chance = lines, chance
        self._next_number = 0
        self._next_id = 1_000_000
        parties = max(40, lines // 8)
        self._world = World([], [], {})
        self._open: dict[int, list[Claim]] = {}
        self._paid: list[Claim] = []
        self._discounts: dict[int, int] = {}
        for party in range(1, parties + 1):
            self._customer(party)

    def _customer(self, party: int) -> None:
        chance = self._chance
        name = f"{chance.choice(_FIRST)} {chance.choice(_TRADE)} {chance.choice(_FORM)}"
        if any(p.name == name for p in self._world.payers):
            name = f"{chance.choice(_FIRST)} & {name}"
        self._world.payers.append(Payer(party, name, f"K{10_000 + party}"))
        body = f"{chance.randrange(10**18):018d}"
        check = 98 - int(f"{body}131400") % 97
        self._world.ibans[party] = f"DE{check:02d}{body}"
        self._discounts[party] = 200 if chance.random() < 0.3 else 0
        self._open[party] = []

    def make(self) -> World:
        kinds = self._chance.choices(list(CLASSES), weights=list(CLASSES.values()), k=self._count)
        days = sorted(self._chance.randrange(20, DAYS) for _ in range(self._count))
        for kind, day in zip(kinds, days, strict=True):
            self._world.lines += self._line(kind, START + timedelta(days=day))
        self._world.lines = self._world.lines[: self._count]
        return self._world

    # --- the ledger ---

    def _amount(self) -> int:
        if self._chance.random() < 0.15:
            return self._chance.choice(_COMMON)
        return max(500, int(self._chance.lognormvariate(10.3, 1.0)))

    def _invoice(self, party: int, on: date, *, credit: bool = False) -> Claim:
        self._next_number += 1
        self._next_id += 1
        age = self._chance.randrange(8, 45)
        issued = on - timedelta(days=age)
        amount = self._amount()
        series = "CN" if credit else "INV"
        rate = 0 if credit else self._discounts[party]
        made = Claim(
            self._next_id, party, f"{series}-2026-{self._next_number:06d}", issued,
            issued + timedelta(days=30), -amount // 4 if credit else amount, amount * rate // 10_000,
            issued + timedelta(days=14) if rate else None,
            other_numbers=() if credit else (f"O-2026-{self._next_number + 70_000:06d}",),
        )  # fmt: skip
        self._world.claims.append(made)
        self._open[party].append(made)
        return made

    def _owing(self, on: date, count: int = 1) -> tuple[int, list[Claim]]:
        """A customer with at least so many open invoices, of which some are chosen."""
        party = self._chance.randrange(1, len(self._world.payers) + 1)
        owed = [c for c in self._open[party] if c.open_minor > 0]
        extra = self._chance.choice((0, 0, 1, 2))
        while len(owed) < count + extra:
            owed.append(self._invoice(party, on))
        chosen = self._chance.sample(owed, count)
        return party, sorted(chosen, key=lambda c: c.number)

    def _settle(self, party: int, claims: list[Claim]) -> None:
        gone = {c.item_id for c in claims}
        self._open[party] = [c for c in self._open[party] if c.item_id not in gone]
        self._paid += [c for c in claims if c.open_minor > 0]

    # --- the lines ---

    def _facts(self, party: int, amount: int, on: date, text: str, **more: object) -> Facts:
        name = self._written(self._world.payers[party - 1].name)
        made = Facts(amount, on, text, name, self._world.ibans[party])
        return replace(made, **more)  # type: ignore[arg-type]

    def _written(self, name: str) -> str:
        """As banks write it: capitals, umlauts as two letters, cut at 27 characters."""
        style = self._chance.randrange(4)
        if style == 0:
            name = name.upper()
        elif style == 1:
            name = name.upper().translate(str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE"}))
        return name[:27] if style == 2 else name

    def _line(self, kind: str, on: date) -> list[Line]:
        makers: dict[str, Callable[[date], list[Line]]] = {
            "list": self._several, "range": self._range, "discount": self._discount, "part": self._part,
            "balance": self._balance, "less_credit": self._less_credit, "twice": self._twice,
            "several_lines": self._in_parts, "stranger": self._stranger,
        }  # fmt: skip
        if kind in makers:
            return makers[kind](on)
        return self._single(kind, on)

    def _single(self, kind: str, on: date) -> list[Line]:
        """One invoice; what differs is the words, the payer, or a little of the amount."""
        party, claims = self._owing(on)
        claim = claims[0]
        fee, difference, rest = self._little(kind, claim)
        amount = claim.open_minor - fee - difference + rest
        text, more = self._words(kind, party, claim.number)
        if kind == "bank_fee":
            more["charges_minor"] = fee
        truth = Truth(
            party, frozenset({Share(claim.item_id, claim.open_minor)}), frozenset(), fee, difference, rest
        )
        self._settle(party, [claim])
        return [Line(self._facts(party, amount, on, text, **more), kind, truth)]

    def _little(self, kind: str, claim: Claim) -> tuple[int, int, int]:
        chance = self._chance
        if kind in ("bank_fee", "foreign_fee"):
            return chance.choice((450, 800, 1000)) if claim.open_minor > 2000 else 100, 0, 0
        if kind == "cents":
            return 0, chance.choice((-3, -1, 1, 2, 5)), 0
        return 0, 0, chance.choice((500, 1000, 5000)) if kind == "over" else 0

    def _words(self, kind: str, party: int, number: str) -> tuple[str, dict[str, object]]:
        sequence = number.rpartition("-")[2]
        nameless = f"Rechnung {self._chance.randrange(1, 30)}.{self._chance.randrange(1, 13)}."
        texts: dict[str, str] = {
            "lead_words": f"Rechnung Nr. {number} vom 3.2. Kd. {self._world.payers[party - 1].number}",
            "broken": f"ZAHLUNG RE {number[:9]} {number[9:12]} {number[12:]} DANKE",
            "no_prefix": self._chance.choice(
                (f"RE 2026-{int(sequence)}", f"Rechnung {sequence}", f"2026/{sequence}")
            ),
            "zero_for_o": number.replace("0", "O", 3).replace("I", "1"),
            "iban_only": nameless, "name_only": nameless, "nothing": "Zahlung",
            "wrong_number": f"{number[:-1]}{(int(number[-1]) + 1) % 10}",
            "order_number": f"Order O-2026-{int(sequence) + 70_000:06d}",
        }  # fmt: skip
        more: dict[str, object] = {}
        if kind == "rf":
            from app.banking.matching.words import rf_reference

            return "", {"reference": rf_reference(number)}
        if kind == "name_only":
            more["iban"] = ""
        if kind == "nothing":
            more.update(iban=self._strange_iban(), name="")
        if kind == "third_party":
            more.update(iban=self._strange_iban(), name=f"{self._chance.choice(('Anna', 'Jonas'))} Privat")
        if kind == "cut_name":
            more["name"] = self._world.payers[party - 1].name.upper()[:12]
        return texts.get(kind, self._chance.choice((number, number.lower(), f"{number} danke"))), more

    def _strange_iban(self) -> str:
        return f"DE99{self._chance.randrange(10**18):018d}"

    def _several(self, on: date) -> list[Line]:
        party, claims = self._owing(on, self._chance.choice((2, 2, 3, 4)))
        numbers = [c.number for c in claims]
        style = self._chance.randrange(3)
        if style == 0:
            text = " ".join(numbers)
        elif style == 1:
            text = f"{numbers[0]}, {', '.join(n.rpartition('-')[2] for n in numbers[1:])}"
        else:
            text = " + ".join(numbers)
        return [self._all(party, claims, on, text, "list")]

    def _all(self, party: int, claims: list[Claim], on: date, text: str, kind: str) -> Line:
        truth = Truth(party, frozenset(Share(c.item_id, c.open_minor) for c in claims))
        amount = sum(c.open_minor for c in claims)
        self._settle(party, claims)
        return Line(self._facts(party, amount, on, text), kind, truth)

    def _range(self, on: date) -> list[Line]:
        party = self._chance.randrange(1, len(self._world.payers) + 1)
        claims = [self._invoice(party, on) for _ in range(self._chance.choice((2, 3, 4)))]
        first, last = claims[0].number, claims[-1].number.rpartition("-")[2]
        text = f"{first} {self._chance.choice(('bis', 'to', '-'))} {int(last)}"
        return [self._all(party, claims, on, text, "range")]

    def _discount(self, on: date) -> list[Line]:
        party = self._chance.choice([p for p, rate in self._discounts.items() if rate])
        count = self._chance.choice((1, 1, 2))
        claims: list[Claim] = []
        while len(claims) < count:
            made = self._invoice(party, on)
            issued = on - timedelta(days=self._chance.randrange(2, 14))
            fresh = replace(
                made,
                on=issued,
                due_on=issued + timedelta(days=30),
                discount_until=issued + timedelta(days=14),
            )
            self._world.claims[-1] = fresh
            self._open[party][-1] = fresh
            claims.append(fresh)
        amount = sum(c.open_minor - c.discount_minor for c in claims)
        truth = Truth(party, frozenset(Share(c.item_id, c.open_minor, c.discount_minor) for c in claims))
        self._settle(party, claims)
        text = f"{' '.join(c.number for c in claims)} abzgl. 2% Skonto"
        return [Line(self._facts(party, amount, on, text), "discount", truth)]

    def _part(self, on: date) -> list[Line]:
        party, (claim,) = self._owing(on)
        paid = claim.open_minor // self._chance.choice((2, 3)) + 1
        left = replace(claim, open_minor=claim.open_minor - paid, discount_minor=0)
        truth = Truth(party, frozenset({Share(claim.item_id, paid)}))
        self._open[party] = [left if c.item_id == claim.item_id else c for c in self._open[party]]
        return [Line(self._facts(party, paid, on, f"Teilzahlung {claim.number}"), "part", truth)]

    def _in_parts(self, on: date) -> list[Line]:
        return self._part(on)

    def _balance(self, on: date) -> list[Line]:
        party, _claims = self._owing(on, 2)
        everything = [c for c in self._open[party] if c.open_minor > 0]
        self._open[party] = [c for c in self._open[party] if c.open_minor > 0]
        return [self._all(party, everything, on, "offene Posten lt. Auszug", "balance")]

    def _less_credit(self, on: date) -> list[Line]:
        party, (claim,) = self._owing(on)
        credit = self._invoice(party, on, credit=True)
        while -credit.open_minor >= claim.open_minor:
            claim = self._invoice(party, on)
        amount = claim.open_minor + credit.open_minor
        truth = Truth(
            party, frozenset({Share(claim.item_id, claim.open_minor)}),
            frozenset({Share(credit.item_id, -credit.open_minor)}),
        )  # fmt: skip
        self._settle(party, [claim, credit])
        text = f"{claim.number} abzgl. {credit.number}"
        return [Line(self._facts(party, amount, on, text), "less_credit", truth)]

    def _twice(self, on: date) -> list[Line]:
        if not self._paid:
            return self._single("plain", on)
        claim = self._chance.choice(self._paid[-200:])
        truth = Truth(claim.party_id, frozenset(), rest_minor=claim.open_minor)
        return [Line(self._facts(claim.party_id, claim.open_minor, on, claim.number), "twice", truth)]

    def _stranger(self, on: date) -> list[Line]:
        name = self._chance.choice(_OTHERS)
        amount = self._chance.choice(_COMMON) if self._chance.random() < 0.4 else self._amount()
        text = f"Erstattung {self._chance.randrange(2020, 2027)}/{self._chance.randrange(1, 9999)}"
        return [Line(Facts(amount, on, text, name, self._strange_iban()), "stranger", None)]
