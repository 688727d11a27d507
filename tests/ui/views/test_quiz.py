from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from textual.widgets import Input

from ssw_tui.advice.answers import Answer
from ssw_tui.records.quiz import QuestionKind
from ssw_tui.ui.dialogs.answer import AnswerDialog
from ssw_tui.ui.session import Session
from ssw_tui.ui.views.quiz import QuizView
from ssw_tui.ui.views.steps import StepsView
from ssw_tui.ui.widgets.key_bar import KeyBar
from tests.ui.conftest import NewSession
from tests.ui.opened import Opened, opened

MOST_QUESTIONS = 60
FARM_WORK: Mapping[str, Answer] = {
    "goal": "no1",
    "location": "abroad",
    "field": "agriculture",
    "passport": "VN",
    "home-steps": "done",
    "age": "18-or-over",
    "health": "fit",
    "record": "clean",
    "offer": "direct",
    "terms": "yes",
    "deposit": "no",
    "agency": "none",
    "skills-test": "passed",
    "japanese": "n4",
    "no1-months": Decimal(0),
}
"""Somebody who meets the conditions for farm work, asked for in this order."""
NO_TEST: Mapping[str, Answer] = {**FARM_WORK, "skills-test": "not-passed", "training-length": "none"}


async def _start(run: Opened) -> QuizView:
    await run.go("quiz")
    view = run.view_as(QuizView)
    await run.until(lambda: run.app.focused is not None)
    return view


async def _answer(run: Opened, answer: Answer) -> None:
    """Answer the question that is asked, with the keyboard."""
    view = run.view_as(QuizView)
    question = view.question
    assert question is not None
    await run.until(lambda: view.first_focus is not None and view.first_focus.has_focus)
    if isinstance(answer, str):
        view.list.choose(answer)
        assert view.list.chosen == answer
    else:
        await run.type(str(answer))
    await run.press("enter")
    await run.until(lambda: view.question is not question)
    await run.settle()


async def _answer_all(run: Opened, answers: Mapping[str, Answer]) -> list[str]:
    """Answer until the result is there; give the questions that were asked. What is not given is not known."""
    view = run.view_as(QuizView)
    asked: list[str] = []
    while view.question is not None and len(asked) < MOST_QUESTIONS:
        together = list(view.asking.together)
        asked += together or [view.question.id]
        if together:
            await _answer_together(run, answers)
        else:
            await _answer(run, answers.get(asked[-1], "unknown"))
    return asked


async def _answer_together(run: Opened, answers: Mapping[str, Answer]) -> None:
    """Answer the questions that share a page."""
    view = run.view_as(QuizView)
    before = view.question
    for question in list(view.asking.together):
        await run.until(lambda: view.list.has_focus)
        view.list.choose(f"{question}/{answers.get(question, 'unknown')}")
        await run.press("enter")
    await run.until(lambda: view.question is not before)
    await run.settle()


def _asked(run: Opened) -> str | None:
    question = run.view_as(QuizView).question
    return question.id if question else None


def _result(run: Opened) -> str:
    page = run.view_as(QuizView).page.page
    assert page is not None
    return page.title


async def test_it_begins_with_the_goal_and_says_why_it_asks(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)

        assert _asked(run) == "goal"
        assert "1. What do you want to do?" in run.text
        assert "Why we ask: Each goal has its own conditions." in run.words
        assert "0  I don't know" in run.text
        assert view.list.has_focus


