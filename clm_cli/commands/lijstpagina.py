"""Floor 7, lijstpagina: a list on a page, cut by what was chosen, and what nobody watches."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.advies import opdracht
from clm_cli.commands.feiten import in_woorden
from clm_cli.commands.lijsten import bundel_van, model_van
from clm_cli.commands.register import AANBIEDER, Gelezen
from clm_cli.commands.werklijst import bekend_woord
from clm_cli.derivations.dekking import dekking as van_bundel
from clm_cli.derivations.dekking import onderwerpen
from clm_cli.derivations.exemplaar import LIJSTEN
from clm_cli.derivations.lijstrijen import WAT, Keuze, van_allen, van_dossier, van_overeenkomst
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.verwijzingen import verwijsvelden
from clm_cli.records.vorm import velden
from clm_cli.views.dekking import Dekkingblad, Dekkingvan
from clm_cli.views.lijsten import Lijst

BUITEN = ("gemeente", "zorgvorm", "perceel", "contract", "manager")
"""What a list can be cut by beside the fields of its rows."""
_SOORT = {"manager": "persoon", "eigenaar": "persoon"}


def wat_van(lijst: str) -> str:
    """The field that says what a row is about: who says it adds one."""
    return WAT.get(lijst, "wat")


def kiesbaar(lijst: str) -> tuple[str, ...]:
    """The fields of a row of which a few values are possible: a list can be cut by them."""
    model = model_van(lijst)
    van = verwijsvelden(model)
    return tuple(
        veld.naam
        for veld in velden(model)
        if veld.keuzes or van.get(veld.naam) in ("persoon", "doelstelling")
    )


def voor(gelezen: Gelezen, wie: str, lijst: str, naam: str | None) -> Gelezen:
    """The register as it is looked at for somebody; raises ClmFout for a list that is ours."""
    if wie != AANBIEDER:
        return gelezen
    if lijst not in LIJSTEN:
        raise ClmFout(
            f"De lijst {lijst} is intern; daarvan is er geen exemplaar voor de aanbieder.",
            nu=opdracht("lijst", LIJSTEN[0], naam or "DOSSIER", voor=wie),
        )
    if naam is None:
        raise ClmFout(
            "Een exemplaar is voor één aanbieder; noem het dossier.",
            nu=opdracht("lijst", lijst, "DOSSIER", voor=wie),
        )
    return gelezen.voor(wie, naam)


def blad(
    gelezen: Gelezen,
    lijst: str,
    naam: str | None,
    overeenkomst: str | None,
    gezegd: Mapping[str, object],
) -> Lijst:
    """A list of one dossier, of one overeenkomst, or of all, cut by what was said."""
    keuze, kijk = _keuze(gelezen, lijst, gezegd), gelezen.kijk
    if overeenkomst is not None:
        waar = bundel_van(gelezen.register, overeenkomst).id
        gevonden = van_overeenkomst(kijk, waar, lijst, keuze)
    elif naam is not None:
        blik = gelezen.blik(naam)
        gevonden, waar = van_dossier(blik, lijst, keuze), blik.dossier.id
    else:
        gevonden, waar = van_allen(kijk, lijst, keuze), ""
    kalender = kalender_op(gelezen.register, gelezen.vandaag)
    woorden = ", ".join(f"{wat} {in_woorden(waarde)}" for wat, waarde in gezegd.items())
    return Lijst(kijk, lijst, gevonden, waar, kalender, woorden)


def _keuze(gelezen: Gelezen, lijst: str, gezegd: Mapping[str, object]) -> Keuze:
    """What was said as a choice; what no list can be cut by belongs to a new row."""
    eigen = kiesbaar(lijst)
    vreemd = [wat for wat in gezegd if wat not in (*eigen, *BUITEN, "contracten")]
    if vreemd:
        raise Geweigerd(
            f"--{vreemd[0].replace('_', '-')} hoort bij een nieuwe regel, en --{wat_van(lijst)} "
            "ontbreekt.",
            nu=f"geef --{wat_van(lijst)} erbij",
        )
    tekst = {
        wat: str(waarde[0] if isinstance(waarde, list) else waarde)
        for wat, waarde in gezegd.items()
    }
    for wat in ("gemeente", "zorgvorm", "perceel", "manager", "eigenaar"):
        bekend_woord(gelezen.register, _SOORT.get(wat, wat), tekst.get(wat))
    return Keuze(
        {wat: waarde for wat, waarde in tekst.items() if wat in eigen},
        tekst.get("gemeente"),
        tekst.get("zorgvorm"),
        tekst.get("perceel"),
        tekst.get("contracten") or tekst.get("contract"),
        tekst.get("manager"),
    )


def dekking(gelezen: Gelezen, overeenkomst: str | None, *, open_: bool) -> Dekkingblad:
    """The clauses of one overeenkomst, or of all, with what watches each of them."""
    register = gelezen.register
    namen = [bundel_van(register, overeenkomst).id] if overeenkomst else register.overeenkomsten
    bundels = [(naam, register.overeenkomsten[naam]) for naam in namen]
    per = tuple(
        Dekkingvan(naam, van_bundel(gelezen.kijk, bundel), onderwerpen(gelezen.kijk, bundel))
        for naam, bundel in bundels
    )
    return Dekkingblad(per, gelezen.plaats, open_)
