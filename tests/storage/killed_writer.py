"""Does one kind of work in a home for ever, and prints what is acknowledged; the test kills it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hone.domain.prompts import PromptBody
from hone.services.arranging import ArrangingService
from hone.services.conversation_files import ConversationFileService
from hone.services.prompt_library import PromptLibrary
from hone.services.prompt_starters import Starters
from hone.services.typed import Typed, TypedService
from hone.storage.conversations import ConversationStore
from hone.storage.database import Database
from hone.storage.drafts import DraftStore
from hone.storage.paths import Paths, resources
from hone.storage.prompts import PromptStore


def library(database: Database) -> PromptLibrary:
    return PromptLibrary(PromptStore(database), DraftStore(database), Starters(resources() / "prompts"))


def chats(home: Path, run: str, number: int = 2000) -> Path:
    """Write a file with conversations."""
    path = home / f"{run}.jsonl"
    turns = [{"role": "user", "content": "needle " + "hay " * 60}, {"role": "assistant", "content": "Yes."}]
    with path.open("w") as file:
        for place in range(number):
            file.write(json.dumps({"id": f"{run}-{place}", "messages": turns}) + "\n")
    return path


def main() -> None:
    kind, home, run = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    paths = Paths(home, home / "cache")
    database = Database(paths.database, paths.backups)
    count = 0
    if kind == "prompts":
        made = library(database).create(run)
        while count := count + 1:
            library(database).save(made.id, PromptBody(system=f"{count} " * 400), f"note {count}")
            print(count, flush=True)
    if kind == "drafts":
        while count := count + 1:
            TypedService(database).save("k", Typed(text=f"{count} " * 400))
            print(count, flush=True)
    if kind == "folders":
        identities = [each.id for each in ConversationStore(database).conversations()][:40]
        while count := count + 1:
            ArrangingService(database).move(identities, f"{run}/{count}")
            print(count, flush=True)
    if kind == "import":
        for told in ConversationFileService(database).import_file(chats(home, run)):
            print(getattr(told, "conversations", 2000), flush=True)


if __name__ == "__main__":
    main()