async def test_a_digit_answers_and_the_next_question_is_asked(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1")
        assert _asked(run) == "location"
        assert "2. Where are you now?" in run.text
        assert "So far: Get Specified Skilled Worker No.1" in run.words

        await run.press("0")
        assert run.view_as(QuizView).taken.answers["location"] == "unknown"


async def test_arrows_and_enter_answer_too(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("down", "down", "enter")

        assert view.taken.answers == {"goal": "change-employer"}


async def test_a_digit_without_an_option_does_nothing(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1", "7")

        assert _asked(run) == "location"
        assert run.view.id == "quiz"


async def test_one_goes_back_and_no_answer_is_lost(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("2", "2", "escape")
        assert _asked(run) == "location"
        assert view.list.chosen == "in-japan"

        for key in ("left", "backspace", "escape"):
            await run.press(key)
            assert _asked(run) == "goal"
            assert view.list.chosen == "no2"
            await run.press(key)
            assert _asked(run) == "goal"

            await run.press("enter")
            assert _asked(run) == "location"
            assert view.list.chosen == "in-japan"


async def test_a_field_is_found_as_one_types_while_arrows_move(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1")
        assert _asked(run) == "field"
        await run.until(lambda: view.input.has_focus)
        assert view.list.rows[0].id == "nursing-care"

        await run.type("wood")
        found = [row.id for row in view.list.rows]
        assert "wood-industry" in found
        assert found[-1] == "unknown"
        await run.press("down", "up")
        view.list.choose("wood-industry")
        await run.press("enter")
        assert view.taken.answers["field"] == "wood-industry"
        assert _asked(run) == "passport"


async def test_a_work_word_in_japanese_finds_the_field(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1")
        await run.until(lambda: view.input.has_focus)
        await run.type("やさい")
        await run.press("enter")

        assert view.taken.answers["field"] == "agriculture"


async def test_where_nothing_fits_it_says_so_and_takes_nothing(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1")
        await run.until(lambda: view.input.has_focus)
        await run.type("astronaut")
        assert "q" not in {hint.shown for hint in run.app.query_one(KeyBar).hints}
        await run.press("enter")

        assert 'Nothing fits "astronaut".' in run.words
        assert _asked(run) == "field"
        assert "field" not in view.taken.answers


async def test_one_goes_back_from_a_half_typed_answer_to_the_answer_given_before(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1")
        await _answer(run, "agriculture")
        assert _asked(run) == "passport"
        await run.type("viet")
        await run.press("escape")

        await run.until(lambda: _asked(run) == "field")
        await run.settle()
        assert view.list.chosen == "agriculture"
        await run.press("enter")
        assert view.taken.answers["field"] == "agriculture"


async def test_what_is_no_number_is_said_and_not_taken(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        for text, said in (("many", '"many" is no number'), ("-3", "number from 0")):
            view.ask(view.taken.quiz.questions["no1-months"])
            await run.until(lambda: view.input.has_focus)
            await run.type(text)
            await run.press("enter")

            assert _asked(run) == "no1-months"
            assert said in str(view.fault.content)
            assert view.taken.answers == {}


async def test_what_is_no_day_is_said_and_not_taken(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        view.ask(view.taken.quiz.questions["stay-ends"])
        await run.until(lambda: view.input.has_focus)
        await run.type("2027-02-30")
        await run.press("enter")
        assert "There is no 30 February 2027" in run.words
        assert view.taken.answers == {}

        view.input.value = "令和9年3月15日"
        await run.press("enter")
        assert view.taken.answers == {"stay-ends": date(2027, 3, 15)}


async def test_an_empty_line_means_that_one_does_not_know(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        for question in ("stay-ends", "no1-months"):
            view.ask(view.taken.quiz.questions[question])
            await run.until(lambda: view.input.has_focus)
            await run.press("enter")

            assert view.taken.answers[question] == "unknown"


async def test_somebody_who_meets_the_conditions_is_told_so_with_reasons(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        await _start(run)
        asked = await _answer_all(run, FARM_WORK)

        assert asked == list(FARM_WORK)
        view = run.view_as(QuizView)
        assert view.taken.result.verdict == "meets"
        assert view.page.has_focus
        assert _result(run) in run.text
        assert "by the rules as of 22 Nov 2026" in run.words
        assert [line.strip() for line in run.lines].count("Met") == 1


async def test_one_wrong_answer_is_told_with_the_smallest_way(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        await _start(run)
        await _answer_all(run, NO_TEST)

        view = run.view_as(QuizView)
        assert view.taken.result.verdict == "not-yet"
        assert "Missing" in run.text
        assert "The smallest way" in run.text


async def test_a_quiz_of_which_nothing_is_known_promises_nothing(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        asked = await _answer_all(run, {"goal": "no1", "location": "abroad"})

        assert len(asked) < MOST_QUESTIONS
        assert run.view_as(QuizView).taken.result.verdict == "check"
        assert "The result can still be" in run.words


async def test_the_result_can_be_seen_before_all_is_answered(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("r")
        assert _asked(run) == "goal"

        await run.press("1", "1", "escape", "r")
        assert _asked(run) is None
        assert _result(run) in run.text
        assert view.page.has_focus

        await run.press("c")
        assert _asked(run) == "goal"
        assert view.list.chosen == "no1"


async def test_escape_leads_from_the_result_so_far_to_the_question_that_was_open(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "r")
        assert "esc back" in run.footer
        await run.press("escape")
        assert _asked(run) == "location"
        assert view.taken.page_number == 2

        await run.press("escape", "r")
        assert "esc back" in run.footer
        await run.press("escape")
        assert _asked(run) == "goal"
        assert view.list.chosen == "no1"

        await run.press("escape")
        assert _asked(run) == "goal"


async def test_after_other_answers_escape_leads_from_the_result_to_the_last_of_them(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("c", "r")
        await _what_if(run, "japanese", "1")
        await run.press("v", "escape")

        assert _asked(run) == list(FARM_WORK)[-1]
        assert view.taken.answers["japanese"] == "none"


async def test_from_a_result_that_is_not_finished_one_goes_on_with_what_decides(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "r")
        assert "m go on" in run.footer
        assert run.footer.count("go on") == 1
        assert "Go on with the questions that can still change the result." in {text for _, text, _ in view.keys_help}

        await run.press("m")
        assert _asked(run) == "location"
        assert not view.taken.asks_more


async def test_going_through_the_answers_again_a_changed_one_counts(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("c")
        while _asked(run) != "skills-test":
            await run.press("enter")
        await _answer_all(run, NO_TEST)

        assert view.taken.result.verdict == "not-yet"


async def test_a_result_is_there_after_a_new_start(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        await _start(run)
        await _answer_all(run, FARM_WORK)
        said = _result(run)

    async with opened(new_session()) as run:
        assert "Your last quiz" in run.page_words
        assert "Get Specified Skilled Worker No.1" in run.page_words
        view = await _start(run)
        assert _asked(run) is None
        assert _result(run) == said
        assert view.taken.answers == FARM_WORK


async def test_a_new_quiz_leaves_the_last_result_until_there_is_another(
    session: Session, new_session: NewSession
) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1", "escape", "r", "n")
        assert _asked(run) == "goal"
        assert view.taken.answers == {}

    async with opened(new_session()) as run:
        await _start(run)
        assert _asked(run) is None


async def test_more_questions_are_asked_where_they_can_add_something(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        optional = [name for name in view.taken.result.optional if name not in view.taken.answers]
        assert optional
        assert "m ask more" in run.footer
        assert "More questions, which can only change what stands beside the verdict." in {
            text for _, text, _ in view.keys_help
        }

        await run.press("m")
        assert _asked(run) == optional[0]
        await run.press("escape")
        assert _asked(run) == "no1-months"
        assert "0  I don't know" not in run.text


async def test_a_result_leads_to_its_steps(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        following = view.taken.result.next
        assert following
        await run.press("s")

        await run.until(lambda: run.view.id == "steps")
        procedure = run.view_as(StepsView).procedure
        assert procedure is not None
        assert procedure.id == following[0]


async def test_a_question_that_is_open_leads_to_all_steps(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("s")

        await run.until(lambda: run.view.id == "steps")
        assert run.view_as(StepsView).procedure is None


async def test_a_result_is_shown_by_the_rules_of_the_chosen_day(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1", "1", "escape", "r")
        run.session.chosen_day = date(2019, 4, 1)
        run.app.refresh_views()
        await run.settle()

        assert "the rules as of 1 Apr 2019." in run.words


async def test_a_question_stays_when_the_day_is_changed(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1")
        run.session.chosen_day = date(2019, 4, 1)
        run.app.refresh_views()
        await run.settle()

        assert _asked(run) == "location"


async def test_a_result_that_cannot_be_kept_is_shown_all_the_same(damaged: Session) -> None:
    async with opened(damaged) as run:
        await _start(run)
        await run.press("1", "1", "escape", "r")

        await run.until(lambda: "is damaged and stays as it is" in run.notices)
        assert _result(run) in run.text


async def test_another_view_is_opened_by_click_in_the_middle_of_a_quiz_and_the_quiz_waits(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1")
        await run.click("5 Risks", on=0)
        assert run.view.id == "risks"

        await run.press("3")
        assert _asked(run) == "location"
        await run.until(lambda: run.view_as(QuizView).list.has_focus)


async def test_every_question_fits_the_smallest_window(session: Session) -> None:
    async with opened(session, (60, 20)) as run:
        view = await _start(run)
        for question in view.taken.quiz.questions.values():
            view.ask(question)
            await run.settle()

            assert question.kind is QuestionKind.CATEGORY or view.list.region.height >= 2, question.id
            for widget in (view.asking.prompt, view.list, view.asking.why):
                assert view.region.contains_region(widget.region), question.id
            assert len(run.marked) == 1, question.id


async def test_answers_without_a_result_are_not_thrown_away_unasked(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await run.press("1", "1")
        await run.press("escape", "n")
        assert run.has_dialog
        assert view.taken.answers["goal"] == "no1"

        await run.press("2")
        await run.until(lambda: not run.has_dialog)
        assert view.taken.answers["goal"] == "no1"

        await run.press("n", "1")
        await run.until(lambda: not run.has_dialog)
        await run.until(lambda: not view.taken.answers)


def _actions(run: Opened) -> set[str]:
    """What the list of keys offers in the open view."""
    return {action for _, _, action in run.view.keys_help}


async def _what_if(run: Opened, words: str, digit: str) -> None:
    """Change the answer that fits the words, by keys."""
    await run.press("w")
    await run.until(lambda: isinstance(run.app.focused, Input))
    await run.type(words)
    await run.press("enter")
    await run.until(lambda: isinstance(run.app.screen, AnswerDialog) and run.app.focused is not None)
    await run.press(digit)
    await run.until(lambda: not run.has_dialog)
    await run.settle()


async def test_what_if_shows_what_another_answer_would_change_and_escape_goes_back(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await _what_if(run, "japanese", "1")
        assert "Quiz: what if" in run.status
        assert "keep_answers" in _actions(run)
        assert "What if: find out first" in run.text
        assert "your own answer: JLPT N4" in run.words
        assert "What that changes" in run.text
        assert view.taken.answers == FARM_WORK

        await run.press("escape")
        assert "Quiz: the result" in run.status
        assert "keep_answers" not in _actions(run)
        assert _result(run) == "Conditions met"


async def test_several_answers_are_tried_at_once_and_one_s_own_takes_its_trial_back(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await _what_if(run, "japanese", "1")
        await _what_if(run, "deposit", "2")
        assert set(view.page.trial) == {"japanese", "deposit"}

        await _what_if(run, "japanese", "6")
        assert set(view.page.trial) == {"deposit"}


async def test_what_was_tried_can_be_kept_and_is_saved(session: Session, new_session: NewSession) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await _what_if(run, "japanese", "1")
        await run.press("v")
        assert view.taken.answers["japanese"] == "none"
        assert view.taken.answers["skills-test"] == "passed"
        assert "Quiz: the result" in run.status

    async with opened(new_session()) as run:
        view = await _start(run)
        assert view.taken.answers["japanese"] == "none"
        assert len(run.session.tracker.quizzes()) == 1


async def test_the_rules_of_another_day_are_compared(session: Session) -> None:
    async with opened(session, (100, 60)) as run:
        view = await _start(run)
        await _answer_all(run, {**FARM_WORK, "field": "food-service"})
        await run.press("t")
        await run.type("2026-04-12")
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)
        assert "Quiz: two days compared" in run.status
        assert 'The result changes from "Find out first" to "Wait".' in run.words
        assert "Since 13 Apr 2026" in run.words

        await run.press("escape")
        assert _result(run) == "Wait"
        assert view.question is None


async def test_a_day_that_is_none_is_refused_in_words(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("t")
        await run.type("2026-02-30")
        await run.press("enter")
        assert "There is no 30 February 2026" in run.words


async def test_saved_results_are_listed_opened_and_removed(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("n", "2", "1", "escape", "r", "l")
        assert run.text.count("22 Nov 2026  ") == 2
        assert "Get Specified Skilled Worker No.1" in run.words

        await run.press("down", "enter")
        await run.until(lambda: not run.has_dialog)
        assert view.taken.answers == FARM_WORK
        assert _result(run) == "Conditions met"

        await run.press("l", "r")
        assert len(run.session.tracker.quizzes()) == 1
        await run.press("r")
        assert run.session.tracker.quizzes() == []
        assert "Nothing is saved." in run.text
        await run.press("r", "escape")
        assert _result(run) == "Conditions met"


async def test_showing_one_result_again_saves_it_once(session: Session) -> None:
    async with opened(session) as run:
        await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("c")
        await run.press("r")
        await run.press("c")
        await run.press("r")
        assert len(run.session.tracker.quizzes()) == 1


async def test_the_result_is_written_as_markdown_for_its_owner_alone(session: Session, tmp_path: Path) -> None:
    async with opened(session) as run:
        await _start(run)
        await _answer_all(run, FARM_WORK)
        await run.press("x")
        line = run.app.focused
        assert isinstance(line, Input)
        assert line.value.endswith("ssw-quiz-2026-11-22.md")
        file = tmp_path / "result.md"
        line.value = str(file)
        await run.press("enter")
        await run.until(lambda: not run.has_dialog)
        assert file.read_text(encoding="utf-8").startswith("# Conditions met\n")
        assert file.stat().st_mode & 0o777 == 0o600

        await run.press("x")
        line = run.app.focused
        assert isinstance(line, Input)
        line.value = str(file)
        await run.press("enter")
        assert "is there already" in run.words
        line.value = str(tmp_path / "nowhere" / "result.md")
        await run.press("enter")
        assert "There is no folder" in run.words
        line.value = str(tmp_path)
        await run.press("enter")
        assert "Name a file" in run.words
        for name in (f"/{'x' * 300}", "~nobody-of-that-name/result.md"):
            line.value = name
            await run.press("enter")
            assert "This cannot be the name of a file." in run.words


async def test_r_shows_the_law_behind_every_condition_and_leaves_it_out_again(session: Session) -> None:
    async with opened(session, (100, 100)) as run:
        await _start(run)
        await _answer_all(run, FARM_WORK)
        assert "Landing-criteria Ordinance" not in run.text
        await run.press("r")
        assert "Landing-criteria Ordinance" in run.text
        await run.press("r")
        assert "Landing-criteria Ordinance" not in run.text


async def test_an_answer_says_what_it_would_lead_to(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        while view.question is not None and view.question.id != "offer":
            if view.asking.together:
                await _answer_together(run, FARM_WORK)
            else:
                await _answer(run, FARM_WORK[view.question.id])
        view.list.choose("deposit/yes")
        await run.settle()
        assert "Then the result is: not possible" in run.words


async def test_short_questions_share_a_page_and_only_those_that_matter(session: Session) -> None:
    async with opened(session) as run:
        view = await _start(run)
        for question in ("goal", "location", "field", "passport", "home-steps"):
            await _answer(run, FARM_WORK[question])
        assert list(view.asking.together) == ["age", "health", "record"]
        assert "6. 3 short questions" in run.text
        await run.press("2")
        assert view.list.chosen == "health/fit"
        await run.press("0")
        assert view.list.chosen == "record/clean"
        assert "I would rather not say" in run.text
        assert "[x] I don't know" in run.text
        await run.press("1")
        assert view.taken.answers["age"] == "turns-18-in-time"
        assert view.taken.answers["health"] == "unknown"
        assert view.taken.answers["record"] == "clean"
        assert view.taken.page_number == 7

        await run.press("escape")
        assert list(view.asking.together) == ["age", "health", "record"]
        assert view.list.chosen == "age/turns-18-in-time"
        await run.press("1")
        assert view.taken.answers["age"] == "18-or-over"
        await run.press("left")
        await run.press("left")
        assert _asked(run) == "home-steps"


async def test_answers_without_a_result_are_there_after_leaving_with_q(
    session: Session, new_session: NewSession
) -> None:
    async with opened(session) as run:
        await _start(run)
        await run.press("1", "1", "escape")
        await run.act("app.quit")
        await run.until(lambda: not run.app.is_running)

    async with opened(new_session()) as run:
        view = await _start(run)
        assert view.taken.answers == {"goal": "no1", "location": "abroad"}


async def test_the_card_answers_what_it_knows_and_the_rest_is_asked(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("3")
        assert "p my card" in run.footer
        await run.press("p")

        view = run.view_as(QuizView)
        assert "answers from Example card" in run.notices
        assert (view.taken.answers["status"], view.taken.answers["current-field"]) == ("ssw1", "agriculture")
        assert "What do you want to do?" in run.text
        assert run.session.tracker.quizzes() == []


async def test_the_card_does_not_answer_over_what_was_answered_by_hand(seeded: Session) -> None:
    async with opened(seeded) as run:
        await run.press("3")
        view = run.view_as(QuizView)
        view.taken.start_with({"current-field": "nursing-care"})
        await run.press("p")

        assert view.taken.answers["current-field"] == "nursing-care"
        assert view.taken.answers["status"] == "ssw1"


async def test_without_a_card_the_quiz_says_so(session: Session) -> None:
    async with opened(session) as run:
        await run.press("3", "p")

        assert "No card is saved that answers a question" in run.notices
        assert run.view_as(QuizView).taken.answers == {}
