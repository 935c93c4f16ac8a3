"""Pseudonyms: the same for one person, another for everybody else, and nothing beside them."""

import asyncio
import unittest

from hub_folder import HubFolder, importable, load_with_stand_in, load_with_traitlets

PEPPER = "a-pepper-of-at-least-32-characters-long"
OTHER = "b-pepper-of-at-least-32-characters-long"
LINE = "custom.usernamePepper"


class Login:
    """Stands in for an authenticator by OAuth."""

    def __init__(self, blocked=()):
        self.blocked_users = set(blocked)

    def normalize_username(self, name):
        return name.lower()

    def user_info_to_username(self, info):
        return info["email"]

    async def run_post_auth_hook(self, handler, auth_model):
        return auth_model


class WithStandIn(unittest.TestCase):
    def setUp(self):
        self.module = HubFolder(self).module("pseudonyms")

    def login(self, pepper=PEPPER, known=None, **more):
        return self.module.giving_pseudonyms(Login, pepper, known)(**more)

    def name(self, email, pepper=PEPPER):
        return self.login(pepper).user_info_to_username({"email": email})

    def test_a_person_has_one_pseudonym_whatever_the_case(self):
        self.assertEqual(self.name("Mira@coast.example"), self.name("mira@coast.example"))

    def test_it_is_stable_from_release_to_release(self):
        self.assertEqual(self.name("mira@coast.example"), "p-ucl2fzvpeu7m52qimetb3uvci4")

    def test_two_people_have_two(self):
        self.assertNotEqual(self.name("mira@coast.example"), self.name("mira@harbour.example"))

    def test_another_pepper_gives_others(self):
        self.assertNotEqual(self.name("mira@coast.example"), self.name("mira@coast.example", OTHER))

    def test_it_fits_into_names_of_pods_and_folders(self):
        self.assertRegex(self.name("mira@coast.example"), r"^p-[a-z2-7]{26}$")

    def test_a_name_of_the_configuration_becomes_the_same(self):
        found = self.login().normalize_username("Mira@coast.example")

        self.assertEqual(found, self.name("mira@coast.example"))

    def test_a_pseudonym_of_the_configuration_stays(self):
        mira = self.name("mira@coast.example")

        self.assertEqual(self.login().normalize_username(mira), mira)

    def test_nobody_can_log_in_as_somebody_elses_pseudonym(self):
        mira = self.name("mira@coast.example")

        self.assertNotEqual(self.name(mira), mira)

    def test_blocked_people_stay_blocked(self):
        login = self.login(blocked={"eve@coast.example"})

        self.assertEqual(login.blocked_users, {self.name("eve@coast.example")})

    def test_what_else_the_login_said_is_dropped(self):
        model = {"name": "p-x", "auth_state": {"cilogon_user": {"email": "mira@coast.example"}}}

        found = asyncio.run(self.login().run_post_auth_hook(None, model))

        self.assertIsNone(found["auth_state"])

    def test_a_refused_login_stays_refused(self):
        self.assertIsNone(asyncio.run(self.login().run_post_auth_hook(None, None)))

    def test_a_short_pepper_is_refused(self):
        with self.assertRaisesRegex(ValueError, "shorter than 32"):
            self.login("short")

    def test_the_pepper_with_the_fingerprint_is_taken(self):
        known = self.module.fingerprint(PEPPER.encode())

        self.assertEqual(len(known), 8)
        self.login(known=known)

    def test_another_pepper_than_that_with_the_fingerprint_is_refused(self):
        known = self.module.fingerprint(PEPPER.encode())

        with self.assertRaisesRegex(ValueError, "empty home"):
            self.login(OTHER, known=known)


class AtTheStart(unittest.TestCase):
    def setUp(self):
        self.folder = HubFolder(self)
        self.folder.runtime["pseudonyms"] = {"pepper": LINE}
        self.folder.compiled("traits", {"JupyterHub": {"authenticator_class": "stand_in.Login"}})
        self.folder.write("stand_in.py", "class Login:\n    blocked_users = set()\n")

    def test_the_hub_says_the_fingerprint_that_nobody_watches(self):
        self.folder.secret_line(LINE, PEPPER)

        config, said = self.folder.run(load_with_stand_in)

        self.assertEqual(config.JupyterHub.authenticator_class.__name__, "LoginWithPseudonyms")
        self.assertRegex(said, r"fingerprint of the pepper is [0-9a-f]{8}")
        self.assertNotIn(PEPPER, said)

    def test_a_hub_without_its_pepper_does_not_start(self):
        with self.assertRaisesRegex(SystemExit, LINE):
            self.folder.run(load_with_stand_in)

    def test_a_hub_with_another_pepper_does_not_start(self):
        self.folder.runtime["pseudonyms"]["fingerprint"] = "00000000"
        self.folder.secret_line(LINE, PEPPER)

        with self.assertRaisesRegex(SystemExit, "fingerprint 00000000"):
            self.folder.run(load_with_stand_in)


@unittest.skipUnless(importable("jupyterhub", "oauthenticator"), "needs the packages of the hub")
class WithJupyterHub(unittest.TestCase):
    IDP = "https://idp.coast.example/idp/shibboleth"

    def made(self, **traits):
        folder = HubFolder(self)
        folder.runtime["pseudonyms"] = {"pepper": LINE}
        folder.runtime["people"] = {"groups": {"gpu": ["Mira@coast.example"]}}
        folder.secret_line(LINE, PEPPER)
        cilogon = {
            "client_id": "x",
            "client_secret": "y",
            "idps": {
                self.IDP: {
                    "username_derivation": {"username_claim": "email"},
                    "allowed_domains": ["coast.example"],
                }
            },
        }
        folder.compiled(
            "traits",
            {
                "JupyterHub": {"authenticator_class": "cilogon"},
                "CILogonOAuthenticator": cilogon,
                "Authenticator": {"manage_groups": True, **traits},
            },
        )
        config = folder.run(load_with_traitlets)[0]
        from jupyterhub.app import JupyterHub

        return JupyterHub(config=config).authenticator_class(config=config)

    def logged_in(self, login, email):
        info = {"idp": self.IDP, "email": email}

        async def answers(handler, data=None, **kwargs):
            name = login.normalize_username(login.user_info_to_username(info))
            state = {"cilogon_user": info}
            return {"name": name, "admin": None, "auth_state": state}

        login.authenticate = answers
        return asyncio.run(login.get_authenticated_user(None, {}))

    def test_people_of_the_domain_get_in_under_a_pseudonym_alone(self):
        model = self.logged_in(self.made(), "mira@coast.example")

        self.assertRegex(model["name"], r"^p-[a-z2-7]{26}$")
        self.assertIsNone(model["auth_state"])
        self.assertNotIn("coast.example", repr(model))

    def test_others_do_not(self):
        self.assertIsNone(self.logged_in(self.made(), "eve@harbour.example"))

    def test_who_is_blocked_by_name_does_not(self):
        login = self.made(blocked_users=["Mira@coast.example"])

        self.assertIsNone(self.logged_in(login, "mira@coast.example"))

    def test_who_is_in_a_group_by_name_is_in_it(self):
        login = self.made()
        state = {"cilogon_user": {"idp": self.IDP, "email": "mira@coast.example"}}

        groups = asyncio.run(login.get_user_groups(state))

        self.assertEqual(groups, {"gpu"})


if __name__ == "__main__":
    unittest.main()
