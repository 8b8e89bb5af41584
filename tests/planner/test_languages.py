"""More than one language: who is answered in which, what is kept for each, and what never varies by the reader."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from planner import settings as settings_module
from planner import words
from planner.busy_words import problem, remark
from planner.safe_fetch import TROUBLE
from planner.services import feeds
from planner.told import Told, kept_by_language
from tests.planner import pseudo

SETTINGS = Path(settings_module.__file__)
SPOKEN = ("activate", "deactivate", "deactivate_all", "get_language", "gettext", "ngettext", "pgettext", "npgettext")


def settings_of(languages):
    """The settings with this line for the languages that they have."""
    source = SETTINGS.read_text(encoding="utf-8").replace('LANGUAGES = [("en", "English")]', languages)
    told = {"__file__": str(SETTINGS), "__name__": "settings"}
    exec(compile(source, str(SETTINGS), "exec"), told)
    return told


@pytest.fixture
def reader(monkeypatch):
    """A reader of a language of whose messages none is English."""
    pseudo.speak(monkeypatch)


@pytest.mark.django_db
class TestAnswers:
    def test_an_english_page_says_so_and_loads_no_catalogue(self, client):
        page = client.get("/").content.decode()
        assert '<html lang="en">' in page
        assert "words.js" not in page

    def test_another_page_says_so_and_loads_the_words_of_the_scripts(self, client, reader):
        page = client.get("/").content.decode()
        assert '<html lang="xx">' in page
        assert '<script src="/words.js"></script>' in page
        assert page.index("/words.js") < page.index("js/sample.js")

    def test_the_words_of_the_scripts_are_open_to_all_and_come_from_this_host(self, client):
        answer = client.get("/words.js")
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith("text/javascript")
        assert "django.gettext" in answer.content.decode()
        assert not answer.cookies


@pytest.fixture
def two_languages(monkeypatch, settings):
    """The site as it is with a second language: Django's own catalogues, the middleware where the settings put it."""
    told = settings_of('LANGUAGES = [("en", "English"), ("de", "Deutsch")]')
    for name in ("USE_I18N", "LANGUAGES", "MIDDLEWARE"):
        setattr(settings, name, told[name])
    for name in SPOKEN:
        getattr(translation, name)  # so that what is put back is what was there
        monkeypatch.setattr(translation._trans, name, getattr(trans_real, name))
    yield
    trans_real.deactivate()


@pytest.mark.django_db
class TestTwoLanguages:
    """The reader's browser chooses; feeds and static files never vary by it."""

    def test_a_page_is_answered_in_the_readers_language_and_says_so(self, plan, two_languages):
        answer = Client().get("/", headers={"Accept-Language": "de"})
        assert '<html lang="de">' in answer.content.decode()
        assert answer["Content-Language"] == "de"
        assert "Accept-Language" in answer["Vary"]

    def test_the_scripts_get_their_words_in_it(self, two_languages):
        answer = Client().get("/words.js", headers={"Accept-Language": "de"})
        assert "Accept-Language" in answer["Vary"]

    def test_a_calendar_speaks_the_language_of_the_site_whoever_was_answered_before(
        self, plan, two_languages, monkeypatch
    ):
        spoken = []
        render = feeds.render
        monkeypatch.setattr(
            feeds, "render", lambda **named: (spoken.append(translation.get_language()), render(**named))
        )
        path = reverse("planner:feed", args=[feeds.feed_of(plan=plan).token])
        client = Client()
        client.get("/", headers={"Accept-Language": "de"})
        answer = client.get(path, headers={"Accept-Language": "de"})
        assert (answer.status_code, spoken) == (200, ["en"])
        assert not answer.has_header("Vary")
        assert not answer.has_header("Content-Language")


class TestSettings:
    def test_one_language_asks_no_reader_for_theirs(self, settings):
        assert len(settings.LANGUAGES) == 1
        assert not settings.USE_I18N
        assert "django.middleware.locale.LocaleMiddleware" not in settings.MIDDLEWARE

    def test_feeds_and_static_files_are_answered_before_a_language_is_chosen(self):
        told = settings_of('LANGUAGES = [("en", "English"), ("de", "Deutsch")]')
        order = [one.rpartition(".")[2] for one in told["MIDDLEWARE"]]
        assert told["USE_I18N"]
        assert order.index("feed_first") < order.index("WhiteNoiseMiddleware") < order.index("LocaleMiddleware")
        assert order.index("SessionMiddleware") < order.index("LocaleMiddleware") < order.index("CommonMiddleware")


class TestWords:
    def test_a_table_speaks_when_it_is_asked(self, reader):
        assert Told({1: "Run"})[1] == "⟦Run⟧"
        assert dict(words.ORDER)["run_first"] == "⟦Run first⟧"

    def test_words_inside_a_sentence_begin_small_in_english_alone(self, monkeypatch):
        assert words.lower("Easy run") == "easy run"
        pseudo.speak(monkeypatch)
        assert words.lower("Lauf") == "Lauf"

    def test_answers_are_kept_for_each_language_on_their_own(self, monkeypatch):
        asked = []

        @kept_by_language()
        def tell(name):
            asked.append(name)
            return translation.gettext("Hello") + name

        assert [tell("a"), tell("a"), tell("b")] == ["Helloa", "Helloa", "Hellob"]
        pseudo.speak(monkeypatch)
        assert [tell("a"), tell("a")] == ["⟦Hello⟧a"] * 2
        assert asked == ["a", "b", "a"]

    @pytest.mark.parametrize(
        ("kept", "told"),
        [
            ("", ""),
            ("The calendar is larger than 5 MB.", "⟦The calendar is larger than 5 MB.⟧"),
            (TROUBLE.format(number=503), "⟦The calendar's server has trouble (503).⟧"),
        ],
    )
    def test_what_was_kept_of_a_failure_is_told_in_the_readers_words(self, reader, kept, told):
        assert problem(kept) == told

    @pytest.mark.parametrize(
        ("kept", "told"),
        [
            (["own", 1], "One event of your own Tandem plan: left out."),
            (["own", 3], "3 events of your own Tandem plan: left out."),
            (["broken", 2], "2 events with a date or a rule that cannot be read: left out."),
            (["unknown_zone", 2], "2 events in a time zone of unknown name: read as your own time."),
            ("One event: left out.", "One event: left out."),
        ],
    )
    def test_what_was_left_out_is_told_by_what_it_was(self, kept, told):
        assert remark(json.loads(json.dumps(kept))) == told


@pytest.mark.django_db
def test_addresses_of_the_api_stand_as_programs_ask_for_them(user_client):
    page = user_client.get("/programs/").content.decode()
    assert "<code>http://testserver/api/v1/weeks/2026-W49</code>" in page
