"""Lengths that grow with the text size, and stay right when it is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from hone.ui.kit.theme import Theme


class _Follower(QObject):
    """Does something to its parent now and whenever the theme changes."""

    def __init__(self, widget: QWidget, apply: Callable[[Theme], object]) -> None:
        super().__init__(widget)
        self._apply = apply
        Theme.current().theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._apply(Theme.current())


def follow(widget: QWidget, apply: Callable[[Theme], object]) -> None:
    """Call `apply` with the theme now and at every change, as long as the widget lives."""
    _Follower(widget, apply)


def fix_width(widget: QWidget, pixels: int) -> None:
    """Give a widget a width of `pixels` at text scale 1, more with larger text."""
    follow(widget, lambda theme: widget.setFixedWidth(theme.length(pixels)))


def fix_height(widget: QWidget, pixels: int) -> None:
    """Give a widget a height of `pixels` at text scale 1, more with larger text."""
    follow(widget, lambda theme: widget.setFixedHeight(theme.length(pixels)))


def fix_size(widget: QWidget, width: int, height: int) -> None:
    """Give a widget a size at text scale 1, more with larger text."""
    follow(widget, lambda theme: widget.setFixedSize(QSize(theme.length(width), theme.length(height))))


def cap_width(widget: QWidget, pixels: int) -> None:
    """Let a widget be at most `pixels` wide at text scale 1, more with larger text."""
    follow(widget, lambda theme: widget.setMaximumWidth(theme.length(pixels)))


def least_width(widget: QWidget, pixels: int) -> None:
    """Let a widget be at least `pixels` wide at text scale 1, more with larger text."""
    follow(widget, lambda theme: widget.setMinimumWidth(theme.length(pixels)))


def scale_icon(button: QAbstractButton, width: int, height: int) -> None:
    """Give a button's icon its size at text scale 1, and let it grow a little slower than the text."""
    follow(
        button, lambda theme: button.setIconSize(QSize(theme.icon_length(width), theme.icon_length(height)))
    )
