"""A small API server on the loopback that knows Secrets, and refuses as the real one does."""

import base64
import http.server
import json
import threading

TOKEN = "token-of-the-job"


class SecretsApi:
    """Serves ``secrets`` (name to object) over HTTP, or HTTPS with an ssl context."""

    def __init__(self, test, context=None):
        self.secrets = {}
        self.forbidden = set()  # (method, name)
        self.answers = []  # status codes to give first, before anything is looked at
        self.requests = []  # (method, name, content type)
        self.before_patch = lambda: None
        self.lock = threading.Lock()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        test.addCleanup(thread.join)
        test.addCleanup(self.server.server_close)
        test.addCleanup(self.server.shutdown)

    def put(self, name, **keys):
        data = {key: base64.b64encode(text.encode()).decode() for key, text in keys.items()}
        self.secrets[name] = {"metadata": {"name": name, "resourceVersion": "1"}, "data": data}

    def text(self, name, key):
        return base64.b64decode(self.secrets[name]["data"][key]).decode()

    def write(self, name, data):
        """Writes as somebody else would: the version moves on."""
        held = self.secrets[name]
        held["data"] = {**(held.get("data") or {}), **data}
        held["metadata"]["resourceVersion"] = str(int(held["metadata"]["resourceVersion"]) + 1)

    def answer(self, method, path, token, kind, body):
        """Returns the status code and the object of an answer."""
        before, name = path.rsplit("/", 1)
        self.requests.append((method, name, kind))
        if self.answers:
            return self.answers.pop(0), {"reason": "Told"}
        if token != f"Bearer {TOKEN}":
            return 401, {"reason": "Unauthorized"}
        if before != "/api/v1/namespaces/tidal/secrets" or (method, name) in self.forbidden:
            return 403, {"reason": "Forbidden", "message": json.dumps(body)}
        if name not in self.secrets:
            return 404, {"reason": "NotFound"}
        if method == "PATCH":
            self.before_patch()
            with self.lock:
                return self._patch(name, kind, body)
        return 200, self.secrets[name]

    def _patch(self, name, kind, body):
        if kind != "application/merge-patch+json":
            return 415, {"reason": "UnsupportedMediaType"}
        version = self.secrets[name]["metadata"]["resourceVersion"]
        if body.get("metadata", {}).get("resourceVersion", version) != version:
            return 409, {"reason": "Conflict"}
        self.write(name, body["data"])
        return 200, self.secrets[name]


def _handler(api):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            token, kind = self.headers["Authorization"], self.headers["Content-Type"]
            code, answer = api.answer(self.command, self.path, token, kind, body)
            content = json.dumps(answer).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_PATCH = do_GET

        def log_message(self, *_):
            pass

    return Handler
