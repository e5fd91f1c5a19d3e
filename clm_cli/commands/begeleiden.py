"""Floor 7, begeleiden: drafts of the mails that a report or a letter goes with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clm_cli.advies import opdracht
from clm_cli.commands.dingen import beurt_van, gesprek_van, kies_een
from clm_cli.commands.documenten import laatste_stuk, los_stuk, stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.adressen import (
    Ontvangers,
    onze,
    van_contacten,
    van_gemeenten,
    van_genodigden,
)
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.zinnen import opsomming
from clm_cli.documents.gesprekken.uitnodiging import SOORTEN
from clm_cli.documents.mail import Bijlage, Mail, als_eml, groet, lijf
from clm_cli.dossier import Brief
from clm_cli.files.schijf import inhoud_van
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Geweigerd
from clm_cli.records.brief import Briefkaart, Verzonden
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.voorstel import Voorstel

_NIEMAND = Ontvangers((), (), ())


def verslag(werk: Werk, dossier: str, gesprek: str | None) -> Voorstel:
    """The mail with which a report is shared, to who was there."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "verslag")
    gehouden = gekozen.kaart.record.gehouden
    if gehouden is None:
        raise Geweigerd(
            f"Van {gekozen.id} is nog niet vastgelegd dat het is gehouden",
            nu=opdracht("gesprek", "gehouden", blik.dossier.id, gekozen.id),
        )
    stuk = laatste_stuk(werk, gekozen.pad, "verslag", "pdf", "docx")
    if stuk is None:
        raise Geweigerd(
            "Er ligt nog geen verslag om te delen",
            nu=opdracht("gesprek", "maak", "verslag", blik.dossier.id, gekozen.id),
        )
    aan = van_genodigden(blik, gehouden.aanwezig, gekozen.kaart.record.contracten)
    over = f"{SOORTEN[gekozen.kaart.record.soort]} van {datum_lang(gehouden.datum)}"
    mail = _mail(werk, blik, aan, {"gesprek": over}, f"Verslag {over}", stuk)
    mail = replace(mail, cc=onze(blik, gehouden.aanwezig).aan)
    nu = opdracht("gesprek", "gedeeld", blik.dossier.id, gekozen.id)
    return _voorstel(werk, gekozen.pad, mail, aan, nu)


def brief(werk: Werk, dossier: str, naam: str | None) -> Voorstel:
    """The mail that a letter of ours goes with, with the letter itself."""
    blik = werk.kijk.blik(werk.dossier(dossier))
    gekozen = kies_een(blik.dossier, Brief, naam, beurt_van("mail", werk.vandaag))
    kaart = gekozen.kaart.record
    bestand = kaart.document.bestand if kaart.document else None
    inhoud = inhoud_van(werk.wortel, f"{gekozen.pad}/{bestand}") if bestand else None
    if kaart.richting == "inkomend" or kaart.concept == "ja" or not bestand or inhoud is None:
        reden = (
            "is een brief aan ons"
            if kaart.richting == "inkomend"
            else "is nog een concept"
            if kaart.concept == "ja"
            else "heeft nog geen stuk"
        )
        raise Geweigerd(
            f"{gekozen.id} {reden}",
            nu=opdracht("brief", "lijst", blik.dossier.id),
        )
    aan = _lezers(blik, kaart)
    velden = {
        "datum": datum_vol(kaart.datum),
        "onderwerp": kaart.onderwerp,
        "kenmerk": kaart.kenmerk,
    }
    mail = _mail(werk, blik, aan, velden, kaart.onderwerp, Bijlage(bestand, inhoud))
    nu = opdracht("brief", "verzonden", blik.dossier.id, gekozen.id, kanaal="e-mail")
    return _voorstel(werk, gekozen.pad, mail, aan, nu, _bij_brief(gekozen, kaart))


def _lezers(blik: Dossierblik, kaart: Briefkaart) -> Ontvangers:
    """Who reads it: the provider, the municipalities, or nobody outside."""
    soort = briefsoort(kaart.soort)
    lezer = soort.lezer if soort else "aanbieder"
    if lezer == "aanbieder":
        return van_contacten(blik, kaart.contracten)
    return _NIEMAND if lezer == "intern" else van_gemeenten(blik, kaart.contracten)


def _bij_brief(brief_: Brief, kaart: Briefkaart) -> list[str]:
    uit = [f"deze brief is al verzonden ({f.record.kanaal})" for f in brief_.van(Verzonden)]
    anders = [kanaal for kanaal in kaart.kanalen if kanaal != "e-mail"]
    if anders:
        uit.append(f"volgens de brief gaat hij ook of alleen {opsomming(anders)}")
    return uit


def _mail(
    werk: Werk,
    blik: Dossierblik,
    aan: Ontvangers,
    velden: Mapping[str, object],
    onderwerp: str,
    bijlage: Bijlage,
) -> Mail:
    leeg = dict.fromkeys(("gesprek", "datum", "onderwerp", "kenmerk"))
    document = stel_op(werk, "begeleiding", {**leeg, **velden, **groet(blik, aan)}).document
    over = f"{onderwerp}, {blik.register.organisatie.naam}"
    return Mail(aan.aan, over, lijf(document.blokken), (bijlage,))


def _voorstel(
    werk: Werk,
    map_: str,
    mail: Mail,
    aan: Ontvangers,
    daarna: str,
    let_op: Iterable[str] = (),
) -> Voorstel:
    zonder = (
        (f"er is geen e-mailadres vastgelegd van {opsomming(aan.zonder)}",) if aan.zonder else ()
    )
    leeg = () if aan.aan else ("de mail heeft nog geen ontvanger; vul die zelf in",)
    return Voorstel(
        f"Mail gemaakt, met {opsomming([b.naam for b in mail.bijlagen])} als bijlage.",
        stukken=(los_stuk(werk, map_, "begeleiding.eml", als_eml(mail)),),
        let_op=(*zonder, *leeg, *let_op),
        nu=f"open de mail (.eml), lees haar na en verstuur haar zelf; daarna {daarna}",
    )
