"""The numbers and colours every widget is drawn with; nothing else in the window names a colour or a size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Space(IntEnum):
    """Distances in pixels: multiples of four, eight between things that belong together."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corner radii in pixels."""

    SMALL = 6
    MEDIUM = 8
    LARGE = 12


@dataclass(frozen=True, kw_only=True)
class Colours:
    """One theme. Names say what a colour is for; texts keep 4.5:1 on every ground they stand on."""

    dark: bool
    window: str
    sidebar: str
    rail: str
    card: str
    raised: str
    field: str
    hover: str
    pressed: str
    selected: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    accent_text: str
    on_accent: str
    focus: str
    danger: str
    danger_hover: str
    danger_soft: str
    danger_text: str
    warning_soft: str
    warning_text: str
    success: str
    success_soft: str
    success_text: str
    code: str
    bubble: str
    track: str
    shadow: str
    toast: str
    on_toast: str
    toast_accent: str
    pygments: str


LIGHT = Colours(
    dark=False,
    window="#FFFFFF",
    sidebar="#F8F8FA",
    rail="#F2F2F5",
    card="#FFFFFF",
    raised="#FFFFFF",
    field="#FFFFFF",
    hover="#EFEFF3",
    pressed="#E5E5EB",
    selected="#E9E9F0",
    border="#E7E7EC",
    border_strong="#D3D3DB",
    text="#1A1A1F",
    text_muted="#5C5C68",
    text_faint="#676775",
    accent="#5B5BD6",
    accent_hover="#5151CD",
    accent_pressed="#4646BA",
    accent_soft="#EEEEFC",
    accent_text="#4B4BC3",
    on_accent="#FFFFFF",
    focus="#9B9BEF",
    danger="#CE2C47",
    danger_hover="#BC2440",
    danger_soft="#FDEFF1",
    danger_text="#B3203A",
    warning_soft="#FFF5DC",
    warning_text="#855400",
    success="#1F8F57",
    success_soft="#E7F6EE",
    success_text="#17704A",
    code="#F5F5F8",
    bubble="#F1F1F6",
    track="#E3E3EA",
    shadow="#14142B",
    toast="#232329",
    on_toast="#F4F4F6",
    toast_accent="#B1B1FA",
    pygments="friendly",
)

DARK = Colours(
    dark=True,
    window="#17171B",
    sidebar="#131316",
    rail="#0F0F12",
    card="#1C1C21",
    raised="#202026",
    field="#1C1C21",
    hover="#2A2A31",
    pressed="#34343D",
    selected="#2E2E36",
    border="#2A2A31",
    border_strong="#3C3C46",
    text="#ECECF1",
    text_muted="#A9A9B6",
    text_faint="#9696A4",
    accent="#6767E1",
    accent_hover="#7676EA",
    accent_pressed="#5D5DD6",
    accent_soft="#26264A",
    accent_text="#ABABF9",
    on_accent="#FFFFFF",
    focus="#6E6EE6",
    danger="#D5405A",
    danger_hover="#E04D67",
    danger_soft="#3A1B23",
    danger_text="#FF93A5",
    warning_soft="#352A12",
    warning_text="#F0C266",
    success="#37A871",
    success_soft="#15301F",
    success_text="#77D6A6",
    code="#111114",
    bubble="#26262D",
    track="#34343D",
    shadow="#000000",
    toast="#34343D",
    on_toast="#F4F4F6",
    toast_accent="#B5B5FB",
    pygments="github-dark",
)
