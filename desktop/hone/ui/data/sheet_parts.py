"""What the sheets of the Data page are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from hone.domain.dataset_library import DataSet
from hone.domain.datasets import Column
from hone.ui.kit.card import row
from hone.ui.kit.lengths import fix_width
from hone.ui.kit.option_list import Option
from hone.ui.kit.picker import Picker
from hone.ui.kit.text import Label
from hone.ui.kit.tokens import Space

MOST = 2**31 - 1


def number_box(name: str, least: int, most: int, value: int, width: int = 96, none: str = "") -> QSpinBox:
    """Make a field for a whole number; `none` is what the least number is called."""
    box = QSpinBox()
    box.setProperty("kind", "number")
    box.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)
    box.setRange(least, most)
    box.setGroupSeparatorShown(True)
    box.setSpecialValueText(none)
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    box.setValue(value)
    fix_width(box, width)
    return box


def add_line(layout: QVBoxLayout, label: str, *widgets: QWidget) -> QLabel:
    """Add a line: what it is at the left, the fields at the right."""
    name = Label(label)
    layout.addLayout(row(name, None, *widgets))
    return name


def offer_columns(picker: Picker, columns: Sequence[Column], none: str = "") -> None:
    """Offer the columns of a file, with an example of each."""
    options = [Option("", none)] if none else []
    options += [Option(each.name, each.name, next(iter(each.values), ""), each.kind) for each in columns]
    picker.set_options(options)


def version_of(data_set: DataSet | None) -> tuple[str, int]:
    """Return which version of which data set is in use; nothing without one."""
    return (data_set.id, data_set.current) if data_set is not None else ("", 0)
