"""Floor 6, boete: what a fine may be at most, by each turnover that the contract can mean (J43)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clm_cli.advies import opdracht
from clm_cli.derivations.boetegrondslag import Grondslag
from clm_cli.kijk import Dossierblik
from clm_cli.records.regime import Vraag
from clm_cli.tijd.datum import bedrag, getal
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    *(Kolom(""), Kolom("grondslag", minst=18), Kolom("omzet")),
    *(Kolom("grens"), Kolom("nog"), Kolom("past?", minst=12)),
)


@value
class Boeteblad:
    """A fine that is considered, beside every base there is."""

    blik: Dossierblik
    grondslagen: tuple[Grondslag, ...]
    vragen: tuple[Vraag, ...]
    boete: Decimal
    plaats: Plaats = nergens


def toon(blad: Boeteblad, papier: Papier) -> str:
    """The bases as text, with how each was added up."""
    naam = blad.blik.dossier.roepnaam(blad.blik.vandaag)
    procent = ", ".join(sorted({f"{getal(g.procent)} %" for g in blad.grondslagen}))
    titel = f"BOETE  {naam}, {bedrag(blad.boete)}"
    uit = papier.kop(Cel(titel, "vet"), f"hoogstens {procent}" if procent else "")
    if not blad.grondslagen:
        return "\n".join([*uit, *papier.alinea(_NIETS, 1)])
    rijen = [
        [_letter(nr), _naam(g), _euro(g.omzet), _euro(g.grens), _euro(g.ruimte), _past(blad, g)]
        for nr, g in enumerate(blad.grondslagen)
    ]
    uit += tabelregels(papier, list(_KOLOMMEN), rijen)
    for zin in _zinnen(blad):
        uit += papier.alinea(zin, 1)
    nu = opdracht("exporteer", "xlsx", blad.blik.dossier.id, boete=getal(blad.boete))
    return "\n".join([*uit, "", f"  nu: {nu}"])


_NIETS = (
    "Er is geen omzet vastgelegd van een contract dat een hoogste boete kent. Zonder omzet is die "
    "onbekend."
)


def _letter(nummer: int) -> str:
    return chr(ord("a") + nummer) if nummer < 26 else str(nummer + 1)


def _naam(g: Grondslag) -> str:
    return f"{g.jaar} {g.soort}, {f'alleen {g.contract}' if g.contract else 'alle contracten'}"


def _euro(waarde: Decimal | None) -> str:
    return "onbekend" if waarde is None else bedrag(waarde)


def _past(blad: Boeteblad, g: Grondslag) -> str:
    if g.ruimte is None:
        return "onbekend"
    over = blad.boete - g.ruimte
    return "ja" if over <= 0 else f"NEE, {bedrag(over)} te hoog"


def _zinnen(blad: Boeteblad) -> Iterator[str]:
    for nr, g in enumerate(blad.grondslagen):
        if g.mist:
            yield f"{_letter(nr)}: {g.mist}."
        if g.contract is None:
            delen = " + ".join(f"{d.contract} {bedrag(d.bedrag)}" for d in g.delen)
            bestanden = dict.fromkeys(d.plek.pad for d in g.delen)
            yield f"Opbouw {_letter(nr)}: {delen} ({', '.join(bestanden)})."
    for jaar, eerder in sorted({(int(g.jaar[:4]) + 1, g.eerder) for g in blad.grondslagen}):
        yield f"Eerder besloten in {jaar}: {bedrag(eerder)}. Afgerond naar beneden op de cent."
    for vraag in blad.vragen:
        yield f"Niet gekozen, lezing {vraag.id}: {vraag.tekst}"


def als_json(blad: Boeteblad) -> Gegevens:
    """The bases as data."""
    return {
        "dossier": blad.blik.dossier.id,
        "boete": f"{blad.boete:f}",
        "grondslagen": [
            {
                "jaar": g.jaar,
                "soort": g.soort,
                "contract": g.contract,
                "procent": f"{g.procent:f}",
                "omzet": None if g.omzet is None else f"{g.omzet:f}",
                "grens": None if g.grens is None else f"{g.grens:f}",
                "eerder": f"{g.eerder:f}",
                "ruimte": None if g.ruimte is None else f"{g.ruimte:f}",
                "past": None if g.ruimte is None else blad.boete <= g.ruimte,
                "mist": g.mist or None,
                "delen": [
                    {
                        "contract": d.contract,
                        "bedrag": f"{d.bedrag:f}",
                        "btw": d.btw,
                        "plek": plek_json(d.plek, blad.plaats),
                    }
                    for d in g.delen
                ],
            }
            for g in blad.grondslagen
        ],
        "niet_gekozen": [vraag.id for vraag in blad.vragen],
    }
