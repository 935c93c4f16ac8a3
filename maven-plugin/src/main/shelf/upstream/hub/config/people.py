"""An authenticator that sets people's groups at each login: those of the hub file, and GitHub teams.

JupyterHub's own list of groups only ever adds: a name that is removed stays in its group. Here the
groups of a person are exactly those that the login and the hub file give at that moment.
"""

import importlib
from importlib.metadata import entry_points

ADMINS = "admins"


class KnowsGroups:
    """Comes before an authenticator in the order of inheritance; ``_people`` is the hub file's."""

    _people = {}

    async def get_user_groups(self, auth_state):
        """Authenticators by OAuth ask this at login and whenever they refresh a person."""
        info = auth_state[self.user_auth_state_key]
        name = self.normalize_username(self.user_info_to_username(info))
        groups = self._listed(name)
        if self.auth_state_groups_key:
            claimed = super().get_user_groups(auth_state)
            groups |= set(await claimed if hasattr(claimed, "__await__") else claimed)
        if self._people.get("teams"):
            groups |= _teams(auth_state)
        if groups & set(self.admin_groups):
            groups.add(ADMINS)
        return groups

    async def run_post_auth_hook(self, handler, auth_model):
        """All others get the listed groups beside those that they know themselves."""
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if self.manage_groups and auth_model is not None:
            listed = self._listed(auth_model["name"])
            auth_model["groups"] = sorted(listed | set(auth_model.get("groups") or []))
        return auth_model

    def _listed(self, name):
        groups = self._people.get("groups", {})
        return {
            group
            for group, names in groups.items()
            if name in {self.normalize_username(one) for one in names}
        }


def knowing_groups(authenticator, people):
    """Returns the form of an authenticator class, or of its name, that knows the groups."""
    found = _class_of(authenticator)
    if issubclass(found, KnowsGroups):
        return found
    name = f"{found.__name__}WithGroups"
    return type(name, (KnowsGroups, found), {"_people": people, "__module__": __name__})


def _class_of(authenticator):
    if not isinstance(authenticator, str):
        return authenticator
    for known in entry_points(group="jupyterhub.authenticators"):
        if known.name == authenticator.lower():
            return known.load()
    module, _, name = authenticator.rpartition(".")
    return getattr(importlib.import_module(module), name)


def _teams(auth_state):
    return {
        f"{team['organization']['login']}:{team['slug']}" for team in auth_state.get("teams") or []
    }
