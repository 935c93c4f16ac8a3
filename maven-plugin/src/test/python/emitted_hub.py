"""Runs the configuration of an emitted hub and prints the traits it sets as JSON.

Usage: emitted_hub.py <the folder of the hub's mounts> [with-traitlets]. Without the second word, or
where they are missing, stand-ins take the places of traitlets, KubeSpawner and tornado.
"""

import json
import os
import sys
import types
from pathlib import Path

from hub_folder import importable, load_with_stand_in, load_with_traitlets


def _stand_ins():
    """Enough for the guard of choices, which looks for the methods of KubeSpawner it stands before."""
    hooks = ("_validate_user_options", "_get_initialized_profile_list")
    hooks += ("apply_group_overrides", "_apply_overrides")
    spawner = type("KubeSpawner", (), {hook: lambda self, *given: None for hook in hooks})
    sys.modules["kubespawner"] = types.SimpleNamespace(KubeSpawner=spawner)
    refusal = type("HTTPError", (Exception,), {})
    sys.modules["tornado"] = types.SimpleNamespace(web=types.SimpleNamespace(HTTPError=refusal))


def _plain(value):
    return value.__name__ if isinstance(value, type) else value.decode("utf-8", "surrogateescape")


def main(folder, *words):
    if not importable("kubespawner", "tornado"):
        _stand_ins()
    real = "with-traitlets" in words and importable("traitlets")
    load = load_with_traitlets if real else load_with_stand_in
    before = dict(os.environ)
    config = load(Path(folder) / "jupyterhub_config.py")
    traits = {name: dict(config[name]) for name in config}
    traits["environ"] = {k: v for k, v in os.environ.items() if before.get(k) != v}
    if isinstance(traits["JupyterHub"].get("cookie_secret"), bytes):
        traits["JupyterHub"]["cookie_secret"] = traits["JupyterHub"]["cookie_secret"].hex()
    print(json.dumps(traits, default=_plain))


if __name__ == "__main__":
    main(*sys.argv[1:])
