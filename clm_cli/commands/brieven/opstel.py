"""Floor 7, opstel: one letter: what may lack in it, its documents, each read back, and its card."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from clm_cli.acts.brieven.kaart import WAAROVER, genoemd
from clm_cli.acts.feit import eis_contract
from clm_cli.commands.brieven.kaart import Kaart
from clm_cli.commands.brieven.teruggelezen import zoek_in_pdf, zoek_terug
from clm_cli.commands.documenten import Opgesteld, als_stukken, stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.bijlagen import bijlagen
from clm_cli.derivations.brieven.elementen import Element, elementen
from clm_cli.derivations.brieven.inhoud import Inhoud, stel_samen
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.zinnen import opsomming, verzendwijze
from clm_cli.documents.brieven.gegevens import briefhoofd, gegevens, lezers
from clm_cli.documents.document import Document
from clm_cli.dossier import Dossier
from clm_cli.files.stukken import sha256_van
from clm_cli.meldingen import ClmFout, Ernst, Melding, Plek, Reden, oorzaak
from clm_cli.rules.toets import houdt_tegen
from clm_cli.value import value
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel, wijzigingen_van


@value
class Ontwerp:
    """A letter with all that stands in it, before its files are made."""

    dossier: Dossier
    kaart: Kaart
    inhoud: Inhoud
    delen: tuple[Element, ...]
    opgesteld: Opgesteld
    concept: bool

    @property
    def document(self) -> Document:
        """What is to be printed."""
        return self.opgesteld.document

    @property
    def mist(self) -> list[Element]:
        """The mandatory parts that lack."""
        return [rij for rij in self.delen if rij.mist]


def ontwerp(werk: Werk, dossier: Dossier, kaart: Kaart, *, concept: bool) -> Ontwerp:
    """The letter of a card; refused while a mandatory part lacks, unless it may be a concept."""
    kaart = _met_sha256(werk, kaart)
    inhoud = stel_inhoud(werk, dossier, kaart)
    rijen = elementen(inhoud)
    mist = [rij for rij in rijen if rij.mist]
    if mist and not concept:
        raise _onaf(inhoud, mist, kaart.pad)
    _houd_tegen(werk, inhoud, kaart.map)
    opgesteld = maak_document(werk, inhoud, concept=concept)
    if not mist:
        zoek_terug(inhoud.soort, rijen, opgesteld.document)
    return Ontwerp(dossier, kaart, inhoud, rijen, opgesteld, concept)


def voltooi(
    werk: Werk, brief: Ontwerp, vormen: Sequence[str], pdf: Callable[[], bytes] | None = None
) -> Voorstel:
    """The card with its printed days, and the documents; `pdf` gives one that is being set."""
    kaart, inhoud, mist = brief.kaart, brief.inhoud, brief.mist
    stukken = als_stukken(werk, kaart.map, "brief", brief.document, vormen, pdf)
    if not mist:
        zoek_in_pdf(inhoud.soort, brief.delen, stukken, brief.document)
    klaar = {
        **kaart.boom,
        "genoemd": genoemd(inhoud),
        "ontbreekt": [rij.naam for rij in mist],
        "concept": "ja" if brief.concept else None,
        **vastgelegd(brief.opgesteld, stukken),
    }
    titels = ", ".join(rij.titel for rij in mist)
    return Voorstel(
        f"{brief.dossier.id}: {inhoud.soort.titel} gemaakt ({kaart.id}).",
        stukken=stukken,
        nu=_vervolg(inhoud, kaart.id, af=not (mist or brief.concept)),
        let_op=(f"concept: er ontbreekt nog: {titels}",) if mist else (),
        onderweg=brief.opgesteld.onderweg,
        aangenomen=kaart.aangenomen,
        **_op_de_kaart(brief.dossier, kaart, klaar),
    )


def _met_sha256(werk: Werk, kaart: Kaart) -> Kaart:
    """The card with the seal of each enclosed file. Raises ClmFout for one that is not there."""
    rijen = kaart.boom.get("bijlagen")
    if not isinstance(rijen, list):
        return kaart
    klaar = []
    for rij in rijen:
        bestand = rij.get("bestand") if isinstance(rij, dict) else None
        if not bestand:
            klaar.append(rij)
            continue
        pad = werk.wortel / kaart.map / bestand
        try:
            sha256 = sha256_van(werk.wortel, pad)
        except OSError as fout:
            raise ClmFout(f"De bijlage {bestand} is niet te lezen: {oorzaak(fout)}.") from None
        if sha256 is None:
            raise ClmFout(
                f"De bijlage {bestand} staat niet in {kaart.map}.",
                nu=f"zet het bestand in die map, of noem een andere: {pad.parent.name}/…",
            )
        klaar.append({**rij, "sha256": sha256})
    return replace(kaart, boom={**kaart.boom, "bijlagen": klaar})


def stel_inhoud(werk: Werk, dossier: Dossier, kaart: Kaart) -> Inhoud:
    """The letter joined with its case."""
    record = kaart.record()
    contract = next((c for c in dossier.contracten if c.id in record.contracten), None)
    if contract is None:
        eis_contract(dossier, WAAROVER)
        namen = ", ".join(c.id for c in dossier.contracten)
        raise ClmFout("Over welk contract gaat deze brief?", nu=f"geef --contract: {namen}")
    soort = briefsoort(record.soort, contract.regime)
    if soort is None:
        raise ClmFout(f"'{record.soort}' is geen soort brief.", nu="clm sjabloon toont de soorten")
    return stel_samen(werk.register, dossier, soort, record, contract, kaart.pad)


_ALGEMEEN = "brieven/_maatregel"
"""The letter of any measure, for a kind of a regime's own without a template of its own."""


