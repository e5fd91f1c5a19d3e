"""Where Typst itself gives up, who asked for a page hears it in words."""

from __future__ import annotations

import pytest

from clm_cli.documents.pdf import als_png
from clm_cli.meldingen import ClmFout

_BEELD = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"></svg>'


def test_a_typesetter_that_panics_is_a_refusal_in_words() -> None:
    """A picture of 10^12 points square has more dots than Typst can count."""
    assert als_png(_BEELD.format(10)).startswith(b"\x89PNG")
    with pytest.raises(ClmFout) as gezegd:
        als_png(_BEELD.format(10**12))
    assert "het zetprogramma is gestopt" in str(gezegd.value)
