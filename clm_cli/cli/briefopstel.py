"""Floor 7, briefopstel: one letter.

Its card, its parts that may lack, and its documents, each read back.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from clm_cli.cli.briefterug import zoek_in_pdf, zoek_terug
from clm_cli.cli.documenten import als_stukken, stel_op, versies
from clm_cli.cli.schrijven import Werk
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout, Ernst, Melding

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.bestand import Bestand
    from clm_cli.derivations.brieven.elementen import Element
    from clm_cli.derivations.brieven.inhoud import Inhoud
    from clm_cli.derivations.brieven.soort import Briefsoort
    from clm_cli.documents.document import Document
    from clm_cli.documents.sjablonen import Gevuld
    from clm_cli.records.brief import Briefkaart
    from clm_cli.register import Dossier
    from clm_cli.voorstel import Voorstel


def brief_kaart(
    werk: Werk,
    dossier: Dossier,
    soort: str,
    escalatie: str | None,
    bij: str | None,
    datum: str | None,
    gezegd: dict[str, Any],
    *,
    staart: str = "",
) -> tuple[str, dict[str, Any], bool]:
    """The folder and card of the letter.

    A new one, or the one that is there, as far as it was not sent.
    """
    from clm_cli.acts.brieven import kaart as act
    from clm_cli.acts.brieven.reeks import herinnering
    from clm_cli.records.brief import Verzonden

    bestaand = next((b for b in dossier.brieven if soort.removeprefix("brieven/") == b.id), None)
    if bestaand is not None:
        if bestaand.van(Verzonden):
            raise ClmFout(
                f"{bestaand.id} is al verzonden en verandert niet meer.",
                nu=f"maak een nieuwe brief met --vervangt brieven/{bestaand.id}",
            )
        return (
            bestaand.pad,
            {
                **_als_boom(bestaand.kaart),
                **gezegd,
                **({"datum": _dag(datum, werk).isoformat()} if datum else {}),
            },
            False,
        )
    rij = _soort(dossier, soort)
    zaak = act.kies_escalatie(dossier, escalatie, rij)
    over = act.kies_feit(dossier, zaak, rij, bij)
    dag = _dag(datum, werk)
    if soort == "herinnering":
        gezegd = herinnering(blik_op(werk.register, dossier, werk.om.vandaag), gezegd)
    basis = f"{dag.isoformat()}-{soort}{f'-{staart}' if staart else ''}"
    bezet = {b.id for b in dossier.brieven}
    id_ = next(
        naam for naam in (basis, *(f"{basis}-{nr}" for nr in range(2, 100))) if naam not in bezet
    )
    boom = act.kaart(
        werk.register, dossier, rij, zaak, over, gezegd, dag=dag, id_=id_, door=werk.kop.door
    )
    return f"{dossier.id}/brieven/{id_}", boom, True


def _als_boom(kaart: Bestand[Briefkaart]) -> dict[str, Any]:
    """The card as texts again, without what clm itself works out at each making."""
    boom: dict[str, Any] = kaart.record.model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    weg = ("genoemd", "ontbreekt", "concept", "document", "markdown_sha256", "versies")
    return {naam: waarde for naam, waarde in boom.items() if naam not in weg}


def _soort(dossier: Dossier, soort: str) -> Briefsoort:
    from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
    from clm_cli.woorden import naaste

    for regime in (*(c.regime for c in dossier.contracten), None):
        if gevonden := briefsoort(soort, regime):
            return gevonden
    namen = [rij.soort for rij in BRIEFSOORTEN]
    dichtbij = naaste(soort, namen)
    raise ClmFout(
        f"'{soort}' is geen soort brief.",
        nu=f"bedoelt u {dichtbij}?" if dichtbij else f"kies uit {', '.join(namen)}",
    )


def _dag(tekst: str | None, werk: Werk) -> date:
    from clm_cli.tijd.datum import lees_datum

    try:
        return lees_datum(tekst) if tekst else werk.om.vandaag
    except ValueError as fout:
        raise ClmFout(f"datum: {fout}.", nu="schrijf de dag als 2026-05-04") from None


def lees_kaart(pad: str, boom: dict[str, Any]) -> Briefkaart:
    """The card as a record. Raises ClmFout with what does not fit."""
    from clm_cli.files.emitter import schrijf_yaml
    from clm_cli.files.gate import lees
    from clm_cli.files.lader import lees_record
    from clm_cli.records.brief import Briefkaart

    record, meldingen = lees_record(pad, lees(schrijf_yaml(boom), pad))
    if not isinstance(record, Briefkaart):
        raise ClmFout(
            "De kaart van deze brief klopt niet; er is niets geschreven.",
            meldingen=tuple(meldingen),
        )
    return record


def stel_brief_op(
    werk: Werk,
    dossier: Dossier,
    map_: str,
    boom: dict[str, Any],
    vormen: list[str],
    *,
    nieuw: bool,
    concept: bool,
) -> Voorstel:
    """The card with its printed days, and the documents.

    Refused while a mandatory part is missing.
    """
    from clm_cli.acts.brieven.kaart import genoemd
    from clm_cli.derivations.brieven.elementen import elementen

    inhoud = stel_inhoud(werk, dossier, f"{map_}/brief.yaml", boom)
    rijen = elementen(inhoud)
    mist = [rij for rij in rijen if rij.mist]
    if mist and not concept:
        meldingen = tuple(_melding(rij, f"{map_}/brief.yaml") for rij in mist)
        veel = len(mist) > 1
        wat = f"ontbreken {len(mist)} onderdelen" if veel else "ontbreekt een onderdeel"
        raise ClmFout(
            f"De brief '{inhoud.soort.titel}' kan nog niet worden gemaakt: er {wat}.",
            nu="vul het aan, of bekijk de brief met --concept",
            meldingen=meldingen,
        )
    _houd_tegen(werk, inhoud, map_)
    document, gevuld = maak_document(werk, inhoud, concept=concept)
    if not mist:
        zoek_terug(inhoud.soort, rijen, document)
    stukken = als_stukken(werk, map_, "brief", document, vormen, nieuwe_versie=True)
    if not mist:
        zoek_in_pdf(
            inhoud.soort, rijen, [s.inhoud for s in stukken if s.pad.endswith(".pdf")], document
        )
    hoofdstuk = next(
        (s for ext in (".pdf", ".docx", ".md", ".html") for s in stukken if s.pad.endswith(ext)),
        None,
    )
    klaar = {
        **boom,
        "genoemd": genoemd(inhoud),
        "ontbreekt": [rij.naam for rij in mist],
        "concept": "ja" if concept else None,
        "document": {
            "bestand": hoofdstuk.pad.rsplit("/", 1)[-1],
            "sha256": hashlib.sha256(hoofdstuk.inhoud).hexdigest(),
        }
        if hoofdstuk
        else None,
        "markdown_sha256": hashlib.sha256(document.markdown.encode()).hexdigest(),
        "versies": versies(gevuld),
    }
    return _voorstel(
        dossier, inhoud, map_, klaar, stukken, nieuw=nieuw, mist=[rij.titel for rij in mist]
    )


def stel_inhoud(werk: Werk, dossier: Dossier, pad: str, boom: dict[str, Any]) -> Inhoud:
    """The letter joined with its case."""
    from clm_cli.derivations.brieven.inhoud import stel_samen
    from clm_cli.derivations.brieven.soorten import briefsoort

    record = lees_kaart(pad, boom)
    contract = next((c for c in dossier.contracten if c.id in record.contracten), None)
    if contract is None:
        raise ClmFout(
            "Over welk contract gaat deze brief?",
            nu=(
                "geef --contract: "
                f"{', '.join(c.id for c in dossier.contracten) or 'er is er nog geen'}"
            ),
        )
    soort = briefsoort(record.soort, contract.regime)
    if soort is None:
        raise ClmFout(f"'{record.soort}' is geen soort brief.", nu="clm sjabloon toont de soorten")
    return stel_samen(werk.register, dossier, soort, record, contract, pad)


def _houd_tegen(werk: Werk, inhoud: Inhoud, map_: str) -> None:
    """Refuse a letter, also a concept.

    While a text that it draws on holds what may be in no letter.
    """
    from dataclasses import replace

    from clm_cli.rules.boek import houdt_tegen

    mappen = (
        map_,
        *((inhoud.escalatie.pad,) if inhoud.escalatie else ()),
        *((inhoud.over.map,) if inhoud.over else ()),
    )
    meldingen = houdt_tegen(werk.register, inhoud.dossier, mappen, werk.om.vandaag)
    if meldingen:
        plekken = [(m, m.plek, werk.geladen.plaats(m.plek) or (1, 1)) for m in meldingen if m.plek]
        meldingen = tuple(
            replace(m, plek=replace(plek, regel=regel, kolom=kolom))
            for m, plek, (regel, kolom) in plekken
        )
        raise ClmFout(
            (
                f"De brief '{inhoud.soort.titel}' wordt niet gemaakt: in een tekst die erin komt, "
                "staat wat in geen brief mag."
            ),
            nu=meldingen[0].nu,
            meldingen=meldingen,
        )


def _melding(rij: Element, pad: str) -> Melding:
    from clm_cli.meldingen import Plek, Reden

    assert rij.mist
    omdat = (Reden(rij.grond.tekst),) if rij.grond else ()
    return Melding(
        "BRF501",
        Ernst.FOUT,
        Plek(pad),
        f"{rij.titel}: '{rij.mist.veld}' ontbreekt",
        omdat,
        rij.grond.eis if rij.grond else None,
        rij.mist.nu,
    )


def maak_document(werk: Werk, inhoud: Inhoud, *, concept: bool) -> tuple[Document, Gevuld]:
    """The letter with its head, and how its template was filled in."""
    from clm_cli.derivations.zinnen import verzendwijze
    from clm_cli.documents.brieven.gegevens import briefhoofd, gegevens, lezers

    kaart, soort = inhoud.kaart, inhoud.soort
    velden = [("Ons kenmerk", kaart.kenmerk or "")] + (
        [("Uw kenmerk", kaart.uw_kenmerk)] if kaart.uw_kenmerk else []
    )
    velden += [("Verzonden", verzendwijze(kaart.kanalen))] if kaart.kanalen else []
    velden += (
        [("Bijlagen", str(len(kaart.bijlagen) + bool(inhoud.dagen)))]
        if kaart.bijlagen or inhoud.dagen
        else []
    )
    wijze = "aangetekend" if "aangetekend" in kaart.kanalen else ""
    hoofd = briefhoofd(
        werk.register,
        inhoud.dossier,
        inhoud.dag,
        [*velden, ("Betreft", kaart.onderwerp)],
        wijze,
        lezers(inhoud),
    )
    regime = inhoud.contract.regime.id if inhoud.contract.regime else ""
    return stel_op(
        werk,
        f"brieven/{soort.soort}",
        gegevens(inhoud),
        concept=concept,
        hoofd=hoofd,
        liever=f"brieven/{regime}/{soort.soort}",
        titel=f"{soort.titel} {kaart.kenmerk or ''}".strip(),
        dag=inhoud.dag,
    )


def _voorstel(
    dossier: Dossier,
    inhoud: Inhoud,
    map_: str,
    boom: dict[str, Any],
    stukken: tuple[Any, ...],
    *,
    nieuw: bool,
    mist: list[str],
) -> Voorstel:
    from clm_cli.voorstel import NieuwBestand, Voorstel, wijzigingen_van

    id_, pad = map_.rsplit("/", 1)[-1], f"{map_}/brief.yaml"
    let_op = (f"concept: er ontbreekt nog: {', '.join(mist)}",) if mist else ()
    if inhoud.soort.lezer == "aanbieder":
        nu = (
            f"clm brief maak {dossier.id} {id_}"
            if mist or boom["concept"]
            else (
                f"laat nakijken (clm brief akkoord {dossier.id} {id_}), verstuur, en dan clm "
                f"brief verzonden {dossier.id} {id_}"
            )
        )
    else:
        nu = None
    zin = f"{dossier.id}: {inhoud.soort.titel} gemaakt ({id_})."
    vol = {naam: waarde for naam, waarde in boom.items() if waarde not in (None, [])}
    if nieuw:
        return Voorstel(zin, nieuw=(NieuwBestand(pad, vol),), stukken=stukken, nu=nu, let_op=let_op)
    vorige = next(b.kaart.record for b in dossier.brieven if b.pad == map_).model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    leeg = {
        "genoemd": [],
        "ontbreekt": [],
        "concept": "nee",
    }  # what the card said before and no longer holds
    vol |= {naam: waarde for naam, waarde in leeg.items() if naam in vorige and naam not in vol}
    wijzigingen = tuple(
        rij
        for naam, waarde in vol.items()
        for rij in wijzigingen_van(pad, (naam,), vorige.get(naam), waarde)
    )
    return Voorstel(zin, wijzigingen=wijzigingen, stukken=stukken, nu=nu, let_op=let_op)
