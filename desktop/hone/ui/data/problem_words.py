"""Kinds of problems in words: why each matters, what its button says, and what is said when it was done."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hone.domain.datasets import ProblemGroup
from hone.domain.problem_kinds import DROP, KEEP_FIRST, KIND_OF
from hone.ui.kit.quantities import count_text

_WHY: dict[str, object] = {
    "guessed_encoding": QT_TRANSLATE_NOOP(
        "ProblemWords", "Letters such as ä or é may stand wrong in every row. Look at a few of them."
    ),
    "other_parts": QT_TRANSLATE_NOOP(
        "ProblemWords", "Only one part of the folder or workbook is read; the others teach nothing."
    ),
    "mixed_shapes": QT_TRANSLATE_NOOP(
        "ProblemWords", "Read rows of another shape as a data set of their own."
    ),
    "few_rows": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "A model learns little of so few rows, or learns them by heart. Some hundred are a start.",
    ),
    "single_label": QT_TRANSLATE_NOOP(
        "ProblemWords", "With one label only, the model learns to say it always."
    ),
    "no_header": QT_TRANSLATE_NOOP(
        "ProblemWords", "The first row may be data, or names of columns that are none: look at the columns."
    ),
    "guessed_header": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "If the first row is data and not names, a row is missing and columns are misnamed.",
    ),
    "binary_column": QT_TRANSLATE_NOOP(
        "ProblemWords", "A column with pictures or other files cannot be learned by a language model."
    ),
    "not_a_number": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "Empty numbers are written as NaN, which JSON does not know; they count as missing.",
    ),
    "unbalanced_labels": QT_TRANSLATE_NOOP(
        "ProblemWords", "A label that is seen far more often than the others is said far more often too."
    ),
    "numeric_labels": QT_TRANSLATE_NOOP(
        "ProblemWords", "A model reads labels as words: a number says nothing about what it stands for."
    ),
    "prompts_only": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "There are questions but no answers: they can test a model, or be answered by one.",
    ),
    "bad_tool_call": QT_TRANSLATE_NOOP(
        "ProblemWords", "A call of a tool that cannot be understood teaches the model to write such calls."
    ),
    "different_prompts": QT_TRANSLATE_NOOP(
        "ProblemWords", "Two replies can be compared only when they answer the same prompt."
    ),
    "unfit_shape": QT_TRANSLATE_NOOP(
        "ProblemWords", "The row holds more than the other shape has places for, so it cannot be converted."
    ),
    "not_json": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "The line cannot be read. Often it was cut while saving.",
    ),
    "not_object": QT_TRANSLATE_NOOP(
        "ProblemWords", "A row must have named fields; a bare value says nothing about prompt and reply."
    ),
    "ragged": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "A row with more or fewer cells than the table has columns: its values stand in wrong ones.",
    ),
    "missing_field": QT_TRANSLATE_NOOP("ProblemWords", "A field that training needs is not there."),
    "not_text": QT_TRANSLATE_NOOP("ProblemWords", "A number or list stands where text is expected."),
    "no_messages": QT_TRANSLATE_NOOP("ProblemWords", "There is nothing said in the row."),
    "bad_history": QT_TRANSLATE_NOOP(
        "ProblemWords", "The earlier turns are not pairs of a question and an answer."
    ),
    "bad_tools": QT_TRANSLATE_NOOP("ProblemWords", "The tools or their calls cannot be understood."),
    "bad_label": QT_TRANSLATE_NOOP("ProblemWords", "The label does not say whether the reply is good."),
    "unknown_role": QT_TRANSLATE_NOOP("ProblemWords", "Somebody speaks whom chat templates do not know."),
    "no_reply": QT_TRANSLATE_NOOP(
        "ProblemWords", "Only replies are learned; without one the row teaches nothing."
    ),
    "empty_reply": QT_TRANSLATE_NOOP("ProblemWords", "The model would learn to say nothing at all."),
    "empty_prompt": QT_TRANSLATE_NOOP(
        "ProblemWords", "The model would learn a reply to nothing, and say it at random."
    ),
    "empty_text": QT_TRANSLATE_NOOP("ProblemWords", "There is nothing to learn in the row."),
    "roles_out_of_order": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "Many chat templates refuse two turns of one side in a row; others join them without a gap.",
    ),
    "no_last_reply": QT_TRANSLATE_NOOP(
        "ProblemWords", "What stands after the last reply is only read, and costs memory and time."
    ),
    "tool_order": QT_TRANSLATE_NOOP(
        "ProblemWords", "A tool answers though nobody called it; templates refuse that or write nonsense."
    ),
    "null_character": QT_TRANSLATE_NOOP(
        "ProblemWords", "Null characters come from damaged files; the model would learn to write them."
    ),
    "broken_text": QT_TRANSLATE_NOOP(
        "ProblemWords", "Characters were lost when the file was made; the model would learn the holes."
    ),
    "invisible_characters": QT_TRANSLATE_NOOP(
        "ProblemWords", "Nobody sees them, but they are tokens: words with them are other words to a model."
    ),
    "encoded_data": QT_TRANSLATE_NOOP(
        "ProblemWords", "Pictures or files written as letters take thousands of tokens and teach nothing."
    ),
    "control_tokens": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "Marks of a chat template inside a text can end a turn early when a program takes them literally.",
    ),
    "markup": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "The model would learn to write tags such as <br>. Take them out, unless HTML is to be learned.",
    ),
    "same_replies": QT_TRANSLATE_NOOP(
        "ProblemWords", "There is nothing to prefer between two equal replies."
    ),
    "repeats_prompt": QT_TRANSLATE_NOOP("ProblemWords", "The model would learn to repeat what it is asked."),
    "refusal": QT_TRANSLATE_NOOP(
        "ProblemWords", "The model would learn to refuse. Keep those that are meant, and remove the others."
    ),
    "secret": QT_TRANSLATE_NOOP(
        "ProblemWords", "What a model has learned it can say to anyone: passwords and keys must not be in it."
    ),
    "personal_data": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "What a model has learned it can say to anyone. Addresses and numbers of people are theirs.",
    ),
    "over_long": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "What stands after the context length is cut off, and with it often the end of the reply.",
    ),
    "duplicate": QT_TRANSLATE_NOOP(
        "ProblemWords", "What stands there twice is learned twice, and seems known where it is held out."
    ),
    "near_duplicate": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "Nearly the same text again and again weighs more than it should. Look at some pairs first.",
    ),
    "contradiction": QT_TRANSLATE_NOOP(
        "ProblemWords", "One prompt with different replies: the model learns to guess between them."
    ),
    "held_out_overlap": QT_TRANSLATE_NOOP(
        "ProblemWords",
        "Held-out rows measure what was not seen; rows that were trained make the measure too good.",
    ),
    "suite_overlap": QT_TRANSLATE_NOOP(
        "ProblemWords", "A model that has trained on the test cases passes them without being better."
    ),
}
_FIXES: dict[str, tuple[object, object]] = {
    DROP: (
        QT_TRANSLATE_NOOP("ProblemWords", "Remove 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Remove {0} rows"),
    ),
    KEEP_FIRST: (
        QT_TRANSLATE_NOOP("ProblemWords", "Keep the first, remove 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Keep the first, remove {0} rows"),
    ),
    "as_text": (
        QT_TRANSLATE_NOOP("ProblemWords", "Turn into text in 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Turn into text in {0} rows"),
    ),
    "order_turns": (
        QT_TRANSLATE_NOOP("ProblemWords", "Put the turns of 1 row in order"),
        QT_TRANSLATE_NOOP("ProblemWords", "Put the turns of {0} rows in order"),
    ),
    "end_with_reply": (
        QT_TRANSLATE_NOOP("ProblemWords", "End 1 row with its last reply"),
        QT_TRANSLATE_NOOP("ProblemWords", "End {0} rows with their last reply"),
    ),
    "clean_characters": (
        QT_TRANSLATE_NOOP("ProblemWords", "Clean 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Clean {0} rows"),
    ),
    "strip_markup": (
        QT_TRANSLATE_NOOP("ProblemWords", "Turn into plain text in 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Turn into plain text in {0} rows"),
    ),
    "mask_secrets": (
        QT_TRANSLATE_NOOP("ProblemWords", "Mask them in 1 row"),
        QT_TRANSLATE_NOOP("ProblemWords", "Mask them in {0} rows"),
    ),
}
"""What the button of a fix says, for one row and for several."""
_ANY_FIX = (QT_TRANSLATE_NOOP("ProblemWords", "Mend {0} rows"),) * 2


def title_of(group: ProblemGroup) -> str:
    """Name a kind of problem."""
    return title_text(group.kind)


def title_text(name: str) -> str:
    """Name a kind of problem by its name."""
    kind = KIND_OF.get(name)
    return QCoreApplication.translate("ProblemKinds", kind.title if kind is not None else name)


def why_of(group: ProblemGroup) -> str:
    """Say why a kind of problem matters."""
    return QCoreApplication.translate("ProblemWords", str(_WHY.get(group.kind, "")))


def fix_text(group: ProblemGroup) -> str:
    """Say what the fix does, on its button: "Remove 3 rows"."""
    one, several = _FIXES.get(group.fix, _ANY_FIX)
    said = QCoreApplication.translate("ProblemWords", str(one if group.count == 1 else several))
    return said.replace("{0}", count_text(group.count))


def fixed_text(group: ProblemGroup) -> str:
    """Say that it was done: "Empty reply: mended in a new version"."""
    said = QCoreApplication.translate("ProblemWords", "{0}: mended in a new version")
    return said.replace("{0}", title_of(group))


def can_fix(group: ProblemGroup) -> bool:
    """Whether Hone can mend it by itself."""
    return bool(group.fix)


def can_fix_unseen(group: ProblemGroup) -> bool:
    """Whether nobody has to look at the rows before they are mended."""
    kind = KIND_OF.get(group.kind)
    return can_fix(group) and not (kind is not None and kind.look_first)


def fixing_order(group: ProblemGroup) -> int:
    """Sort kinds as they are mended together: what cannot be read first, what is beside other rows last."""
    return list(KIND_OF).index(group.kind) if group.kind in KIND_OF else len(KIND_OF)


def rank(group: ProblemGroup) -> tuple[bool, bool, int]:
    """Sort the worst first: rows that are lost, then what many rows have; remarks about the file last."""
    whole_file = not any(group.rows)
    return not group.fatal, whole_file, -group.count
