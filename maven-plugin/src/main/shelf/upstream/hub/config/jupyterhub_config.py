"""The configuration of the hub: data from the compiler, secrets from the cluster, then snippets.

Fixed text, the same for every hub. What can be decided before a hub runs stands in
``config/traits.json``; here is only what must wait for the cluster, in this order: traits, names
of Services, hub.existingSecret, ``secrets:`` lines, drawn tokens, ``jupyterhub_config.d/*.py``,
the snippets of hub.extraConfig (in one namespace with this file), and last the guard of write-in
choices, the groups of people and their pseudonyms, because snippets may choose the spawner and the login. JupyterHub itself picks the curl client when
pycurl is there. What is missing ends the hub with one line that names it.
"""

import glob
import linecache
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import z2jh
from z2jh import (
    get_config,
    get_name,
    get_name_env,
    get_secret_value,
    set_config_if_not_none,
)

_CONFIG = "hub.config."
_COOKIE_SECRET = "hub.config.JupyterHub.cookie_secret"
_CRYPT_KEYS = "hub.config.CryptKeeper.keys"
# Upstream takes these from keys of a Secret or from the object hub.services, never from values.
_NOT_FROM_VALUES = {
    ("ConfigurableHTTPProxy", "auth_token"),
    ("CryptKeeper", "keys"),
    ("JupyterHub", "cookie_secret"),
    ("JupyterHub", "services"),
}


def _set_traits():
    for section, traits in z2jh.compiled("traits").items():
        for trait, value in traits.items():
            c[section][trait] = value


def _set_places():
    """Where the hub runs and how it is reached, unless the traits say so already."""
    if "api_url" not in c.ConfigurableHTTPProxy:
        c.ConfigurableHTTPProxy.api_url = _service_url("proxy-api")
    if "hub_connect_url" not in c.JupyterHub:
        c.JupyterHub.hub_connect_url = _service_url("hub")
    if "namespace" not in c.KubeSpawner and "POD_NAMESPACE" in os.environ:
        c.KubeSpawner.namespace = os.environ["POD_NAMESPACE"]


def _service_url(name):
    try:
        return f"http://{get_name(name)}:{get_name_env(name, '_SERVICE_PORT')}"
    except KeyError as variable:
        text = f"variable {variable.args[0]} of Service {get_name(name)} is missing"
        raise z2jh.Missing(text) from None


def _set_existing_values():
    """What values.yaml of hub.existingSecret says of traits; upstream's exceptions stay out."""
    own = z2jh.existing_values()
    hub = own.get("hub") or {}
    for section, traits in (hub.get("config") or {}).items():
        if not section[:1].isupper():
            raise z2jh.Missing(f"{_CONFIG}{section} of hub.existingSecret is no name of a class")
        for trait in traits or {}:
            if (section, trait) in _NOT_FROM_VALUES:
                _say(f"hub.existingSecret: values.yaml: no effect: {_CONFIG}{section}.{trait}")
            else:
                c[section][trait] = z2jh.values()["hub"]["config"][section][trait]
    idle = [f"hub.{key}" for key in hub if key not in ("config", "extraConfig")]
    idle += [key for key in own if key not in ("hub", "custom", "Chart", "Release")]
    if idle:
        _say(f"hub.existingSecret: values.yaml: only get_config sees {', '.join(sorted(idle))}")


def _set_referenced_secrets():
    for path, text in z2jh.referenced_secrets().items():
        if path.startswith(_CONFIG):
            _set_secret(path, text)


def _set_tokens():
    """Drawn tokens, each where neither the traits nor a ``secrets:`` line gave one."""
    for token in z2jh.compiled("runtime").get("tokens", []):
        section, trait = z2jh.segments(token["path"])[2:4]
        if trait not in c[section]:
            _set_secret(token["path"], _required(token["key"]))


