"""What a log line must not hold: whoever reads the log could act for the person."""

import pytest

from planner.logs import redact
from planner.models.token import new_secret


def test_the_link_that_sets_a_new_password_is_in_no_line():
    line = '"GET /accounts/password/reset/key/1-abc123-def456/ HTTP/1.1" 302'
    assert redact(line) == '"GET /accounts/password/reset/key/[secret] HTTP/1.1" 302'


def test_nor_where_it_is_part_of_another_address():
    line = "/accounts/login/?next=%2Faccounts%2Fpassword%2Freset%2Fkey%2F1-abc-def%2F&x=1"
    assert "1-abc" not in redact(line)
    assert redact(line).endswith("[secret]&x=1")


@pytest.mark.parametrize("around", ["/api/v1/weeks?token={}", "Authorization: Bearer {}", "'{}'", "/{}/"])
def test_a_programs_token_is_in_no_line(around):
    secret = new_secret()
    assert redact(around.format(secret)) == around.format("tandem_[secret]")


def test_everything_else_stays():
    line = '"GET /week/2026-W49/tandem.json HTTP/1.1" 200 tandem_week'
    assert redact(line) == line