def maak_document(werk: Werk, inhoud: Inhoud, *, concept: bool) -> Opgesteld:
    """The letter with its head, and how its template was filled in."""
    kaart, soort = inhoud.kaart, inhoud.soort
    aantal = len(bijlagen(inhoud)) + bool(inhoud.dagen)
    velden = [
        ("Ons kenmerk", kaart.kenmerk or ""),
        *([("Uw kenmerk", kaart.uw_kenmerk)] if kaart.uw_kenmerk else []),
        *([("Verzonden", verzendwijze(kaart.kanalen))] if kaart.kanalen else []),
        *([("Bijlagen", str(aantal))] if aantal else []),
        ("Betreft", betreft(inhoud)),
    ]
    hoofd = briefhoofd(
        werk.register,
        inhoud.dossier,
        inhoud.dag,
        velden,
        "aangetekend" if "aangetekend" in kaart.kanalen else "",
        lezers(inhoud),
    )
    regime, eigen = inhoud.contract.regime.id, f"brieven/{soort.soort}"
    return stel_op(
        werk,
        _ALGEMEEN if soort.van_regime else eigen,
        gegevens(inhoud),
        concept=concept,
        hoofd=hoofd,
        liever=(f"brieven/{regime}/{soort.soort}", *([eigen] if soort.van_regime else ())),
        titel=f"{soort.titel} {kaart.kenmerk or ''}".strip(),
        dag=inhoud.dag,
    )


def betreft(inhoud: Inhoud) -> str:
    """The subject with the numbers of the contracts, so that a loose page is about one thing."""
    onderwerp, eigen = inhoud.kaart.onderwerp, set(inhoud.kaart.contracten)
    nummers = [
        c.kaart.record.nummer
        for c in inhoud.dossier.contracten
        if c.id in eigen and c.kaart.record.nummer not in onderwerp
    ]
    woord = " " if onderwerp.endswith("overeenkomst") else ", overeenkomst "
    return f"{onderwerp}{woord}{opsomming(nummers)}" if nummers else onderwerp


def vastgelegd(opgesteld: Opgesteld, stukken: Sequence[NieuwStuk]) -> dict[str, object]:
    """What a card says of the documents that were made: which one counts, and with what."""
    vormen = (".pdf", ".docx", ".md", ".html")
    telt = next((s for vorm in vormen for s in stukken if s.pad.endswith(vorm)), None)
    return {
        "document": {
            "bestand": telt.pad.rsplit("/", 1)[-1],
            "sha256": hashlib.sha256(telt.inhoud).hexdigest(),
        }
        if telt
        else None,
        "markdown_sha256": hashlib.sha256(opgesteld.document.markdown.encode()).hexdigest(),
        "versies": opgesteld.versies(),
    }


