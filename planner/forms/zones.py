"""The time zones a person may choose."""

from zoneinfo import available_timezones

# Files that are no zone of a place, and names kept for old programs.
_NO_PLACE = ("Etc/", "SystemV/", "US/", "posix/", "right/")
_PLACES = {zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NO_PLACE)}

ZONES = [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in sorted(_PLACES))]
