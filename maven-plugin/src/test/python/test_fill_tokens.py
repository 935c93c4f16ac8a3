"""The Job that draws tokens, against a small API server on the loopback."""

import base64
import contextlib
import importlib.util
import io
import json
import shutil
import ssl
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

from hub_folder import SHELF
from secrets_api import TOKEN, SecretsApi

COOKIE = "hub.config.JupyterHub.cookie_secret"
AUTH = "hub.config.ConfigurableHTTPProxy.auth_token"
WANTED = {AUTH: "alnum64", COOKIE: "hex64"}

_spec = importlib.util.spec_from_file_location("fill_tokens", SHELF / "tokens" / "fill_tokens.py")
fill_tokens = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(fill_tokens)


class Filling(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "token").write_text(TOKEN + "\n")
        self.server = SecretsApi(self)
        self.pauses = []

    def fill(self, keys=None, name="hub"):
        url = f"http://127.0.0.1:{self.server.port}"
        api = fill_tokens.Api(url, "tidal", self.folder / "token")
        return fill_tokens.fill(api, name, keys or WANTED, self.pauses.append)

    def patches(self):
        return [kind for method, _, kind in self.server.requests if method == "PATCH"]

    def refusal(self):
        with self.assertRaises(fill_tokens.Refused) as caught:
            self.fill()
        return str(caught.exception)

    def test_all_missing_keys_are_drawn_in_one_patch(self):
        self.server.put("hub")

        self.assertEqual(self.fill(), [AUTH, COOKIE])

        self.assertEqual(self.patches(), ["application/merge-patch+json"])
        self.assertRegex(self.server.text("hub", AUTH), r"\A[A-Za-z0-9]{64}\Z")
        self.assertRegex(self.server.text("hub", COOKIE), r"\A[0-9a-f]{64}\Z")

    def test_a_secret_without_data_is_filled(self):
        self.server.put("hub")
        del self.server.secrets["hub"]["data"]

        self.assertEqual(self.fill(), [AUTH, COOKIE])

    def test_what_is_there_is_kept_and_only_the_rest_drawn(self):
        self.server.put("hub", **{COOKIE: "kept", AUTH: "", "other": "x"})

        self.assertEqual(self.fill(), [AUTH])

        self.assertEqual(self.server.text("hub", COOKIE), "kept")
        self.assertEqual(self.server.text("hub", "other"), "x")
        self.assertEqual(len(self.server.text("hub", AUTH)), 64)

    def test_nothing_missing_nothing_written(self):
        self.server.put("hub", **{COOKIE: "a", AUTH: "b"})

        self.assertEqual(self.fill(), [])
        self.assertEqual(self.patches(), [])

    def test_every_draw_differs(self):
        keys = {f"hub.services.s{number}.apiToken": "hex64" for number in range(20)}
        self.server.put("hub")

        self.fill(keys)

        self.assertEqual(len({self.server.text("hub", key) for key in keys}), 20)

    def test_a_conflict_reads_again_and_keeps_what_the_other_wrote(self):
        self.server.put("hub")
        others = base64.b64encode(b"of the other").decode()
        self.server.before_patch = lambda: (
            self.server.secrets["hub"]["data"] or self.server.write("hub", {COOKIE: others})
        )

        self.assertEqual(self.fill(), [AUTH])

        self.assertEqual(self.server.text("hub", COOKIE), "of the other")
        self.assertEqual(len(self.patches()), 2)
        self.assertEqual(len(self.pauses), 1)

    def test_of_two_racers_each_key_is_drawn_once(self):
        self.server.put("hub")
        both_are_there = threading.Barrier(2)
        self.server.before_patch = lambda: both_are_there.wait(5)
        drawn = []
        racers = [threading.Thread(target=lambda: drawn.append(self.fill())) for _ in range(2)]

        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join(10)

        self.assertEqual(sorted(drawn), [[], [AUTH, COOKIE]])
        self.assertEqual(self.server.secrets["hub"]["metadata"]["resourceVersion"], "2")

    def test_an_overloaded_server_is_asked_again_ever_more_slowly(self):
        self.server.put("hub")
        self.server.answers = [503, 429, 500, 409]

        self.assertEqual(self.fill(), [AUTH, COOKIE])

        self.assertEqual(len(self.pauses), 4)
        for number, pause in enumerate(self.pauses):
            self.assertTrue(0.125 * 2**number <= pause <= 0.25 * 2**number, pause)

    def test_it_gives_up_after_a_bounded_number_of_attempts(self):
        self.server.answers = [503] * 100

        self.assertRegex(self.refusal(), r'Secret "hub".*\(503\); gave up after 8 attempts')
        self.assertLessEqual(sum(self.pauses), 40)

    def test_an_unreachable_server_is_told(self):
        self.server.server.shutdown()
        self.server.server.server_close()

        self.assertIn("ConnectionRefusedError", self.refusal())

    def test_a_forbidden_read_or_write_is_told_at_once_and_without_echo(self):
        self.server.put("hub")
        for method, verb in (("GET", "get"), ("PATCH", "patch")):
            self.server.forbidden = {(method, "hub")}

            told = self.refusal()

            self.assertEqual(
                told,
                f'{verb} of Secret "hub" in namespace tidal is forbidden (403);'
                " the Role must allow it",
            )
        self.assertEqual(self.pauses, [])

    def test_a_missing_secret_is_told(self):
        self.assertIn('Secret "hub" in namespace tidal does not exist', self.refusal())

    def test_an_immutable_secret_is_told(self):
        self.server.put("hub", **{AUTH: "kept"})
        self.server.secrets["hub"]["immutable"] = True

        self.assertEqual(self.refusal(), f'Secret "hub" is immutable and lacks {COOKIE}')
        self.assertEqual(self.patches(), [])

    def test_a_refused_change_is_told(self):
        self.server.answers = [422]

        self.assertIn("was refused (422)", self.refusal())

    def test_a_missing_token_is_told(self):
        (self.folder / "token").unlink()

        self.assertIn("no token at", self.refusal())


