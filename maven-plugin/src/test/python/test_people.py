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


COURSES = {
    "groups": {"sea-teachers": ["sand"], "sea-assistants": ["ana"], "sea-students": ["li", "ana"]},
    "students": {
        "sea-students": {"staff": ["sea-teachers", "sea-assistants"], "everyone": False},
        "all-students": {"staff": ["sea-teachers"], "everyone": True},
    },
    "also": {"sea-students": ["coast:sea"]},
    "admins": ["Mira"],
}
LTI = {
    "platform": {
        "c1": {"teachers": "one-teachers", "assistants": "one-assistants", "students": "one-students"},
        "c2": {"students": "two-students"},
    },
    "students": {"one-students": {"staff": ["one-teachers"], "everyone": False}},
    "admins": [],
}
CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
MEMBER = "http://purl.imsglobal.org/vocab/lis/v2/membership"


class Known:
    """Stands in for a handler that knows one person by groups."""

    def __init__(self, *groups):
        self.groups = [type("Group", (), {"name": name}) for name in groups]

    def find_user(self, name):
        return self


class Courses(unittest.TestCase):
    def setUp(self):
        self.people = HubFolder(self).module("people")

    def listed(self, name):
        login = self.people.knowing_groups(Login, COURSES)()
        return asyncio.run(login.run_post_auth_hook(None, {"name": name}))["groups"]

    def launched(self, course, *roles, handler=None):
        login = self.people.knowing_groups(Login, LTI)()
        full = [r if r.startswith("http") else MEMBER + r for r in roles]
        token = {CLAIM + "context": {"id": course}, CLAIM + "roles": full}
        model = {"name": "li", "auth_state": token}
        return asyncio.run(login.run_post_auth_hook(handler, model))["groups"]

    def test_who_studies_is_a_student(self):
        self.assertEqual(self.listed("li"), ["all-students", "sea-students"])

    def test_who_assists_is_no_student_of_the_course(self):
        self.assertEqual(self.listed("ana"), ["all-students", "sea-assistants"])

    def test_who_teaches_is_not_among_everyone(self):
        self.assertEqual(self.listed("sand"), ["sea-teachers"])

    def test_an_admin_is_never_a_student(self):
        self.assertEqual(self.listed("mira"), [])

    def test_a_team_stands_for_a_part(self):
        login = self.people.knowing_groups(Login, {**COURSES, "teams": True})()
        teams = [{"slug": "sea", "organization": {"login": "coast"}}]
        state = {"github_user": {"login": "bo"}, "teams": teams}

        groups = asyncio.run(login.get_user_groups(state))

        self.assertEqual(groups, {"coast:sea", "sea-students", "all-students"})

    def test_a_learner_studies_in_the_course_of_the_platform(self):
        self.assertEqual(self.launched("c1", "#Learner"), ["one-students"])

    def test_an_assistant_is_not_taken_for_a_teacher(self):
        roles = ("#Instructor", "/Instructor#TeachingAssistant")

        self.assertEqual(self.launched("c1", *roles), ["one-assistants"])

    def test_who_teaches_elsewhere_at_the_institution_may_study_here(self):
        teacher = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor"

        self.assertEqual(self.launched("c1", teacher, "#Learner"), ["one-students"])

    def test_a_part_that_the_course_has_not_is_none(self):
        self.assertEqual(self.launched("c2", "#Instructor"), [])

    def test_another_course_of_the_platform_says_nothing(self):
        self.assertEqual(self.launched("c9", "#Instructor"), [])

    def test_parts_in_other_courses_stay(self):
        found = self.launched("c2", "#Learner", handler=Known("one-assistants", "two-students"))

        self.assertEqual(found, ["one-assistants", "two-students"])

    def test_a_new_role_in_the_course_replaces_the_old_one(self):
        found = self.launched("c1", "#Learner", handler=Known("one-teachers"))

        self.assertEqual(found, ["one-students"])


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
