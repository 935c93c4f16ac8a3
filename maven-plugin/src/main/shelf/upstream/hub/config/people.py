"""An authenticator that sets people's groups at each login: those of the hub file, and GitHub teams.

JupyterHub's own list of groups only ever adds: a name that is removed stays in its group. Here the
groups of a person are exactly those that the login and the hub file give at that moment. Only what
a learning platform said of another course stays, for it speaks of one course at a time.

Nobody studies in a course who teaches it or is an admin: those who teach may enter the servers of
those who study.
"""

import importlib
from importlib.metadata import entry_points

ADMINS = "admins"
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
# Roles in the course only: who teaches at the institution may well be a student here.
IN_COURSE = "http://purl.imsglobal.org/vocab/lis/v2/membership"
# Who assists is an instructor too, so the order counts.
PARTS = {"#TeachingAssistant": "assistants", "#Instructor": "teachers", "#Learner": "students"}


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
        return self._with_courses(name, groups)

    async def run_post_auth_hook(self, handler, auth_model):
        """All others get the listed groups beside those that they know themselves."""
        auth_model = await super().run_post_auth_hook(handler, auth_model)
        if self.manage_groups and auth_model is not None:
            name = auth_model["name"]
            groups = self._listed(name) | set(auth_model.get("groups") or [])
            groups |= self._launched(auth_model.get("auth_state") or {}, handler, name)
            auth_model["groups"] = sorted(self._with_courses(name, groups))
        return auth_model

    def _listed(self, name):
        groups = self._people.get("groups", {})
        return {group for group, names in groups.items() if self._is_one_of(name, names)}

    def _is_one_of(self, name, names):
        return name in {self.normalize_username(one) for one in names}

    def _launched(self, token, handler, name):
        """The part in the course that somebody comes from, and those in other courses before."""
        courses = dict(self._people.get("platform", {}))
        here = courses.pop((token.get(CLAIM + "context") or {}).get("id"), {})
        roles = [r for r in token.get(CLAIM + "roles") or [] if r.startswith(IN_COURSE)]
        part = next((PARTS[end] for end in PARTS if any(r.endswith(end) for r in roles)), None)
        elsewhere = {group for course in courses.values() for group in course.values()}
        user = handler.find_user(name) if elsewhere and handler is not None else None
        known = {group.name for group in user.groups} if user is not None else set()
        return (known & elsewhere) | ({here[part]} if part in here else set())

    def _with_courses(self, name, groups):
        for group, teams in self._people.get("also", {}).items():
            if groups & set(teams):
                groups.add(group)
        admin = ADMINS in groups or self._is_one_of(name, self._people.get("admins", []))
        for group, course in self._people.get("students", {}).items():
            if course["everyone"]:
                groups.add(group)
            if admin or groups & set(course["staff"]):
                groups.discard(group)
        return groups


def knowing_groups(authenticator, people):
    """Returns the form of an authenticator class, or of its name, that knows the groups."""
    found = class_of(authenticator)
    if issubclass(found, KnowsGroups):
        return found
    name = f"{found.__name__}WithGroups"
    return type(name, (KnowsGroups, found), {"_people": people, "__module__": __name__})


def class_of(authenticator):
    """Returns the class that a name of an authenticator means; a class stays."""
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
