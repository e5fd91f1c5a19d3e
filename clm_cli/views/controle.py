"""Floor 6, controle: what a check found, of a register, a regime or templates."""

from __future__ import annotations

from clm_cli.meldingen import Ernst, Melding
from clm_cli.value import value
from clm_cli.views import meldingen
from clm_cli.views.meldingen import Bron
from clm_cli.views.opmaak import Gegevens, Papier, Plaats, nergens


@value
class Controle:
    """What a check found, with where that stands in the files."""

    meldingen: tuple[Melding, ...]
    plaats: Plaats = nergens
    bron: Bron | None = None
    """The line of text at a place, for showing it."""
    niet_getoetst: tuple[str, ...] = ()
    """The dossiers of which only single files were checked: not all of them could be read."""
    streng: bool = False
    """Whether information alone is reason enough not to be content."""

    @property
    def goed(self) -> bool:
        """Whether nothing was found that has to be mended."""
        return not any(self.streng or rij.ernst is not Ernst.INFO for rij in self.meldingen)


def toon(blad: Controle, papier: Papier) -> str:
    """All that was found as text, and its number by severity."""
    tekst = meldingen.toon(
        blad.meldingen, papier.breedte, blad.plaats, bron=blad.bron, kleur=papier.kleur
    )
    if not blad.niet_getoetst:
        return tekst
    wacht = f"De rest wordt getoetst zodra alles te lezen is, van: {', '.join(blad.niet_getoetst)}."
    return "\n".join([tekst, *papier.alinea(wacht)])


def als_json(blad: Controle) -> list[Gegevens]:
    """All that was found as data."""
    return meldingen.als_json(blad.meldingen, blad.plaats)
