"""Floor 4, gezegd: what was said with the measure that a letter makes known."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.brieven.afwijkingen import te_zeggen
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.delen.stap import stap_van
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.gezegd import GEZEGD, Gezegde, van_deel
from clm_cli.derivations.escalatie.reikwijdte import geen_ander, niet_na
from clm_cli.derivations.escalatie.voorwaarden.gezegd import grond_genoemd
from clm_cli.tijd.datum import datum_vol


def _van_rij(rij: Gezegde) -> Callable[[Inhoud], Gevonden]:
    """The part of a letter that shows what a row says."""

    def deel(i: Inhoud) -> Gevonden:
        instrument = i.genomen.instrument if i.genomen else None
        woorden = rij.zegt(i.maatregel, instrument) if i.maatregel else ()
        if woorden or not rij.verplicht:
            return woorden
        return Mist(rij.mist(i.maatregel), bij_maatregel(i, f"{rij.veld}={rij.vorm}"))

    deel.__doc__ = rij.titel
    return deel


VAN_RIJEN = {rij.onderdeel: _van_rij(rij) for rij in GEZEGD if rij.onderdeel}
"""The parts that show one thing of the measure, by name."""


def afwijkingen(i: Inhoud) -> Gevonden:
    """Waar gemotiveerd van is afgeweken."""
    return tuple(rij.reden for rij in te_zeggen(i.maatregel)) if i.maatregel else ()


def ingang(i: Inhoud) -> Gevonden:
    """Vanaf wanneer de maatregel geldt."""
    # what a letter does, it does from when it is received (3:37 BW) and never backwards (6:269
    # BW); only a confirmation is about what was said before
    maatregel, vanaf = i.maatregel, i.maatregel.ingaat if i.maatregel else None
    bevestigt = i.soort.soort.startswith("bevestiging-") or i.soort.lezer != "aanbieder"
    if maatregel and vanaf and vanaf < i.dag and not bevestigt:
        return Mist(
            f"ingaat ({datum_vol(vanaf)}), een dag die niet vóór de brief ligt",
            bij_maatregel(i, "ingaat=…"),
        )
    return VAN_RIJEN["ingang"](i)


def _zonder(onderdeel: str, mis: Callable[[Inhoud], str]) -> Callable[[Inhoud], Gevonden]:
    """A part that shows what its row says, unless that cannot be."""
    rij, gewoon = van_deel(onderdeel), VAN_RIJEN[onderdeel]

    def deel(i: Inhoud) -> Gevonden:
        if not (zin := mis(i)):
            return gewoon(i)
        # a correction replaces the whole, so that it asks each part of it
        return Mist(f"{rij.veld} ({zin})", bij_maatregel(i, f"{rij.veld}={rij.vorm}"))

    deel.__doc__ = rij.titel
    return deel


reikwijdte = _zonder(
    "reikwijdte", lambda i: niet_na(i.maatregel, i.maatregel.datum) if i.maatregel else ""
)
ontvangers = _zonder("ontvangers", lambda i: geen_ander(i.dossier, i.maatregel))


def gronden(i: Inhoud) -> Gevonden:
    """De gronden waarop de maatregel berust."""
    gevonden = VAN_RIJEN["gronden"](i)
    if isinstance(gevonden, Mist):
        return gevonden
    stap = stap_van(i)
    # a ground that cannot hold is no ground, whatever was said with the measure (S18)
    if stap and (uit := grond_genoemd(stap)).antwoord == "nee":
        return Mist(f"gronden ({uit.tekst})", bij_maatregel(i, "gronden=…"))
    return grondtitels(i)


def grondtitels(i: Inhoud) -> tuple[str, ...]:
    """The grounds that were chosen, by their titles; an own ground as it was given."""
    return tuple(titel for titel, _ in gronden_van(i))


def gronden_van(i: Inhoud) -> tuple[tuple[str, str], ...]:
    """Each chosen ground with its literal words in the contract; an own ground has none."""
    instrument = i.genomen.instrument if i.genomen else None
    bekend = {grond.id: grond for grond in instrument.gronden} if instrument else {}
    return tuple(
        (bekend[g].titel, bekend[g].grond.tekst) if g in bekend else (g, "")
        for g in (i.maatregel.gronden if i.maatregel else ())
    )


def uiterste(i: Inhoud) -> Gevonden:
    """Waarom herstel niet mogelijk is en niets lichters volstaat."""
    gevonden = VAN_RIJEN["uiterste"](i)
    # S18 asks this of a dissolution; where a notice may deviate from it, the deviation is told.
    afgeweken = i.maatregel is not None and any(
        rij.voorwaarde == van_deel("uiterste").voorwaarde for rij in i.maatregel.afwijkingen
    )
    return () if afgeweken and isinstance(gevonden, Mist) else gevonden
