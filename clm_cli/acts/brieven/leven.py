"""Floor 6, leven: what follows from a letter's card for the facts of its way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args

from clm_cli.acts.brieven import verzending
from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import advies, opdracht
from clm_cli.derivations.brieven.getallen import dagen
from clm_cli.derivations.brieven.stand import bij_verzending
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Stuk
from clm_cli.records.brief import Kanaal, Verzonden
from clm_cli.tijd.datum import datum_lang, datum_vol, lees_datum
from clm_cli.voorstel import Navraag
from clm_cli.woorden import bedoelt, naaste


def verzonden(opgave: Opgave) -> Aanvulling:
    """The document that went out, the seal on the card, the days that are printed, and to whom."""
    brief, boom, dossier = opgave.als(Brief), opgave.boom, opgave.dossier
    verzending.van_ons(dossier, brief)
    verzending.geen_concept(dossier, brief)
    bekend_kanaal(boom)
    _niet_voor_de_brief(dossier, brief, lees_datum(boom["datum"]))
    kaart = opgave.stukken.sha256(brief.pad, "brief.yaml")
    verzending.verzegeld(brief, kaart)
    if "document" in boom:
        _ander_stuk(opgave, brief)
        stuk = boom["document"]
    else:
        stuk = _eigen_stuk(opgave, brief, verzending.stuk_van(dossier, brief))
    adres = verzending.geadresseerde(dossier, brief, str(boom.get("kanaal", "")))
    aan = aangenomen(opgave, aan=adres)
    velden = {
        "document": stuk,
        "kaart_sha256": kaart,
        "genoemd": boom.get("genoemd", verzending.genoemd(brief)),
        **aan,
    }
    return Aanvulling(
        velden, tuple(aan), verzending.na_verzending(dossier, brief), navraag=_bewijs(boom)
    )


def _niet_voor_de_brief(dossier: Dossier, brief: Brief, dag: date) -> None:
    """Refuse a day before that on the letter: what it tells may not have been there yet."""
    gedateerd = brief.kaart.record.datum
    if dag >= gedateerd:
        return
    nu, over = "noem de dag van verzending (--datum)", dossier.waarbij(brief.kaart)
    if over is None or getattr(over.record, "datum", dag) <= dag:
        maak = opdracht("brief", "maak", dossier.id, brief.id, datum=dag.isoformat())
        zin = "; ging hij toen echt weg, geef de brief dan eerst die datum: {maak}"
        nu = advies(nu + zin, maak=maak)
    op = f"{brief.id} is gedateerd op {datum_vol(gedateerd)}"
    raise Geweigerd(f"{op}; een verzending op {datum_vol(dag)} ligt daarvóór", nu=nu)


def _bewijs(boom: Mapping[str, object]) -> tuple[Navraag, ...]:
    """The code with which a registered letter is followed: it is on the receipt of today."""
    if boom.get("kanaal") != "aangetekend":
        return ()
    return (Navraag("barcode", waarom="Zonder deze code is de bezorging niet na te gaan."),)


def bekend_kanaal(boom: Mapping[str, object]) -> None:
    """Refuse a way of sending that has no name in the record."""
    gezegd, bekend = boom.get("kanaal"), list(get_args(Kanaal))
    if gezegd is not None and gezegd not in bekend:
        dichtbij = naaste(str(gezegd), bekend)
        raise ClmFout(
            f"'{gezegd}' is geen kanaal.",
            nu=f'bedoelt u --kanaal "{dichtbij}"?' if dichtbij else f"kies uit {', '.join(bekend)}",
        )


def _eigen_stuk(opgave: Opgave, brief: Brief, bekend: Stuk) -> dict[str, object]:
    naam = str(bekend.bestand)
    gevonden = opgave.stukken.sha256(brief.pad, naam)
    verzending.onveranderd(opgave.dossier, brief, bekend, gevonden)
    return {"bestand": naam, "sha256": gevonden}


def _ander_stuk(opgave: Opgave, brief: Brief) -> None:
    """The file that really went out, such as a signed scan: the card's days have to stand in it."""
    naam = _bestand(opgave)
    if "genoemd" in opgave.boom or naam is None:
        return
    tekst = opgave.stukken.tekst(brief.pad, naam, getypt=True)
    weg = verzending.niet_in(brief, dagen(tekst)) if tekst else ()
    if not weg:
        return
    namen = "; ".join(
        f"{rij.termijn}{f' {rij.tekortkoming}' if rij.tekortkoming else ''}: "
        f"{datum_lang(rij.uiterlijk)}"
        for rij in weg
    )
    bij = f" tekortkoming={weg[0].tekortkoming}" if weg[0].tekortkoming else ""
    voorbeeld = f"termijn={weg[0].termijn}{bij} uiterlijk=… kalender={weg[0].kalender}"
    raise Geweigerd(
        f"In {naam.rsplit('/', 1)[-1]} staan niet de dagen van de kaart ({namen}). Wat in de "
        "verzonden brief staat, telt",
        nu=(
            "vergelijk het met clm brief controleer, en noem elke dag die er wel in staat: "
            f'--genoemd "{voorbeeld}"'
        ),
    )


def _bestand(opgave: Opgave) -> str | None:
    """The document as it was named; None when it lies elsewhere."""
    stuk = opgave.boom["document"]
    naam = stuk if isinstance(stuk, str) else stuk.get("bestand")
    return None if naam is None else str(naam)


