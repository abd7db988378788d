"""What is said of each message of the columns: badges, figures, differences, hidden names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hone.domain.comparing import Judgement, Round, Verdict
from hone.ui.chat.entries import Remarks
from hone.ui.compare.desk import CompareDesk
from hone.ui.compare.difference_finder import DifferenceFinder, reference_reply
from hone.ui.compare.words import figures_of


def remarks_of(
    desk: CompareDesk, finder: DifferenceFinder, rounds: tuple[Round, ...]
) -> dict[str, dict[str, Remarks]]:
    """Return remarks by column and message id, for the replies of all rounds."""
    made: dict[str, dict[str, Remarks]] = {identity: {} for identity in desk.columns}
    reference = desk.columns.index(desk.reference_id) if desk.columns else 0
    for given in rounds:
        judgement = desk.judgement(given)
        for place, identity in enumerate(desk.columns):
            reply = given.replies[place]
            if reply is None:
                continue
            badge, tone = _badge(judgement, reply.id)
            different: frozenset[int] = frozenset()
            if desk.sheet.differences and not given.shared:
                other = reference_reply(given.replies, place, reference)
                different = finder.of(other, reply)
            speaker = QCoreApplication.translate("CompareWords", "Reply {0}")
            made[identity][reply.id] = Remarks(
                speaker=speaker.replace("{0}", desk.letter(identity)) if desk.sheet.hidden else "",
                badge=badge,
                tone=tone,
                figures="" if given.shared or desk.sheet.hidden else figures_of(reply),
                different=different,
            )
    return made


def _badge(judgement: Judgement | None, reply_id: str) -> tuple[str, str]:
    if judgement is None or reply_id not in judgement.reply_ids:
        return "", ""
    if judgement.verdict is Verdict.TIE:
        return QCoreApplication.translate("CompareWords", "Tie"), ""
    if judgement.verdict is Verdict.NONE:
        return QCoreApplication.translate("CompareWords", "Not good enough"), "warning"
    if reply_id == judgement.chosen_id:
        return QCoreApplication.translate("CompareWords", "Better"), "success"
    return "", ""
