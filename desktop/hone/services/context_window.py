"""Whether a conversation fits its model's window together with the reply, and what is left out when not."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any, Protocol

import msgspec

from hone.domain.assembly import Assembly, Source, SourcedTurn
from hone.domain.exact import Room
from hone.domain.models import Adapter, Model, ModelFormat
from hone.domain.sampling import Sampling
from hone.domain.setup import ContextPolicy, Setup
from hone.errors import BadInput
from hone.services.exchanges import Exchanges
from hone.services.prompt_request import prompt_of, template_of
from hone.services.token_counts import ModelCounts, Rendering, TokenCounts

WINDOW_SECONDS = 3.0
TURN_BYTES = 64  # more than any known template writes around one turn
TURN_TOKENS = 8  # about what templates write around one turn
UNKNOWN_TEMPLATE_BYTES = 4096
LEAST_REST = 8  # of the window, this part is kept for what is still to come of a reply
LIKELY_BYTES = 8  # a token of ordinary text has fewer, so that many per token will not fit


class Windows(Protocol):
    """What is needed of the engines."""

    def window(self, model: Model) -> int:
        """Return the context length of a model as it is loaded, or would be now; 0 when not known."""


class ContextWindow:
    """Fits conversations into windows. Safe from any thread; may ask workers, so not for the window's."""

    def __init__(self, windows: Windows, rendering: Rendering) -> None:
        self._windows = windows
        self._counts = TokenCounts(rendering)
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, int]] = {}

    def room(self, model: Model, sampling: Sampling) -> Room | None:
        """Return how long a conversation with a model may be; None where Hone does not know or decide it.

        The longest reply is kept free, but at most half of the window: who allows very long replies would
        otherwise have no room for a prompt.
        """
        window = self._window(model)
        if window <= 0:
            return None
        reserve = min(sampling.max_tokens, window // 2)
        return Room(window=window, reserve=reserve, limit=sampling.max_tokens)

    def fit(
        self,
        model: Model,
        adapter: Adapter | None,
        assembly: Assembly,
        setup: Setup,
        sampling: Sampling,
        tools: Sequence[dict[str, Any]] = (),
    ) -> Assembly:
        """Return the assembly as it fits by the setup's policy; `dropped_ids` are the messages left out.

        The system prompt, the examples and the newest exchange are never left out, and an exchange is left
        out as a whole: what the user said, the reply, and tools between them. A model behind a server is
        not fitted: the server knows its own window. Raises BadInput with the numbers when it cannot fit.
        """
        room = self.room(model, sampling)
        if room is None or is_surely_short(model, assembly, setup, tools, room):
            return assembly
        return self._fitting(model, adapter, assembly, setup, tools, room).fitted()

    def after(
        self,
        model: Model,
        adapter: Adapter | None,
        assembly: Assembly,
        setup: Setup,
        sampling: Sampling,
        tools: Sequence[dict[str, Any]] = (),
    ) -> tuple[str, ...]:
        """Return the messages that would be left out next, once a fitted assembly grows too long."""
        room = self.room(model, sampling)
        if room is None or setup.policy is ContextPolicy.STOP:
            return ()
        return self._fitting(model, adapter, assembly, setup, tools, room).next_dropped()

    def _fitting(
        self,
        model: Model,
        adapter: Adapter | None,
        assembly: Assembly,
        setup: Setup,
        tools: Sequence[dict[str, Any]],
        room: Room,
    ) -> _Fitting:
        counted = self._counts.of_model(model, template_of(model, adapter))
        left = _left_of(room, counted.of_text(assembly.prefill))
        return _Fitting(counted, model.name, Exchanges.of(assembly), setup, tuple(tools), left)

    def _window(self, model: Model) -> int:
        if model.format is ModelFormat.ENDPOINT or model.problem:
            return 0
        with self._lock:
            asked, window = self._known.get(model.id, (0.0, 0))
        if time.monotonic() - asked < WINDOW_SECONDS and asked:
            return window
        window = self._windows.window(model)
        with self._lock:
            self._known[model.id] = (time.monotonic(), window)
        return window


def is_surely_short(
    model: Model, assembly: Assembly, setup: Setup, tools: Sequence[dict[str, Any]], room: Room
) -> bool:
    """Whether the bytes alone prove that an assembly fits: no token of a tokenizer is less than a byte.

    Each tool is counted twice, because templates indent their descriptions.
    """
    turns = assembly.plain_turns
    said = sum(len(turn.content.encode("utf-8", "replace")) + 2 * len(turn.more) for turn in turns)
    beside = 2 * len(msgspec.json.encode([*tools, setup.template_variables]))
    beside += len(assembly.prefill.encode("utf-8", "replace"))
    template = len(model.chat_template.encode()) if model.chat_template else UNKNOWN_TEMPLATE_BYTES
    return said + beside + template + TURN_BYTES * len(turns) <= room.for_prompt


def _left_of(room: Room, begun: int) -> Room:
    """Return the room for the rest of a reply of which `begun` tokens are there: they count as part of it.

    Otherwise a reply that was cut at its longest could not be continued where the window is no larger than
    twice that. Some room is always kept, so that a continuation says more than a word.
    """
    least = min(room.reserve, room.window // LEAST_REST)
    return msgspec.structs.replace(room, reserve=max(least, room.reserve - begun))


def newest_of(assembly: Assembly, room: Room) -> Assembly:
    """Return what was said last of an assembly that is too long: a little more than fits."""
    exchanges = Exchanges.of(assembly)
    return exchanges.without(exchanges.cut_to(LIKELY_BYTES * max(1, room.for_prompt)))


class _Fitting:
    """One conversation against one window."""

    def __init__(
        self,
        counted: ModelCounts,
        name: str,
        exchanges: Exchanges,
        setup: Setup,
        tools: tuple[dict[str, Any], ...],
        room: Room,
    ) -> None:
        self._counted, self._name, self._room = counted, name, room
        self._exchanges, self._setup, self._tools = exchanges, setup, tools

    def fitted(self) -> Assembly:
        """Leave out as little as the policy says; see ContextWindow.fit."""
        too_long = self._known_too_long()
        if too_long is None:
            return self._exchanges.without(0)
        if self._setup.policy is ContextPolicy.STOP:
            raise self._refusal(self._tokens(0))
        most = self._exchanges.most_dropped
        least = self._tokens(most) if most else self._tokens(0)
        if least > self._room.for_prompt:
            raise self._newest_too_long(least)
        if self._setup.policy is ContextPolicy.SLIDING:
            return self._exchanges.without(self._slid(most))
        return self._exchanges.without(self._fewest(too_long, most))

    def _known_too_long(self) -> int | None:
        """Return a cut after which what is left is still too long; None when all fits.

        What was said last is looked at first, so that a conversation of any length costs a few windows.
        """
        budget = LIKELY_BYTES * self._room.for_prompt
        while True:
            cut = self._exchanges.cut_to(budget)
            if self._tokens(cut) > self._room.for_prompt:
                return cut
            if not cut:
                return None
            budget *= 4

    def next_dropped(self) -> tuple[str, ...]:
        """Return the messages that go next."""
        most = self._exchanges.most_dropped
        if not most:
            return ()
        cut = 1
        if self._setup.policy is ContextPolicy.SLIDING:
            costs = self._costs()
            head = self._head_cost()
            while cut < most and head + sum(costs[cut:]) > self._room.for_prompt // 2:
                cut += 1
        return self._exchanges.without(cut).dropped_ids[len(self._exchanges.assembly.dropped_ids) :]

    def _tokens(self, cut: int) -> int:
        assembly = self._exchanges.without(cut)
        return self._counted.of_prompt(prompt_of(assembly, self._setup, self._tools))

    def _fewest(self, too_long: int, most: int) -> int:
        """Return the smallest cut that fits: guessed by the sizes of exchanges, then found by halving."""
        low, high = too_long + 1, most  # the cut is in low..high, and high fits
        guess = self._exchanges.guess(too_long, 1 - self._room.for_prompt / self._tokens(too_long))
        while low < high:
            middle = min(max(low, guess), high - 1) if guess else (low + high) // 2
            fits = self._tokens(middle) <= self._room.for_prompt
            low, high = (low, middle) if fits else (middle + 1, high)
            # A guess is near: look beside it once before halving what is left.
            guess = 0 if guess == 0 or abs(middle - guess) == 1 else (middle - 1 if fits else middle + 1)
        return low

    def _slid(self, most: int) -> int:
        """Return where the window stands: each time it was full, it moved on until it was half full.

        So it stays where it is for several replies, and what the engine has read can be used again. It is
        found by going through the conversation from its start, with the cost of each exchange alone.
        """
        costs, budget = self._costs(), self._room.for_prompt
        head, cut, used = self._head_cost(), 0, 0
        for index, cost in enumerate(costs):
            used += cost
            if head + used > budget:
                cut, used = self._halved(costs, cut, index, used, budget // 2 - head)
        cut = min(max(cut, 1), most)
        while cut < most and self._tokens(cut) > budget:
            cut += 1
        return cut

    @staticmethod
    def _halved(costs: Sequence[int], cut: int, index: int, used: int, target: int) -> tuple[int, int]:
        while cut < index and used > target:
            used -= costs[cut]
            cut += 1
        return cut, used

    def _costs(self) -> list[int]:
        return [self._cost(group) for group in self._exchanges.groups]

    def _head_cost(self) -> int:
        return self._cost(self._exchanges.head)

    def _cost(self, turns: Sequence[SourcedTurn]) -> int:
        texts = (turn.turn.content + turn.turn.more for turn in turns)
        return sum(self._counted.of_text(text) + TURN_TOKENS for text in texts)

    def _refusal(self, tokens: int) -> BadInput:
        return BadInput(
            f"This conversation takes {tokens:,} tokens; {self._free()}.",
            hint="Let the oldest messages be left out, shorten the longest reply, start a new conversation, "
            "or load the model with a longer context.",
        )

    def _newest_too_long(self, tokens: int) -> BadInput:
        beside = {Source.SYSTEM: "the system prompt", Source.EXAMPLE: "the examples"}
        sources = {turn.source for turn in self._exchanges.head}
        said = " and ".join(words for source, words in beside.items() if source in sources)
        return BadInput(
            f"The newest message{f' with {said}' if said else ''} takes {tokens:,} tokens; {self._free()}. "
            "Nothing more can be left out.",
            hint="Shorten it or what is attached, shorten the longest reply, or load the model with a longer "
            "context.",
        )

    def _free(self) -> str:
        room = self._room
        return (
            f"{self._name} has a window of {room.window:,}, of which {room.reserve:,} are kept for the reply"
        )
