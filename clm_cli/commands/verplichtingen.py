"""Floor 7, verplichtingen: one time that a provider met an obligation, or a sheet full of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from clm_cli.acts.feit import gezegde_dag, lees_dag
from clm_cli.acts.opgave import Aanvulling
from clm_cli.advies import opdracht
from clm_cli.commands import feiten
from clm_cli.commands.werk import Werk
from clm_cli.derivations.verplichtingen import (
    Plicht,
    alle_dagen,
    nakomingen,
    open_dagen,
    plichten,
)
from clm_cli.files.blad import Blad, Rij, lees_blad
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.feiten import FEITEN
from clm_cli.records.lijsten import Nakomingfeit
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import zoals

_SOORT = next(soort for soort in FEITEN if soort.model is Nakomingfeit)
KOLOMMEN = ("dossier", "verplichting", "uiterlijk", "gedaan", "bewijs")
"""The columns of a sheet; a row in which nothing was done yet says nothing."""

_KEREN = ("nakomingen", "nakoming")


@value
class Gedaan:
    """What was said of one time that an obligation was met, as typed."""

    verplichting: str
    uiterlijk: str | None
    gedaan: str
    bewijs: str


def nagekomen(werk: Werk, naam: str, gezegd: Gedaan) -> Voorstel:
    """That a provider met an obligation once: which day it was due, when it was done, the proof."""
    dossier = werk.dossier(naam)
    blik = werk.kijk.blik(dossier)
    plicht = _plicht(blik, gezegd.verplichting)
    gedaan, kenmerk = lees_dag(gezegd.gedaan, werk.kop), plicht.rij.id
    keer = _keer(plicht, gezegd.uiterlijk, gedaan)
    doel = dossier.vind(kenmerk, f"{dossier.id}/nakomingen/x")
    bij = kenmerk if doel and doel.plek == plicht.plek else plicht.verwijzing
    boom = {"bij": bij, "uiterlijk": keer.isoformat(), "bewijs": gezegd.bewijs}
    opgave = feiten.begin(werk, _SOORT, dossier, None, boom, gedaan.isoformat())
    zelf = () if gezegd.uiterlijk else ("uiterlijk",)
    voorstel = feiten.voorstel(werk, opgave, Aanvulling(aangenomen=zelf))
    return replace(
        voorstel,
        zin=f"{dossier.id}: {kenmerk} van {datum_vol(keer)} nagekomen op {datum_vol(gedaan)}.",
        weigering=_weigering(plicht, keer),
    )


def _plicht(blik: Dossierblik, naam: str) -> Plicht:
    """The obligation that is meant, by its number or its full reference."""
    alle = plichten(blik)
    naam = zoals(naam, dict.fromkeys(p.rij.id for p in alle))
    passend = [p for p in alle if naam in (p.rij.id, p.verwijzing)]
    if len(passend) == 1:
        return passend[0]
    nu = opdracht("lijst", "verplichtingen", blik.dossier.id)
    if not passend:
        raise ClmFout(
            f"{blik.dossier.id} heeft bij de lopende contracten geen verplichting '{naam}'.", nu=nu
        )
    namen = " en ".join(p.verwijzing for p in passend)
    raise ClmFout(f"'{naam}' staat er meer dan één keer.", nu=f"noem welke: {namen}")


def _keer(plicht: Plicht, gezegd: str | None, gedaan: date) -> date:
    """Which of the days it is about; only when one can be meant it is taken for granted."""
    rij, open_ = plicht.rij, open_dagen(plicht)
    if rij.uiterlijk is None and not rij.komt_terug:
        raise ClmFout(
            f"{rij.id} geldt doorlopend of heeft geen dag; dan is er niet één keer om vast te "
            "leggen.",
            nu=opdracht("lijst", "verplichtingen", plicht.blik.dossier.id),
        )
    if gezegd is None:
        dag = _bedoeld(plicht, open_, gedaan)
    else:
        dag = gezegde_dag(gezegd, plicht.blik.vandaag, "uiterlijk")
    rest = " of ".join(dag.isoformat() for dag in open_) or "niets"
    if dag is None:
        raise ClmFout(
            f"{rij.id}: welke keer is bedoeld, is niet te zeggen; open staat {rest}.",
            nu="noem de keer met --uiterlijk",
        )
    if dag not in alle_dagen(plicht):
        raise ClmFout(
            f"{rij.id} hoeft bij {plicht.blik.dossier.id} niet uiterlijk op {datum_vol(dag)}.",
            nu=f"open staat {rest}",
        )
    return dag


def _bedoeld(plicht: Plicht, open_: list[date], gedaan: date) -> date | None:
    """The one day that was open when it was done; a later one is never met in advance by guess."""
    eerste = next((dag for dag in alle_dagen(plicht) if dag >= gedaan), None)
    kan = [dag for dag in open_ if eerste is None or dag <= eerste]
    if not kan and eerste in nakomingen(plicht):
        return eerste
    return kan[0] if len(kan) == 1 else None


def _weigering(plicht: Plicht, keer: date) -> ClmFout | None:
    """Why it may not be recorded once more: it was, with another day or proof."""
    plek = nakomingen(plicht).get(keer)
    if plek is None:
        return None
    dossier, van_dossier = plicht.blik.dossier.id, plek.pad.partition("/")[2]
    feit = van_dossier.rpartition("/")[2][:1].isdigit()
    return Geweigerd(
        f"{plicht.rij.id} van {datum_vol(keer)} is al nagekomen: {plek.pad}.",
        nu=opdracht("correctie", dossier, van_dossier.removesuffix(".yaml"), reden="…")
        if feit
        else f"verbeter het in {plek.pad}",
    )


def uit_blad(werk: Werk, pad: Path) -> Voorstel:
    """One fact a row; a row that cannot be recorded stops them all, with its place."""
    blad = lees_blad(pad, KOLOMMEN, nodig=[naam for naam in KOLOMMEN if naam != "uiterlijk"])
    gevuld = [rij for rij in blad.rijen if rij["gedaan"] or rij["bewijs"]]
    voorstellen: list[Voorstel] = []
    gehad: dict[tuple[str, ...], int] = {}
    for rij in gevuld:
        with blad.bij(rij):
            voorstel = _van_rij(werk, rij)
            _eenmaal(voorstel, blad, rij, gehad)
            voorstellen.append(voorstel)
    if not gevuld:
        raise Geweigerd(
            f"{blad.plaats()}: in geen rij staat wat is gedaan",
            nu=f"vul de kolommen in: {', '.join(KOLOMMEN)}",
        )
    rest = len(blad.rijen) - len(gevuld)
    nieuw = [v for v in voorstellen if not v.stond_er_al]
    return Voorstel(
        f"{len(nieuw)} {_KEREN[len(nieuw) == 1]} vastgelegd uit {pad.name}.",
        nieuw=tuple(feit for v in nieuw for feit in v.nieuw),
        onderweg=tuple(v.zin for v in nieuw),
        let_op=(f"niet ingevuld, dus overgeslagen: {rest}",) if rest else (),
        stond_er_al=tuple(pad for v in voorstellen for pad in v.stond_er_al),
        vraag=True,
    )


def _eenmaal(voorstel: Voorstel, blad: Blad, rij: Rij, gehad: dict[tuple[str, ...], int]) -> None:
    """Refuse a second row for one time of one provider, also when it says the same."""
    (feit,) = voorstel.nieuw
    keer = (feit.pad.partition("/")[0], feit.boom["bij"], feit.boom["uiterlijk"])
    if (eerder := gehad.setdefault(keer, rij.nummer)) != rij.nummer:
        raise ClmFout(f"dezelfde keer staat {blad.ook(eerder)}.", nu="laat één van beide staan")


def _van_rij(werk: Werk, rij: Rij) -> Voorstel:
    """One row; what it lacks is not guessed, what was recorded already is not written again."""
    mist = [naam for naam in KOLOMMEN if naam != "uiterlijk" and not rij[naam]]
    if mist:
        raise ClmFout(f"{' en '.join(mist)} ontbreekt.")
    gezegd = Gedaan(
        rij["verplichting"] or "", rij["uiterlijk"], rij["gedaan"] or "", rij["bewijs"] or ""
    )
    voorstel = nagekomen(werk, rij["dossier"] or "", gezegd)
    if voorstel.weigering is None:
        return voorstel
    (feit,) = voorstel.nieuw
    dossier = werk.dossier(rij["dossier"] or "")
    for al in dossier.van(Nakomingfeit):
        record = al.record
        oud = (record.bij, record.uiterlijk.isoformat(), record.datum.isoformat(), record.bewijs)
        if oud == tuple(feit.boom[naam] for naam in ("bij", "uiterlijk", "datum", "bewijs")):
            return replace(voorstel, stond_er_al=(al.pad,))
    raise voorstel.weigering
