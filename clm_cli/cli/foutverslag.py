"""Floor 8, foutverslag: the report of a fault in clm itself, in a file of its own."""

import tempfile
import traceback


def bewaar(fout: Exception) -> str:
    """The name of the file with the report; raises OSError where there is no room for one."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="clm-fout-", suffix=".txt", delete=False, encoding="utf-8"
    ) as verslag:
        traceback.print_exception(fout, file=verslag)
    return verslag.name
