"""A KubeSpawner that checks every choice: write-ins, and who may choose what.

KubeSpawner 7.0 and 7.1 apply options posted without ``profile`` to the default profile, but check
them only when ``profile`` is there, and their check also lets a line end follow what was allowed.
Here the default profile is named before anything is checked, and a write-in has to match its
``validation_regex`` as a whole, as the form in the browser already demands.

A profile, a choice or a write-in with ``allowed_groups`` is there for members of one of these groups
only. It is taken out of the list before the form is made of it and before a request is held against
it, so one that is posted by hand does not exist.

The group ``admins`` are those who are admins at that moment, for choices and for group_overrides alike:
a login may have put people into it long ago, and the right may be gone since.
"""

import importlib
import re

from kubespawner import KubeSpawner
from tornado import web

HOOKS = (
    "_validate_user_options",
    "_get_initialized_profile_list",
    "apply_group_overrides",
    "_apply_overrides",
)
GROUPS = "allowed_groups"
ADMINS = "admins"


class ProfileGuard:
    """Comes before KubeSpawner in the order of inheritance and refuses what it lets pass."""

    def _validate_user_options(self, profile_list):
        """Checks the options against the finished list of profiles; a mistake is a status 400."""
        if profile_list and self.user_options:
            self._name_profile(profile_list)
            self._check_options(self._chosen(profile_list))
        super()._validate_user_options(profile_list)

    def _get_initialized_profile_list(self, profile_list):
        """Both the form and the start of a server go through this; the list as it came stays."""
        groups = self._groups()
        found = [_for(groups, profile) for profile in profile_list or []]
        found = [profile for profile in found if profile is not None]
        if profile_list and not found:
            raise _refusal("none of the servers of this hub is for you", 403)
        return super()._get_initialized_profile_list(found)

    async def apply_group_overrides(self):
        """Applies what groups get beside others in the order of the keys, as JupyterHub does."""
        overrides = self.group_overrides
        if callable(overrides):
            overrides = overrides(self)
            overrides = await overrides if hasattr(overrides, "__await__") else overrides
        groups = self._groups()
        for key in sorted(overrides):
            if groups & set(overrides[key]["groups"]):
                self.log.info("%s of group_overrides is for %s", key, self.user.name)
                self._apply_overrides(overrides[key]["spawner_override"])

    def _groups(self):
        groups = {group.name for group in self.user.groups} - {ADMINS}
        return groups | {ADMINS} if self.user.admin else groups

    def _name_profile(self, profile_list):
        if not self.user_options.get("profile"):
            default = next(p for p in profile_list if p.get("default"))
            self.user_options = {**self.user_options, "profile": default["slug"]}

    def _chosen(self, profile_list):
        slug = self.user_options["profile"]
        for profile in profile_list:
            if profile["slug"] == slug:
                return profile
        raise _refusal("there is no such profile")

    def _check_options(self, profile):
        for name, option in profile.get("profile_options", {}).items():
            written = self.user_options.get(f"{name}--unlisted-choice")
            chosen = self.user_options.get(name)
            if written:
                _check_written(name, option.get("unlisted_choice", {}), written)
            elif chosen and not (isinstance(chosen, str) and chosen in option.get("choices", {})):
                raise _refusal(f"option {name} has no such choice")


class GuardedKubeSpawner(ProfileGuard, KubeSpawner):
    """KubeSpawner with the guard; configured, as ever, by the section KubeSpawner."""


def guarded(spawner):
    """Returns the guarded form of a spawner class, or the spawner as it came if it needs none.

    Takes a class or a dotted name. Ends the hub when KubeSpawner no longer has a method that the
    guard stands before: a guard that is never asked would be worse than none.
    """
    found = _class_of(spawner)
    if not (isinstance(found, type) and issubclass(found, KubeSpawner)):
        return spawner
    if issubclass(found, ProfileGuard):
        return found
    for hook in HOOKS:
        if not callable(getattr(found, hook, None)):
            raise SystemExit(f"hub configuration: this KubeSpawner has no {hook} to guard")
    if found is KubeSpawner:
        return GuardedKubeSpawner
    return type(f"Guarded{found.__name__}", (ProfileGuard, found), {"__module__": __name__})


def _class_of(spawner):
    if isinstance(spawner, str) and "." in spawner:
        module, _, name = spawner.rpartition(".")
        return getattr(importlib.import_module(module), name)
    return spawner


def _check_written(name, rule, written):
    if not rule.get("enabled"):
        raise _refusal(f"option {name} takes no written choice")
    if not isinstance(written, str):
        raise _refusal(f"the written choice of option {name} is not text")
    pattern = rule.get("validation_regex")
    if pattern and not re.fullmatch(pattern, written):
        hint = rule.get("validation_message") or "it does not match the rule of this hub"
        raise _refusal(f"the written choice of option {name} is not allowed: {hint}")


def _for(groups, profile):
    """Returns the profile with what these groups may choose; None when nothing is left to choose."""
    if not _allows(profile, groups):
        return None
    options = {}
    for name, option in (profile.get("profile_options") or {}).items():
        choices = option.get("choices") or {}
        left = {key: choice for key, choice in choices.items() if _allows(choice, groups)}
        options[name] = {**option, "choices": left} if "choices" in option else dict(option)
        if not _allows(option.get("unlisted_choice") or {}, groups):
            del options[name]["unlisted_choice"]
        if not left and not (options[name].get("unlisted_choice") or {}).get("enabled"):
            return None
    return {**profile, "profile_options": options} if options else profile


def _allows(limited, groups):
    allowed = limited.get(GROUPS)
    return allowed is None or bool(groups & set(allowed))


class Refusal(web.HTTPError, ValueError):
    """A client's mistake; also a ValueError, which is what KubeSpawner 7.1 expects of its own check.

    It checks the choice of the last time before it shows the form, and must be able to go on.
    """


def _refusal(message, status=400):
    error = Refusal(status, message)
    error.jupyterhub_message = message  # shown on the page of a server that starts
    return error
