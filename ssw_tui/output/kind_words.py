"""What kinds of record are called: one of them, and several together."""

from collections.abc import Mapping

KIND_WORD: Mapping[str, str] = {
    "answer": "question",
    "risk": "risk",
    "field": "field",
    "other-work": "no field",
    "procedure": "steps",
    "help-line": "help line",
    "topic": "topic",
    "term": "word",
    "document": "paper",
    "counter-card": "to show",
    "home-country": "country",
    "rule": "rule",
    "guide-statement": "the guide",
    "link": "link",
    "source": "source",
    "support-duty": "support",
    "article": "law",
    "self-check-question": "self-check",
    "support-part": "support",
    "employer-notice": "notice",
}
"""What one of a kind is called that has a place of its own in the app and is found by search."""
KIND_NAMES: Mapping[str, str] = {
    "figure": "Figures",
    "field": "Fields",
    "other-work": "Work that is in no field",
    "rule": "Rules",
    "overview-section": "Overview",
    "procedure": "Steps",
    "document": "Papers",
    "fee": "Fees",
    "deadline": "Days not to miss",
    "risk": "Risks",
    "help-line": "Help lines",
    "answer": "Questions",
    "term": "Words",
    "link": "Links",
    "topic": "Topics",
    "guide-statement": "The guide, beside the rule",
    "question": "Questions of the quiz",
    "row": "The quiz",
    "home-country": "Home countries",
    "counter-card": "What to say at the counter",
    "support-duty": "Support that you are owed",
    "support-part": "About the support",
    "employer-notice": "Notices of the employer",
    "article": "Articles of the law",
}
"""What several of a kind are called."""
