"""Draws the tokens that a hub still lacks and puts them into Secrets that exist already.

Runs as a Job with an account that may ``get`` and ``patch`` just these Secrets. What is there is
never changed and no value is ever printed. All missing keys of a Secret go into one patch that
the API server accepts only if nobody wrote in between; else everything is read and judged anew.

Variable TARGETS is JSON, ``[{"secret": "hub", "keys": {"<key>": "hex64"}}]``. Ends with 0 when
every key holds something, with 1 when the cluster did not let that happen, with 2 on bad TARGETS.
"""

import base64
import http.client
import json
import os
import random
import secrets
import ssl
import string
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")
ATTEMPTS = 8
LONGEST_PAUSE = 8.0  # seconds
TIMEOUT = 15  # seconds that one request may take
ALPHANUMERIC = string.ascii_letters + string.digits
KINDS = {
    "alnum64": lambda: "".join(secrets.choice(ALPHANUMERIC) for _ in range(64)),
    "hex64": lambda: secrets.token_hex(32),
}


class Refused(Exception):
    """What cannot be done, in one line without any value of a Secret."""


class TryAgain(Exception):
    """What may go well a moment later: a conflict, an overloaded or unreachable API server."""


class Api:
    """The two requests on Secrets of one namespace."""

    def __init__(self, url, namespace, token_file, context=None):
        self.namespace = namespace
        self._secrets = f"{url}/api/v1/namespaces/{urllib.parse.quote(namespace)}/secrets/"
        self._token_file = token_file
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
        )

    @classmethod
    def in_cluster(cls, environ, account):
        """Returns the API of the cluster that this pod runs in, for the pod's own namespace."""
        try:
            host = environ["KUBERNETES_SERVICE_HOST"]
            port = environ.get("KUBERNETES_SERVICE_PORT", "443")
            namespace = (account / "namespace").read_text(encoding="utf-8").strip()
            context = ssl.create_default_context(cafile=str(account / "ca.crt"))
        except KeyError as missing:
            raise Refused(f"variable {missing.args[0]} is missing: not in a cluster") from None
        except OSError as problem:
            raise Refused(f"no account is mounted at {account}: {problem.strerror}") from None
        host = f"[{host}]" if ":" in host else host
        return cls(f"https://{host}:{port}", namespace, account / "token", context)

    def get(self, name):
        """Returns the Secret."""
        return self._send("GET", "get", name)

    def patch(self, name, change):
        """Merges a change into the Secret; with a resourceVersion only into that very state."""
        return self._send("PATCH", "patch", name, change)

    def _send(self, method, verb, name, body=None):
        request = urllib.request.Request(
            self._secrets + urllib.parse.quote(name),
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self._token()}",
                "Accept": "application/json",
                "Content-Type": "application/merge-patch+json",
            },
        )
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as problem:
            problem.close()
            raise self._judged(problem.code, verb, name) from None
        except (OSError, ValueError, http.client.HTTPException) as problem:
            raise TryAgain(f"no usable answer of the API server: {_cause(problem)}") from None

    def _token(self):
        try:  # anew each time, because the cluster replaces it
            return self._token_file.read_text(encoding="utf-8").strip()
        except OSError as problem:
            raise Refused(f"no token at {self._token_file}: {problem.strerror}") from None

    def _judged(self, code, verb, name):
        """Never quotes the answer: admission webhooks may repeat what was sent."""
        place = f'Secret "{name}" in namespace {self.namespace}'
        if code == 404:
            return Refused(f"{place} does not exist; it has to be applied before this Job")
        if code in (401, 403):
            return Refused(f"{verb} of {place} is forbidden ({code}); the Role must allow it")
        if code in (409, 429) or code >= 500:
            return TryAgain(f"{verb} of {place} was put off ({code})")
        return Refused(f"{verb} of {place} was refused ({code})")


def fill(api, name, keys, pause=time.sleep):
    """Draws the absent and the empty keys of one Secret; returns their names, sorted."""
    for attempt in range(ATTEMPTS):
        try:
            return _fill_once(api, name, keys)
        except TryAgain as problem:
            last = problem
            pause(min(LONGEST_PAUSE, 0.25 * 2**attempt) * random.uniform(0.5, 1))
    raise Refused(f"{last}; gave up after {ATTEMPTS} attempts")


def _fill_once(api, name, keys):
    secret = api.get(name)
    held = secret.get("data") or {}
    missing = sorted(key for key in keys if not held.get(key))
    if missing:
        if secret.get("immutable"):
            raise Refused(f'Secret "{name}" is immutable and lacks {", ".join(missing)}')
        version = secret["metadata"]["resourceVersion"]
        drawn = {key: _encoded(KINDS[keys[key]]()) for key in missing}
        api.patch(name, {"metadata": {"resourceVersion": version}, "data": drawn})
    return missing


def targets(text):
    """Returns the wanted keys and their kinds by Secret; raises ValueError on anything else."""
    wanted = {}
    for target in json.loads(text):
        if set(target) != {"secret", "keys"} or not target["keys"]:
            raise ValueError("a target has a secret and keys, nothing else")
        for key, kind in target["keys"].items():
            if kind not in KINDS:
                raise ValueError(f"{key} is of kind {kind}; there are {', '.join(KINDS)}")
            wanted.setdefault(target["secret"], {})[key] = kind
    return wanted


def main(environ=os.environ, account=ACCOUNT, pause=time.sleep):
    """Fills every target and returns the exit status; the first refusal does not stop the rest."""
    try:
        wanted = targets(environ["TARGETS"])
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        print(f"tokens: TARGETS cannot be read: {problem}", file=sys.stderr)
        return 2
    status = 0
    for name, keys in wanted.items():
        try:
            drawn = fill(Api.in_cluster(environ, account), name, keys, pause)
            outcome = f"drew {', '.join(drawn)}" if drawn else "complete"
            print(f'tokens: Secret "{name}": {outcome}')
        except Refused as problem:
            print(f"tokens: {problem}", file=sys.stderr)
            status = 1
    return status


def _encoded(text):
    return base64.b64encode(text.encode("ascii")).decode("ascii")


def _cause(problem):
    reason = getattr(problem, "reason", problem)
    return f"{type(reason).__name__}: {getattr(reason, 'strerror', None) or 'no detail'}"


if __name__ == "__main__":
    sys.exit(main())
