"""Lists of words, written as one text because they read better so."""


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text.

    >>> word_list("to be or not")
    ('to', 'be', 'or', 'not')
    """
    return tuple(text.split())
