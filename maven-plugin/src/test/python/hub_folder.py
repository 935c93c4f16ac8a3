"""A hub's configuration folder in a temporary place, and ways to run what lies in it."""

import contextlib
import importlib
import importlib.util
import io
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from config_stand_in import Config

sys.dont_write_bytecode = True  # the shelf holds sources only
SHELF = Path(__file__).resolve().parents[2] / "main" / "shelf" / "upstream"
OURS = ("z2jh", "people", "profile_guard", "pseudonyms")
NAMES = {"hub": "hub", "proxy-api": "proxy-api", "user-scheduler": "tidal-user-scheduler"}
TOKENS = {
    "hub.config.JupyterHub.cookie_secret": "c0ffee" * 10 + "c0fe",
    "hub.config.CryptKeeper.keys": "ab" * 32,
}
PLACES = {"PROXY_API_SERVICE_PORT": "8001", "HUB_SERVICE_PORT": "8081", "POD_NAMESPACE": "tidal"}


def importable(*names):
    """Says whether all of these packages are there."""
    return all(importlib.util.find_spec(name) for name in names)


class HubFolder:
    """The mounts of a hub pod: our files, compiled data and Secrets, each as a test wants it."""

    def __init__(self, test):
        self.path = Path(tempfile.mkdtemp())
        test.addCleanup(shutil.rmtree, self.path)
        test.addCleanup(_forget, list(sys.path), dict(os.environ))
        os.environ.update(PLACES)
        for source in (SHELF / "hub" / "config").glob("*.py"):
            shutil.copy(source, self.path)
        self.runtime = {
            "names": dict(NAMES),
            "snippets": [],
            "secrets": [],
            "tokens": [{"path": key, "key": key} for key in TOKENS],
            "services": {},
            "database": {},
            "guardUnlistedChoices": False,
        }
        self.compiled("traits", {"JupyterHub": {"spawner_class": "kubespawner.KubeSpawner"}})
        self.compiled("values", {})
        for key, text in TOKENS.items():
            self.write(f"secret/{key}", text)

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def compiled(self, name, content):
        self.write(f"config/{name}.json", json.dumps(content))

    def snippet(self, key, text):
        file = f"{len(self.runtime['snippets'])}.py"
        self.runtime["snippets"].append({"key": key, "file": file})
        self.write(f"snippets/{file}", text)

    def secret_line(self, path, text):
        file = str(len(self.runtime["secrets"]))
        self.runtime["secrets"].append({"path": path, "file": file})
        self.write(f"secrets/{file}", text)

    def module(self, name):
        """Imports one of our modules anew from this folder."""
        self.compiled("runtime", self.runtime)
        _drop_modules()
        sys.path.insert(0, str(self.path))
        return importlib.import_module(name)

    def run(self, load):
        """Runs the configuration with a loader; returns the configuration and what was printed."""
        self.compiled("runtime", self.runtime)
        _drop_modules()
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            config = load(self.path / "jupyterhub_config.py")
        return config, said.getvalue()


def load_with_stand_in(path):
    """Executes a configuration file as traitlets would, with the stand-in of its Config."""
    config = Config()
    space = {"c": config, "get_config": lambda: config, "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), space)
    return config


def load_with_traitlets(path):
    """Executes a configuration file with the loader that JupyterHub uses."""
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader(path.name, path=str(path.parent)).load_config()


def _drop_modules():
    for name in OURS:
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


def _forget(path, environ):
    sys.path[:] = path
    os.environ.clear()
    os.environ.update(environ)
    _drop_modules()
