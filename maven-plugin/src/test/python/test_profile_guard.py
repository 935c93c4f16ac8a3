"""Write-in choices: the hole of KubeSpawner, and that the guard closes it.

The same cases run against a stand-in that believes everything, and against the real KubeSpawner
when it can be imported.
"""

import asyncio
import contextlib
import sys
import types
import unittest
from unittest import mock

from hub_folder import HubFolder, importable, load_with_traitlets

IMAGE = "image--unlisted-choice"
PROFILES = [
    {"display_name": "Big", "slug": "big", "kubespawner_override": {"image": "big:1"}},
    {
        "display_name": "Free",
        "slug": "free",
        "default": True,
        "profile_options": {
            "image": {
                "choices": {
                    "lab": {"default": True, "kubespawner_override": {"image": "lab:1"}},
                    "rstudio": {"kubespawner_override": {"image": "rstudio:1"}},
                },
                "unlisted_choice": {
                    "enabled": True,
                    "validation_regex": r"^ok/.+:\d+$",
                    "validation_message": "only images of ok/",
                    "kubespawner_override": {"image": "{value}"},
                },
            },
            "closed": {"choices": {"a": {"kubespawner_override": {}}}},
        },
    },
]

LIMITED = [
    {
        "display_name": "Plain",
        "slug": "plain",
        "profile_options": {
            "environment": {
                "choices": {
                    "lab": {"kubespawner_override": {"image": "lab:1"}},
                    "beta": {"allowed_groups": ["gpu"], "kubespawner_override": {"image": "b:1"}},
                    "own": {"allowed_groups": ["admins"], "kubespawner_override": {"image": "o:1"}},
                }
            }
        },
    },
    {
        "display_name": "Cards",
        "slug": "cards",
        "allowed_groups": ["gpu"],
        "kubespawner_override": {"image": "cards:1"},
    },
]


def member(groups, admin=False):
    """Stands in for JupyterHub's user."""
    found = [types.SimpleNamespace(name=name) for name in groups]
    return types.SimpleNamespace(groups=found, admin=admin)


def shown(profiles):
    return {
        profile["slug"]: list(
            (profile.get("profile_options") or {}).get("environment", {}).get("choices", {})
        )
        for profile in profiles
    }


class Cases:
    """``image`` says which image the options lead to, or raises what the user is told."""

    def refused(self, options, words):
        with self.assertRaises(self.http_error()) as caught:
            self.image(options)
        self.assertEqual(caught.exception.status_code, 400)
        self.assertIn(words, caught.exception.jupyterhub_message)
        for value in options.values():
            self.assertNotIn(str(value), caught.exception.jupyterhub_message)

    def test_write_in_without_profile_is_checked(self):
        self.refused({IMAGE: "evil/miner:1"}, "only images of ok/")

    def test_a_refusal_is_a_value_error_for_the_form_that_shows_the_last_choice(self):
        with self.assertRaises(ValueError):
            self.image({"profile": "gone"})

    def test_write_in_with_an_empty_profile_is_checked(self):
        for empty in ("", None, 0, []):
            with self.subTest(repr(empty)), self.assertRaises(self.http_error()):
                self.image({"profile": empty, IMAGE: "evil/miner:1"})

    def test_write_in_with_profile_is_checked(self):
        self.refused({"profile": "free", IMAGE: "evil/miner:1"}, "only images of ok/")

    def test_write_in_has_to_match_as_a_whole(self):
        self.refused({"profile": "free", IMAGE: "ok/x:1\n"}, "only images of ok/")

    def test_write_in_has_to_be_text(self):
        self.refused({IMAGE: ["ok/x:1"]}, "not text")

    def test_write_in_of_a_closed_option_is_refused(self):
        self.refused({"closed--unlisted-choice": "evil"}, "closed takes no written choice")

    def test_unknown_choice_is_refused(self):
        for choice in ("nothing-like-it", {"lab": 1}, ["lab"]):
            self.refused({"image": choice}, "image has no such choice")

    def test_unknown_profile_is_refused(self):
        self.refused({"profile": "gone", IMAGE: "ok/x:1"}, "no such profile")

    def test_good_write_in_works_with_and_without_profile(self):
        for options in ({IMAGE: "ok/x:1"}, {"profile": "free", IMAGE: "ok/x:1"}):
            self.assertEqual(self.image(options), "ok/x:1")

    def test_plain_choices_work(self):
        self.assertEqual(self.image({}), "lab:1")
        self.assertEqual(self.image({"profile": "free"}), "lab:1")
        self.assertEqual(self.image({"profile": "free", "image": "rstudio"}), "rstudio:1")
        self.assertEqual(self.image({"image": "rstudio", "closed": "a"}), "rstudio:1")
        self.assertEqual(self.image({"profile": "big"}), "big:1")

    def test_options_of_other_profiles_do_no_harm(self):
        self.assertEqual(self.image({"profile": "big", IMAGE: "evil/miner:1"}), "big:1")

    def test_options_as_posted_stay_as_they_were(self):
        options = {IMAGE: "ok/x:1"}

        self.image(options)

        self.assertEqual(options, {IMAGE: "ok/x:1"})


