"""The one style sheet of the application, made from the tokens. Widgets say what they are with `kind`."""

# ruff: noqa: E501
from __future__ import annotations

from string import Template

from hone.ui.kit.tokens import Colours
from hone.ui.kit.typography import MONO, Type, css_families, scaled

_TEXTS = Template("""
QLabel { background: transparent; color: $text; }
QLabel:disabled { color: $text_faint; }
QLabel[type="display"] { font-size: ${size_display}px; font-weight: 600; }
QLabel[type="title"] { font-size: ${size_title}px; font-weight: 600; }
QLabel[type="heading"] { font-size: ${size_heading}px; font-weight: 600; }
QLabel[type="strong"] { font-weight: 500; }
QLabel[type="caption"] { font-size: ${size_caption}px; color: $text_muted; }
QLabel[type="overline"] { font-size: ${size_overline}px; font-weight: 600; color: $text_faint; }
QLabel[type="mono"] { font-family: $mono; font-size: ${size_mono}px; }
QLabel[tone="muted"] { color: $text_muted; }
QLabel[tone="faint"] { color: $text_faint; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[tone="danger"] { color: $danger_text; }
QLabel[tone="warning"] { color: $warning_text; }
QLabel[tone="success"] { color: $success_text; }
QLabel[kind="badge"] { font-size: ${size_overline}px; font-weight: 500; color: $text_muted;
  background: $hover; border-radius: 6px; padding: 2px 7px; }
QLabel[kind="badge"][tone="accent"] { color: $accent_text; background: $accent_soft; }
QLabel[kind="badge"][tone="success"] { color: $success_text; background: $success_soft; }
QLabel[kind="badge"][tone="warning"] { color: $warning_text; background: $warning_soft; }
QLabel[kind="badge"][tone="danger"] { color: $danger_text; background: $danger_soft; }
QToolTip { color: $on_toast; background: $toast; border: 1px solid $toast; padding: 5px 8px;
  font-size: ${size_caption}px; }
""")

_SURFACES = Template("""
QMainWindow, QWidget[kind="page"] { background: $window; }
QWidget[kind="rail"] { background: $rail; border: 0; border-right: 1px solid $border; }
QWidget[kind="sidebar"] { background: $sidebar; border: 0; border-right: 1px solid $border; }
QWidget[kind="inspector"] { background: $sidebar; border: 0; border-left: 1px solid $border; }
QWidget[kind="header"] { background: $window; border: 0; border-bottom: 1px solid $border; }
QWidget[kind="plain"], QStackedWidget { background: transparent; border: 0; }
QFrame[kind="column"] { background: transparent; border: 0; border-left: 1px solid $border; }
QFrame[kind="column"][first="true"] { border-left: 0; }
QWidget[kind="compare_bottom"] { background: $window; border: 0; border-top: 1px solid $border; }
QFrame[kind="card"] { background: $card; border: 1px solid $border; border-radius: 12px; }
QFrame[kind="card"][state="hover"] { border-color: $border_strong; background: $sidebar; }
QFrame[kind="card"][state="selected"] { border-color: $accent; background: $accent_soft; }
QFrame[kind="card"][state="current"] { border-color: $accent; }
QFrame[kind="card"]:focus { border-color: $focus; }
QFrame[kind="inset"] { background: $sidebar; border: 1px solid $border; border-radius: 8px; }
QFrame[kind="popover"] { background: $raised; border: 1px solid $border_strong; border-radius: 12px; }
QFrame[kind="line"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="banner"] { border-radius: 10px; border: 1px solid $border; background: $sidebar; }
QFrame[kind="banner"][tone="danger"] { background: $danger_soft; border-color: $danger_soft; }
QFrame[kind="banner"][tone="warning"] { background: $warning_soft; border-color: $warning_soft; }
QFrame[kind="banner"][tone="success"] { background: $success_soft; border-color: $success_soft; }
QFrame[kind="banner"][tone="accent"] { background: $accent_soft; border-color: $accent_soft; }
QFrame[kind="segmented"] { background: $hover; border: 0; border-radius: 8px; }
QFrame[kind="composer"] { background: $field; border: 1px solid $border_strong; border-radius: 14px; }
QFrame[kind="composer"][state="focus"] { border-color: $focus; }
QFrame[kind="drop"] { background: $accent_soft; border: 2px dashed $accent; border-radius: 12px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[kind="plain"] { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $track; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
""")

