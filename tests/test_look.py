"""The look keeps its word: text stands out in light and dark, every icon, token and file that is named exists."""

import json
import math
import re
import struct
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CSS = sorted((ROOT / "static/css").rglob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
TOKENS = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
ROLE = re.compile(r"--([\w-]+): light-dark\(oklch\(([\d.]+)% ([\d.]+) (\d+)\), oklch\(([\d.]+)% ([\d.]+) (\d+)\)\)")
ROLES = {match[1]: (match.groups()[1:4], match.groups()[4:7]) for match in ROLE.finditer(TOKENS)}
GROUNDS = ("paper", "card", "well", "well-today")
TINTS = ("run-tint", "lift-tint", "recovery-tint")
TEXT = [
    *((text, ground) for text in ("ink", "dim") for ground in (*GROUNDS, *TINTS)),
    *((text, ground) for text in ("fits", "caution", "breaks") for ground in GROUNDS),
    *(("on-mark", mark) for mark in ("run", "lift", "bar")),
    ("paper", "ink"),
    *(("ink", ground) for ground in ("track", "run-bar", "lift-bar")),
]
SHAPES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("focus", "paper"),
    ("focus", "card"),
    *((bar, "well") for bar in ("bar", "run-bar", "lift-bar")),
    ("recovery", "card"),
]


def luminance(lightness: str, chroma: str, hue: str) -> float:
    """The relative luminance that WCAG means, of an OKLCH colour brought into sRGB by clipping."""
    light, strength, angle = float(lightness) / 100, float(chroma), math.radians(float(hue))
    a, b = strength * math.cos(angle), strength * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(max(part, 0.0), 1.0) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, back: str, scheme: int) -> float:
    """How far two roles stand apart, 1 to 21. `scheme` is 0 for light, 1 for dark."""
    darker, lighter = sorted(luminance(*ROLES[role][scheme]) for role in (front, back))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_and_white_is_21():
    assert (luminance("100", "0", "0") + 0.05) / (luminance("0", "0", "0") + 0.05) == pytest.approx(21, rel=1e-4)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_stands_out(front, back, scheme):
    assert contrast(front, back, scheme) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_edges_and_marks_stand_out(front, back, scheme):
    assert contrast(front, back, scheme) >= 3


def test_every_icon_is_drawn_and_used():
    shelf = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "templates/_icons.html").read_text(encoding="utf-8")))
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    named = set(re.findall(r'<use href="#([\w-]+)"', text))
    # Some names are chosen by a tone or a status: the whole word stands in the template beside the tag.
    assert named - {"i-"} <= shelf
    either = re.findall(r'#i-{% if [^%]+ %}([a-z]+){% else %}([a-z]+){% endif %}"', text)
    assert {f"i-{word}" for pair in either for word in pair} <= shelf
    chosen = {f"i-{word}" for word in re.findall(r"%}([a-z]+){%", text)} | {"i-caution", "i-breaks"}
    assert shelf - named <= chosen


def test_every_token_that_is_used_is_there():
    text = "".join(path.read_text(encoding="utf-8") for path in CSS)
    assert set(re.findall(r"var\(--([\w-]+)", text)) <= set(re.findall(r"--([\w-]+):", TOKENS + text))


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_style_sheets_stay_in_their_layer(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    layers = re.findall(r"^@layer (\w+) \{", text, flags=re.MULTILINE)
    assert layers == ["screens" if path.parent.name == "screens" else path.stem]
    assert "http" not in text


def test_every_static_file_named_in_a_template_exists():
    named = {
        name for path in TEMPLATES for name in re.findall(r"{% static '([\w./-]+)'", path.read_text(encoding="utf-8"))
    }
    assert [name for name in sorted(named) if not (ROOT / "static" / name).is_file()] == []


MANIFEST = json.loads((ROOT / "static/icons/site.webmanifest").read_text(encoding="utf-8"))


@pytest.mark.parametrize("icon", MANIFEST["icons"], ids=lambda icon: f"{icon['src']} {icon.get('purpose', 'any')}")
def test_every_icon_of_the_manifest_has_its_size(icon):
    data = (ROOT / "static/icons" / icon["src"]).read_bytes()
    if icon["type"] == "image/svg+xml":
        assert data.startswith(b"<svg")
        assert icon["sizes"] == "any"
    else:
        assert data.startswith(b"\x89PNG")
        assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", data[16:24]))


def test_the_manifest_installs():
    """What browsers ask of an app: a name, a start inside its scope, icons of 192 and 512 px, one that may be cut."""
    sizes = {icon["sizes"] for icon in MANIFEST["icons"]}
    assert {"192x192", "512x512"} <= sizes
    assert any(icon.get("purpose") == "maskable" for icon in MANIFEST["icons"])
    assert MANIFEST["start_url"].startswith(MANIFEST["scope"])
    assert MANIFEST["display"] == "standalone"


def test_the_colour_of_the_window_is_the_papers():
    """The address bar continues the page, in light and dark, and the manifest's ground is the light one."""
    head = (ROOT / "templates/base.html").read_text(encoding="utf-8")
    told = re.findall(r'name="theme-color" content="(#[0-9a-f]{6})"', head)
    assert len(told) == 2
    assert MANIFEST["theme_color"] == MANIFEST["background_color"] == told[0]
    for scheme, colour in enumerate(told):
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert light == pytest.approx(luminance(*ROLES["paper"][scheme]), abs=0.01)