class LimitedCases:
    """``offered`` says which profiles and choices of ``environment`` a member of groups is shown."""

    def test_a_limited_profile_is_for_its_groups(self):
        self.assertEqual(set(self.offered({"gpu"})), {"plain", "cards"})
        self.assertEqual(set(self.offered(set())), {"plain"})

    def test_a_limited_choice_is_for_its_groups(self):
        self.assertEqual(self.offered({"gpu"})["plain"], ["lab", "beta"])
        self.assertEqual(self.offered({"other"})["plain"], ["lab"])

    def test_admins_are_a_group(self):
        self.assertEqual(self.offered(set(), admin=True)["plain"], ["lab", "own"])

    def test_one_who_is_no_admin_any_more_is_not_in_their_group(self):
        self.assertEqual(self.offered({"admins"})["plain"], ["lab"])

    def test_one_for_whom_nothing_is_left_is_refused(self):
        with self.assertRaises(self.http_error()) as caught:
            self.offered({"other"}, [LIMITED[1]])
        self.assertEqual(caught.exception.status_code, 403)

    def test_a_profile_with_an_option_without_choices_is_gone(self):
        option = {"choices": {"a": {"allowed_groups": ["gpu"]}}}
        profile = {**LIMITED[0], "slug": "bare", "profile_options": {"environment": option}}

        self.assertEqual(set(self.offered({"other"}, [LIMITED[0], profile])), {"plain"})

    def test_the_list_as_it_came_stays_as_it_was(self):
        before = repr(LIMITED)

        self.offered(set())

        self.assertEqual(repr(LIMITED), before)


class BelievingSpawner:
    """Takes a choice without asking and applies what it says, as KubeSpawner without profile."""

    def __init__(self, options):
        self.user_options = options

    async def apply_group_overrides(self):
        pass

    def _apply_overrides(self, spawner_override):
        pass

    def _get_initialized_profile_list(self, profile_list):
        return profile_list

    def _validate_user_options(self, profile_list):
        pass

    def image(self, profile_list):
        self._validate_user_options(profile_list)
        profile = next(
            p for p in profile_list if p["slug"] == self.user_options.get("profile", "free")
        )
        if "profile_options" not in profile:
            return profile["kubespawner_override"]["image"]
        chosen = self.user_options.get("image", "lab")
        listed = profile["profile_options"]["image"]["choices"][chosen]
        return self.user_options.get(IMAGE) or listed["kubespawner_override"]["image"]


class HttpError(Exception):
    """Stands in for tornado's."""

    def __init__(self, status_code, message):
        super().__init__(message)
        self.status_code = status_code


class WithStandIn(Cases, LimitedCases, unittest.TestCase):
    def setUp(self):
        stand_ins = {
            "kubespawner": types.SimpleNamespace(KubeSpawner=BelievingSpawner),
            "tornado": types.SimpleNamespace(web=types.SimpleNamespace(HTTPError=HttpError)),
        }
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        for name, module in stand_ins.items():
            before = sys.modules.get(name)
            (
                stack.callback(sys.modules.__setitem__, name, before)
                if before
                else stack.callback(sys.modules.pop, name)
            )
            sys.modules[name] = module
        self.guard = HubFolder(self).module("profile_guard")

    def http_error(self):
        return HttpError

    def image(self, options):
        return self.guard.guarded(BelievingSpawner)(options).image(PROFILES)

    def offered(self, groups, profiles=None, admin=False):
        spawner = self.guard.guarded(BelievingSpawner)({})
        spawner.user = member(groups, admin)
        return shown(spawner._get_initialized_profile_list(profiles or LIMITED))

    def test_the_stand_in_alone_believes(self):
        self.assertEqual(BelievingSpawner({IMAGE: "evil/miner:1"}).image(PROFILES), "evil/miner:1")

    def test_other_spawners_stay_as_they_are(self):
        self.assertIs(self.guard.guarded(dict), dict)
        self.assertEqual(self.guard.guarded("simple"), "simple")

    def test_a_spawner_without_the_hook_ends_the_hub(self):
        hook = BelievingSpawner._validate_user_options
        self.addCleanup(setattr, BelievingSpawner, "_validate_user_options", hook)
        del BelievingSpawner._validate_user_options

        with self.assertRaises(SystemExit):
            self.guard.guarded(BelievingSpawner)


