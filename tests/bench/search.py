"""Search over 100,000 messages of about 200 words: python tests/bench/search.py [messages]

Makes a database of a kind of language with Zipf's frequencies, 3 % of it Chinese, brings it from version 3
of the tables to the present one, indexes it, and measures searches through the public door. Afterwards it
measures reading and arranging a list of 10,000 conversations.
"""

from __future__ import annotations

import itertools
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hone.domain.chat import Conversation, Message, MessageState, Role
from hone.services.search import SearchService
from hone.storage.conversation_rows import insert, values_of
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.migrations import MIGRATIONS

WORDS, CHARACTERS, PER_CONVERSATION, ROUNDS = 40_000, 3_000, 10, 7


class Language:
    """Words and Chinese characters with frequencies as in a language."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        found: set[str] = set()
        while len(found) < WORDS:
            syllables = chance.choice((1, 2, 2, 3, 3, 4))
            syllable = (
                chance.choice("bcdfghjklmnprstvwz") + chance.choice("aeiou") for _ in range(syllables)
            )
            found.add("".join(syllable) + chance.choice(("", "n", "s", "r", "t")))
        self.words = sorted(sorted(found), key=len)
        self.characters = [chr(0x4E00 + number) for number in range(CHARACTERS)]
        self._shares = list(itertools.accumulate(1 / (number + 2.7) for number in range(WORDS)))
        self._char_shares = list(itertools.accumulate(1 / (number + 5) for number in range(CHARACTERS)))

    def text(self) -> str:
        """Return a message."""
        if self.chance.random() < 0.03:
            return "".join(self.chance.choices(self.characters, cum_weights=self._char_shares, k=400))
        count = self.chance.randint(20, 380)
        return " ".join(self.chance.choices(self.words, cum_weights=self._shares, k=count))


def fill(database: Database, language: Language, count: int) -> None:
    """Write conversations as version 3 of the tables has them."""
    begin = datetime(2025, 1, 1, tzinfo=UTC)
    with database.transaction() as connection:
        for number in range(count):
            talk, place = divmod(number, PER_CONVERSATION)
            moment = begin + timedelta(minutes=number)
            if place == 0:
                title = " ".join(language.chance.choices(language.words[:2000], k=4))
                conversation = Conversation(id=f"c{talk}", title=title, created_at=moment, updated_at=moment)
                insert(connection, "conversations", values_of(conversation))
            message = Message(
                id=f"m{number}",
                conversation_id=f"c{talk}",
                parent_id=f"m{number - 1}" if place else None,
                role=Role.USER if place % 2 == 0 else Role.ASSISTANT,
                text=language.text(),
                state=MessageState.COMPLETE,
                created_at=moment,
            )
            insert(connection, "messages", values_of(message))


def timed(name: str, call: object) -> object:
    """Call and print the seconds."""
    begun = time.perf_counter()
    result = call()  # type: ignore[operator]
    print(f"{name}: {time.perf_counter() - begun:.2f} s")
    return result


def measure_searches(service: SearchService, language: Language) -> float:
    """Print median and worst of each search in milliseconds; return the worst of all."""
    words, characters = language.words, language.characters
    queries = {
        "rare word": words[20_000],
        "usual word": words[500],
        "most frequent word": words[0],
        "two frequent words": f"{words[0]} {words[1]}",
        "phrase": f'"{words[0]} {words[1]}"',
        "beginning, 2 letters": words[500][:2],
        "beginning, 3 letters": words[3000][:3],
        "beginning, 1 letter": words[0][0],
        "Chinese, 1 character": characters[3],
        "Chinese, 2 characters": characters[3] + characters[50],
        "Chinese, 3 characters": characters[3] + characters[5] + characters[9],
        "nothing": "zzzzz",
    }
    worst = 0.0
    for name, query in queries.items():
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            result = service.find(query)
            times.append((time.perf_counter() - begun) * 1000)
        worst = max(worst, *times)
        middle = statistics.median(times)
        print(f"{name:22} {result.hit_count:4} hits  median {middle:6.1f}, max {max(times):6.1f} ms")
    return worst


def main() -> int:
    """Measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    language = Language(random.Random(1))
    with tempfile.TemporaryDirectory() as folder:
        path, backups = Path(folder) / "hone.db", Path(folder) / "backups"
        old = Database(path, backups, MIGRATIONS[:3])
        timed(f"writing {count:,} messages", lambda: fill(old, language, count))
        old.close()
        print(f"before: {path.stat().st_size / 2**20:.0f} MiB")
        database = Database(path, backups)
        timed("migration, with its backup", database.open)
        service = SearchService(database)
        timed("indexing, in the background", service.catch_up)
        database.close()
        print(f"after: {path.stat().st_size / 2**20:.0f} MiB")
        timed("opening, with its check", database.open)
        worst = measure_searches(service, language)
        store = ConversationStore(database)
        listed = store.conversations()
        timed(f"reading a list of {len(listed):,} conversations", store.conversations)
        measure_list(listed)
        database.close()
    return 0 if worst <= 100 else 1


def measure_list(listed: list[Conversation]) -> None:
    """Print what arranging the list costs the window."""
    from hone.ui.chat.conversation_rows import rows_of

    timed("arranging the rows", lambda: rows_of(listed, (), date(2026, 1, 1), frozenset()))


if __name__ == "__main__":
    raise SystemExit(main())
