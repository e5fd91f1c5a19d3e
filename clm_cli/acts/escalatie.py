"""Floor 6, escalatie: what follows from a case and its contract for a new fact in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from clm_cli.acts.eenmalig import al_vastgelegd
from clm_cli.acts.feit import eis_contract
from clm_cli.acts.maatregelvragen import maatregelvragen
from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen, genummerd, kies_bij
from clm_cli.acts.signalen import te_noemen
from clm_cli.acts.uitvoeringen import te_doen
from clm_cli.acts.vervolg import daarna, eerst, volgende, zaakwoord
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    contract_van,
    gesloten,
    instrumenten,
    lopende,
    tekortkomingen,
)
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.dossier import Contract, Dossier, Escalatie
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel, Feit
from clm_cli.voorstel import Navraag, Vermoeden
from clm_cli.woorden import bedoelt

_ALLEEN = "daartegen geeft dit contract bezwaar"


def opening(opgave: Opgave) -> Aanvulling:
    """The only contract, the coordinator, and ids for the shortcomings."""
    dossier = opgave.dossier
    eis_contract(dossier, " om over te escaleren")
    enige = [dossier.contracten[0].id] if len(dossier.contracten) == 1 else []
    velden = aangenomen(
        opgave, contracten=enige, coordinatie=behandelaar(dossier, opgave.blik.vandaag)
    )
    rijen = genummerd(opgave.boom, "tekortkomingen", lambda nummer: f"T{nummer}")
    signalen = te_noemen(dossier, opgave.boom)
    nu = volgende(opgave.soort, dossier.id)
    return Aanvulling({**velden, **rijen}, tuple(velden), nu, navraag=signalen)


def tekortkoming(opgave: Opgave) -> Aanvulling:
    """A shortcoming found later gets the next number of its case."""
    rij = opgave.boom.get("tekortkoming")
    velden = {}
    if isinstance(rij, dict) and "id" not in rij:
        bekend, nummer = set(_alle(opgave)), 1
        while f"T{nummer}" in bekend:
            nummer += 1
        velden = {"tekortkoming": {"id": f"T{nummer}", **rij}}
    return Aanvulling(velden, nu=volgende(opgave.soort, opgave.dossier.id))


def onderzoek(opgave: Opgave) -> Aanvulling:
    """All shortcomings of the case, unless some are named."""
    velden = aangenomen(opgave, tekortkomingen=_alle(opgave))
    if _niets_gevonden(opgave):
        return Aanvulling(velden, tuple(velden), eerst(opgave, "sluiting"))
    nu = advies(
        "nodig de aanbieder uit op deze bevindingen: {brief}; en leg het horen vast: {wederhoor}",
        brief=opdracht("brief", "maak", opgave.dossier.id, "bevindingen", *zaakwoord(opgave)),
        wederhoor=eerst(opgave, "wederhoor"),
    )
    return Aanvulling(velden, tuple(velden), nu)


def _niets_gevonden(opgave: Opgave) -> bool:
    """Whether they comply in all that the case is about: then there is nothing to hear them on."""
    rijen = tekortkomingen(opgave.als(Escalatie))
    gekozen = set(opgave.boom.get("tekortkomingen") or _alle(opgave))
    # what only threatens is met as yet, and a step can be taken for it all the same (J34)
    over = [t for t in rijen if t.id not in gekozen or t.ernst == "dreigend"]
    return opgave.boom.get("niet_nakoming") == "nee" and not over


def maatregel(opgave: Opgave) -> Aanvulling:
    """The trede that the contract gives the instrument; the rules then check every condition."""
    dossier, escalatie = opgave.dossier, opgave.als(Escalatie)
    if gesloten(escalatie):
        raise is_gesloten(dossier, escalatie)
    contract = contract_van(dossier, escalatie)
    rijen = {i.instrument: (t.trede, i.brief) for t, i in instrumenten(contract)}
    instrument = str(opgave.boom.get("instrument", ""))
    if not instrument and rijen:
        return Aanvulling(keuzes={"instrument": tuple(rijen)})
    if instrument not in rijen:
        raise _geen_instrument(instrument, list(rijen), contract)
    trede, brief = rijen[instrument]
    nu = (
        opdracht("escalatie", "toon", dossier.id, escalatie.id)
        if brief == "geen"
        else opdracht("brief", "maak", dossier.id, brief, *zaakwoord(opgave))
    )
    vragen = maatregelvragen(opgave, escalatie, (instrument, trede))
    ingaat = None if vragen.kiest_ingang else opgave.boom["datum"]
    velden = aangenomen(opgave, ingaat=ingaat, tekortkomingen=_alle(opgave))
    return Aanvulling(
        {**velden, **aangenomen(opgave, trede=str(trede))},
        tuple(velden),
        nu,
        keuzes=vragen.keuzes,
        navraag=vragen.navraag,
        vooraf=vragen.vooraf,
    )


def is_gesloten(dossier: Dossier, escalatie: Escalatie) -> ClmFout:
    """The refusal of what moves a case on that is closed."""
    return ClmFout(
        "Deze escalatie is gesloten.",
        nu=advies(
            "gaat het om hetzelfde, {heropening}; om iets nieuws, {opening}",
            heropening=opdracht("escalatie", "heropening", dossier.id, escalatie.id),
            opening=opdracht("escalatie", "opening", dossier.id),
        ),
    )


def _geen_instrument(naam: str, bekend: list[str], contract: Contract | None) -> ClmFout:
    regime = contract.regime.titel if contract and contract.regime else "dit contract"
    if contract and contract.regime and not bekend:
        return ClmFout(
            f"{regime} heeft geen treden, dus ook geen maatregel om te nemen.",
            nu="leg vast wat u besloot in een gesprek, of sluit de escalatie",
        )
    return ClmFout(
        f"'{naam or '(niets)'}' is geen instrument van {regime}.",
        nu=bedoelt(naam, bekend),
    )


def reactie(opgave: Opgave) -> Aanvulling:
    """An answer belongs to a measure that asked for one."""
    return _bij_maatregel(opgave, _met_termijn(opgave.soort.naam))


def verbeterplan(opgave: Opgave) -> Aanvulling:
    """A plan belongs to a measure that asked for one; its points get numbers."""
    bij = _bij_maatregel(opgave, _met_termijn(opgave.soort.naam))
    punten = genummerd(opgave.boom, "punten", lambda nummer: f"VP-{nummer}")
    return Aanvulling({**bij.velden, **punten}, bij.aangenomen, bij.nu, bij.keuzes)


def beoordeling(opgave: Opgave) -> Aanvulling:
    """A judgement is about something that asks for one of its kind."""
    over = str(opgave.boom.get("over", "herstel"))
    zelf = aangenomen(opgave, over=over)
    nu = daarna(opgave)
    if over in ("reactie", "verbeterplan", "uitvoering"):
        soort = "reactie" if over == "reactie" else "verbeterplan"
        bij = kies_bij(opgave, _verplicht(opgave, _open(opgave, soort), soort, soort), nu)
    else:
        preventief = over == "effect"
        bij = _bij_maatregel(
            opgave,
            lambda zaak: (zaak.maatregel.record.preventief is not None) == preventief,
            "maatregel om te beoordelen",
        )
    return Aanvulling({**zelf, **bij.velden}, (*zelf, *bij.aangenomen), nu, bij.keuzes)


def facturen(opgave: Opgave) -> Aanvulling:
    """The instruments that a list of invoices is for are those of the contract."""
    contract = contract_van(opgave.dossier, opgave.als(Escalatie))
    namen = [
        i.instrument
        for _, i in instrumenten(contract)
        if "facturenlijst" in i.voorwaarden.hard or (i.maximum and i.maximum.per == "factuur")
    ]
    bij = bij_feit(opgave)
    woorden = ["escalatie", "maatregel", opgave.dossier.id]
    keuzes = [opdracht(*woorden, naam) for naam in namen[:1]] or [opdracht(*woorden)]
    nu = advies(" of ".join(["{eerste}", *namen[1:]]), eerste=keuzes[0])
    return Aanvulling(bij.velden, bij.aangenomen, nu, bij.keuzes)


def aanpassing(opgave: Opgave) -> Aanvulling:
    """What of the measure can be changed: its money or its scope where it has them, its end."""
    uit = bij_feit(opgave)
    bij = opgave.boom.get("bij", uit.velden.get("bij"))
    past = [z.maatregel.record for z in _lopend(opgave) if z.maatregel.stam == bij]
    geld = (Navraag("geldelijk", ("bedrag", "procent")),) if any(m.geldelijk for m in past) else ()
    ruim = [m.reikwijdte for m in past if m.reikwijdte]
    wie = ("ontvangers",) if any(r.ontvangers for r in ruim) else ()
    wat = (Navraag("reikwijdte", ("eindigt_als", "herzien", *wie)),) if ruim else ()
    return replace(uit, navraag=(*geld, *wat, Navraag("tot")))


def uitvoering(opgave: Opgave) -> Aanvulling:
    """What a municipality did carries out a measure with a scope, where there is one."""
    uit = _bij_voorkeur(opgave, "reikwijdte")
    zaken = [z for z in _lopend(opgave) if z.maatregel.record.reikwijdte]
    return replace(uit, keuzes={**uit.keuzes, **te_doen(opgave, zaken)} if zaken else uit.keuzes)


def betaling(opgave: Opgave) -> Aanvulling:
    """A payment is about a measure that touches money, where there is one."""
    return _bij_voorkeur(opgave, "geldelijk")


def _bij_voorkeur(opgave: Opgave, veld: str) -> Aanvulling:
    met = [z.maatregel.pad for z in _lopend(opgave) if getattr(z.maatregel.record, veld)]
    return _bij_maatregel(opgave, lambda zaak: not met or zaak.maatregel.pad in met)


def bezwaar(opgave: Opgave) -> Aanvulling:
    """An objection belongs to a measure; under a contract without objection that is said."""
    dossier, rijen = opgave.dossier, _lopend(opgave)
    bij = _bij_maatregel(opgave)
    met = [z.maatregel.stam for z in rijen if _met_termijn("bezwaar")(z)]
    if len(met) == 1 and "bij" in bij.keuzes:
        bij = replace(bij, vermoed={"bij": Vermoeden(met[0], f"{met[0]}: alleen {_ALLEEN}")})
    gekozen = str(opgave.boom.get("bij", "")).rpartition("/")[2]
    tegen = [z for z in rijen if z.maatregel.stam == gekozen] or rijen
    if tegen and not any(map(_met_termijn("bezwaar"), tegen)):
        nu = advies(
            "dit contract kent hier geen bezwaar: het telt als reactie en schort niets op; "
            "antwoord wel ({toon})",
            toon=eerst(opgave, "toon"),
        )
        return replace(bij, nu=nu)
    if opgave.boom.get("indiener") == "ander":  # J45: the provider objects, or who acts for him
        nu = advies(
            "het is niet van de aanbieder: het telt als reactie en schort niets op; antwoord wel "
            "({brief})",
            brief=opdracht("brief", "maak", dossier.id, "antwoord"),
        )
        return replace(bij, nu=nu)
    nu = opdracht("brief", "maak", dossier.id, "bevestiging-bezwaar", *zaakwoord(opgave))
    if any(map(_met_termijn("directiegesprek"), rijen)):
        zin = "{brief}, en plan het gesprek op directieniveau ({geschil})"
        nu = advies(zin, brief=nu, geschil=eerst(opgave, "geschil"))
    return replace(bij, nu=nu)


def bij_feit(opgave: Opgave) -> Aanvulling:
    """A fact that answers another of its case, by the row of its kind."""
    soorten = opgave.soort.bij
    if soorten == ("maatregel",):
        return _bij_maatregel(opgave)
    feiten = _open(opgave, *soorten)
    wat = "onderzoek om op te horen" if soorten == ("onderzoek",) else " of ".join(soorten)
    nu = daarna(opgave)
    return kies_bij(opgave, _verplicht(opgave, feiten, wat, soorten[0]), nu)


def _bij_maatregel(
    opgave: Opgave,
    past: Callable[[Genomen], bool] = lambda _: True,
    wat: str = "maatregel die nog loopt",
) -> Aanvulling:
    rijen = [zaak.maatregel for zaak in _lopend(opgave) if past(zaak)] or al_vastgelegd(opgave)
    nu = daarna(opgave)
    return kies_bij(opgave, _verplicht(opgave, rijen, wat, "maatregel"), nu)


def _verplicht(
    opgave: Opgave, feiten: Sequence[Bestand[Deel]], wat: str, vooraf: str
) -> Sequence[Bestand[Deel]]:
    """The facts that may be answered; without any the one that has to come first is named."""
    if not feiten and "bij" not in opgave.boom:
        raise ClmFout(f"Er is nog geen {wat} in deze escalatie.", nu=eerst(opgave, vooraf))
    return feiten


def _lopend(opgave: Opgave) -> list[Genomen]:
    """The running measures of the case, the highest trede last."""
    blik, escalatie = opgave.blik, opgave.als(Escalatie)
    eigen = [zaak for zaak in lopende(blik) if zaak.escalatie.id == escalatie.id]
    return sorted(
        eigen, key=lambda z: (z.maatregel.record.trede, z.maatregel.record.datum, z.maatregel.pad)
    )


def _open(opgave: Opgave, *soorten: str) -> list[Bestand[Feit]]:
    """The facts of these kinds that nothing answered yet; where all were answered, all of them."""
    escalatie = opgave.als(Escalatie)
    alle = [b for b in escalatie.feiten if b.soort in soorten]
    # a dispute is about the measure itself only where nobody objected to it
    feiten = [b for b in alle if b.soort != "maatregel"] or alle
    vervolg = [b for b in escalatie.feiten if b.soort in (*soorten, opgave.soort.naam)]
    beantwoord = {doel.pad for b in vervolg if (doel := opgave.dossier.waarbij(b))}
    return [b for b in feiten if b.pad not in beantwoord] or feiten


def _met_termijn(soort: str) -> Callable[[Genomen], bool]:
    return lambda zaak: regeltermijn(zaak, soort) is not None


def _alle(opgave: Opgave) -> list[str]:
    return [rij.id for rij in tekortkomingen(opgave.als(Escalatie))]
