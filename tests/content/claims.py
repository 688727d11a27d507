"""What was the rule once, or never, and how a sentence that claims it of today is told from one that may stand.

A sentence claims something when the words of one of its ways stand near each other in it, in any order, and

- nothing denies them ("not", "never" between them or shortly before them),
- it does not tell of the past (a past tense, "no longer", an end that has come, a past day at its start),
- it asks nothing, and
- it does not speak of something else, to which the same words belong (`elsewhere`).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from attrs import frozen

from tests.conftest import TODAY

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY = (
    r"((?P<day>\d{1,2}) )?((?P<month>[A-Z][a-z]{2,8}) )?(?P<year>(19|20)\d\d)"
    r"(-(?P<month_number>\d\d)-(?P<day_number>\d\d))?"
)
ENDS = re.compile(rf"\b([Uu]ntil|[Bb]efore|[Uu]p to|[Tt]o|[Bb]y)( the end of)? {DAY}")
AT_START = re.compile(rf"{DAY}: ")
PAST = re.compile(
    r"(?i)\b(was|were|had|did|began|started|ended|used to|no longer|former|formerly|originally|from the start|the old"
    r"|first (12|14|16)|still list(s|ed)|not today's)\b"
)
DENIAL = re.compile(r"(?i)\b(not|never|nor|neither|instead of|rather than)\b|\bno\b(?!\.)|n't\b")
SENTENCE_ENDS = re.compile(r"(?<=[.?!]) +(?=\S)|; (?![^(]*\))|,? but |\n|(?<=。)")
ADDRESS = re.compile(r"https?://\S+")
FARTHEST = 90
"""So many characters apart words no longer speak of each other."""
BEFORE = 30
"""So many characters before them a denial still is theirs."""


@frozen(kw_only=True)
class Claim:
    """Something that is not the rule today."""

    name: str
    """What is claimed, in a few words."""
    ways: tuple[tuple[str, ...], ...]
    """The ways to claim it: each the words that make it, of each group one, as patterns for any case."""
    elsewhere: str = r"(?!)"
    """What a sentence says that speaks of something else."""

    def is_made_in(self, sentence: str) -> bool:
        """Whether a sentence states it as the rule of today."""
        if not any(_stands_in(sentence, way) for way in self.ways):
            return False
        asks = sentence.endswith(("?", "？"))
        return not (asks or tells_of_the_past(sentence) or re.search(self.elsewhere, sentence, re.IGNORECASE))


def sentences(text: str) -> Iterator[str]:
    """Divide a text into what can be judged by itself."""
    return (sentence for sentence in SENTENCE_ENDS.split(ADDRESS.sub("", text)) if sentence)


def tells_of_the_past(sentence: str) -> bool:
    """Whether a sentence tells of what has ended, or of what happened on a day."""
    days = [*ENDS.finditer(sentence), *filter(None, [AT_START.match(sentence)])]
    return bool(PAST.search(sentence)) or any(_day(found) <= TODAY for found in days)


def _day(found: re.Match[str]) -> date:
    """Give the day that a match names; the last one of a month or a year that is named alone."""
    year = int(found["year"])
    if found["month_number"]:
        return date(year, int(found["month_number"]), int(found["day_number"]))
    month = (found["month"] or "")[:3].lower()
    return date(year, MONTHS.index(month) + 1, int(found["day"] or 28)) if month in MONTHS else date(year, 12, 31)


def _stands_in(sentence: str, way: Sequence[str]) -> bool:
    if not all(re.search(words, sentence, re.IGNORECASE) for words in way):
        return False
    groups = [list(re.finditer(words, sentence, re.IGNORECASE)) for words in way]
    return any(_is_stated(sentence, found) for found in product(*groups))


def _is_stated(sentence: str, words: Sequence[re.Match[str]]) -> bool:
    start, end = min(found.start() for found in words), max(found.end() for found in words)
    shortly_before = re.split(r"[,:(]", sentence[max(0, start - BEFORE) : start])[-1]
    return end - start <= FARTHEST and not DENIAL.search(shortly_before + sentence[start:end])


FIELD = r"(industry |industrial |specified |designated )?(fields?|sectors?|industry|industries)\b"
FIVE_YEARS = r"\b(five|5)[ -]years?\b"
BOTH = r"construction[^.]{0,15}(and|&) (the )?ship-?building|ship-?building[^.]{0,25} and construction"
NO2 = r"\bNo\.? ?2\b|2号"
OLD_NUMBER = r"\b(12|14|16|twelve|fourteen|sixteen)\b(?!,\d)"
BODY = r"supervis(ing|ory) (organi[sz]ation|bod(y|ies))|監理団体|kanri dantai"
EACH_QUARTER = r"\bquarter(ly)?\b|\b(four|4) times (a|each|every) year|\bevery (three|3) months|四半期"
INSURANCE = r"national health insurance|\bNHI\b|国民健康保険|国保"

CLAIMS = (
    Claim(
        name="five years per field",
        ways=(
            (FIVE_YEARS, rf"\b(per|each|every|for (a|one)|in one) {FIELD}"),
            (FIVE_YEARS, r"\b(starts?|begins?|counts?) (again|anew|afresh|over|from zero)"),
            (r"\b(another|new|fresh|further) (five|5) years", FIELD),
            (rf"\byears (per|in each|for each) {FIELD}",),
        ),
    ),
    Claim(
        name="a permission for five years",
        ways=((r"\b(five|5) years at a time|\b(five|5)-year (period|permit|permission|card|visa)",),),
        elsewhere=r"\bplan(ned)?\b|\bdraft\b|never existed",
    ),
    Claim(
        name="No.2 only in construction and shipbuilding",
        ways=(
            (BOTH, rf"\b(only|just|solely|alone|limited|restricted)\b|{NO2}"),
            (rf"(?<!No\.)\b(two|2) {FIELD}", NO2),
        ),
    ),
    Claim(
        name="12, 14 or 16 fields",
        ways=(
            (rf"{OLD_NUMBER} (different |current )?{FIELD}",),
            (rf"\b(fields|sectors|industries)( today| now)?(:| is| are| number) {OLD_NUMBER}",),
            (rf"\bnumber of [^.]{{0,15}}fields\b[^.]{{0,20}}{OLD_NUMBER}",),
            (r"(12|14|16)\s?の?(特定産業)?(分野|業種)",),
        ),
    ),
    Claim(
        name="a supervising organisation supports SSW",
        ways=(
            (
                BODY,
                r"\b(support(s|ed|ing)?|helps?|assists?|looks? after|takes? care|offers?)\b(?! organi)|支援(?!機関)",
            ),
        ),
        elsewhere=r"^(?!.*(\bSSW\b|specified skilled|No\.[12])).*\b(trainees?|interns?|intern training)\b",
    ),
    Claim(
        name="a fee of ¥4,000 or ¥6,000",
        ways=((r"(¥|JPY ?)[46],?000\b|\b[46],?000[ -]?(yen\b|円|JPY\b)",),),
        elsewhere=r"\bre-?entr(y|ies)\b|\bvisas?\b|\bentry\b|\bjourney\b|\btests?\b|\bexams?\b",
    ),
    Claim(
        name="a quarterly report",
        ways=((EACH_QUARTER, r"\b(report|notif|notice)|届出|報告"),),
    ),
    Claim(
        name="national health insurance for company employees",
        ways=(
            (INSURANCE, r"\b(must|has to|have to|needs? to|should|required|compulsory|mandatory|the rule)\b"),
            (INSURANCE, r"\b(you|employees?|workers?|staff|company)\b[^.]{0,30}\b(joins?|enroll?|are (in|covered))\b"),
            (INSURANCE, r"^(join|enroll?|register|sign up)\b.*\.$"),
        ),
        elsewhere=(
            r"(without|leave) company insurance|\bno (new )?job\b|without (a )?(job|work)\b|between (two )?jobs"
            r"|unemployed|lose (your|the|a) job|otherwise|outside (that|it)|family farms?|arrears|unpaid"
        ),
    ),
    Claim(
        name="no change of field",
        ways=(
            (
                r"\b(cannot|unable to|barred from|impossible to)\b",
                rf"\b(chang|leav|switch|mov)(e|ing)\b[^.]{{0,25}} {FIELD}",
            ),
        ),
        elsewhere=r"\b(without|before|until|unless)\b",
    ),
    Claim(
        name="a promise",
        ways=(
            (
                r"\byou (will|surely|certainly)\b",
                r"\b(get|receive|be given|be granted) (it|(the|a|your) (status|permission|visa))\b",
            ),
            (r"\byou (are eligible|qualify)\b",),
            (r"\b(is|are) guaranteed\b|\bguarantees?\b[^.]{0,20}\b(visa|status|permission)",),
        ),
        elsewhere=r"\bif you (are eligible|qualify)\b",
    ),
)
