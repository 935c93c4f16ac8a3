"""The module that snippets import."""

import unittest

from hub_folder import HubFolder, importable


class Values(unittest.TestCase):
    def setUp(self):
        self.folder = HubFolder(self)
        self.folder.compiled("values", {"custom": {"a": {"b": 1, "none": None}, "text": "x"}})

    def test_a_path_is_found(self):
        self.assertEqual(self.folder.module("z2jh").get_config("custom.a.b"), 1)

    def test_a_map_is_found_whole(self):
        found = self.folder.module("z2jh").get_config("custom.a")

        self.assertEqual(found, {"b": 1, "none": None})

    def test_null_counts_as_found(self):
        self.assertIsNone(self.folder.module("z2jh").get_config("custom.a.none", "default"))

    def test_default_when_a_parent_is_missing_or_no_map(self):
        z2jh = self.folder.module("z2jh")

        for path in ("custom.z", "other.a.b", "custom.text.b", "custom.a.none.b", "custom.a.b.c"):
            with self.subTest(path):
                self.assertEqual(z2jh.get_config(path, "default"), "default")

    def test_a_missing_path_without_default_is_none(self):
        self.assertIsNone(self.folder.module("z2jh").get_config("custom.z"))

    def test_set_config_if_not_none(self):
        z2jh = self.folder.module("z2jh")
        section = type("Section", (), {"kept": "before"})()

        z2jh.set_config_if_not_none(section, "number", "custom.a.b")
        z2jh.set_config_if_not_none(section, "kept", "custom.a.none")

        self.assertEqual((section.number, section.kept), (1, "before"))

    def test_a_secrets_line_is_seen_among_its_neighbours(self):
        self.folder.secret_line('custom.a["c.d"]', "hush\n")
        z2jh = self.folder.module("z2jh")

        self.assertEqual(z2jh.get_config("custom.a"), {"b": 1, "none": None, "c.d": "hush"})

    @unittest.skipUnless(importable("yaml"), "needs pyyaml")
    def test_existing_secret_is_merged_over(self):
        self.folder.write("existing-secret/values.yaml", "custom: {a: {b: 2}, list: [1]}")
        z2jh = self.folder.module("z2jh")

        self.assertEqual(z2jh.get_config("custom.a"), {"b": 2, "none": None})
        self.assertEqual(z2jh.get_config("custom.list"), [1])


class Secrets(unittest.TestCase):
    def setUp(self):
        self.folder = HubFolder(self)
        self.folder.write("secret/hub.db.password", "of-the-hub\n")

    def test_the_secret_of_the_hub_is_last(self):
        self.assertEqual(
            self.folder.module("z2jh").get_secret_value("hub.db.password"), "of-the-hub"
        )

    def test_existing_secret_wins_over_it(self):
        self.folder.write("existing-secret/hub.db.password", "own")

        self.assertEqual(self.folder.module("z2jh").get_secret_value("hub.db.password"), "own")

    def test_a_secrets_line_wins_over_both(self):
        self.folder.write("existing-secret/hub.db.password", "own")
        self.folder.secret_line('hub.db["password"]', "line\r\n")

        self.assertEqual(self.folder.module("z2jh").get_secret_value("hub.db.password"), "line")

    def test_default_may_be_none(self):
        self.assertIsNone(self.folder.module("z2jh").get_secret_value("nothing", None))

    def test_without_default_key_and_secrets_are_named(self):
        self.folder.write("existing-secret/other", "")
        self.folder.runtime["names"]["hub-existing-secret"] = "ours"
        z2jh = self.folder.module("z2jh")

        with self.assertRaises(z2jh.Missing) as caught:
            z2jh.get_secret_value("nothing")

        text = 'key nothing is missing in Secret "hub" and not in Secret "ours"'
        self.assertEqual(str(caught.exception), text)


class Names(unittest.TestCase):
    def setUp(self):
        self.folder = HubFolder(self)

    def test_short_name_to_full_name(self):
        name = self.folder.module("z2jh").get_name("user-scheduler")

        self.assertEqual(name, "tidal-user-scheduler")

    def test_unknown_name_lists_the_known(self):
        with self.assertRaisesRegex(LookupError, "hub, proxy-api, user-scheduler"):
            self.folder.module("z2jh").get_name("proxyapi")

    def test_variable_of_a_service_with_a_prefix(self):
        self.folder.runtime["names"]["proxy-api"] = "lab-proxy-api"
        z2jh = self.folder.module("z2jh")
        z2jh.os.environ["LAB_PROXY_API_SERVICE_PORT"] = "18001"

        self.assertEqual(z2jh.get_name_env("proxy-api", "_SERVICE_PORT"), "18001")


if __name__ == "__main__":
    unittest.main()
