#!/usr/bin/env python3
"""Writes the trait catalogue: every class a hub's configuration can name, its traits, their shapes.

How to run (Python 3.11; the catalogue is read by the build, this tool is not part of it):

    python3.11 -m venv target/traits && . target/traits/bin/activate
    pip install -r maven-plugin/src/tools/traits/requirements.txt
    python maven-plugin/src/tools/traits/catalogue.py maven-plugin/src/main/shelf/upstream/traits
    python maven-plugin/src/tools/traits/catalogue.py --check <the same folder>

One JSON file a package. A class lists its own traits; the others come from ``bases``, nearest
first, less what ``without`` names; ``computed`` are inherited traits with a default worked out in
this class. ``refused`` marks a trait that stops the hub when it is set, ``ignored`` an old name
whose value is lost without a word.
``--check`` writes nothing and fails when a folder is not what the installed packages give.
"""

import argparse
import difflib
import enum
import importlib
import importlib.metadata as metadata
import json
import os
import pkgutil
import re
import sys
import warnings
from pathlib import Path

# Some defaults are read from the environment when a module loads; the catalogue has none.
for variable in [v for v in os.environ if v not in ("PATH", "HOME", "LANG", "VIRTUAL_ENV")]:
    del os.environ[variable]
warnings.simplefilter("ignore")

from traitlets import Undefined  # noqa: E402
from traitlets.config import Configurable  # noqa: E402

from known import CREDENTIALS, NOT_IN_A_HUB, SHAPES, closed  # noqa: E402
from shapes import schema, type_name, written  # noqa: E402

# distribution -> the modules in it that define or show configurable classes
PACKAGES = {
    "jupyter-events": ["jupyter_events"],
    "jupyterhub": ["jupyterhub"],
    "jupyterhub-firstuseauthenticator": ["firstuseauthenticator"],
    "jupyterhub-hmacauthenticator": ["hmacauthenticator"],
    "jupyterhub-idle-culler": ["jupyterhub_idle_culler"],
    "jupyterhub-kubespawner": ["kubespawner"],
    "jupyterhub-ldapauthenticator": ["ldapauthenticator"],
    "jupyterhub-ltiauthenticator": ["ltiauthenticator"],
    "jupyterhub-nativeauthenticator": ["nativeauthenticator"],
    "jupyterhub-tmpauthenticator": ["tmpauthenticator"],
    "oauthenticator": ["oauthenticator"],
    "traitlets": ["traitlets.config"],
}
SKIPPED_MODULES = re.compile(r"\.(tests|alembic|cli|pytest_plugin|singleuser|sphinxext)\b|__main__$")
SELECTABLE = ("jupyterhub.authenticators", "jupyterhub.spawners", "jupyterhub.proxies")
OLD = re.compile(
    r"^(\.\. )?(pending )?deprecat|^\.\. versionremoved|^`\w+` is deprecated|\bdeprecated in \d", re.I
)
SUCCESSOR = re.compile(r"\buse (?::\w+:)?`?(?:c\.)?((?:[A-Z]\w+\.)?[a-z]\w*_\w+|[A-Z]\w+\.\w+)", re.I)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    wanted = {f"{p['package']}.json": text(p) for p in catalogue()}
    if arguments.check:
        sys.exit(1 if report_differences(arguments.folder, wanted) else 0)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for stale in set(p.name for p in arguments.folder.glob("*.json")) - set(wanted):
        (arguments.folder / stale).unlink()
    for name, content in wanted.items():
        (arguments.folder / name).write_text(content, encoding="utf-8", newline="\n")


