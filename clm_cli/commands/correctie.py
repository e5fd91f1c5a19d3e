"""Floor 7, correctie: a fact that was recorded is mended, from how it counts now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from clm_cli.acts import correctie as act
from clm_cli.bestand import Bestand, gecorrigeerd_pad, is_een
from clm_cli.commands.dingen import kies_feit
from clm_cli.commands.optiewaarden import Daglezer, als_boom
from clm_cli.commands.werk import Werk
from clm_cli.dossier import Dossier
from clm_cli.files.kaart import boom_van
from clm_cli.meldingen import ClmFout, een_waarde
from clm_cli.records.basis import Correctie, Deel
from clm_cli.records.vorm import canoniek, datumveld, velden
from clm_cli.voorstel import Voorstel


def correctie(
    werk: Werk,
    dossier: str,
    feit: str,
    reden: str,
    *,
    gezegd: Sequence[str] = (),
    inhoud: Mapping[str, object] | None = None,
    vervalt: bool = False,
    nogmaals: bool = False,
    dag: Daglezer | None = None,
) -> Voorstel:
    """The proposal: some fields otherwise, a whole new content, or that the fact lapses."""
    if vervalt == bool(gezegd or inhoud is not None):
        raise ClmFout(
            "Zeg óf wat het wordt, óf dat het vervalt.",
            nu='geef --wordt "veld=waarde", --bestand, of --vervalt',
        )
    eigen = werk.dossier(dossier)
    doel = zoek(werk, eigen, feit)
    wordt = None
    if not vervalt:
        wordt = _anders(werk, doel, gezegd, dag) if inhoud is None else _heel(doel, inhoud)
    verbetering = act.Verbetering(reden, wordt, bouwt_voort=bool(gezegd) and inhoud is None)
    eerder = _eerder(werk, doel)
    if gezegd and wordt == _zoals_het_telt(werk, doel):
        staat = (eerder.pad if eerder else doel.pad,)
        nu = act.waar_het_telt(eigen.id, doel)
        return Voorstel(f"{eigen.id}: {doel.id} zegt dit al.", nu=nu, stond_er_al=staat)
    return act.correctie(eigen.id, doel, verbetering, werk.kop, eerder, nogmaals=nogmaals)


def zoek(werk: Werk, dossier: Dossier, naam: str) -> Bestand[Deel]:
    """The fact that is meant, also one that lapsed by an earlier correction.

    Raises ClmFout when it is none, or more than one.
    """
    try:
        return kies_feit(dossier, naam)
    except ClmFout:
        ruw = werk.geladen.register.dossiers[dossier.id]
        gezocht = naam.removesuffix(".yaml")
        vervallen = [
            b
            for b in ruw.bestanden
            if gezocht in (b.id, b.stam) and (eerder := _eerder(werk, b)) and eerder.record.vervalt
        ]
        if len(vervallen) != 1:
            raise
        return vervallen[0]


def _eerder(werk: Werk, doel: Bestand[Deel]) -> Bestand[Correctie[Any]] | None:
    """The correction that decides what a fact says now."""
    rijen = [
        b
        for b in werk.geladen.register.rond(doel.pad)
        if is_een(b, Correctie) and gecorrigeerd_pad(b) == doel.pad
    ]
    return max(rijen, key=lambda b: (b.record.vastgelegd, len(b.pad), b.pad), default=None)


def _heel(feit: Bestand[Deel], inhoud: Mapping[str, object]) -> dict[str, object]:
    """A whole content, as a person filled it in."""
    return canoniek(type(feit.record), inhoud)


def _zoals_het_telt(werk: Werk, feit: Bestand[Deel]) -> Any:
    """The content that counts now: of the fact itself, or of what mended it last."""
    boom: Any = boom_van(werk.wortel, feit.bron.pad)
    for stap in feit.bron.sleutel:
        boom = boom[stap]
    return boom


def _anders(
    werk: Werk, feit: Bestand[Deel], wordt: Sequence[str], dag: Daglezer | None
) -> dict[str, object]:
    """The content of the fact as it counts now, with some fields otherwise.

    A field that holds a list of parts is given once for every part; what is given replaces the
    whole list, and a part that is named by its number keeps what was not named of it.
    """
    boom = _zoals_het_telt(werk, feit)
    model: type[Deel] = type(feit.record)
    eigen = (datumveld("datum", "de dag van het feit"), *velden(model))
    soorten, gezegd = {veld.naam: veld for veld in eigen}, dict[str, list[str]]()
    for rij in wordt:
        naam, is_, waarde = rij.partition("=")
        if not is_ or naam not in soorten:
            raise ClmFout(f"'{rij}' is niet te plaatsen.", nu=f"velden zijn: {', '.join(soorten)}")
        gezegd.setdefault(naam, []).append(waarde)
    anders: dict[str, object] = dict(boom)
    for naam, waarden in gezegd.items():
        veld = soorten[naam]
        if veld.veel and veld.deel is None:
            los = [deel for waarde in waarden for deel in waarde.split(",")]
            anders[naam] = als_boom(veld, [deel.strip() for deel in los], dag=dag)
        else:
            for waarde in () if veld.veel else waarden:
                een_waarde(f"--wordt {naam}", waarden[0], waarde)
            anders[naam] = _aangevuld(
                boom.get(naam), als_boom(veld, waarden if veld.veel else waarden[0], dag=dag)
            )
    return anders


def _aangevuld(eerst: Any, wordt: Any) -> Any:
    """A part with the number of one that stands there keeps what was not named of it."""
    if isinstance(wordt, list):
        rijen = eerst if isinstance(eerst, list) else []
        per = {rij["id"]: rij for rij in rijen if isinstance(rij, dict) and "id" in rij}
        return [
            _aangevuld(per.get(rij.get("id")), rij) if isinstance(rij, dict) else rij
            for rij in wordt
        ]
    zelfde = (
        isinstance(eerst, dict)
        and isinstance(wordt, dict)
        and "id" in wordt
        and eerst.get("id") == wordt["id"]
    )
    return {**eerst, **wordt} if zelfde else wordt
