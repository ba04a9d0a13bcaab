def keep(text):
    return text


def drop(text):
    return "dropped"


STEPS = {"keep": keep, "drop": drop}
