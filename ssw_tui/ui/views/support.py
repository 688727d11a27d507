"""What one is owed: the support plan as a tab, with a check list whose ticks are kept for each card."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ssw_tui.errors import DataUnavailableError
from ssw_tui.folding import fold
from ssw_tui.output.page import Page, Sign, Tone
from ssw_tui.output.pages import support as pages
from ssw_tui.output.pages import support_checklist as checklist
from ssw_tui.records.support import EmployerNotice, SupportDuty, SupportPart, SupportQuestion
from ssw_tui.tracker.records import CardFile, CardStatus, TickKind
from ssw_tui.ui.session import Session
from ssw_tui.ui.widgets.choice_list import Row


@frozen(kw_only=True)
class SupportTab:
    """The duties with the questions of the check list under them, what holds for all of them, and the notices."""

    id: str = "support"
    title: str = "What you are owed"
    filter_hint: str = "f: what you miss: airport, rent, interpreter, 面談"
    answer_keys: Sequence[tuple[str, str]] = (("space", "got it"),)

    def rows(self, session: Session, words: str) -> Sequence[Row]:
        """Give what fits the words: a duty with all its questions, where it or one of them does."""
        wanted = fold(words).split()
        groups = ((heading, list(rows)) for heading, rows in _groups(session, wanted))
        return [
            Row(id="progress", cells=(_progress(session),), heading=True),
            *(
                row
                for heading, rows in groups
                if rows
                for row in (Row(id=f"heading-{heading}", cells=(heading,), heading=True), *rows)
            ),
        ]

    def page_of(self, session: Session, row_id: str) -> Page:
        """Give the page of a question, a duty, a part or a notice; of the check list as it stands."""
        reader, library = session.reader, session.library
        if row_id == pages.CHECKLIST:
            return checklist.checklist_page(reader, _ticked(session), is_no2=_is_no2(session))
        if asked := checklist.every_question(reader).get(row_id):
            return checklist.question_page(reader, asked.question, received=row_id in _ticked(session))
        if duty := library.all(SupportDuty).get(row_id):
            return pages.duty_page(reader, duty)
        if part := library.all(SupportPart).get(row_id):
            return pages.part_page(reader, part)
        return pages.notice_page(reader, library.all(EmployerNotice)[row_id])

    def takes_answer(self, session: Session, row_id: str) -> bool:
        """Whether a row is a question of the check list, not a duty or a notice."""
        return row_id in checklist.every_question(session.reader)

    def answer(self, session: Session, row_id: str, key: str) -> bool:
        """Tick a question off, or take the tick back; the focus stays."""
        session.set_tick(TickKind.SUPPORT, row_id, ticked=row_id not in _ticked(session))
        return False


def _groups(session: Session, wanted: Sequence[str]) -> Iterator[tuple[str, Iterator[Row]]]:
    library = session.library
    parts, duties = library.all(SupportPart).values(), library.all(SupportDuty).values()
    notices = library.all(EmployerNotice).values()
    lead = session.look.signs[Sign.BULLET]
    yield "The plan", _owners(session, [part for part in parts if not part.after_duties], wanted)
    yield "The ten duties", _owners(session, duties, wanted)
    yield "If you do not get it", _owners(session, [part for part in parts if part.after_duties], wanted)
    named = ((notice, f"{notice.title} ({notice.form})") for notice in notices)
    yield (
        "Who files which notice",
        (Row(id=one.id, lead=f"{lead} ", cells=(name,)) for one, name in named if _fits(name, one.what, wanted)),
    )


def _owners(session: Session, owners: Iterable[SupportDuty | SupportPart], wanted: Sequence[str]) -> Iterator[Row]:
    ticked = _ticked(session)
    for owner in owners:
        name = _name(owner)
        if not _fits(name, (*owner.words, *(question.text for question in owner.questions)), wanted):
            continue
        yield Row(id=owner.id, cells=(name,), tone=Tone.STRONG if owner.questions else Tone.NORMAL)
        for question in owner.questions:
            yield _row(session, question, received=question.id in ticked)


def _row(session: Session, question: SupportQuestion, *, received: bool) -> Row:
    sign = session.look.signs[Sign.TICKED if received else Sign.OPEN]
    only = f"\t({question.only_if})" if question.only_if else ""
    title = session.reader.say(question.title)
    return Row(id=question.id, lead=f"    {sign} ", cells=(f"{title}{only}",))


def _name(owner: SupportDuty | SupportPart) -> str:
    if isinstance(owner, SupportPart):
        return owner.title
    return f"{owner.number} {owner.letter} {owner.name}"


def _fits(name: str, texts: Iterable[str], wanted: Sequence[str]) -> bool:
    said = fold(" ".join((name, *texts)))
    return all(word in said for word in wanted)


def _progress(session: Session) -> str:
    said = checklist.progress(session.reader, _ticked(session))
    files = _files(session)
    whose = [file.card.label for file in files if file.card.id == session.current_card] if len(files) > 1 else []
    return f"{said}\nCheck marks of: {whose[0]}" if whose else said


def _is_no2(session: Session) -> bool:
    return any(file.status is CardStatus.SSW2 for file in _files(session) if file.card.id == session.current_card)


def _files(session: Session) -> Sequence[CardFile]:
    try:
        return session.card_files()
    except DataUnavailableError:
        return ()


def _ticked(session: Session) -> frozenset[str]:
    try:
        return frozenset(key for kind, key in session.ticks() if kind == TickKind.SUPPORT)
    except DataUnavailableError:
        return frozenset()