def _sha256(opgave: Opgave) -> str | None:
    stuk, map_ = opgave.boom["document"], opgave.als(Brief).pad
    if isinstance(stuk, dict) and (stuk.get("sha256") or not stuk.get("bestand")):
        return None if stuk.get("sha256") is None else str(stuk["sha256"])
    return opgave.stukken.sha256(map_, str(_bestand(opgave)), getypt=True)


def bij_verzonden(opgave: Opgave) -> tuple[str, ...]:
    """What to know before a dispatch is written down."""
    brief, blik, boom = opgave.als(Brief), opgave.blik, opgave.boom
    sha256, naam = _sha256(opgave), _bestand(opgave)
    dag, kanaal = lees_datum(boom["datum"]), str(boom["kanaal"])
    rijen = list(bij_verzending(blik.register, blik.dossier, brief, dag, kanaal, sha256))
    eigen = brief.kaart.record.document
    ander = naam is not None and (eigen is None or eigen.sha256 != sha256)
    genoemd = brief.kaart.record.genoemd
    if ander and genoemd and not opgave.stukken.tekst(brief.pad, str(naam), getypt=True):
        rijen.append(
            f"van {str(naam).rsplit('/', 1)[-1]} is geen tekst te lezen; clm neemt aan dat de "
            "dagen van de kaart erin staan"
        )
    return tuple(rijen)


def akkoord(opgave: Opgave) -> Aanvulling:
    """Who approves in which role, and exactly which document."""
    brief, boom, dossier = opgave.als(Brief), opgave.boom, opgave.dossier
    verzending.van_ons(dossier, brief)
    verzending.geen_concept(dossier, brief)
    van = str(boom.get("van", opgave.kop.door))
    persoon = opgave.register.persoon(van)
    if persoon is None:
        namen = [p.id for p in opgave.register.organisatie.personen]
        raise ClmFout(f"'{van}' is geen persoon in organisatie.yaml.", nu=bedoelt(van, namen))
    zelf = aangenomen(opgave, van=van, rol=persoon.rol)
    stuk = boom.get("document") or _eigen_stuk(
        opgave, brief, verzending.stuk_van(dossier, brief, laatst_verzonden=False)
    )
    nu = volgende(opgave.soort, dossier.id, brief.id)
    return Aanvulling({**zelf, "document": stuk}, tuple(zelf), nu)


def bij_akkoord(opgave: Opgave) -> tuple[str, ...]:
    """What to know before an approval is written down."""
    kaart = opgave.als(Brief).kaart.record
    eigen, rijen = kaart.document, []
    if eigen and eigen.sha256 != _sha256(opgave):
        rijen.append(
            f"dit is niet het stuk van de kaart ({eigen.bestand}); een verzending van "
            f"{eigen.bestand} heeft dan nog geen akkoord"
        )
    if opgave.boom["van"] == kaart.behandelaar:
        rijen.append("u geeft akkoord op een brief die u zelf behandelt; laat een ander meekijken")
    return tuple(rijen)


def bezorgd(opgave: Opgave) -> Aanvulling:
    """A delivery is about one dispatch; the only open one, when there is one."""
    bij, zelf = _bij_verzending(opgave)
    nu = advies(
        "{werklijst} toont de termijnen, nu vanaf de vastgelegde ontvangst; {lijst}",
        werklijst=opdracht("werklijst"),
        lijst=opdracht("brief", "lijst", opgave.dossier.id),
    )
    return Aanvulling({"bij": bij}, zelf, nu)


def retour(opgave: Opgave) -> Aanvulling:
    """A return too is about one dispatch."""
    bij, zelf = _bij_verzending(opgave)
    brief = opgave.als(Brief)
    nu = verzending.na_retour(opgave.dossier, brief, bij.rsplit("/", 1)[-1])
    return Aanvulling({"bij": bij}, zelf, nu)


def _bij_verzending(opgave: Opgave) -> tuple[str, tuple[str, ...]]:
    """The dispatch it is about, and whether that was assumed; never before it was sent."""
    dossier, brief, boom = opgave.dossier, opgave.als(Brief), opgave.boom
    verzending.van_ons(dossier, brief)
    gezegd = "bij" in boom
    bij = _naam(brief, str(boom["bij"])) if gezegd else verzending.open_verzending(dossier, brief)
    doel = dossier.vind(bij, f"{brief.pad}/x")
    if doel is None or not (
        isinstance(doel.bestand.record, Verzonden) and doel.bestand.map == brief.pad
    ):
        rijen = ", ".join(feit.stam for feit in brief.van(Verzonden))
        verzend = opdracht("brief", "verzonden", dossier.id, brief.id)
        raise ClmFout(
            f"'{bij}' is geen verzending van {brief.id}.",
            nu=f"geef --bij: {rijen}" if rijen else verzend,
        )
    weg, dag = doel.bestand.record.datum, lees_datum(boom["datum"])
    if dag < weg:
        raise Geweigerd(
            f"{opgave.soort.naam} op {datum_vol(dag)} kan niet: deze verzending is van "
            f"{datum_vol(weg)}.",
            nu="verbeter de dag met --datum, of de verzending met clm correctie",
        )
    return bij, () if gezegd else ("bij",)


def _naam(brief: Brief, naam: str) -> str:
    """A dispatch by its name or a part of it, such as the way it went."""
    passend = [b.stam for b in brief.bestanden if b.soort == "verzonden" and naam in b.stam]
    return passend[0] if len(passend) == 1 else naam
