"""Every kind of problem that rows can have: what it is called, and which fix mends it."""

from __future__ import annotations

import msgspec


class ProblemKind(msgspec.Struct, frozen=True):
    """One kind. `title` names it for people; `fix` is a name of hone.data.fixes.FIXES, "" for none.

    `look_first`: it may be meant so, or good rows go with it, so it is not fixed together with others.
    """

    name: str
    title: str
    fix: str = ""
    look_first: bool = False


DROP = "drop"
KEEP_FIRST = "keep_first"

PROBLEM_KINDS: tuple[ProblemKind, ...] = (
    # The file as a whole.
    ProblemKind("guessed_encoding", "Encoding is a guess"),
    ProblemKind("other_parts", "Parts that are not read"),
    ProblemKind("no_header", "No column names"),
    ProblemKind("guessed_header", "Column names are a guess"),
    ProblemKind("binary_column", "Binary data in a column"),
    ProblemKind("not_a_number", "NaN read as null"),
    ProblemKind("mixed_shapes", "Rows of different shapes"),
    ProblemKind("few_rows", "Few rows"),
    ProblemKind("single_label", "Only one label"),
    ProblemKind("unbalanced_labels", "Labels out of balance"),
    ProblemKind("numeric_labels", "Labels are numbers"),
    ProblemKind("prompts_only", "Prompts without replies"),
    # Rows that cannot be read.
    ProblemKind("not_json", "Not valid JSON", DROP),
    ProblemKind("not_object", "Not an object", DROP),
    ProblemKind("ragged", "Wrong number of cells", DROP),
    ProblemKind("missing_field", "Missing field", DROP),
    ProblemKind("not_text", "Not text", "as_text"),
    ProblemKind("no_messages", "No messages", DROP),
    ProblemKind("bad_history", "History that is none", DROP),
    ProblemKind("bad_tools", "Tools that are none", DROP),
    ProblemKind("bad_label", "Label that is none", DROP),
    ProblemKind("bad_tool_call", "Tool call that is none", DROP),
    ProblemKind("different_prompts", "Chosen and rejected answer different prompts", DROP),
    ProblemKind("unfit_shape", "Does not fit the other shape", DROP),
    ProblemKind("unknown_role", "Unknown role", DROP),
    # One row by itself.
    ProblemKind("no_reply", "No reply", DROP),
    ProblemKind("empty_reply", "Empty reply", DROP),
    ProblemKind("empty_prompt", "Empty prompt", DROP),
    ProblemKind("empty_text", "Empty text", DROP),
    ProblemKind("roles_out_of_order", "Roles out of order", "order_turns"),
    ProblemKind("no_last_reply", "Ends without a reply", "end_with_reply"),
    ProblemKind("tool_order", "Tool answers without a call", DROP),
    ProblemKind("null_character", "Null characters", "clean_characters"),
    ProblemKind("broken_text", "Broken characters", "clean_characters"),
    ProblemKind("invisible_characters", "Invisible characters", "clean_characters"),
    ProblemKind("encoded_data", "Encoded data in a text"),
    ProblemKind("control_tokens", "Control tokens in a text"),
    ProblemKind("markup", "HTML in a text", "strip_markup", look_first=True),
    ProblemKind("same_replies", "Chosen and rejected are the same", DROP),
    ProblemKind("repeats_prompt", "Reply repeats the prompt", DROP, look_first=True),
    ProblemKind("refusal", "Reply refuses", DROP, look_first=True),
    ProblemKind("secret", "Keys and passwords", "mask_secrets"),
    ProblemKind("personal_data", "E-mail addresses and numbers", "mask_secrets"),
    ProblemKind("over_long", "Longer than the context"),
    # Rows beside other rows.
    ProblemKind("duplicate", "Exact duplicates", KEEP_FIRST),
    ProblemKind("near_duplicate", "Near duplicates", KEEP_FIRST, look_first=True),
    ProblemKind("contradiction", "Different replies to one prompt", KEEP_FIRST, look_first=True),
    ProblemKind("held_out_overlap", "Also among the held-out rows", DROP),
    ProblemKind("suite_overlap", "Also among the test cases", DROP),
)
KIND_OF = {kind.name: kind for kind in PROBLEM_KINDS}
