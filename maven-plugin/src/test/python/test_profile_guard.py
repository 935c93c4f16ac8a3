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


class BelievingSpawner:
    """Takes a choice without asking and applies what it says, as KubeSpawner without profile."""

    def __init__(self, options):
        self.user_options = options

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


class WithStandIn(Cases, unittest.TestCase):
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
class WithKubeSpawner(Cases, unittest.TestCase):
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

        return asyncio.run(made())

    def image(self, options):
        spawner = self.spawner(options)
        asyncio.run(spawner.load_user_options())
        return spawner.image

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
