"""Groups at login: those of the hub file, of GitHub's teams and of a claim, and no others."""

import asyncio
import unittest

from hub_folder import HubFolder, importable, load_with_traitlets

PEOPLE = {"groups": {"gpu": ["Mira"], "tutors": ["tobias", "mira"]}, "teams": True}
TEAMS = [{"slug": "leads", "organization": {"login": "tidal-lab"}}]


class Login:
    """Stands in for an authenticator by OAuth."""

    user_auth_state_key = "github_user"
    auth_state_groups_key = ""
    admin_groups = frozenset()
    manage_groups = True

    def normalize_username(self, name):
        return name.lower()

    def user_info_to_username(self, info):
        return info["login"]

    async def get_user_groups(self, auth_state):
        return set(auth_state[self.auth_state_groups_key])

    async def run_post_auth_hook(self, handler, auth_model):
        return auth_model


class WithStandIn(unittest.TestCase):
    def setUp(self):
        self.people = HubFolder(self).module("people")

    def groups(self, state, people=None, **traits):
        login = self.people.knowing_groups(Login, PEOPLE if people is None else people)()
        vars(login).update(traits)
        return asyncio.run(login.get_user_groups({"github_user": {"login": "Mira"}, **state}))

    def test_listed_groups_are_found_whatever_the_case_of_the_name(self):
        self.assertEqual(self.groups({}), {"gpu", "tutors"})

    def test_teams_of_github_are_groups(self):
        self.assertIn("tidal-lab:leads", self.groups({"teams": TEAMS}))

    def test_teams_are_left_alone_where_nobody_asks_for_them(self):
        self.assertEqual(self.groups({"teams": TEAMS}, people={"groups": {}}), set())

    def test_groups_of_a_claim_join_them(self):
        state = {"claims": ["science"]}

        self.assertIn("science", self.groups(state, auth_state_groups_key="claims"))

    def test_members_of_an_admin_team_are_admins(self):
        found = self.groups({"teams": TEAMS}, admin_groups={"tidal-lab:leads"})

        self.assertIn("admins", found)

    def test_a_login_without_oauth_gets_the_listed_groups(self):
        login = self.people.knowing_groups(Login, PEOPLE)()

        model = asyncio.run(login.run_post_auth_hook(None, {"name": "tobias"}))

        self.assertEqual(model["groups"], ["tutors"])

    def test_a_refused_login_stays_refused(self):
        login = self.people.knowing_groups(Login, PEOPLE)()

        self.assertIsNone(asyncio.run(login.run_post_auth_hook(None, None)))


@unittest.skipUnless(importable("jupyterhub", "oauthenticator"), "needs the packages of the hub")
class WithJupyterHub(unittest.TestCase):
    def made(self, name, traits):
        folder = HubFolder(self)
        folder.runtime["people"] = PEOPLE
        traits["JupyterHub"] = {"authenticator_class": name}
        folder.compiled("traits", traits)
        config = folder.run(load_with_traitlets)[0]
        from jupyterhub.app import JupyterHub

        found = JupyterHub(config=config).authenticator_class
        return found(config=config)

    def test_github_says_groups_by_its_own_settings(self):
        login = self.made(
            "github",
            {
                "GitHubOAuthenticator": {"client_id": "x", "client_secret": "y"},
                "Authenticator": {"manage_groups": True},
            },
        )
        model = {
            "name": "mira",
            "admin": None,
            "auth_state": {"github_user": {"login": "Mira"}, "teams": TEAMS},
        }

        asyncio.run(login._apply_managed_groups(model))

        self.assertEqual(login.client_id, "x")
        self.assertEqual(model["groups"], ["gpu", "tidal-lab:leads", "tutors"])

    def test_a_name_that_is_typed_gets_its_groups(self):
        login = self.made("dummy", {"Authenticator": {"manage_groups": True, "allow_all": True}})

        model = asyncio.run(
            login.get_authenticated_user(None, {"username": "tobias", "password": ""})
        )

        self.assertEqual(model["groups"], ["tutors"])


if __name__ == "__main__":
    unittest.main()
