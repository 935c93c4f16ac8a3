"""What the hub's configuration, and the snippets of its people, may ask at run time.

Public, importable as ``z2jh`` and stable, because snippets use it: get_config,
set_config_if_not_none, get_secret_value, get_name and get_name_env. Nothing is computed here that
could be known earlier: the compiler has written it to ``config/*.json`` beside this file. Only
what a cluster alone knows, the contents of Secrets, is read here, once per process.
"""

import functools
import json
import os
import re
from pathlib import Path

BASE = Path(os.path.abspath(__file__)).parent
SECRET_FOLDERS = ("existing-secret", "secret")  # the people's own Secret wins over the hub's
SEGMENT = re.compile(r'\["([^"]*)"\]|([^.\[\]]+)')
RAISE = object()


class Missing(LookupError):
    """Something that the hub cannot start without; the message is one line for its people."""


@functools.lru_cache(maxsize=None)
def compiled(name):
    """Returns one of the compiler's files: ``traits``, ``values`` or ``runtime``."""
    return json.loads((BASE / "config" / f"{name}.json").read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=None)
def existing_values():
    """Returns ``values.yaml`` of the people's own Secret (hub.existingSecret), often empty."""
    path = BASE / "existing-secret" / "values.yaml"
    if not path.exists():
        return {}
    import yaml  # only such a Secret needs it

    found = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    if not isinstance(found, dict):
        raise Missing(f"values.yaml of {_existing_secret()} is not a map")
    return found


@functools.lru_cache(maxsize=None)
def referenced_secrets():
    """Returns the ``secrets:`` lines of the hub file as upstream path to text, in their order."""
    return {
        line["path"]: _secret_line(line["path"], BASE / "secrets" / line["file"])
        for line in compiled("runtime").get("secrets", [])
    }


@functools.lru_cache(maxsize=None)
def values():
    """Returns the values that get_config reads: compiled, then the own Secret's, then secrets."""
    tree = merged(compiled("values"), existing_values())
    for path, text in referenced_secrets().items():
        tree = merged(tree, nested(segments(path), text))
    return tree


def get_config(key, default=None):
    """Returns the upstream value at a dotted path, or the default where the path ends early.

    A null that was written counts as found; below a null or a scalar there is nothing.
    """
    value = values()
    for name in key.split("."):
        if not isinstance(value, dict) or name not in value:
            return default
        value = value[name]
    return value


def set_config_if_not_none(cparent, name, key):
    """Sets a trait of a configuration section from a value, unless that is null or absent."""
    value = get_config(key)
    if value is not None:
        setattr(cparent, name, value)


def get_secret_value(key, default=RAISE):
    """Returns the text of a key of the hub's Secrets, without line ends at its end.

    A ``secrets:`` line for that path comes first, then hub.existingSecret, then the Secret of the
    hub. Raises Missing, which names key and Secrets, when no default is given.
    """
    for path, text in referenced_secrets().items():
        if ".".join(segments(path)) == key:
            return text
    for folder in SECRET_FOLDERS:
        path = BASE / folder / key
        if path.is_file():
            return _text(path)
    if default is not RAISE:
        return default
    own = f" and not in {_existing_secret()}" if (BASE / "existing-secret").is_dir() else ""
    raise Missing(f'key {key} is missing in Secret "{get_name("hub")}"{own}')


def get_name(name):
    """Returns the full name of one of the hub's objects, given its short name."""
    names = compiled("runtime")["names"]
    if name not in names:
        raise Missing(f"no object is called {name} here; there are {', '.join(sorted(names))}")
    return names[name]


def get_name_env(name, suffix=""):
    """Returns the value of the variable that Kubernetes sets for a Service of the hub.

    ``get_name_env("proxy-api", "_SERVICE_PORT")`` reads PROXY_API_SERVICE_PORT.
    """
    variable = (get_name(name) + suffix).upper().replace("-", "_")
    return os.environ[variable]


def segments(path):
    """Splits a path such as ``a.b["c.d"]`` into its names."""
    return [quoted or plain for quoted, plain in SEGMENT.findall(path)]


def nested(names, value):
    """Returns the maps that hold a value at a path of names."""
    return functools.reduce(lambda inner, name: {name: inner}, reversed(names), value)


def merged(below, above):
    """Returns two trees as one: maps key by key, anything else replaced; changes neither."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    joined = dict(below)
    for key, value in above.items():
        joined[key] = merged(below[key], value) if key in below else value
    return joined


def _secret_line(path, file):
    if not file.is_file():
        raise Missing(f"the Secret of the secrets: line {path} is not mounted at {file}")
    return _text(file)


@functools.lru_cache(maxsize=None)
def _text(path):
    return path.read_text(encoding="utf-8").rstrip("\r\n")


def _existing_secret():
    name = compiled("runtime")["names"].get("hub-existing-secret")
    return f'Secret "{name}"' if name else "the Secret of hub.existingSecret"
