"""Floor 6, bundel: the alike points behind one number of the werklijst, each with its own."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.derivations.werkvolgorde import Regel, bundel_van
from clm_cli.derivations.zinnen import aantal
from clm_cli.kijk import Kijk
from clm_cli.tijd.datum import datum_lang
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, bijeen, nergens, zin
from clm_cli.views.tabel import Kolom, tabelregels
from clm_cli.views.werklijst.cellen import uiterlijk
from clm_cli.views.werklijst.regels import regel_json


@value
class Bundelblad:
    """The lines that share a number."""

    kijk: Kijk
    regels: tuple[Regel, ...]
    opties: str = ""
    """The options that decide the numbers."""


def toon(blad: Bundelblad, papier: Papier) -> str:
    """What they share, which they are, and how to see one of them whole."""
    eerste, vandaag = blad.regels[0], blad.kijk.vandaag
    punt = eerste.punt
    kop = Cel(f"{bundel_van(punt)} · nr {eerste.nummer} · {eerste.groep}", "vet")
    uit = papier.kop(kop, f"stand {datum_lang(vandaag)}")
    namen = {regel.punt.dossier for regel in blad.regels}
    regels = aantal(len(blad.regels), "regel", "regels")
    delen = [f"{regels} in {aantal(len(namen), 'dossier', 'dossiers')}"]
    dagen = {regel.punt.uiterlijk for regel in blad.regels}
    delen += [f"uiterlijk {uiterlijk(punt, vandaag)}"] if punt.uiterlijk and len(dagen) == 1 else []
    uit += [*papier.alinea(bijeen([*delen, f"bij {punt.bij}"])), ""]
    rijen = [
        [regel.nr, regel.punt.dossier, regel.punt.wat, uiterlijk(regel.punt, vandaag)]
        for regel in blad.regels
    ]
    kolommen = [Kolom("nr"), Kolom("dossier", minst=12, hoogst=24), Kolom("wat", minst=16)]
    kolommen += [Kolom("uiterlijk")] if len(dagen) > 1 else []
    uit += tabelregels(papier, kolommen, [rij[: len(kolommen)] for rij in rijen])
    if punt.gevolg:
        uit += ["", *papier.alinea(f"Gevolg: {zin(punt.gevolg, hoofdletter=False)}")]
    waarom = opdracht("waarom", f"{eerste.nr}{blad.opties}")
    return "\n".join([*uit, "", *papier.alinea(waarom, 0, "nu: ")])


def als_json(blad: Bundelblad) -> list[Gegevens]:
    """The lines as data."""
    return [regel_json(regel, nergens) for regel in blad.regels]
