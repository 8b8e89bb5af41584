"""What every test may use: people, their logged-in clients, and a clean cache."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, settings

from accounts.models import User
from planner.busy_worker import read_apart

# A busy machine is no failure. The same examples in every run: what passed once fails by a change, never by chance.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("anew", settings.get_profile("unhurried"), derandomize=False)
settings.load_profile("unhurried")
read_apart.__kwdefaults__["seconds"] = 60  # a process takes its time to start

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    """Rate limits are counted in the cache: no test may use up another's attempts."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def password() -> str:
    """The password of `user` and `other_user`."""
    return PASSWORD


@pytest.fixture
def user(db: None) -> User:
    """A person with an account."""
    return User.objects.create_user("ada@example.org", PASSWORD)


@pytest.fixture
def other_user(db: None) -> User:
    """Somebody else, who must see nothing of `user`."""
    return User.objects.create_user("bob@example.org", PASSWORD)


@pytest.fixture
def user_client(user: User) -> Client:
    """A client logged in as `user`. The plain `client` of pytest-django is a stranger."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def other_client(other_user: User) -> Client:
    """A client logged in as `other_user`."""
    client = Client()
    client.force_login(other_user)
    return client
