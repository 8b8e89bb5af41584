"""How static files are stored: under names that carry their content, the imports inside our scripts included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

IMPORT = (r"""(?P<matched>(?P<how>from|import)\s+"(?P<url>\./[^"]+)")""", '%(how)s "%(url)s"')


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise ships no types
    """A script asks for the ones that it imports by their content's names too: kept for good, and never out of date."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", (IMPORT,)))
