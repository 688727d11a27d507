"""What to avoid, what to do after it, what one is owed, and whom to call."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from ssw_tui.errors import DataUnavailableError
from ssw_tui.output.pages import self_check
from ssw_tui.output.pages.help_lines import LANGUAGES
from ssw_tui.output.pages.risks import WHO_WORD
from ssw_tui.records.risk import Risk
from ssw_tui.records.self_check import Reply, SelfCheckQuestion
from ssw_tui.ui.dialogs.choose import ChooseDialog
from ssw_tui.ui.dialogs.help_lines import HelpLinesDialog, language_rows
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.risk_tabs import REPLY_KEYS, RESULT, AnsweringTab, HelpLinesTab, RisksTab, SelfCheckTab, risk_tabs
from ssw_tui.ui.views.tabbed import TabbedView
from ssw_tui.ui.widgets.choice_list import Row
from ssw_tui.ui.widgets.key_bar import KeyHint
from ssw_tui.ui.widgets.switch_line import Switch, SwitchLine

MOST_IN_FOOTER = 3


class RisksView(TabbedView):
    """The risks, worst first, and what belongs to them, in tabs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"answer('{key}')", show=False) for key in ("space", "backspace", *REPLY_KEYS)),
        # Where nothing is answered, these mean what they mean in every list.
        Binding("y", "copy_link", show=False),
        Binding("n", "next_row", show=False),
        Binding("w", "who", show=False),
        Binding("s", "language", show=False),
        Binding("h", "call", show=False),
    ]
    title = "Risks: what to avoid"

    def __init__(self, session: Session, view_id: str) -> None:
        super().__init__(session, view_id, risk_tabs())
        self.switches = SwitchLine(self._switches)

    def below_filter(self) -> Sequence[Widget]:
        """Give the switches that narrow or order the list."""
        return (self.switches,)

    @property
    def _switches(self) -> tuple[Switch, ...]:
        match self.tab:
            case RisksTab(who=who):
                text = f"who can do wrong: {WHO_WORD[who] if who else 'anybody'}"
                return (Switch(key="w", text=text, is_on=None, action="who"),)
            case HelpLinesTab():
                chosen = LANGUAGES[self.session.language].name if self.session.language else "any language"
                return (Switch(key="s", text=f"who speaks: {chosen}", is_on=None, action="language"),)
            case _:
                return ()

    def refresh_rows(self, keep: str | None = None) -> None:
        """Fill the list, the switches and the page again."""
        self.switches.switches = self._switches
        self.switches.display = bool(self._switches)
        super().refresh_rows(keep)

    def open_found(self, kind: str, record_id: str) -> None:
        """Show a record in the tab of its kind, also a risk of somebody else than those who are listed."""
        for tab in self.tabs.values():
            if isinstance(tab, RisksTab):
                tab.who = None
        super().open_found(kind, record_id)

    # Answers

    @property
    def _answering(self) -> AnsweringTab | None:
        return self.tab if isinstance(self.tab, AnsweringTab) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of answers to others where nothing is answered, or where the page is read."""
        if action != "answer":
            return True
        tab = self._answering
        return tab is not None and self.list.has_focus and parameters[0] in {key for key, _ in tab.answer_keys}

    def action_answer(self, key: str) -> None:
        """Answer the row in focus, or tick it off."""
        tab, row_id = self._answering, self.list.chosen
        if tab is None or row_id is None or not tab.takes_answer(self.session, row_id):
            return
        try:
            goes_on = tab.answer(self.session, row_id, key)
        except DataUnavailableError as error:
            self.post_message(self.Failed(error))
            return
        self.refresh_rows(keep=row_id)
        if goes_on:
            self.action_next_row()

    def selected(self, row_id: str) -> None:
        """Ask for the answer to a question; else read the page."""
        question = self.session.library.all(SelfCheckQuestion).get(row_id)
        if not isinstance(self.tab, SelfCheckTab) or question is None:
            self.action_read()
            return
        asked = Row(id="question", cells=(self.session.reader.say(question.text),), heading=True)
        rows = (asked, *(Row(id=reply.value, cells=(self_check.REPLY_WORD[reply],)) for reply in Reply))
        reply = self.tab.replies.get(row_id)
        self.app.push_screen(ChooseDialog(question.title, rows, reply.value if reply else None), self._reply)

    def action_choose(self) -> None:
        """Do what enter does on the row in focus."""
        if self.list.chosen:
            self.selected(self.list.chosen)

    def _reply(self, chosen: str | None) -> None:
        if chosen is not None:
            self.action_answer(next(key for key, reply in REPLY_KEYS.items() if reply == chosen))

    # Narrowing

    def action_who(self) -> None:
        """List the risks of the next who acts."""
        if isinstance(self.tab, RisksTab):
            self.tab.turn()
            self.refresh_rows()

    def back(self) -> bool:
        """Leave the page, then the filter, then whose risks are listed."""
        if super().back():
            return True
        if not isinstance(self.tab, RisksTab) or self.tab.who is None:
            return False
        self.tab.who = None
        self.refresh_rows()
        return True

    def action_language(self) -> None:
        """Ask which language a line should speak."""
        if isinstance(self.tab, HelpLinesTab):
            dialog = ChooseDialog("Who speaks", language_rows(self.session.reader), self.session.language)
            self.app.push_screen(dialog, self._set_language)

    def _set_language(self, chosen: str | None) -> None:
        if chosen is not None:
            self.session.language = chosen or None
            self.refresh_rows()

    # Whom to call

    def action_call(self) -> None:
        """Show whom to call about the risk in focus, or about the result."""
        self.app.push_screen(HelpLinesDialog(self.session, named=self._named_lines()))

    def _named_lines(self) -> tuple[str, ...]:
        risks = self.session.library.all(Risk)
        match self.tab, self.list.chosen:
            case RisksTab(), str(risk_id):
                return risks[risk_id].consult
            case SelfCheckTab(replies=replies), str(row_id):
                found = self_check.outcome_of(self.session.reader, replies).concerns if row_id == RESULT else ()
                return tuple(dict.fromkeys(line for concern in found for line in concern.risk.consult))
            case _:
                return ()

    # Keys

    @property
    def list_hints(self) -> Sequence[KeyHint]:
        """What answers the row where it is answered, else the keys of lists, and calling."""
        tab, read, narrow = super().list_hints
        match self._answers:
            case ():
                return (tab, read, *self._calls, narrow)
            case (only,):
                return (only, tab, read)
            case several:
                return (*several, tab)

    @property
    def reading_hints(self) -> Sequence[KeyHint]:
        """The way back, whom to call, and what the page can open."""
        back, *more = super().reading_hints
        return (back, *self._calls, *more)

    @property
    def _answers(self) -> tuple[KeyHint, ...]:
        tab, row_id = self._answering, self.list.chosen
        if tab is None or row_id is None or not tab.takes_answer(self.session, row_id):
            return ()
        return tuple(KeyHint(key, text, f"answer('{key}')") for key, text in tab.answer_keys[:MOST_IN_FOOTER])

    @property
    def _calls(self) -> tuple[KeyHint, ...]:
        """Whom to call, where the row says about what; elsewhere the footer has it anyway."""
        about = isinstance(self.tab, RisksTab) or self.list.chosen == RESULT
        return (KeyHint("h", "call", "call"),) if about else ()

    @property
    def own_digits(self) -> str:
        """Those that answer."""
        keys = self._answering.answer_keys if self._answering and self.list.has_focus else ()
        return "".join(key for key, _ in keys if key.isdigit())

    @property
    def keys_help(self) -> Sequence[tuple[str, str, str]]:
        """The keys of this tab, then those of tabs and lists."""
        own = self._tab_keys()
        taken = {key for key, _, _ in own}
        return (*own, *(known for known in super().keys_help if known[0] not in taken))

    def _tab_keys(self) -> Sequence[tuple[str, str, str]]:
        match self.tab:
            case RisksTab():
                return (
                    ("h", "Whom to call about this risk.", "call"),
                    ("w", "Whose risks: everybody's, yours, the employer's, the support organisation's.", "who"),
                )
            case SelfCheckTab() if self._answers:
                return (
                    ("y", "Yes. The key 1 too.", "answer('y')"),
                    ("n", "No. The key 2 too.", "answer('n')"),
                    ("0", "I do not know.", "answer('0')"),
                    ("backspace", "Take the answer back.", "answer('backspace')"),
                    ("enter", "Choose the answer from a list.", "choose"),
                )
            case HelpLinesTab():
                return (("s", "Choose a language: who speaks it comes first.", "language"),)
            case AnsweringTab(answer_keys=keys) if self._answers:
                return [(key, f"{text.capitalize()}, or take it back.", f"answer('{key}')") for key, text in keys]
            case _:
                return ()
