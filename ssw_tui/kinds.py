"""Which kinds of record there are, and where each lies; a class is imported when its kind is first asked for."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """Where a kind of record lies."""

    name: str
    """What references and messages call it; in a list file also the table's name."""
    record_class: str
    """Its class, as "module:Class" of the records."""
    place: str
    """A file with a list of records, or a folder: one record a file (place/ID.toml) unless `listed`."""
    listed: bool = True
    """Whether a file holds a list of records; else a file is one record, named after its id."""
    order: str | None = None
    """The number in a record that puts records in order; None: as they stand in the files."""

    @property
    def record(self) -> type[Any]:
        """Its class."""
        return _record(self.record_class)


@cache
def _record(place: str) -> type[Any]:
    module, _, name = place.partition(":")
    found: type[Any] = getattr(import_module(f"ssw_tui.records.{module}"), name)
    return found


KINDS = (
    Kind("source", "source:Source", "sources.toml"),
    Kind("figure", "figure:Figure", "figures.toml"),
    Kind("field", "field:Field", "fields.toml"),
    Kind("field-detail", "field_detail:FieldDetail", "fields", listed=False),
    Kind("field-people", "field_detail:FieldPeople", "field-people.toml"),
    Kind("other-work", "other_work:OtherWork", "other-work.toml"),
    Kind("rule", "rule:Rule", "rules"),
    Kind("change", "change:NamedChange", "changes.toml"),
    Kind("overview-section", "reference:OverviewSection", "overview.toml"),
    Kind("procedure", "procedure:Procedure", "procedures", listed=False, order="position"),
    Kind("document", "document:Document", "documents.toml"),
    Kind("counter-card", "counter:CounterCard", "counter-cards.toml"),
    Kind("home-country", "home_country:HomeCountry", "home-countries.toml"),
    Kind("fee", "fee:Fee", "fees.toml"),
    Kind("deadline", "deadline:Deadline", "deadlines.toml"),
    Kind("risk", "risk:Risk", "risks.toml"),
    Kind("help-line", "risk:HelpLine", "help-lines.toml"),
    Kind("law", "article:Law", "laws.toml"),
    Kind("article", "article:Article", "articles.toml"),
    Kind("self-check-question", "self_check:SelfCheckQuestion", "self-check.toml"),
    Kind("support-duty", "support:SupportDuty", "support/duties.toml"),
    Kind("support-part", "support:SupportPart", "support/parts.toml"),
    Kind("employer-notice", "support:EmployerNotice", "support/notices.toml"),
    Kind("answer", "reference:Answer", "answers.toml"),
    Kind("term", "reference:Term", "terms.toml"),
    Kind("link", "reference:Link", "links.toml"),
    Kind("topic", "reference:Topic", "topics.toml"),
    Kind("guide-statement", "reference:GuideStatement", "guide.toml"),
    Kind("search-words", "reference:SearchWords", "search-words.toml"),
    Kind("question", "quiz:Question", "questions.toml"),
    Kind("definition", "quiz:Definition", "quiz/definitions.toml"),
    Kind("quantity", "quiz:Quantity", "quiz/quantities.toml"),
    Kind("row", "quiz:Row", "quiz/rows"),
    Kind("verdict", "quiz:VerdictText", "quiz/verdicts.toml"),
)
KIND_NAMED: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
_BY_CLASS: Mapping[str, Kind] = {f"ssw_tui.records.{kind.record_class}": kind for kind in KINDS}


def kind_of(record: type[Any]) -> Kind:
    """Give the kind of a record class."""
    return _BY_CLASS[f"{record.__module__}:{record.__qualname__}"]
