"""Floor 7, inlezen: dossiers and contracts for many providers at once, from a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from clm_cli.advies import opdracht
from clm_cli.commands import dossier as een
from clm_cli.commands.rijkeuring import keur
from clm_cli.commands.werk import Werk
from clm_cli.files.blad import Blad, Rij, lees_blad
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.aanbieder import Aanbieder
from clm_cli.records.overeenkomst import Contract, Looptijd
from clm_cli.records.vorm import Veld, veld_van, velden
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import Voorstel

AANBIEDERS = (
    "naam",
    "roepnaam",
    "rechtsvorm",
    "kvk",
    "agb",
    "land",
    "registratie",
    "straat",
    "postcode",
    "plaats",
    "email",
    "contractmanager",
    "zaaknummer",
)
"""The columns of a sheet of providers, as the options of `clm nieuw`."""
_NODIG = ("naam", "straat", "postcode", "plaats")
_OOK_AANBIEDER = {
    "kvk-nummer": "kvk",
    "kvk nummer": "kvk",
    "statutaire naam": "naam",
    "e-mail": "email",
    "adres": "straat",
    "agb-code": "agb",
}
_OOK_CONTRACT = {
    "aanbieder": "dossier",
    "contractnummer": "nummer",
    "zorgvorm": "zorgvormen",
    "perceel": "percelen",
    "gemeente": "gemeenten",
    "startdatum": "uitvoering_van",
    "einddatum": "uitvoering_tot",
}
"""What stands above such columns in the sheets that people have."""
_KVK = veld_van(Aanbieder, "kvk")
_VELDEN: dict[str, Veld] = {veld.naam: veld for veld in velden(Contract) if veld.deel is None}
_NODIG_CONTRACT = ("dossier", "contract", *(v.naam for v in _VELDEN.values() if v.verplicht))
_DAGEN: dict[str, Veld] = {veld.naam: veld for veld in velden(Looptijd)}
CONTRACTEN = ("dossier", "contract", *_VELDEN, *_DAGEN)
"""The columns of a sheet of contracts: which dossier, the name of its folder, and its card."""


def aanbieders(werk: Werk, pad: Path) -> Voorstel:
    """A dossier for each row of a sheet; a provider who has one already is left alone."""
    blad = lees_blad(pad, AANBIEDERS, nodig=_NODIG, ook=_OOK_AANBIEDER)
    bekend = _bekende(werk.register)
    gehad: dict[str, int] = {}

    def maak(rij: Rij) -> Voorstel:
        _vol(blad, rij, _NODIG)
        kaart: dict[str, object] = {naam: rij[naam] for naam in AANBIEDERS if rij[naam]}
        if (agb := rij["agb"]) is not None:
            kaart["agb"] = [deel.strip() for deel in agb.split(",")]
        al = bekend.get(_KVK.canoniek(rij["kvk"] or "")) or bekend.get(rij["naam"] or "")
        if al:
            return Voorstel("", stond_er_al=(al,))
        nummer = _KVK.canoniek(rij["kvk"] or f"rij {rij.nummer}")
        if (eerder := gehad.setdefault(nummer, rij.nummer)) != rij.nummer:
            raise blad.fout(rij, "kvk", f"dit nummer staat {blad.ook(eerder)}")
        nieuw = een.nieuw(werk, rij["naam"] or "", kaart, onbekend=True)
        keur(blad, rij, Aanbieder, nieuw.nieuw[0].boom, werk.register)
        return nieuw

    nu = opdracht("contract", "nieuw", uit="BESTAND")
    return replace(_samen(werk, blad, maak, "dossier", "dossiers"), nu=nu)


def contracten(werk: Werk, pad: Path) -> Voorstel:
    """A contract for each row of a sheet; one that its dossier has already is left alone."""
    blad = lees_blad(pad, CONTRACTEN, nodig=_NODIG_CONTRACT, ook=_OOK_CONTRACT)

    def maak(rij: Rij) -> Voorstel:
        _vol(blad, rij, _NODIG_CONTRACT)
        dossier, id_ = werk.dossier(rij["dossier"] or ""), rij["contract"] or ""
        boom: dict[str, object] = {**_waarden(rij, _VELDEN)}
        if dagen := _waarden(rij, _DAGEN):
            boom["looptijd"] = dagen
        al = next((c for c in dossier.contracten if c.id == id_), None)
        if al is None:
            if van := een.loopt_al(werk, dossier, boom):
                tekst = een.BEGIN.format(van=datum_vol(van)).lower()
                raise blad.fout(
                    rij, "uitvoering_van", f"{tekst}; vul in vanaf wanneer dit contract geldt"
                )
            nieuw = een.contract(werk, dossier, id_, boom)
            keur(blad, rij, Contract, nieuw.nieuw[0].boom, werk.kijk.blik(dossier))
            return nieuw
        if al.kaart.record.nummer != boom["nummer"]:
            raise ClmFout(
                f"{dossier.id} heeft al een contract {id_}, met nummer {al.kaart.record.nummer}.",
                nu="geef het nieuwe contract een andere naam",
            )
        return Voorstel("", stond_er_al=(al.kaart.pad,))

    return _samen(werk, blad, maak, "contract", "contracten")


def _waarden(rij: Rij, velden_: Mapping[str, Veld]) -> dict[str, str | list[str]]:
    """The filled cells of a row that are fields of a record."""
    return {naam: _waarde(veld, rij[naam] or "") for naam, veld in velden_.items() if rij[naam]}


def _waarde(veld: Veld, tekst: str) -> str | list[str]:
    """The text of a cell as its field keeps it; a list goes by commas."""
    if not veld.veel:
        return veld.canoniek(tekst)
    return [veld.canoniek(deel.strip()) for deel in tekst.split(",") if deel.strip()]


def _bekende(register: Register) -> dict[str, str]:
    """The card of each provider by its number, and of who has no number by its name."""
    kaarten = [d.aanbieder for d in register.dossiers.values() if d.aanbieder]
    return {kaart.record.kvk or kaart.record.namen[-1].statutair: kaart.pad for kaart in kaarten}


def _vol(blad: Blad, rij: Rij, nodig: Sequence[str]) -> None:
    mist = [kolom for kolom in nodig if not rij[kolom]]
    if mist:
        raise blad.fout(rij, mist[0], "de cel is leeg")


def _samen(
    werk: Werk, blad: Blad, maak: Callable[[Rij], Voorstel], een_: str, meer: str
) -> Voorstel:
    """All rows as one proposal that is shown first; a row that cannot be made stops them all."""
    werk.weet_wie()
    voorstellen: list[Voorstel] = []
    gehad: dict[str, int] = {}
    for rij in werk.volg("Rijen", blad.rijen):
        with blad.bij(rij):
            voorstel = maak(rij)
        (pad,) = voorstel.stond_er_al or (voorstel.nieuw[0].pad,)
        if (eerder := gehad.setdefault(pad, rij.nummer)) != rij.nummer:
            raise Geweigerd(
                f"{blad.plaats(rij)}: {pad} staat {blad.ook(eerder)}.",
                nu="geef één van beide een andere naam",
            )
        voorstellen.append(voorstel)
    if not voorstellen:
        raise Geweigerd(f"{blad.plaats()}: er staan geen rijen in")
    nieuw = [voorstel for voorstel in voorstellen if not voorstel.stond_er_al]
    return Voorstel(
        f"{len(nieuw)} {een_ if len(nieuw) == 1 else meer} gemaakt uit {blad.bestand}.",
        nieuw=tuple(bestand for voorstel in nieuw for bestand in voorstel.nieuw),
        stond_er_al=tuple(pad for voorstel in voorstellen for pad in voorstel.stond_er_al),
        vraag=True,
    )
