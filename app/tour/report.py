"""The tour's report: one HTML page with every line and picture."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from app.tour.story import Story

TEMPLATES = Path(__file__).resolve().parent


def write_report(story: Story, lang: str) -> Path:
    """Write ``index.html`` into the story's folder and return its path."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(("j2",)))
    page = environment.get_template("report.html.j2").render(story=story, lang=lang)
    file = story.folder / "index.html"
    file.write_text(page, encoding="utf8")
    return file
