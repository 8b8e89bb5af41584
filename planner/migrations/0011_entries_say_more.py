"""Calendar entries tell their steps from now on: what calendars have is an earlier edition of every one of them."""

from django.db import migrations
from django.db.models import F
from django.utils import timezone


def raise_editions(apps, schema_editor):
    """One edition later for each session of a plan that has a feed; who reads it by date alone gets it anew, too."""
    now = timezone.now().replace(microsecond=0)
    plans = apps.get_model("planner", "Feed").objects.values("plan")
    apps.get_model("planner", "Session").objects.filter(week__plan__in=plans, changed_at__lt=now).update(
        sequence=F("sequence") + 1, changed_at=now
    )
    apps.get_model("planner", "Plan").objects.filter(pk__in=plans, feed_changed_at__lt=now).update(feed_changed_at=now)


class Migration(migrations.Migration):
    dependencies = [("planner", "0010_feeds_of_a_plan")]

    operations = [migrations.RunPython(raise_editions, migrations.RunPython.noop, elidable=True)]
