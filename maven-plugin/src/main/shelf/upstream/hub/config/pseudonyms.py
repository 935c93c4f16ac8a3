"""An authenticator that gives people pseudonyms instead of the names that their login says.

A pseudonym follows from the name and the pepper, a secret of the hub, so each person has the same one at
each visit, and nobody without the pepper can tell whose it is. Only pseudonyms reach the database,
the logs and the servers; what else the login says of a person is dropped once it has been decided who
gets in. Names in the hub's configuration become pseudonyms when the hub starts.

Another pepper would give everybody a new name and an empty home. Its fingerprint tells it from others,
and gives nothing away.
"""

import base64
import hashlib
import hmac
import re

SHAPE = re.compile(r"p-[a-z2-7]{26}")
SHORTEST = 32
BITS = 128
# No name of a person holds this character.
FINGERPRINT = "\0fingerprint"


class WrongPepper(ValueError):
    """The hub must not start; the message is one line for its people."""


class GivesPseudonyms:
    """Comes before an authenticator by OAuth in the order of inheritance."""

    _pepper = b""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # JupyterHub compares these as they are written.
        self.blocked_users = {self.normalize_username(name) for name in self.blocked_users}

    def user_info_to_username(self, user_info):
        """What a login says is never taken for a pseudonym, whatever it looks like."""
        said = super().user_info_to_username(user_info)
        return pseudonym(self._pepper, super().normalize_username(said))

    def normalize_username(self, username):
        """Names of the configuration become pseudonyms; pseudonyms stay."""
        if SHAPE.fullmatch(username):
            return username
        return pseudonym(self._pepper, super().normalize_username(username))

    async def run_post_auth_hook(self, handler, auth_model):
        """The last step of a login: nothing but the pseudonym goes on to the database."""
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if auth_model is not None:
            auth_model["auth_state"] = None
        return auth_model


def pseudonym(pepper, name):
    """Returns the pseudonym of a name: a fixed beginning and 26 lower case letters and digits."""
    digest = hmac.new(pepper, name.encode("utf-8"), hashlib.sha256).digest()[: BITS // 8]
    return "p-" + base64.b32encode(digest).decode("ascii").rstrip("=").lower()


def fingerprint(pepper):
    """Returns eight hexadecimal digits that other peppers hardly ever have."""
    return hmac.new(pepper, FINGERPRINT.encode("utf-8"), hashlib.sha256).hexdigest()[:8]


def giving_pseudonyms(authenticator, pepper, known=None):
    """Returns the form of an authenticator class that gives pseudonyms.

    Raises WrongPepper when the pepper is too short, or is not the one whose fingerprint is known.
    """
    if len(pepper) < SHORTEST:
        raise WrongPepper(f"the pepper of the pseudonyms is shorter than {SHORTEST} characters")
    secret = pepper.encode("utf-8")
    if known and fingerprint(secret) != known:
        raise WrongPepper(
            f"this is not the pepper with the fingerprint {known}: everybody would get a new name and an empty home"
        )
    name = f"{authenticator.__name__}WithPseudonyms"
    return type(
        name, (GivesPseudonyms, authenticator), {"_pepper": secret, "__module__": __name__}
    )
