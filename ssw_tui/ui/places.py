"""Where everything has its place in the app: the views, and in which view and tab a kind of record is shown."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from ssw_tui.ui.session import Session
from ssw_tui.ui.views.base import View


class Place(NamedTuple):
    """Where a kind of record is shown."""

    view: str
    """The view's id."""
    tab: str | None = None
    """The tab in it, where it has tabs; None in a view with tabs: what is opened is a tab itself."""


PLACES: Mapping[str, Place] = {
    "field": Place("fields"),
    "other-work": Place("fields"),
    "quiz-with-field": Place("quiz"),
    "procedure": Place("steps"),
    "document": Place("steps"),
    "risk": Place("risks", "risks"),
    "self-check-question": Place("risks", "self-check"),
    "article": Place("risks", "articles"),
    "support-duty": Place("risks", "support"),
    "support-part": Place("risks", "support"),
    "employer-notice": Place("risks", "support"),
    "answer": Place("reference", "answers"),
    "term": Place("reference", "terms"),
    "topic": Place("reference", "topics"),
    "guide-statement": Place("reference", "guide"),
    "rule": Place("reference", "rules"),
    "link": Place("reference", "links"),
    "counter-card": Place("reference", "counter"),
    "home-country": Place("reference", "countries"),
    "source": Place("reference", "sources"),
    "change-day": Place("reference", "changes"),
    "reference": Place("reference"),
    "risks": Place("risks"),
}
"""By what is opened: a kind of record, a view with tabs, or something that a view begins."""

_CLASSES: Mapping[str, str] = {
    "overview": "overview:OverviewView",
    "fields": "fields:FieldsView",
    "quiz": "quiz:QuizView",
    "steps": "steps:StepsView",
    "risks": "risks:RisksView",
    "card": "card:CardView",
    "reference": "reference:ReferenceView",
}


def make_view(view_id: str, session: Session) -> View:
    """Make a view; each is imported when it is first opened."""
    module, _, name = _CLASSES[view_id].partition(":")
    made = getattr(import_module(f"ssw_tui.ui.views.{module}"), name)(session, view_id)
    assert isinstance(made, View)  # noqa: S101 - tells the type checker what the table names
    return made
