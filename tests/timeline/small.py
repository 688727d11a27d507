"""Small content of one's own making, to try how changes are told."""

from pathlib import Path

from ssw_tui.library import Library

SURE = 'confidence = "high"\nsources = ["isa"]\n'
LISTS = ("categories", "no1_tests", "no2_tests", "japanese_no1", "japanese_no2", "exemptions", "employment")
MORE_LISTS = ("conditions", "history")


def dates(since: str | None, until: str | None) -> str:
    return "".join(f"{name} = {day}\n" for name, day in (("since", since), ("until", until)) if day)


def rule(name: str, *, since: str | None = None, until: str | None = None, text: str = "", more: str = "") -> str:
    said = text or f"The text of {name}."
    head = f'[[rule]]\nid = "{name}"\ntitle = "What the {name} rule is about"\ntopic = "club"\napplies_to = []\n'
    return f'{head}text = "{said}"\n{SURE}{dates(since, until)}{more}\n'


def fee(name: str, yen: int, *, since: str | None = None, until: str | None = None) -> str:
    head = f'[[fee]]\nid = "{name}"\ntitle = "A stamp"\napplications = ["stamp"]\ncounter_yen = {yen}\n'
    return f'{head}text = "You pay."\n{SURE}{dates(since, until)}'


def span(state: str, since: str, until: str | None = None) -> str:
    return f'[[field.intake]]\nstate = "{state}"\ntext = "It is {state}."\n{SURE}{dates(since, until)}'


def category(name: str, *, since: str) -> str:
    head = f'[[categories]]\nname = "{name}"\nname_ja = "茶"\nwork = "Work."\nno1 = true\nno2 = false\n'
    return f"{head}{SURE}{dates(since, None)}"


def fact(owner: str, text: str, *, since: str | None = None) -> str:
    return f'[[{owner}.facts]]\ntext = "{text}"\n{SURE}{dates(since, None)}'


def change(name: str, day: str, more: str = "") -> str:
    return f'[[change]]\nid = "{name}"\nday = {day}\n{more}\n'


def topic(name: str, *facts: str) -> str:
    return f'[[topic]]\nid = "{name}"\ntitle = "The {name}"\ntitle_ja = "茶"\nkana = "ちゃ"\n{"".join(facts)}'


def answer(name: str, *, since: str | None = None, rules: str = "") -> str:
    head = f'[[answer]]\nid = "{name}"\nquestion = "What about {name}?"\ntheme = "job"\ntext = "So it is."\n'
    return f"{head}rules = [{rules}]\n{SURE}{dates(since, None)}"


def listed(name: str, text: str, *, since: str, until: str | None = None) -> str:
    return f'[[{name}]]\ntext = "{text}"\n{SURE}{dates(since, until)}'


def small(
    folder: Path,
    *,
    rules: str = "",
    fees: str = "",
    changes: str = "",
    topics: str = "",
    answers: str = "",
    figures: str = "",
    fields: dict[str, str] | None = None,
    details: dict[str, str] | None = None,
) -> Library:
    """Give content that holds these records and no others."""
    told = "".join(
        f'[[field]]\nid = "{name}"\nname = "The {name}"\nname_ja = "茶"\nname_kana = "ちゃ"\nwork_words = []\n'
        f"dispatch = false\nno2 = []\n{spans}"
        for name, spans in (fields or {}).items()
    )
    files = {"rules/all": rules, "fees": fees, "changes": changes, "fields": told}
    files |= {"topics": topics, "answers": answers, "figures": figures}
    files |= dict.fromkeys(("documents", "deadlines", "risks", "overview", "field-people"), "")
    files["procedures/go"] = f'id = "go"\ntitle = "Go"\nsummary = "Go."\napplies_to = []\nsteps = []\n{SURE}'
    for name, lists in (details or {}).items():
        empty = "".join(f"{part} = []\n" for part in (*LISTS, *MORE_LISTS) if f"[[{part}]]" not in lists)
        head = 'former_names = []\nministry = "M"\nministry_ja = "省"\nsummary = "Tea."\nunknown = []\n'
        files[f"fields/{name}"] = f'id = "{name}"\n{head}{empty}{lists}'
    for name, text in files.items():
        path = folder / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"checked = 2026-11-22\n{text}", encoding="utf-8")
    return Library(folder)
