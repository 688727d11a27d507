from ssw_tui.ui.faults import as_log

NAME = "Zyxwvut"


def _read(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"{name} is wrong") from error


def test_the_way_to_an_error_is_told_without_its_words() -> None:
    try:
        _read(NAME)
    except ValueError as error:
        said = as_log(error)

    assert NAME not in said
    assert said.count("in _read\n") == 2
    assert "KeyError\n\nwhich led to:\n\nTraceback" in said
    assert said.endswith("ValueError\n")


def test_what_was_left_out_of_an_error_stays_out() -> None:
    try:
        try:
            raise KeyError(NAME)
        except KeyError:
            raise ValueError(NAME) from None
    except ValueError as error:
        said = as_log(error)

    assert "KeyError\n" not in said
