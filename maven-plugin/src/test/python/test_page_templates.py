"""Our page templates, rendered by Jinja over JupyterHub's own, or over stand-ins of them."""

import unittest
from html.parser import HTMLParser
from pathlib import Path

from hub_folder import importable

OURS = Path(__file__).resolve().parents[2] / "main" / "shelf" / "capabilities" / "page" / "templates"
NASTY = "</style></title><script>alert(1)</script>\" ' onload=\"alert(2)\" {{ 7 * 7 }} <b>&amp;"
FRAME = """<html><head><title>{% block title %}JupyterHub{% endblock %}</title>
{% block stylesheet %}{% endblock %}</head><body>{% block logo %}<i></i>{% endblock %}
{% block announcement %}{% endblock %}{% block main %}{% endblock %}{% block footer %}{% endblock %}</body></html>"""
LOGIN = """{% extends "page.html" %}{% block main %}{% block login %}<form></form>{% endblock %}{% endblock %}"""


class Skeleton(HTMLParser):
    """The tags of a page with the names of their attributes, and all that people read."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.attributes = [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, [name for name, _ in attrs]))
        self.attributes.update(attrs)

    def handle_endtag(self, tag):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def hub_page(text):
    return {
        "title": text,
        "logo": {"image": text, "link": text, "text": text},
        "colours": {"main": text, "text": text},
        "about": [text, text],
        "announcements": [text],
        "links": [{"name": text, "to": text}],
        "parties": {
            "funders": {
                "words": text,
                "names": [{"name": text, "link": text, "logo": text}, {"name": text}],
            }
        },
    }


@unittest.skipUnless(importable("jinja2"), "needs Jinja")
class PageTemplates(unittest.TestCase):
    def environment(self, theirs):
        from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader

        loaders = [PrefixLoader({"templates": theirs}), FileSystemLoader(OURS), theirs]
        return Environment(loader=ChoiceLoader(loaders), autoescape=True)

    def parents(self):
        from jinja2 import DictLoader, FileSystemLoader

        yield DictLoader({"page.html": FRAME, "login.html": LOGIN})
        if importable("jupyterhub"):
            from jupyterhub._data import DATA_FILES_PATH

            yield FileSystemLoader(Path(DATA_FILES_PATH) / "templates")

    def rendered(self, **variables):
        given = {"static_url": lambda path, **_: path, "base_url": "/hub/", "authenticator": {}}
        for theirs in self.parents():
            for name in ("page.html", "login.html"):
                yield name, self.environment(theirs).get_template(name).render(given | variables)

    def test_text_never_becomes_part_of_the_page(self):
        harmless = self.rendered(hub_page=hub_page("Tidal"))
        nasty = self.rendered(hub_page=hub_page(NASTY))

        for (name, plain), (_, attacked) in zip(harmless, nasty, strict=True):
            with self.subTest(name):
                self.assertEqual(Skeleton(attacked).tags, Skeleton(plain).tags)
                self.assertIn(NASTY, Skeleton(attacked).text)

    def test_all_that_is_said_is_shown(self):
        for name, page in self.rendered(hub_page=hub_page("Tidal")):
            with self.subTest(name):
                about = 3 if name == "login.html" else 0
                self.assertEqual(Skeleton(page).text.count("Tidal"), 4 + about)
                self.assertIn("background-color: Tidal", page)

    def test_without_the_variable_the_page_is_jupyterhubs_own(self):
        for name, page in self.rendered():
            with self.subTest(name):
                self.assertIn("JupyterHub", page)
                self.assertNotIn("hub-footer", page)


if __name__ == "__main__":
    unittest.main()
