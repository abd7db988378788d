"""Whose model is in memory: many replies of one model at once, models by turns."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable


class Ticket:
    """A place in the queue, or inside; `wake` is called when it gets inside."""

    def __init__(self, key: Hashable, wake: Callable[[], None]) -> None:
        self.key = key
        self.wake = wake
        self.admitted = False


class Turnstile:
    """Lets in who wants what those inside want, others when all have left; safe from any thread.

    The order is that of coming: while somebody waits, newcomers line up behind, also those who want what
    is in memory now. When the model changes, all who wait for the new one get in together, wherever they
    stand, so that questions to two models in alternation do not load them in alternation.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Ticket] = deque()
        self._inside: set[Ticket] = set()

    @property
    def is_contested(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is inside or waits."""
        with self._changed:
            return not self._inside and not self._waiting

    def enter(self, key: Hashable, wake: Callable[[], None]) -> Ticket:
        """Take a ticket; it may be admitted at once."""
        ticket = Ticket(key, wake)
        with self._changed:
            self._waiting.append(ticket)
            self._admit()
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Give the ticket back, whether it was admitted or not."""
        with self._changed:
            self._inside.discard(ticket)
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            self._admit()
            self._changed.notify_all()

    def wait_until_empty(self, timeout: float) -> bool:
        """Wait until nobody is inside or waits; False when `timeout` seconds were not enough."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while self._inside or self._waiting:
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(left)
        return True

    def _admit(self) -> None:
        if not self._waiting:
            return
        if not self._inside:
            key = self._waiting[0].key
            self._take_in([ticket for ticket in self._waiting if ticket.key == key])
        else:
            key = next(iter(self._inside)).key
            while self._waiting and self._waiting[0].key == key:
                self._take_in([self._waiting[0]])

    def _take_in(self, tickets: list[Ticket]) -> None:
        for ticket in tickets:
            self._waiting.remove(ticket)
            self._inside.add(ticket)
            ticket.admitted = True
            ticket.wake()
