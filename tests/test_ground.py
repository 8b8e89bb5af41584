"""The ground: health, headers, settings."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_healthz_says_ok_to_a_stranger(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok", "text/plain")
