"""What is open and who pays, ready to be looked up from the words, account or amount of a line. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.banking.matching.model import Advice, Claim, Facts, Ground, Known, Payer, Reason
from app.banking.matching.words import Found, NumberBook, compact, plain

LIKE: Final = 90  # of 100: as good as the same name
MARGIN: Final = 10  # to the second best
UNLIKE: Final = 60  # below: somebody else
_NOISE: Final = frozenset(
    {"GMBH", "LTD", "LIMITED", "INC", "AG", "KG", "BV", "SARL", "CO", "UND", "AND", "THE"}
)
W_IBAN, W_NAME, W_ALIAS, W_CUSTOMER, W_ADVICE = 40, 20, 30, 30, 60
_SHORT_NAME: Final = 4


def bare_name(name: str) -> str:
    """A name as it is compared: capitals, words, no legal form."""
    letters = "".join(c if c.isalnum() else " " for c in plain(name))
    words = [w for w in letters.split() if w not in _NOISE]
    return " ".join(words)


class Index:
    """Claims by number, customer and amount; customers by account and name."""

    def __init__(
        self, claims: Iterable[Claim], payers: Iterable[Payer], known: Known | None = None,
        paid: Iterable[Claim] = (), advices: Iterable[Advice] = (),
    ) -> None:  # fmt: skip
        self.claims: dict[int, Claim] = {}
        self.payers = {p.party_id: p for p in payers}
        self.known = known or Known()
        self.advices = {a.advice_id: a for a in advices}
        self._numbers, self._paid_numbers = NumberBook(), NumberBook()
        self._paid: dict[int, Claim] = {}
        self._of_party: dict[int, dict[int, Claim]] = {}
        self._by_amount: dict[int, set[int]] = {}
        self._names = {p: bare_name(x.name) for p, x in self.payers.items()}
        self._customers = {
            compact(x.number): p for p, x in self.payers.items() if len(x.number) >= _SHORT_NAME
        }
        self._likeness: dict[str, list[tuple[int, int]]] = {}
        for claim in claims:
            self.add(claim)
        for claim in paid:
            self._remember_paid(claim)

    def add(self, claim: Claim) -> None:
        """One more that is open."""
        self.claims[claim.item_id] = claim
        self._numbers.add(claim.item_id, claim.number, claim.other_numbers)
        self._of_party.setdefault(claim.party_id, {})[claim.item_id] = claim
        self._by_amount.setdefault(claim.open_minor, set()).add(claim.item_id)

    def remove(self, item_id: int) -> None:
        """One that is settled: a second payment for it is known as such."""
        claim = self.claims.pop(item_id, None)
        if claim is None:
            return
        self._numbers.remove(item_id)
        del self._of_party[claim.party_id][item_id]
        self._by_amount[claim.open_minor].discard(item_id)
        self._remember_paid(claim)

    def _remember_paid(self, claim: Claim) -> None:
        self._paid[claim.item_id] = claim
        self._paid_numbers.add(claim.item_id, claim.number)

    def owed(self, party_id: int) -> list[Claim]:
        """What a customer owes, oldest first."""
        found = [c for c in self._of_party.get(party_id, {}).values() if c.open_minor > 0]
        return sorted(found, key=lambda c: (c.due_on, c.item_id))

    def credits(self, party_id: int) -> list[Claim]:
        """His credit notes and what of his money is not applied."""
        return [c for c in self._of_party.get(party_id, {}).values() if c.open_minor < 0]

    def of_amount(self, minor: int) -> list[Claim]:
        """All claims of that amount, whosever."""
        return [self.claims[i] for i in sorted(self._by_amount.get(minor, ()))]

    def named(self, facts: Facts) -> Found:
        """The open items the line names."""
        return self._numbers.find(_words(facts), facts.reference)

    def named_paid(self, facts: Facts) -> list[Claim]:
        """What it names that is paid already."""
        found = self._paid_numbers.find(_words(facts), facts.reference)
        return [self._paid[i] for i in dict.fromkeys((*found.structured, *found.whole))]

    def by_account(self, iban: str) -> frozenset[int]:
        """Whom the account is known to belong to."""
        return self.known.ibans.get(iban, frozenset()) if iban else frozenset()

    def likeness(self, name: str) -> list[tuple[int, int]]:
        """(customer, likeness of 100) of the best, from 1 up; by learnt names first."""
        bare = bare_name(name)
        if not bare:
            return []
        if bare not in self._likeness:
            self._likeness[bare] = self._compared(bare)
        return self._likeness[bare]

    def _compared(self, bare: str) -> list[tuple[int, int]]:
        from rapidfuzz import fuzz, process

        learnt = self.known.names.get(bare, frozenset())
        best = process.extract(bare, self._names, scorer=fuzz.token_set_ratio, limit=3, score_cutoff=UNLIKE)
        found = [(int(party), int(score)) for _name, score, party in best if party not in learnt]
        return [*((p, 100) for p in sorted(learnt)), *found]

    def likeness_to(self, name: str, party_id: int) -> int:
        """How like a name is to a customer's, of 100."""
        from rapidfuzz import fuzz

        bare, own = bare_name(name), self._names.get(party_id, "")
        if party_id in self.known.names.get(bare, frozenset()):
            return 100
        return int(max(fuzz.token_set_ratio(bare, own), fuzz.partial_ratio(bare, own)))

    def who(self, facts: Facts) -> dict[int, list[Reason]]:
        """The customers that account, name or number of the line speak for, each with why."""
        found: dict[int, list[Reason]] = {}
        known = self.by_account(facts.iban)
        for party in known:
            weight = W_IBAN if len(known) == 1 else W_IBAN // 2
            found.setdefault(party, []).append(Reason(Ground.IBAN, weight, facts.iban))
        best = self.likeness(facts.name)
        sure = [p for p, score in best if score >= LIKE]
        clear = len(best) == 1 or (len(best) > 1 and best[0][1] - best[1][1] >= MARGIN)
        if sure and clear:
            learnt = best[0][0] in self.known.names.get(bare_name(facts.name), frozenset())
            weight = W_ALIAS if learnt else W_NAME
            found.setdefault(best[0][0], []).append(Reason(Ground.NAME, weight, facts.name))
        else:
            for party in sure:
                found.setdefault(party, []).append(Reason(Ground.NAME, W_NAME // 4, facts.name))
        text = compact(_words(facts))
        for number, party in self._customers.items():
            if number in text:
                found.setdefault(party, []).append(
                    Reason(Ground.CUSTOMER_NUMBER, W_CUSTOMER, self.payers[party].number)
                )
        return found


def _words(facts: Facts) -> str:
    return f"{facts.text} {facts.end_to_end_id}".strip()
