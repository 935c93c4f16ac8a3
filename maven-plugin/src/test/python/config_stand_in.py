"""The part of traitlets' Config that a hub's configuration leans on, so that tests always run."""


class LazyValue:
    """What a trait is before it has a value: remembers additions for later."""

    def __init__(self):
        self.added = []
        self.updated = {}

    def append(self, item):
        self.added.append(item)

    def extend(self, items):
        self.added.extend(items)

    def update(self, items):
        self.updated.update(items)


class Config(dict):
    """Attributes are keys; sections start upper case and come into being when they are read."""

    def __contains__(self, key):
        first, dot, rest = key.partition(".")
        return rest in self[first] if dot and first in self else super().__contains__(key)

    def __missing__(self, key):
        if key.startswith("_"):
            raise KeyError(key)
        made = Config() if key[0].isupper() else LazyValue()
        dict.__setitem__(self, key, made)
        return made

    def __setitem__(self, key, value):
        if key[0].isupper() and not isinstance(value, Config):
            raise ValueError(f"{key} is a section, not a value")
        super().__setitem__(key, value)

    def __getattr__(self, key):
        if key.startswith("__"):
            raise AttributeError(key)
        return self[key]

    def __setattr__(self, key, value):
        self[key] = value
