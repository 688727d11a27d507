"""The keys of the quiz for the `?` list: key, what it does, the action it runs."""

ASKING_KEYS = (
    ("0-9", "Answer with the number of the option; 0 is: I don't know.", "focus_answer"),
    ("left", "Back to the question before; no answer is lost.", "previous"),
    ("tab", "To the line of views: arrows and enter open one; the quiz stays as it is.", "app.views"),
    ("r", "See the result with the answers so far.", "result"),
    ("p", "Take from your card what it says, and go on with the rest.", "use_card"),
    ("n", "A new quiz; the last result stays until there is another.", "new"),
)
RESULT_KEYS = (
    ("s", "Go on: the steps, the tests of the field, the papers of your country.", "go_on"),
    ("r", "The law and the sources behind every condition, or leave them out again.", "in_full"),
    ("w", "What if: change one answer and see the result; the others stay.", "what_if"),
    ("v", "Keep the answers that were tried.", "keep_answers"),
    ("t", "Compare with the rules of another day.", "compare"),
    ("m", "More questions, which can only change what stands beside the verdict.", "more"),
    ("c", "Go through the answers again.", "resume"),
    ("n", "A new quiz; the last result stays saved.", "new"),
    ("l", "The saved results: open or remove one.", "saved"),
    ("x", "Write the result to a file, as Markdown.", "export"),
    ("o", "Open a source of the result in the browser.", "open_link"),
    ("y", "Copy the address of a source of the result.", "copy_link"),
)
GO_ON_KEY = ("m", "Go on with the questions that can still change the result.", "more")
"""What `m` does while the result is not finished."""