class Targets(unittest.TestCase):
    def test_one_secret_named_twice_is_one_target(self):
        text = json.dumps(
            [{"secret": "a", "keys": {"x": "hex64"}}, {"secret": "a", "keys": {"y": "alnum64"}}]
        )

        self.assertEqual(fill_tokens.targets(text), {"a": {"x": "hex64", "y": "alnum64"}})

    def test_mistakes_end_with_status_2_before_any_request(self):
        for text in (
            "",
            "{",
            "{}x",
            "[1]",
            '[{"secret": "a"}]',
            '[{"secret": "a", "keys": {"x": "hex"}}]',
        ):
            with self.subTest(text), contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(fill_tokens.main({"TARGETS": text}, Path("/nowhere")), 2)
                self.assertIn("tokens: TARGETS cannot be read", said.getvalue())

    def test_outside_a_cluster_it_says_so(self):
        targets = json.dumps([{"secret": "a", "keys": {"x": "hex64"}}])
        with contextlib.redirect_stderr(io.StringIO()) as said:
            status = fill_tokens.main({"TARGETS": targets}, Path("/nowhere"))

        self.assertEqual(status, 1)
        self.assertIn("KUBERNETES_SERVICE_HOST is missing", said.getvalue())


@unittest.skipUnless(shutil.which("openssl"), "needs openssl for a certificate")
class Running(unittest.TestCase):
    """The whole script over TLS, as in a pod."""

    def setUp(self):
        self.account = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.account)
        make_certificate(self.account)
        (self.account / "token").write_text(TOKEN)
        (self.account / "namespace").write_text("tidal\n")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.account / "ca.crt", self.account / "key.pem")
        self.server = SecretsApi(self, context)

    def run_it(self, *names):
        environ = {
            "TARGETS": json.dumps([{"secret": name, "keys": WANTED} for name in names]),
            "KUBERNETES_SERVICE_HOST": "127.0.0.1",
            "KUBERNETES_SERVICE_PORT": str(self.server.port),
        }
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = fill_tokens.main(environ, self.account, lambda _: None)
        return status, said.getvalue()

    def test_it_fills_and_prints_names_only(self):
        self.server.put("hub", **{COOKIE: "kept-as-it-is"})

        status, said = self.run_it("hub")

        self.assertEqual((status, said), (0, f'tokens: Secret "hub": drew {AUTH}\n'))
        self.assertEqual(len(self.server.text("hub", AUTH)), 64)
        self.assertEqual(self.run_it("hub"), (0, 'tokens: Secret "hub": complete\n'))

    def test_one_refusal_does_not_stop_the_other_secrets(self):
        self.server.put("hub")

        status, said = self.run_it("absent", "hub")

        self.assertEqual(status, 1)
        self.assertIn('"absent" in namespace tidal does not exist', said)
        self.assertEqual(len(self.server.text("hub", COOKIE)), 64)

    def test_a_server_with_another_certificate_gets_no_token(self):
        self.server.put("hub")
        make_certificate(self.account)

        status, said = self.run_it("hub")

        self.assertEqual(status, 1)
        self.assertIn("SSLCertVerificationError", said)
        self.assertEqual(self.server.requests, [])


def make_certificate(folder):
    """Makes a certificate of 127.0.0.1 that signs itself."""
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=api"
        " -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out ca.crt"
    )
    subprocess.run(command.split(), cwd=folder, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    unittest.main()
