"""The reference: what jobs, edits and undos do to a catalogue, as plain Python, written without looking at the SQL."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

Job = str


@dataclass(frozen=True)
class State:
    """A product as somebody sees it."""

    sku: str
    name: str
    trashed: bool = False


@dataclass(frozen=True)
class Step:
    """One change of one product; None is a product that is not there."""

    product: int
    job: Job | None
    before: State | None
    after: State | None


@dataclass
class Model:
    """A catalogue with everything that ever happened to it."""

    now: dict[int, State] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def holder(self, sku: str) -> int | None:
        """The live product with this SKU."""
        live = (product for product, state in self.now.items() if not state.trashed and same(state.sku, sku))
        return next(live, None)

    def create(self, product: int, sku: str, name: str, job: Job | None) -> None:
        assert self.holder(sku) is None
        self._set(product, State(sku, name), job)

    def change(self, product: int, job: Job | None, sku: str | None = None, name: str | None = None) -> None:
        """Edit a live product; a SKU that another holds is refused."""
        now = self.now[product]
        wanted = State(sku or now.sku, name or now.name, now.trashed)
        if not now.trashed and self.holder(wanted.sku) in {None, product}:
            self._set(product, wanted, job)

    def trash(self, product: int, job: Job | None) -> None:
        self._set(product, replace(self.now[product], trashed=True), job)

    def restore(self, product: int, job: Job | None) -> None:
        if self.holder(self.now[product].sku) is None:
            self._set(product, replace(self.now[product], trashed=False), job)

    def take(self, rows: list[tuple[str, str]], job: Job, ids: dict[str, int]) -> None:
        """An import of (sku, name); `ids` are those that new products got, by key."""
        for key, (sku, name) in {key_of(sku): (sku, name) for sku, name in rows}.items():
            there = self.holder(sku)
            if there is None:
                self.create(ids[key], sku, name, job)
            else:
                self.change(there, job, name=name)

    def touched(self, job: Job) -> list[int]:
        """The products that a job changed, the newest first."""
        return sorted({step.product for step in self.steps if step.job == job}, reverse=True)

    def undo(self, job: Job, undo: Job, size: int, chunks: int | None) -> tuple[dict[str, int], dict[int, str]]:
        """Take back what `job` did, all of it or the first chunks; returns what came of it, and who was kept why."""
        counts = dict.fromkeys(("removed", "restored", "returned", "kept", "settled"), 0)
        kept: dict[int, str] = {}
        touched = self.touched(job)
        for start in range(0, len(touched), size)[:chunks]:
            self._undo_chunk(job, undo, touched[start : start + size], counts, kept)
        return counts, kept

    def _undo_chunk(
        self, job: Job, undo: Job, products: list[int], counts: dict[str, int], kept: dict[int, str]
    ) -> None:
        decided = list(self._decided(job, products))
        for product, target, outcome in decided:
            if outcome == "removed":
                self._set(product, target, undo)
        as_it_was = Model(dict(self.now))
        taken: set[str] = set()
        for product, target, decision in decided:
            outcome = decision
            if target is not None and decision in {"restored", "returned"}:
                if as_it_was.gains_key(product, target):
                    free = as_it_was.holder(target.sku) in {None, product} and key_of(target.sku) not in taken
                    outcome = decision if free else "sku_taken"
                    taken.add(key_of(target.sku))
                if outcome == decision:
                    self._set(product, target, undo)
            if outcome not in counts:
                kept[product] = outcome
            counts[outcome if outcome in counts else "kept"] += 1

    def _decided(self, job: Job, products: list[int]) -> Iterator[tuple[int, State | None, str]]:
        for product in products:
            own = [step for step in self.steps if step.product == product and step.job == job]
            target, after, now = own[0].before, own[-1].after, self.now.get(product)
            if now == target:
                yield product, target, "settled"
            elif now is None:
                yield product, target, "purged_since"
            elif now != after:
                yield product, target, "changed_since"
            elif target is None:
                yield product, target, "removed"
            else:
                yield product, target, "returned" if now.trashed and not target.trashed else "restored"

    def gains_key(self, product: int, target: State) -> bool:
        """Whether a product would come to hold a SKU that it does not hold now."""
        now = self.now[product]
        return not target.trashed and (now.trashed or key_of(now.sku) != key_of(target.sku))

    def _set(self, product: int, after: State | None, job: Job | None) -> None:
        before = self.now.get(product)
        if before == after:
            return
        self.steps.append(Step(product, job, before, after))
        if after is None:
            del self.now[product]
        else:
            self.now[product] = after


def key_of(sku: str) -> str:
    return sku.lower()


def same(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)