def text(package):
    return json.dumps(package, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def report_differences(folder, wanted):
    """Prints what differs, file by file; true when anything does."""
    present = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.json")}
    stale = [n for n in sorted({*present, *wanted}) if present.get(n) != wanted.get(n)]
    for name in stale:
        old, new = (side.get(name, "").splitlines() for side in (present, wanted))
        lines = list(difflib.unified_diff(old, new, f"checked in/{name}", f"fresh/{name}", n=2))
        print("\n".join(lines[:40]))
        print(f"{name}: {len(lines)} lines of difference\n")
    return bool(stale)


def catalogue():
    """One record a package that defines classes, in the order of their names."""
    for package, modules in PACKAGES.items():
        for module in modules:
            load(module)
    refuse_stale_knowledge()
    names = selecting_names()
    for package in sorted(PACKAGES):
        found = [c for c in configurables() if package_of(c) == package]
        classes = {c.__name__: record(c, names) for c in found}
        if len(classes) != len(found):
            raise ValueError(f"{package} has two classes of one name")
        if classes:
            version = metadata.version(package)
            yield {"package": package, "version": version, "classes": classes}


def refuse_stale_knowledge():
    """What known.py says must be about traits that these versions have."""
    known = {f"{c.__name__}.{t}" for c in configurables() for t in c.class_traits(config=True)}
    if stale := sorted({*CREDENTIALS, *SHAPES} - known):
        raise ValueError(f"known.py names traits that are not there: {', '.join(stale)}")


def load(name):
    """Imports a package and all its modules but those that are not for a hub."""
    module = importlib.import_module(name)
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
        if not SKIPPED_MODULES.search(found.name):
            importlib.import_module(found.name)


def configurables():
    """Every configurable class of a hub, by name."""
    found, todo = set(), [Configurable]
    while todo:
        cls = todo.pop()
        if cls not in found:
            found.add(cls)
            todo.extend(cls.__subclasses__())
    return sorted((c for c in found if c.__name__ not in NOT_IN_A_HUB), key=lambda c: c.__name__)


def package_of(cls):
    for package, modules in PACKAGES.items():
        if any(cls.__module__ == m or cls.__module__.startswith(m + ".") for m in modules):
            return package
    raise ValueError(f"{cls.__module__}.{cls.__name__} belongs to no listed package")


def selecting_names():
    """Class -> the entry point names that select it."""
    names = {}
    for group in SELECTABLE:
        for entry in metadata.entry_points(group=group):
            names.setdefault(entry.load(), set()).add(entry.name)
    return names


def record(cls, names):
    from jupyterhub.auth import Authenticator
    from jupyterhub.proxy import Proxy
    from jupyterhub.spawner import Spawner

    bases = [b for b in cls.__mro__[1:] if issubclass(b, Configurable)]
    result = {"module": cls.__module__, "bases": [b.__name__ for b in bases]}
    if issubclass(cls, (Authenticator, Proxy, Spawner)):
        kind = next(k for k in (Authenticator, Proxy, Spawner) if issubclass(cls, k))
        result[kind.__name__.lower()] = sorted(names.get(cls, ())) + dotted_names(cls)
    inherited = {}
    for base in reversed(bases):
        inherited |= base.class_traits(config=True)
    mine = cls.class_traits(config=True)
    if gone := sorted(set(inherited) - set(mine)):
        result["without"] = gone
    own = {n: t for n, t in mine.items() if inherited.get(n) is not t}
    if computed := sorted(n for n in mine if n not in own and computes_default(cls, n)):
        result["computed"] = computed
    traits = {n: describe(cls, n, t) for n, t in own.items()} | aliases(cls, mine)
    result["traits"] = dict(sorted(traits.items()))
    return result


def dotted_names(cls):
    """Its full name, then the shorter ones under which its package shows it."""
    parts = cls.__module__.split(".")
    modules = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
    return [f"{m}.{cls.__name__}" for m in modules if getattr(sys.modules[m], cls.__name__, 0) is cls]


def computes_default(cls, name):
    return name in vars(cls).get("_trait_default_generators", {}) or f"_{name}_default" in vars(cls)


def describe(cls, name, trait):
    path = f"{cls.__name__}.{name}"
    result = {"type": type_name(trait), "schema": shape_of(path, cls, name, trait)}
    if not computes_default(cls, name):
        result |= default_of(trait)
    result |= deprecation(cls, name, trait)
    return result | credential(path)


def shape_of(path, cls, name, trait):
    if path == "JupyterHub.services":
        return services()
    if path in SHAPES:
        return SHAPES[path]
    new, _, *same = getattr(cls, "_deprecated_oauth_aliases", {}).get(name, (None, None, False))
    if new and same != [False]:
        return shape_of(f"{cls.__name__}.{new}", cls, new, cls.class_traits()[new])
    return written(trait, name)


def services():
    """A service may have exactly the input traits of JupyterHub's Service."""
    from jupyterhub.services.service import Service

    inputs = sorted(Service.class_traits(input=True).items())
    return {"type": "array", "items": closed({n: schema(t) for n, t in inputs}, ["name"])}


def default_of(trait):
    """The default as JSON, or nothing when it is code or made at run time."""
    try:
        default = plain(trait.default())
    except (TypeError, ValueError):
        return {}
    return {} if sys.prefix in str(default) else {"default": default}


def plain(value):
    match value:
        case enum.Enum():
            return value.name
        case None | bool() | int() | float() | str():
            return value
        case set() | frozenset():
            return sorted(plain(v) for v in value)
        case list() | tuple():
            return [plain(v) for v in value]
        case dict():
            return {str(k): plain(v) for k, v in value.items()}
        case type():
            return f"{value.__module__}.{value.__name__}"
    raise TypeError(f"not JSON: {value!r}")


def deprecation(cls, name, trait):
    """By the classes' own tables of old names, else by what the trait's help begins with."""
    tables = [getattr(cls, t, {}) for t in ("_deprecated_oauth_aliases", "_deprecated_aliases")]
    for table in tables:
        if name in table:
            new, _, *same = table[name]
            return {"deprecated": new} | ({"refused": True} if same == [False] else {})
    help_text = " ".join(str(trait.help or "").split())
    if not OLD.search(help_text):
        return {}
    successor = SUCCESSOR.search(help_text)
    return {"deprecated": successor[1] if successor else True}


def aliases(cls, traits):
    """Old names that are no traits: moved to the new one when the class is made, or lost."""
    moved, lost = (vars(cls).get(t, {}) for t in ("_deprecated_traits", "_deprecated_aliases"))
    result = {}
    for old in sorted({*moved, *lost} - {*traits}):
        new = moved.get(old, lost.get(old))[0]
        target = moved.get(new, [new])[0]
        if target not in traits:
            continue
        shape = shape_of(f"{cls.__name__}.{target}", cls, target, traits[target])
        result[old] = {"type": "alias", "schema": shape, "deprecated": target}
        if old not in moved or target != new:
            result[old]["ignored"] = True
    return result


def credential(path):
    where = CREDENTIALS.get(path)
    if not where:
        return {}
    return {"credential": True} | ({} if where == "value" else {"credentialIn": where})


if __name__ == "__main__":
    main()
