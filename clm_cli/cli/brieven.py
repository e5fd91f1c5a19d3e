"""Floor 7, brieven: making a letter: its card, its days, its parts, and its documents, each read back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.documenten import als_stukken, stel_op
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout, Ernst, Melding

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.bestand import Bestand
    from clm_cli.derivations.briefelementen import Element
    from clm_cli.derivations.briefinhoud import Inhoud
    from clm_cli.derivations.briefsoorten import Briefsoort
    from clm_cli.documents.opmaak import Document
    from clm_cli.documents.sjabloon import Gevuld
    from clm_cli.records.brief import Briefkaart
    from clm_cli.register import Dossier
    from clm_cli.voorstel import Voorstel

_VORMEN = ["md", "pdf", "docx"]
_OPTIES = ("kenmerk", "uw_kenmerk", "onderwerp", "contracten", "kanalen", "aan", "teksten", "termijnen", "bijlagen", "uitnodiging", "ondertekenaar", "vervangt")


def maak(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    soort: Annotated[str, typer.Argument(metavar="SOORT", help="welke brief (clm sjabloon toont de soorten), of een brief die er al is: dan wordt zij opnieuw gemaakt")],
    escalatie: Annotated[str | None, typer.Argument(metavar="ESCALATIE", help="bij welke escalatie; de enige open escalatie hoeft u niet te noemen")] = None,
    bij: Annotated[str | None, typer.Option("--bij", metavar="FEIT", help="waar de brief over gaat; standaard het laatste feit van die soort")] = None,
    datum: Annotated[str | None, typer.Option("--datum", metavar="DATUM", help="de datum op de brief, de dag van verzending; standaard vandaag")] = None,
    kenmerk: Annotated[str | None, typer.Option("--kenmerk", help="ons kenmerk; standaard de naam van de brief")] = None,
    uw_kenmerk: Annotated[str | None, typer.Option("--uw-kenmerk", help="hun kenmerk, of de brief waarop dit antwoordt")] = None,
    onderwerp: Annotated[str | None, typer.Option("--onderwerp", help="de betreftregel")] = None,
    contract: Annotated[list[str] | None, typer.Option("--contract", help="over welk contract; mag vaker")] = None,
    kanaal: Annotated[list[str] | None, typer.Option("--kanaal", help="hoe de brief wordt verzonden; mag vaker")] = None,
    aan: Annotated[list[str] | None, typer.Option("--aan", help="bij een memo of nota: voor wie; mag vaker")] = None,
    tekst: Annotated[list[str] | None, typer.Option("--tekst", help="een eigen tekst, als: onderdeel=… tekst=…; mag vaker")] = None,
    termijn: Annotated[list[str] | None, typer.Option("--termijn", help="een termijn die de brief stelt, als: soort=antwoord termijn='10 werkdagen'; mag vaker")] = None,
    bijlage: Annotated[list[str] | None, typer.Option("--bijlage", help="een bijlage, als: titel=… bestand=… of vindplaats=…; mag vaker")] = None,
    uitnodiging: Annotated[str | None, typer.Option("--uitnodiging", help="een gesprek, als: datum=… tijd=… plaats=…")] = None,
    ondertekenaar: Annotated[str | None, typer.Option("--ondertekenaar", help="wie ondertekent (organisatie.yaml)")] = None,
    vervangt: Annotated[str | None, typer.Option("--vervangt", metavar="BRIEF", help="de eerdere brief die hierdoor wordt vervangen")] = None,
    vorm: Annotated[list[str] | None, typer.Option("--vorm", metavar="VORM", help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx")] = None,
    concept: Annotated[bool, typer.Option("--concept", help="ook als er nog iets ontbreekt; elke bladzijde heet dan CONCEPT en de brief kan niet worden verzonden")] = False,
) -> int:
    """Maakt een brief: kaart, Markdown, PDF en Word; zonder verplichte onderdelen weigert clm, en zegt wat ontbreekt."""
    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier)
    gezegd = _gezegd({
        "kenmerk": kenmerk, "uw_kenmerk": uw_kenmerk, "onderwerp": onderwerp, "contracten": contract, "kanalen": kanaal, "aan": aan, "teksten": tekst, "termijnen": termijn,
        "bijlagen": bijlage, "uitnodiging": uitnodiging, "ondertekenaar": ondertekenaar, "vervangt": vervangt,
    })  # fmt: skip
    if soort == "classificatie":
        return _classificatie(werk, eigen, gezegd, vorm or _VORMEN)
    map_, boom, nieuw = _kaart(werk, eigen, soort, escalatie, bij, datum, gezegd)
    return werk.leg_vast(stel_brief_op(werk, eigen, map_, boom, vorm or _VORMEN, nieuw=nieuw, concept=concept))


def _gezegd(opties: dict[str, Any]) -> dict[str, Any]:
    """The options as they stand on the card."""
    from clm_cli.cli.invoer import als_boom
    from clm_cli.records.brief import Briefkaart
    from clm_cli.records.vorm import velden

    rijen = {veld.naam: veld for veld in velden(Briefkaart)}
    delen = {"bijlagen"}
    uit = {naam: als_boom(rijen[naam], waarde) for naam, waarde in opties.items() if waarde not in (None, [], ()) and naam not in delen}
    if opties["bijlagen"]:
        uit["bijlagen"] = [_bijlage(tekst) for tekst in opties["bijlagen"]]
    return uit


def _bijlage(tekst: str) -> dict[str, str]:
    """`titel=… vindplaats=…`, or only a title: then the enclosure is added by hand."""
    import shlex

    try:
        delen = dict(deel.split("=", 1) for deel in shlex.split(tekst))
    except ValueError:
        return {"titel": tekst, "vindplaats": "bij de brief gevoegd"}
    return delen if delen.keys() & {"bestand", "vindplaats"} else {**delen, "vindplaats": "bij de brief gevoegd"}


def _kaart(
    werk: Werk, dossier: Dossier, soort: str, escalatie: str | None, bij: str | None, datum: str | None, gezegd: dict[str, Any]
) -> tuple[str, dict[str, Any], bool]:
    """The folder and card of the letter: a new one, or the one that is there, as far as it was not sent."""
    from clm_cli.acts import brief as act
    from clm_cli.records.brief import Verzonden

    bestaand = next((b for b in dossier.brieven if soort.removeprefix("brieven/") == b.id), None)
    if bestaand is not None:
        if bestaand.van(Verzonden):
            raise ClmFout(f"{bestaand.id} is al verzonden en verandert niet meer.", nu=f"maak een nieuwe brief met --vervangt brieven/{bestaand.id}")
        return bestaand.pad, {**_als_boom(bestaand.kaart), **gezegd}, False
    rij = _soort(dossier, soort)
    zaak = act.kies_escalatie(dossier, escalatie, rij)
    over = act.kies_feit(dossier, zaak, rij, bij)
    dag = _dag(datum, werk)
    basis = f"{dag.isoformat()}-{soort}"
    bezet = {b.id for b in dossier.brieven}
    id_ = next(naam for naam in (basis, *(f"{basis}-{nr}" for nr in range(2, 100))) if naam not in bezet)
    boom = act.kaart(werk.register, dossier, rij, zaak, over, gezegd, dag=dag, id_=id_, door=werk.kop.door)
    return f"{dossier.id}/brieven/{id_}", boom, True


def _als_boom(kaart: Bestand[Briefkaart]) -> dict[str, Any]:
    """The card as texts again, without what clm itself works out at each making."""
    boom: dict[str, Any] = kaart.record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    weg = ("genoemd", "ontbreekt", "document", "markdown_sha256", "versies")
    return {naam: waarde for naam, waarde in boom.items() if naam not in weg}


def _soort(dossier: Dossier, soort: str) -> Briefsoort:
    from clm_cli.cli.nederlands import naaste
    from clm_cli.derivations.briefsoorten import BRIEFSOORTEN, briefsoort

    for regime in (*(c.regime for c in dossier.contracten), None):
        if gevonden := briefsoort(soort, regime):
            return gevonden
    namen = [rij.soort for rij in BRIEFSOORTEN]
    dichtbij = naaste(soort, namen)
    raise ClmFout(f"'{soort}' is geen soort brief.", nu=f"bedoelt u {dichtbij}?" if dichtbij else f"kies uit {', '.join(namen)}")


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
        raise ClmFout("De kaart van deze brief klopt niet; er is niets geschreven.", meldingen=tuple(meldingen))
    return record


def stel_brief_op(werk: Werk, dossier: Dossier, map_: str, boom: dict[str, Any], vormen: list[str], *, nieuw: bool, concept: bool) -> Voorstel:
    """The card with its printed days, and the documents; refused while a mandatory part is missing."""
    from clm_cli.acts.brief import genoemd
    from clm_cli.derivations.briefelementen import elementen

    inhoud = stel_inhoud(werk, dossier, f"{map_}/brief.yaml", boom)
    rijen = elementen(inhoud)
    mist = [rij for rij in rijen if rij.mist]
    if mist and not concept:
        meldingen = tuple(_melding(rij, f"{map_}/brief.yaml") for rij in mist)
        raise ClmFout(f"De brief '{inhoud.soort.titel}' kan nog niet worden gemaakt: er {'ontbreekt een onderdeel' if len(mist) == 1 else f'ontbreken {len(mist)} onderdelen'}.", nu="vul het aan, of bekijk de brief met --concept", meldingen=meldingen)
    document, gevuld = _document(werk, inhoud, concept=concept)
    if not mist:
        _zoek_terug(inhoud.soort, rijen, document)
    stukken = als_stukken(werk, map_, "brief", document, vormen)
    if not mist:
        _zoek_in_pdf(inhoud.soort, rijen, [s.inhoud for s in stukken if s.pad.endswith(".pdf")], document)
    hoofdstuk = next((s for ext in (".pdf", ".docx", ".md", ".html") for s in stukken if s.pad.endswith(ext)), None)
    klaar = {
        **boom, "genoemd": genoemd(inhoud), "ontbreekt": [rij.naam for rij in mist],
        "document": {"bestand": hoofdstuk.pad.rsplit("/", 1)[-1], "sha256": hashlib.sha256(hoofdstuk.inhoud).hexdigest()} if hoofdstuk else None,
        "markdown_sha256": hashlib.sha256(document.markdown.encode()).hexdigest(), "versies": versies(gevuld),
    }  # fmt: skip
    return _voorstel(dossier, inhoud, map_, {n: w for n, w in klaar.items() if w not in (None, [])}, stukken, nieuw=nieuw, mist=[rij.titel for rij in mist])


def stel_inhoud(werk: Werk, dossier: Dossier, pad: str, boom: dict[str, Any]) -> Inhoud:
    """The letter joined with its case."""
    from clm_cli.derivations.briefinhoud import stel_samen
    from clm_cli.derivations.briefsoorten import briefsoort

    record = lees_kaart(pad, boom)
    contract = next((c for c in dossier.contracten if c.id in record.contracten), None)
    if contract is None:
        raise ClmFout("Over welk contract gaat deze brief?", nu=f"geef --contract: {', '.join(c.id for c in dossier.contracten) or 'er is er nog geen'}")
    soort = briefsoort(record.soort, contract.regime)
    if soort is None:
        raise ClmFout(f"'{record.soort}' is geen soort brief.", nu="clm sjabloon toont de soorten")
    return stel_samen(werk.register, dossier, soort, record, contract, pad)


def _melding(rij: Element, pad: str) -> Melding:
    from clm_cli.meldingen import Plek, Reden

    assert rij.mist
    omdat = (Reden(rij.grond.tekst),) if rij.grond else ()
    return Melding("BRF501", Ernst.FOUT, Plek(pad), f"{rij.titel}: '{rij.mist.veld}' ontbreekt", omdat, rij.grond.eis if rij.grond else None, rij.mist.nu)


def _document(werk: Werk, inhoud: Inhoud, *, concept: bool) -> tuple[Document, Gevuld]:
    from clm_cli.derivations.zinnen import verzendwijze
    from clm_cli.documents.brief import briefhoofd, gegevens

    kaart, soort = inhoud.kaart, inhoud.soort
    velden = [("Ons kenmerk", kaart.kenmerk or "")] + ([("Uw kenmerk", kaart.uw_kenmerk)] if kaart.uw_kenmerk else [])
    velden += [("Verzonden", verzendwijze(kaart.kanalen))] if kaart.kanalen else []
    velden += [("Bijlagen", str(len(kaart.bijlagen) + bool(inhoud.dagen)))] if kaart.bijlagen or inhoud.dagen else []
    wijze = "aangetekend" if "aangetekend" in kaart.kanalen else ""
    hoofd = briefhoofd(werk.register, inhoud.dossier, inhoud.dag, [*velden, ("Betreft", kaart.onderwerp)], wijze, kaart.aan if soort.lezer != "aanbieder" else ())
    regime = inhoud.contract.regime.id if inhoud.contract.regime else ""
    return stel_op(
        werk, f"brieven/{soort.soort}", gegevens(inhoud), concept=concept, hoofd=hoofd, liever=f"brieven/{regime}/{soort.soort}", titel=f"{soort.titel} {kaart.kenmerk or ''}".strip(), dag=inhoud.dag,
    )  # fmt: skip


def _zoek_terug(soort: Briefsoort, rijen: tuple[Element, ...], document: Document) -> None:
    """Whether the template kept every part: an own template may have lost one."""
    from clm_cli.derivations.briefelementen import niet_gevonden
    from clm_cli.documents.blokken import als_tekst

    hoofd = document.briefhoofd
    tekst = als_tekst(document.blokken) + " ".join((*hoofd.aan, *(w for _, w in hoofd.velden)) if hoofd else ())
    weg = niet_gevonden(rijen, soort.woorden, tekst)
    if weg:
        raise ClmFout(f"In de brief '{soort.titel}' staat niet: {'; '.join(weg)}. Er is niets geschreven.", nu=f"verbeter het sjabloon brieven/{soort.soort}.md, of haal het eigen sjabloon weg")


def _zoek_in_pdf(soort: Briefsoort, rijen: tuple[Element, ...], pdfs: list[bytes], document: Document) -> None:
    from clm_cli.derivations.briefelementen import niet_gevonden
    from clm_cli.documents.teruglezen import brieftekst

    for inhoud_pdf in pdfs:
        weg = niet_gevonden(rijen, soort.woorden, brieftekst(inhoud_pdf, document))
        if weg:
            raise ClmFout(f"In de gemaakte PDF staat niet: {'; '.join(weg)}. Er is niets geschreven.", nu="meld dit als fout in clm")


def versies(gevuld: Gevuld) -> dict[str, str]:
    """What the document was made with."""
    from clm_cli import __version__
    from clm_cli.documents.pdf import zetterversie

    zetter = zetterversie()
    return {"clm": __version__, **({"typst": zetter} if zetter else {}), "sjabloon_sha256": gevuld.sjabloon_sha256}


def _voorstel(dossier: Dossier, inhoud: Inhoud, map_: str, boom: dict[str, Any], stukken: tuple[Any, ...], *, nieuw: bool, mist: list[str]) -> Voorstel:
    from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging

    id_, pad = map_.rsplit("/", 1)[-1], f"{map_}/brief.yaml"
    let_op = (f"concept: er ontbreekt nog: {', '.join(mist)}",) if mist else ()
    if inhoud.soort.lezer == "aanbieder":
        nu = f"clm brief maak {dossier.id} {id_}" if mist else f"laat nakijken (clm brief akkoord {dossier.id} {id_}), verstuur, en dan clm brief verzonden {dossier.id} {id_}"
    else:
        nu = None
    zin = f"{dossier.id}: {inhoud.soort.titel} gemaakt ({id_})."
    if nieuw:
        return Voorstel(zin, nieuw=(NieuwBestand(pad, boom),), stukken=stukken, nu=nu, let_op=let_op)
    return Voorstel(zin, wijzigingen=tuple(Wijziging(pad, (naam,), waarde) for naam, waarde in boom.items()), stukken=stukken, nu=nu, let_op=let_op)


def _classificatie(werk: Werk, dossier: Dossier, gezegd: dict[str, Any], vormen: list[str]) -> int:
    """The letter that informs the provider of its classification (J14)."""
    from clm_cli.derivations import briefsoorten
    from clm_cli.derivations.classificatie import laatst_besloten
    from clm_cli.documents.brief import briefhoofd
    from clm_cli.documents.classificatiebrief import classificatie, delen
    from clm_cli.voorstel import NieuwBestand, Voorstel

    dag = werk.om.vandaag
    gevonden = {f.pad: f for c in dossier.contracten if (f := laatst_besloten(dossier, c.id, dag))}
    if not gevonden:
        raise ClmFout(f"{dossier.id} is nog niet geclassificeerd.", nu=f"clm classificeer {dossier.id}")
    feiten = [*gevonden.values()]
    id_ = f"{dag.isoformat()}-classificatie"
    map_, onderwerp, kenmerk = f"{dossier.id}/brieven/{id_}", gezegd.get("onderwerp", "uitkomst van de classificatie"), gezegd.get("kenmerk", f"{dossier.id}/{id_}")
    hoofd = briefhoofd(werk.register, dossier, dag, [("Ons kenmerk", kenmerk), ("Betreft", onderwerp)])
    gegevens = classificatie(werk.register, dossier, feiten, dag)
    document, gevuld = stel_op(werk, "brieven/classificatie", gegevens, concept=False, hoofd=hoofd, titel=f"Classificatie {dossier.id}")
    _zoek_terug(briefsoorten.CLASSIFICATIE, delen(gegevens), document)
    stukken = als_stukken(werk, map_, "brief", document, vormen)
    _zoek_in_pdf(briefsoorten.CLASSIFICATIE, delen(gegevens), [s.inhoud for s in stukken if s.pad.endswith(".pdf")], document)
    hoofdstuk = next((s for s in stukken if s.pad.endswith(".pdf")), stukken[0])
    kaart = {
        "richting": "uitgaand", "soort": "classificatie", "onderwerp": onderwerp, "kenmerk": kenmerk, "datum": dag.isoformat(),
        "contracten": list(dict.fromkeys(c for f in feiten for c in f.record.contracten)), "bij": feiten[-1].id, "behandelaar": werk.kop.door,
        "document": {"bestand": hoofdstuk.pad.rsplit("/", 1)[-1], "sha256": hashlib.sha256(hoofdstuk.inhoud).hexdigest()},
        "markdown_sha256": hashlib.sha256(document.markdown.encode()).hexdigest(), "versies": versies(gevuld),
    }  # fmt: skip
    nu = f"verstuur de brief, en dan clm brief verzonden {dossier.id} {id_} en clm geinformeerd {dossier.id} --wijze brief --brief brieven/{id_}/brief"
    return werk.leg_vast(Voorstel(f"{dossier.id}: brief over de classificatie gemaakt.", nieuw=(NieuwBestand(f"{map_}/brief.yaml", kaart),), stukken=stukken, nu=nu))


OPDRACHTEN = ((maak, "maak"),)