class Onaf(ClmFout):
    """A letter that lacks parts."""

    teksten: tuple[tuple[str, str], ...] = ()
    """Name and title of each own text of its writer, when nothing else lacks."""


def _onaf(inhoud: Inhoud, mist: Sequence[Element], pad: str) -> Onaf:
    wat = f"ontbreken {len(mist)} onderdelen" if len(mist) > 1 else "ontbreekt een onderdeel"
    fout = Onaf(
        f"De brief '{inhoud.soort.titel}' kan nog niet worden gemaakt: er {wat}.",
        nu="vul het aan, of bekijk de brief met --concept",
        meldingen=tuple(_melding(rij, pad) for rij in mist),
    )
    eigen = tuple((rij.mist.tekst, rij.titel) for rij in mist if rij.mist and rij.mist.tekst)
    fout.teksten = eigen if len(eigen) == len(mist) else ()
    return fout


def _melding(rij: Element, pad: str) -> Melding:
    assert rij.mist
    return Melding(
        "BRF501",
        Ernst.FOUT,
        Plek(pad, nieuw=True),
        f"{rij.titel}: '{rij.mist.veld}' ontbreekt",
        (Reden(rij.grond.tekst),) if rij.grond else (),
        rij.grond.eis if rij.grond else None,
        rij.mist.nu,
    )


def _houd_tegen(werk: Werk, inhoud: Inhoud, map_: str) -> None:
    """Refuse a letter while a text in it holds what may be in no letter; a concept too."""
    mappen = (
        map_,
        *((inhoud.escalatie.pad,) if inhoud.escalatie else ()),
        *((inhoud.over.map,) if inhoud.over else ()),
    )
    meldingen = houdt_tegen(werk.kijk.blik(inhoud.dossier), mappen)
    if not meldingen:
        return
    plekken = [(m, m.plek, werk.geladen.plaats(m.plek) or (1, 1)) for m in meldingen if m.plek]
    raise ClmFout(
        (
            f"De brief '{inhoud.soort.titel}' wordt niet gemaakt: in een tekst die erin komt, "
            "staat wat in geen brief mag."
        ),
        nu=meldingen[0].nu,
        meldingen=tuple(
            replace(m, plek=replace(plek, regel=regel, kolom=kolom))
            for m, plek, (regel, kolom) in plekken
        ),
    )


def _vervolg(inhoud: Inhoud, id_: str, *, af: bool) -> str | None:
    """The next step with a letter or memo of ours; a note for ourselves asks for none."""
    dossier = inhoud.dossier.id
    if inhoud.soort.lezer == "intern":
        return None
    if not af:
        return f"clm brief maak {dossier} {id_}"
    if inhoud.soort.lezer == "gemeenten":
        return f"verstuur hem aan de gemeenten, en dan clm brief verzonden {dossier} {id_}"
    return (
        f"laat nakijken (clm brief akkoord {dossier} {id_}), verstuur, en dan clm brief "
        f"verzonden {dossier} {id_}"
    )


def _op_de_kaart(dossier: Dossier, kaart: Kaart, boom: dict[str, object]) -> dict[str, Any]:
    """What is written on the card: all of it when it is new, else what changed."""
    vol = {naam: waarde for naam, waarde in boom.items() if waarde not in (None, [])}
    if kaart.is_nieuw:
        return {"nieuw": (NieuwBestand(kaart.pad, vol),)}
    vorige = next(b.kaart.record for b in dossier.brieven if b.pad == kaart.map).model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    # what the card said before and no longer holds
    leeg = {"genoemd": [], "ontbreekt": [], "concept": "nee"}
    vol |= {naam: waarde for naam, waarde in leeg.items() if naam in vorige and naam not in vol}
    return {
        "wijzigingen": tuple(
            rij
            for naam, waarde in vol.items()
            for rij in wijzigingen_van(kaart.pad, (naam,), vorige.get(naam), waarde)
        )
    }