@unittest.skipUnless(importable("jupyterhub", "kubespawner"), "needs jupyterhub and kubespawner")
class WithKubeSpawner(Cases, LimitedCases, unittest.TestCase):
    profile_list = "c.KubeSpawner.profile_list = PROFILES\n"

    def setUp(self):
        no_cluster = mock.patch("kubernetes_asyncio.config.load_incluster_config")
        no_cluster.start()
        self.addCleanup(no_cluster.stop)
        self.folder = HubFolder(self)
        self.folder.runtime["guardUnlistedChoices"] = True
        self.folder.snippet("profiles", f"PROFILES = {PROFILES!r}\n{self.profile_list}")

    def http_error(self):
        from tornado import web

        return web.HTTPError

    def spawner_class(self):
        """Returns the configuration of the folder and the class that JupyterHub makes of it."""
        config = self.folder.run(load_with_traitlets)[0]
        from jupyterhub.app import JupyterHub

        return config, JupyterHub(config=config).spawner_class

    def spawner(self, options):
        config, found = self.spawner_class()

        async def made():  # the client of the cluster wants a running loop
            return found(_mock=True, config=config, user_options=options)

        spawner = asyncio.run(made())
        spawner.user.groups, spawner.user.admin = [], False
        return spawner

    def image(self, options):
        spawner = self.spawner(options)
        asyncio.run(spawner.load_user_options())
        return spawner.image

    def offered(self, groups, profiles=None, admin=False):
        spawner = self.spawner({})
        spawner.user.groups = member(groups).groups
        spawner.user.admin = admin
        return shown(spawner._get_initialized_profile_list(profiles or LIMITED))

    def limited(self, options, groups):
        self.folder.snippet("limited", f"c.KubeSpawner.profile_list = {LIMITED!r}\n")
        spawner = self.spawner(options)
        spawner.user.groups = member(groups).groups
        spawner.user.admin = False
        asyncio.run(spawner.load_user_options())
        return spawner.image

    def test_a_limited_choice_posted_by_hand_is_refused(self):
        posted = {"profile": "plain", "environment": "beta"}
        with self.assertRaises(self.http_error()) as caught:
            self.limited(posted, {"other"})
        self.assertIn("no such choice", caught.exception.jupyterhub_message)
        self.assertEqual(self.limited(posted, {"gpu"}), "b:1")

    def test_a_limited_profile_posted_by_hand_is_refused(self):
        with self.assertRaises(self.http_error()):
            self.limited({"profile": "cards"}, {"other"})
        self.assertEqual(self.limited({"profile": "cards"}, {"gpu"}), "cards:1")

    def test_the_form_shows_what_one_may_choose(self):
        spawner = self.spawner({})
        spawner.user.groups = []
        spawner.user.admin = False
        form = spawner._render_options_form(LIMITED)
        self.assertIn("Plain", form)
        self.assertNotIn("Cards", form)

    def mounts(self, groups, admin=False):
        """Returns path to whether it is read-only, of the folders that the pod of a person has."""
        config, found = self.spawner_class()

        async def made():
            spawner = found(_mock=True, config=config, user_options={})
            spawner.user.groups, spawner.user.admin = member(groups).groups, admin
            await spawner.apply_group_overrides()
            spawner.cmd = ["lab"]
            pod = await spawner.get_pod_manifest()
            return pod.spec.containers[0].volume_mounts

        return {m.mount_path: bool(m.read_only) for m in asyncio.run(made())}

    def folders(self):
        def mount(name, read_only):
            path = {"name": "folders", "mountPath": f"/home/{name}", "subPath": f"lab/_{name}"}
            return {"volume_mounts": {f"folder-{name}": {**path, "readOnly": read_only}}}

        overrides = {
            "folder-shared-2-write": {"groups": ["admins"], "spawner_override": mount("shared", False)},
            "folder-team-1-see": {"groups": ["team"], "spawner_override": mount("team", True)},
            "folder-team-2-write": {"groups": ["admins"], "spawner_override": mount("team", False)},
        }
        volume = {"name": "folders", "persistentVolumeClaim": {"claimName": "folders"}}
        self.folder.snippet(
            "folders",
            f"c.KubeSpawner.volumes = {({'folders': volume})!r}\n"
            f"c.KubeSpawner.volume_mounts = {mount('shared', True)['volume_mounts']!r}\n"
            f"c.KubeSpawner.group_overrides = {overrides!r}\n",
        )

    def test_folders_are_for_groups_and_written_by_those_who_are_admins_now(self):
        self.folders()

        self.assertEqual(self.mounts(set()), {"/home/shared": True})
        self.assertEqual(self.mounts({"admins"}), {"/home/shared": True})
        self.assertEqual(self.mounts({"team"}), {"/home/shared": True, "/home/team": True})
        self.assertEqual(
            self.mounts({"team"}, admin=True), {"/home/shared": False, "/home/team": False}
        )

    def test_what_a_group_gets_may_be_computed(self):
        self.folders()
        self.folder.snippet(
            "later",
            "found = c.KubeSpawner.group_overrides\n"
            "async def overrides(spawner):\n"
            "    return found\n"
            "c.KubeSpawner.group_overrides = overrides\n",
        )

        self.assertEqual(self.mounts(set(), admin=True)["/home/shared"], False)

    def test_the_hole_is_there_without_the_guard(self):
        self.folder.runtime["guardUnlistedChoices"] = False

        self.assertEqual(self.image({IMAGE: "evil/miner:1"}), "evil/miner:1")
        self.assertEqual(self.image({"profile": "free", IMAGE: "ok/x:1\n"}), "ok/x:1\n")

    def test_the_form_leads_to_the_same_checks(self):
        field = f"profile-option-free--{IMAGE}"
        spawner = self.spawner({})

        def options(form):
            return spawner.run_options_from_form(form)

        self.refused(options({"profile": ["free"], field: ["evil/miner:1"]}), "only images of ok/")
        self.assertEqual(self.image(options({"profile": ["free"], field: ["ok/x:1"]})), "ok/x:1")
        self.assertEqual(self.image(options({field: ["evil/miner:1"]})), "lab:1")

    def test_the_section_kubespawner_still_configures_it(self):
        self.folder.snippet("more", "c.KubeSpawner.uid = 77\nc.Spawner.args.append('--x')\n")

        spawner = self.spawner({})

        self.assertEqual((spawner.uid, spawner.args), (77, ["--x"]))
        self.assertEqual(type(spawner).__name__, "GuardedKubeSpawner")

    def test_a_class_made_by_a_snippet_is_guarded_too(self):
        self.folder.snippet(
            "spawner",
            "from kubespawner import KubeSpawner\n"
            "class Own(KubeSpawner):\n"
            "    def greeting(self):\n"
            "        return 'hi'\n"
            "c.JupyterHub.spawner_class = Own\n"
            "c.Own.uid = 78\n",
        )

        spawner = self.spawner({IMAGE: "evil/miner:1"})

        self.assertEqual((spawner.uid, spawner.greeting()), (78, "hi"))
        self.refused({IMAGE: "evil/miner:1"}, "only images of ok/")

    def test_another_spawner_of_a_snippet_is_left_alone(self):
        self.folder.snippet("spawner", "c.JupyterHub.spawner_class = 'simple'\n")

        self.assertEqual(self.spawner_class()[1].__name__, "SimpleLocalProcessSpawner")

    def test_a_hub_without_profiles_takes_any_options(self):
        self.folder.snippet("profiles-none", "c.KubeSpawner.profile_list = []\n")

        asyncio.run(self.spawner({IMAGE: "x"}).load_user_options())


@unittest.skipUnless(importable("jupyterhub", "kubespawner"), "needs jupyterhub and kubespawner")
class WithAsyncProfileList(WithKubeSpawner):
    profile_list = (
        "async def profiles(spawner):\n"
        "    return PROFILES\n"
        "c.KubeSpawner.profile_list = profiles\n"
    )


@unittest.skipUnless(importable("jupyterhub", "kubespawner"), "needs jupyterhub and kubespawner")
class WithCallableProfileList(WithKubeSpawner):
    profile_list = "c.KubeSpawner.profile_list = lambda spawner: PROFILES\n"


if __name__ == "__main__":
    unittest.main()