_BUTTONS = Template("""
QPushButton { font-weight: 500; border: 1px solid $border_strong; border-radius: 8px; padding: 6px 13px;
  background: $card; color: $text; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 12px; outline: none; }
QPushButton:disabled { color: $text_faint; border-color: $border; background: $card; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:disabled { background: $track; border-color: $track; color: $text_faint; }
QPushButton[kind="danger"] { background: $danger; border-color: $danger; color: $on_accent; }
QPushButton[kind="danger"]:hover { background: $danger_hover; border-color: $danger_hover; }
QPushButton[kind="danger"]:disabled { background: $track; border-color: $track; color: $text_faint; }
QPushButton[kind="ghost"] { background: transparent; border-color: transparent; color: $text_muted; }
QPushButton[kind="ghost"]:hover { background: $hover; color: $text; }
QPushButton[kind="ghost"]:pressed, QPushButton[kind="ghost"]:checked { background: $pressed; color: $text; }
QPushButton[kind="ghost"]:focus { border-color: $focus; }
QPushButton[kind="ghost"]:disabled { color: $text_faint; }
QPushButton[kind="link"] { background: transparent; border: 0; padding: 0 2px; color: $accent_text; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus { text-decoration: underline; }
QPushButton[kind="chip"] { background: $card; border: 1px solid $border; border-radius: 10px; color: $text_muted;
  padding: 9px 14px; font-weight: 400; text-align: left; }
QPushButton[kind="chip"]:hover { border-color: $border_strong; background: $hover; color: $text; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 8px 13px; }
QPushButton[kind="segment"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
  color: $text_muted; padding: 4px 12px; margin: 2px; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $segment; color: $text; border-color: $border_strong; }
QPushButton[kind="segment"]:focus { border: 1px solid $focus; padding: 4px 12px; }
QPushButton[kind="choice"] { padding: 3px 12px; border-color: $border; min-width: 18px; }
QPushButton[kind="choice"]:checked { background: $success_soft; border-color: $success; color: $success_text; }
QPushButton[kind="choice"]:focus { border: 2px solid $focus; padding: 2px 11px; }
QPushButton[kind="picker"] { background: $card; border: 1px solid $border; border-radius: 8px; padding: 6px 10px;
  text-align: left; }
QPushButton[kind="picker"]:hover { border-color: $border_strong; background: $hover; }
QPushButton[kind="picker"]:focus { border: 2px solid $focus; padding: 5px 9px; }
QPushButton[kind="rail"] { background: transparent; border: 1px solid transparent; border-radius: 10px; }
QPushButton[kind="keys"] { background: $card; border: 1px solid $border_strong; border-radius: 6px; padding: 3px 9px;
  color: $text_muted; font-size: ${size_caption}px; min-height: 16px; }
QPushButton[kind="keys"]:hover { border-color: $text_faint; color: $text; }
QPushButton[kind="keys"]:focus { border: 2px solid $focus; padding: 2px 8px; }
QPushButton[kind="keys"][state="waiting"] { background: $accent_soft; border-color: $accent; color: $accent_text; }
QPushButton[kind="keys"][state="own"] { color: $text; border-color: $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 7px; padding: 5px;
  color: $text_muted; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton[kind="toggle"]:checked { background: transparent; }
QToolButton[kind="tab"]:checked { background: $accent_soft; }
QToolButton[kind="toggle"]:hover { background: $hover; }
QToolButton:focus { border-color: $focus; outline: none; }
QToolButton[kind="filled"] { background: $accent; border-radius: 9px; padding: 7px; }
QToolButton[kind="filled"]:hover { background: $accent_hover; }
QToolButton[kind="filled"]:focus { border: 2px solid $focus; padding: 6px; }
QToolButton[kind="filled"]:disabled { background: $track; }
QToolButton::menu-indicator { image: none; width: 0; }
QCheckBox, QRadioButton { spacing: 8px; color: $text; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $border_strong;
  background: $field; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; background: $on_accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
""")

