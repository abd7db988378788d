"""Files that cannot be written are named in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from hone.errors import HoneError
from hone.storage.atomic import write_whole


def test_problem_is_told_when_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(HoneError, match="could not be written"):
        write_whole(tmp_path / "folder" / "below" / "settings.toml", "x = 1")
