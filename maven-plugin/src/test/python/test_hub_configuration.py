"""What jupyterhub_config.py makes of its mounts, with a stand-in of traitlets and the real one."""

import os
import traceback
import unittest

from hub_folder import TOKENS, HubFolder, importable, load_with_stand_in, load_with_traitlets

COOKIE = "hub.config.JupyterHub.cookie_secret"
KEYS = "hub.config.CryptKeeper.keys"


class Cases:
    """Runs the configuration with ``load``; each test changes what is mounted."""

    def setUp(self):
        self.folder = HubFolder(self)

    def config(self):
        return self.folder.run(type(self).load)[0]

    def refusal(self):
        with self.assertRaises(SystemExit) as caught:
            self.config()
        self.assertNotIn("\n", caught.exception.code)
        return caught.exception.code

    def test_traits_are_set_null_included(self):
        self.folder.compiled("traits", {"Spawner": {"cmd": None}, "KubeSpawner": {"uid": 1000}})

        c = self.config()

        self.assertIsNone(c.Spawner["cmd"])
        self.assertEqual(c.KubeSpawner.uid, 1000)

    def test_places_come_from_the_cluster(self):
        c = self.config()

        self.assertEqual(c.ConfigurableHTTPProxy.api_url, "http://proxy-api:8001")
        self.assertEqual(c.JupyterHub.hub_connect_url, "http://hub:8081")
        self.assertEqual(c.KubeSpawner.namespace, "tidal")

    def test_places_in_traits_win(self):
        traits = {
            "ConfigurableHTTPProxy": {"api_url": "http://p:1"},
            "JupyterHub": {"hub_connect_url": "http://h:2"},
            "KubeSpawner": {"namespace": "users"},
        }
        self.folder.compiled("traits", traits)
        del os.environ["HUB_SERVICE_PORT"], os.environ["PROXY_API_SERVICE_PORT"]

        c = self.config()

        for section, wanted in traits.items():
            for trait, value in wanted.items():
                self.assertEqual(c[section][trait], value)

    def test_missing_service_variable_is_named(self):
        del os.environ["PROXY_API_SERVICE_PORT"]

        self.assertIn("PROXY_API_SERVICE_PORT of Service proxy-api", self.refusal())

    def test_drawn_tokens_get_the_types_jupyterhub_wants(self):
        self.folder.write(f"secret/{KEYS}", "11" * 32 + ";" + "22" * 32 + "\n" + "33" * 32 + ";\n")

        c = self.config()

        self.assertEqual(c.JupyterHub.cookie_secret, bytes.fromhex(TOKENS[COOKIE]))
        self.assertEqual(c.CryptKeeper["keys"], ["11" * 32, "22" * 32, "33" * 32])

    def test_missing_token_is_one_line(self):
        (self.folder.path / "secret" / COOKIE).unlink()

        line = f'hub configuration: key {COOKIE} is missing in Secret "hub"'
        self.assertEqual(self.refusal(), line)

    def test_empty_token_is_one_line(self):
        self.folder.write(f"secret/{KEYS}", "\n")

        self.assertEqual(self.refusal(), f'hub configuration: key {KEYS} of Secret "hub" is empty')

    def test_cookie_secret_that_is_not_hexadecimal_is_not_shown(self):
        self.folder.write(f"secret/{COOKIE}", "open-sesame")

        self.assertNotIn("sesame", self.refusal())

    def test_existing_secret_wins_over_drawn(self):
        self.folder.write(f"existing-secret/{COOKIE}", "aa" * 32)

        self.assertEqual(self.config().JupyterHub.cookie_secret, bytes([0xAA] * 32))

    def test_secrets_line_wins_over_existing_secret(self):
        self.folder.write(f"existing-secret/{COOKIE}", "aa" * 32)
        self.folder.secret_line(COOKIE, "bb" * 32 + "\n")

        self.assertEqual(self.config().JupyterHub.cookie_secret, bytes([0xBB] * 32))

    def test_secrets_line_needs_no_drawn_token(self):
        (self.folder.path / "secret" / COOKIE).unlink()
        self.folder.secret_line(COOKIE, "bb" * 32)

        self.assertEqual(self.config().JupyterHub.cookie_secret, bytes([0xBB] * 32))

    def test_a_trait_that_is_set_is_not_drawn_over(self):
        self.folder.compiled("traits", {"JupyterHub": {"cookie_secret": "cc" * 32}})

        self.assertEqual(self.config().JupyterHub.cookie_secret, "cc" * 32)

    def test_secrets_line_to_a_trait_and_into_one(self):
        self.folder.compiled("traits", {"LTI13Authenticator": {"jwks": {"kept": 1}}})
        self.folder.secret_line("hub.config.GitHubOAuthenticator.client_secret", "s3cret\n")
        self.folder.secret_line('hub.config.LTI13Authenticator.jwks["a.b"].k', "inner")

        c = self.config()

        self.assertEqual(c.GitHubOAuthenticator.client_secret, "s3cret")
        self.assertEqual(c.LTI13Authenticator.jwks, {"kept": 1, "a.b": {"k": "inner"}})

    def test_secrets_line_that_is_not_mounted_is_named(self):
        self.folder.secret_line("hub.config.GitHubOAuthenticator.client_secret", "x")
        (self.folder.path / "secrets" / "0").unlink()

        self.assertIn("GitHubOAuthenticator.client_secret is not mounted", self.refusal())

    def test_services_get_their_tokens(self):
        services = [{"name": "bot", "admin": True}, {"name": "idle", "command": ["x"]}]
        self.folder.compiled("traits", {"JupyterHub": {"services": services}})
        self.folder.runtime["services"] = {"bot": "hub.services.bot.apiToken"}
        self.folder.write("secret/hub.services.bot.apiToken", "t0ken\n")

        c = self.config()

        services[0]["api_token"] = "t0ken"
        self.assertEqual(c.JupyterHub.services, services)

    def test_service_without_token_is_one_line(self):
        self.folder.compiled("traits", {"JupyterHub": {"services": [{"name": "bot"}]}})
        self.folder.runtime["services"] = {"bot": "hub.services.bot.apiToken"}

        self.assertIn('hub.services.bot.apiToken is missing in Secret "hub"', self.refusal())

    def test_database_password_goes_to_its_variable(self):
        self.folder.runtime["database"] = {"passwordVariable": "PGPASSWORD"}
        self.folder.write("secret/hub.db.password", "pw\n")

        self.config()

        self.assertEqual(os.environ["PGPASSWORD"], "pw")

    def test_no_database_password_no_variable(self):
        os.environ.pop("MYSQL_PWD", None)
        self.folder.runtime["database"] = {"passwordVariable": "MYSQL_PWD"}

        self.config()

        self.assertNotIn("MYSQL_PWD", os.environ)

    def test_snippets_run_in_order_in_one_namespace(self):
        self.folder.compiled("traits", {"KubeSpawner": {"environment": {"A": "1"}}})
        self.folder.compiled("values", {"custom": {"greeting": "hi"}})
        self.folder.snippet("20-b", "def words():\n    return get_config('custom.greeting')\n")
        self.folder.snippet(
            "10-a",
            "import z2jh\n"
            "c.KubeSpawner.environment['B'] = words() + z2jh.get_config('custom.greeting')\n"
            "c.KubeSpawner.args.append(re.sub('x', 'y', os.path.join('x', get_name('hub'))))\n"
            "set_config_if_not_none(c.Spawner, 'notebook_dir', 'custom.greeting')\n"
            "c.Spawner.port = int(get_name_env('hub', '_SERVICE_PORT'))\n"
            "c.Spawner.ip = get_secret_value('none', 'ip')\n",
        )

        c = self.config()

        self.assertEqual(c.KubeSpawner.environment, {"A": "1", "B": "hihi"})
        self.assertEqual((c.Spawner.notebook_dir, c.Spawner.port, c.Spawner.ip), ("hi", 8081, "ip"))
        self.assertEqual(self.added(c.KubeSpawner.args), ["y/hub"])

    def test_snippet_that_fails_is_told_by_key_line_and_text(self):
        self.folder.snippet("10-bad", "x = 1\nraise RuntimeError('boom')\n")

        try:
            self.config()
            self.fail("the snippet's mistake was lost")
        except RuntimeError:
            last = traceback.format_exc()

        self.assertIn('hub.extraConfig["10-bad"]", line 2', last)
        self.assertIn("raise RuntimeError('boom')", last)

    def test_snippet_with_a_syntax_error_is_told_by_key(self):
        self.folder.snippet("10-bad", "def (:\n")

        with self.assertRaises(SyntaxError) as caught:
            self.config()

        self.assertEqual(caught.exception.filename, 'hub.extraConfig["10-bad"]')

    def test_files_of_the_image_run_sorted_and_before_snippets(self):
        self.folder.write("jupyterhub_config.d/b.py", "seen.append('b')\n")
        self.folder.write("jupyterhub_config.d/a.py", "seen = ['a']\n")
        self.folder.snippet("00", "c.Spawner.args = seen + ['snippet']\n")

        self.assertEqual(self.config().Spawner.args, ["a", "b", "snippet"])

    @unittest.skipUnless(importable("yaml"), "needs pyyaml")
    def test_existing_values_reach_traits_and_snippets(self):
        hub = {"config": {"Authenticator": {"admin_users": ["a"], "params": {"x": 1}}}}
        self.folder.compiled(
            "traits", {"Authenticator": {"admin_users": ["a"], "params": {"x": 1}}}
        )
        self.folder.compiled("values", {"hub": hub})
        self.folder.snippet("10", "c.Spawner.args = ['ten']\n")
        self.folder.write(
            "existing-secret/values.yaml",
            "singleuser: {cmd: other}\n"
            "hub:\n"
            "  config:\n"
            "    Authenticator: {admin_users: [b], params: {y: 2}}\n"
            "    JupyterHub: {cookie_secret: beef, services: []}\n"
            "  extraConfig:\n"
            "    05: ''\n"
            "    '07': c.Spawner.args = [7]\n"
            "    '11': c.Spawner.args += [11]\n",
        )

        c, said = self.folder.run(type(self).load)

        self.assertEqual(c.Authenticator.admin_users, ["b"])
        self.assertEqual(c.Authenticator.params, {"x": 1, "y": 2})
        self.assertEqual(c.Spawner.args, ["ten", 11])
        self.assertEqual(c.JupyterHub.cookie_secret, bytes.fromhex(TOKENS[COOKIE]))
        self.assertIn("no effect: hub.config.JupyterHub.cookie_secret", said)
        self.assertIn("only get_config sees singleuser", said)
        self.assertNotIn("beef", said)

    @unittest.skipUnless(importable("yaml"), "needs pyyaml")
    def test_existing_values_with_a_section_in_lower_case_are_refused(self):
        self.folder.write("existing-secret/values.yaml", "hub: {config: {spawner: {uid: 1}}}")

        self.assertIn("hub.config.spawner of hub.existingSecret is no name", self.refusal())

    def test_nothing_said_holds_a_secret(self):
        self.folder.secret_line("hub.config.GitHubOAuthenticator.client_secret", "hush")

        said = self.folder.run(type(self).load)[1]

        for value in ("hush", *TOKENS.values()):
            self.assertNotIn(value, said)

    def test_without_guard_the_spawner_stays_a_name(self):
        self.assertEqual(self.config().JupyterHub.spawner_class, "kubespawner.KubeSpawner")


class WithStandIn(Cases, unittest.TestCase):
    load = staticmethod(load_with_stand_in)

    @staticmethod
    def added(lazy):
        return lazy.added


@unittest.skipUnless(importable("traitlets"), "needs traitlets")
class WithTraitlets(Cases, unittest.TestCase):
    load = staticmethod(load_with_traitlets)

    @staticmethod
    def added(lazy):
        return lazy.get_value([])


if __name__ == "__main__":
    unittest.main()