_FIELDS = Template("""
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit[kind="field"], QTextEdit[kind="field"] {
  background: $field; color: $text; border: 1px solid $border_strong; border-radius: 8px; padding: 6px 10px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 18px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $text_faint; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit[kind="field"]:focus,
QTextEdit[kind="field"]:focus { border: 2px solid $focus; padding: 5px 9px; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: $text_faint; background: $sidebar; border-color: $border; }
QLineEdit[kind="search"] { background: $hover; border: 1px solid transparent; padding-left: 4px; }
QLineEdit[kind="search"]:hover { border-color: $border; }
QLineEdit[kind="search"]:focus { background: $field; border: 2px solid $focus; padding-left: 3px; }
QLineEdit[kind="palette"], QLineEdit[kind="palette"]:focus, QLineEdit[kind="palette"]:hover { background: transparent;
  border: 0; padding: 8px 10px; font-size: ${size_heading}px; }
QLineEdit[kind="title"] { background: transparent; border-color: transparent; font-weight: 600;
  font-size: ${size_heading}px; padding-left: 4px; }
QLineEdit[kind="title"]:hover { border-color: $border; }
QLineEdit[kind="title"]:focus { background: $field; border: 2px solid $focus; padding-left: 3px; }
QLineEdit[kind="inline"] { border-radius: 6px; padding: 3px 7px; }
QLineEdit[state="wrong"], QAbstractSpinBox[state="wrong"] { border: 1px solid $danger; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover,
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:hover { border: 0; padding: 0;
  background: transparent; min-height: 0; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 1px; height: 1px; border: 0; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 1px; height: 1px;
  border: 0; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QAbstractSpinBox[kind="number"] { padding: 3px 6px; min-height: 18px; }
QAbstractSpinBox[kind="number"]:focus { padding: 2px 5px; }
QPlainTextEdit, QTextEdit { background: transparent; color: $text; border: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextBrowser { background: transparent; border: 0; }
QPlainTextEdit[kind="log"] { background: $code; border: 1px solid $border; border-radius: 8px; padding: 8px;
  font-family: $mono; font-size: ${size_caption}px; }
QComboBox::drop-down { border: 0; width: 18px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong; padding: 4px;
  selection-background-color: $hover; selection-color: $text; outline: 0; }
QSlider { background: transparent; min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: $handle; border: 1px solid $border_strong; }
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider:focus { outline: none; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QSlider::sub-page:horizontal:disabled { background: $border_strong; }
""")

_LISTS = Template("""
QListView, QTreeView { background: transparent; border: 0; outline: 0; color: $text; }
QTableView { background: $card; border: 1px solid $border; border-radius: 8px; gridline-color: $border;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0; alternate-background-color: $sidebar; }
QTableView::item { padding: 4px 8px; border: 0; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $sidebar; color: $text_muted; border: 0; border-bottom: 1px solid $border;
  padding: 6px 8px; font-size: ${size_caption}px; font-weight: 500; }
QTableCornerButton::section { background: $sidebar; border: 0; }
QMenu { icon-size: ${icon}px; background: $raised; border: 1px solid $border_strong; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 6px; color: $text; background: transparent; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text_faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 6px; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { padding: 7px 2px; margin-right: 20px; color: $text_muted; border: 0;
  border-bottom: 2px solid transparent; font-weight: 500; background: transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabWidget::pane { border: 0; }
QDialog, QMessageBox { background: $window; }
QStatusBar { background: $sidebar; color: $text_muted; }
""")


def stylesheet(colours: Colours, scale: float) -> str:
    """Return the style sheet for these colours at this text scale."""
    values = {name: getattr(colours, name) for name in colours.__dataclass_fields__}
    values["mono"] = css_families(MONO)
    values["segment"] = colours.track if colours.dark else colours.raised
    values["icon"] = round(16 * (0.3 + 0.7 * scale))
    values["handle"] = "#F4F4F6" if colours.dark else "#FFFFFF"
    for style in Type:
        values[f"size_{style.name.lower()}"] = scaled(style, scale)
    parts = (_TEXTS, _SURFACES, _BUTTONS, _FIELDS, _LISTS)
    return "".join(part.substitute(values) for part in parts)
