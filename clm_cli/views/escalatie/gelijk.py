"""Floor 6, gelijk: like cases of other providers beside this one; and the same as data."""

from __future__ import annotations

from clm_cli.derivations.escalatie.gelijke_gevallen import Gelijkgeval
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.opmaak import Gegevens, Inhoud, Papier
from clm_cli.views.tabel import Kolom, tabelregels

_HERSTEL = {"ja": "hersteld", "deels": "deels", "nee": "uitgebleven", "onbekend": "onbekend"}
_KOLOMMEN = (
    Kolom("aanbieder", minst=14, hoogst=24),
    Kolom("tekortkoming", minst=20, hoogst=34),
    Kolom("hoogste", minst=7),
    Kolom("wat er is gedaan", minst=24),
    Kolom("herstel", minst=10),
)


@value
class Gelijkblad:
    """A case, and the like cases of other providers."""

    blik: Dossierblik
    escalatie: Escalatie
    gevallen: tuple[Gelijkgeval, ...]


def toon(blad: Gelijkblad, papier: Papier) -> str:
    """The like cases in a table, with what they are for."""
    uit = papier.titel(f"GELIJKE GEVALLEN · {blad.blik.dossier.id} · {blad.escalatie.id}")
    uit += papier.alinea(
        "Intern: deze namen blijven binnen de organisatie. Een zwaardere stap dan bij een ander "
        "vraagt een reden die het verschil draagt.",
        1,
    )
    if not blad.gevallen:
        uit += papier.alinea("Bij andere aanbieders is er geen escalatie van deze soort.", 1)
        return "\n".join(uit)
    rijen: list[list[Inhoud]] = [
        [
            g.blik.dossier.roepnaam(g.blik.vandaag),
            "; ".join(t.wat for t in g.zelfde),
            str(g.stand.hoogst or "–"),
            _gedaan(g),
            ", ".join(dict.fromkeys(_HERSTEL.get(h, h) for h in g.herstel)),
        ]
        for g in blad.gevallen
    ]
    return "\n".join([*uit, *tabelregels(papier, _KOLOMMEN, rijen)])


def _gedaan(g: Gelijkgeval) -> str:
    stappen = [
        f"{_nummer(m.genomen)}{m.genomen.naam} ({datum_vol(m.genomen.record.datum)}, {m.toestand})"
        for m in g.stand.maatregelen
    ]
    stand = "loopt" if g.stand.open else "gesloten"
    return "; ".join([*(stappen or ["nog geen maatregel"]), stand])


def _nummer(genomen: Genomen) -> str:
    return f"{genomen.record.trede} " if genomen.contract.regime.kent_treden else ""


def als_json(blad: Gelijkblad) -> Gegevens:
    """The like cases as data."""
    return {
        "escalatie": blad.escalatie.id,
        "gevallen": [
            {
                "dossier": g.blik.dossier.id,
                "escalatie": g.stand.escalatie.id,
                "open": g.stand.open,
                "hoogst_bereikt": g.stand.hoogst,
                "tekortkomingen": [
                    {"id": t.id, "wat": t.wat, "herstel": herstel}
                    for t, herstel in zip(g.zelfde, g.herstel, strict=True)
                ],
                "maatregelen": [
                    {
                        "instrument": m.genomen.record.instrument,
                        "trede": m.genomen.record.trede,
                        "datum": m.genomen.record.datum.isoformat(),
                        "toestand": m.toestand,
                    }
                    for m in g.stand.maatregelen
                ],
            }
            for g in blad.gevallen
        ],
    }
