"""Render the application's icon from its two drawings: `python packaging/render_icons.py`.

Needs PySide6, so run it with the project's own environment. Sizes up to 24 pixels come from a drawing
of their own whose edges lie on whole pixels; the large drawing blurs there.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST_SMALL = 24


def drawing_for(size: int) -> Path:
    """Return the drawing that reads best at `size` pixels."""
    return ICONS / ("hone-small.svg" if size <= LARGEST_SMALL else "hone.svg")


def render(size: int) -> QImage:
    """Return the icon as an image of `size` by `size` pixels with a transparent background."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing_for(size))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main() -> None:
    """Write one PNG per size beside the drawings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for size in SIZES:
        target = ICONS / f"hone-{size}.png"
        if not render(size).save(str(target)):
            raise SystemExit(f"Cannot write {target}.")
        print(f"{target.name}: {target.stat().st_size} bytes")
    del application


if __name__ == "__main__":
    main()
