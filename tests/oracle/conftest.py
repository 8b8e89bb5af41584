"""The comparison with CP-SAT is collected only where OR-Tools is installed (the `oracle` group, 213 MB)."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("ortools") else ["test_cpsat*.py"]