def _set_secret(path, text):
    section, trait, *inner = z2jh.segments(path)[2:]
    value = _typed(path, text)
    if inner:
        below = c[section][trait] if trait in c[section] else {}
        value = z2jh.merged(below, z2jh.nested(inner, value))
    c[section][trait] = value


def _typed(path, text):
    """A secret is text, but for the two traits that want bytes and a list."""
    if path == _CRYPT_KEYS:
        return [key.strip() for key in re.split(r"[;\r\n]", text) if key.strip()]
    if path == _COOKIE_SECRET:
        try:
            return bytes.fromhex(text)
        except ValueError:
            raise z2jh.Missing(f"{path} is not an even number of hexadecimal digits") from None
    return text


def _required(key):
    text = get_secret_value(key)
    if not text:
        raise z2jh.Missing(f'key {key} of Secret "{get_name("hub")}" is empty')
    return text


def _set_service_tokens():
    keys = z2jh.compiled("runtime").get("services", {})
    services = c.JupyterHub.services if "services" in c.JupyterHub else []
    for service in services:
        if service["name"] in keys:
            service["api_token"] = _required(keys[service["name"]])


def _set_database_password():
    variable = z2jh.compiled("runtime").get("database", {}).get("passwordVariable")
    password = get_secret_value("hub.db.password", None)
    if variable and password:
        os.environ[variable] = password


def _snippets():
    """Key to text in the order of execution; those of hub.existingSecret are sorted in."""
    texts = {}
    for snippet in z2jh.compiled("runtime").get("snippets", []):
        path = z2jh.BASE / "snippets" / snippet["file"]
        texts[snippet["key"]] = path.read_text(encoding="utf-8")
    own = (z2jh.existing_values().get("hub") or {}).get("extraConfig") or {}
    for key, text in own.items():
        texts[str(key)] = text
    return dict(sorted(texts.items())) if own else texts


def _run(name, text):
    """Executes a text in this namespace, with its lines known to tracebacks."""
    _say(f"running {name}")
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    exec(compile(text, name, "exec"), globals())


def _guard_choices():
    if z2jh.compiled("runtime").get("guardUnlistedChoices") and "spawner_class" in c.JupyterHub:
        from profile_guard import guarded

        c.JupyterHub.spawner_class = guarded(c.JupyterHub.spawner_class)


def _manage_groups():
    people = z2jh.compiled("runtime").get("people")
    if people and "authenticator_class" in c.JupyterHub:
        from people import knowing_groups

        c.JupyterHub.authenticator_class = knowing_groups(c.JupyterHub.authenticator_class, people)


def _give_pseudonyms():
    wish = z2jh.compiled("runtime").get("pseudonyms")
    if wish:
        import pseudonyms
        from people import class_of

        try:
            pepper = get_secret_value(wish["pepper"])
            login = pseudonyms.giving_pseudonyms(
                class_of(c.JupyterHub.authenticator_class), pepper, wish.get("fingerprint")
            )
        except (z2jh.Missing, pseudonyms.WrongPepper) as problem:
            sys.exit(f"hub configuration: {problem.args[0]}")
        c.JupyterHub.authenticator_class = login
        if "fingerprint" not in wish:
            _say(f"the fingerprint of the pepper is {pseudonyms.fingerprint(pepper.encode())}")


def _say(line):
    print(f"hub configuration: {line}", file=sys.stderr, flush=True)


try:
    _set_traits()
    _set_places()
    _set_existing_values()
    _set_referenced_secrets()
    _set_tokens()
    _set_service_tokens()
    _set_database_password()
    _texts = _snippets()
except z2jh.Missing as _missing:
    sys.exit(f"hub configuration: {_missing.args[0]}")

for _path in sorted(glob.glob(str(z2jh.BASE / "jupyterhub_config.d" / "*.py"))):
    with open(_path, encoding="utf-8") as _file:
        _run(_path, _file.read())
for _key, _text in _texts.items():
    if _text:
        _run(f'hub.extraConfig["{_key}"]', _text)
_guard_choices()
_manage_groups()
_give_pseudonyms()
