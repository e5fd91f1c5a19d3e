"""Floor 7, opvragen: figures are asked of one provider or of all: a text, a sheet and a mail."""

from __future__ import annotations

from collections.abc import Sequence

from clm_cli.advies import advies, opdracht
from clm_cli.commands.documenten import als_stukken, los_stuk, stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.aanlevering import Gevraagd, open_cijfers, over_periode
from clm_cli.derivations.adressen import van_contacten, van_ons
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.documents.cijferverzoek import verzoek, werkblad
from clm_cli.documents.mail import Bijlage, Mail, als_eml, lijf
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.tijd.periode import Periode, lees_periode
from clm_cli.voorstel import NieuwStuk, Voorstel
from clm_cli.woorden import met_punt

VORMEN = ("md", "docx")
"""The formats of the text unless others are asked for: to paste in a mail, and to send along."""


def opvragen(werk: Werk, naam: str | None, periode: str | None, vormen: Sequence[str]) -> Voorstel:
    """A request for what is open, or for one period; of all providers when none is named."""
    over = _periode(periode)
    if naam and naam not in werk.kijk.register.dossiers and _is_periode(naam):
        over_ = opdracht("cijfers", "opvragen", periode=naam)
        raise ClmFout(f"'{naam}' is een periode, geen dossier.", nu=over_)
    blikken = [werk.kijk.blik(werk.dossier(naam))] if naam else werk.kijk.blikken
    per = {blik: _gevraagd(blik, over) for blik in blikken}
    open_ = [(blik, rijen) for blik, rijen in per.items() if rijen]
    stukken = [
        stuk
        for blik, rijen in werk.volg("Verzoeken", open_)
        for stuk in _een(werk, blik, rijen, over, vormen)
    ]
    aantal = len(open_)
    if not stukken:
        wie, cijfer = (
            (naam, "geen cijfer meer") if naam else ("geen enkele aanbieder", "een cijfer")
        )
        raise Geweigerd(
            f"Van {wie} hoeft {f'over {over} ' if over else ''}{cijfer} te komen",
            nu="cijfers worden gevraagd voor kpi's met een norm",
        )
    zonder = [blik.dossier.id for blik, rijen in per.items() if not rijen and _loopt(blik)]
    return Voorstel(
        f"Verzoek om cijfers gemaakt voor {telwoord(aantal, 'aanbieder', 'aanbieders')}.",
        stukken=tuple(stukken),
        nu=advies(
            "open de mail (.eml), lees haar na en verstuur haar; komt het blad terug: {inlezen}",
            inlezen=opdracht("cijfers", "inlezen", "BESTAND"),
        ),
        let_op=(
            *((f"niets te vragen aan: {', '.join(zonder)}",) if zonder and not naam else ()),
            *_zonder_adres([blik for blik, _ in open_]),
        ),
        vraag=naam is None,
    )


def _zonder_adres(blikken: Sequence[Dossierblik]) -> tuple[str, ...]:
    """Where an answer can only be a reply: nobody wrote down an address of ours."""
    kaal = [blik.dossier.id for blik in blikken if not van_ons(blik)]
    zin = (
        f"het verzoek aan {opsomming(kaal)} noemt geen adres voor het antwoord: zet 'email' in "
        "organisatie.yaml, of bij wie de aanbieder behandelt"
    )
    return (zin,) if kaal else ()


def _periode(tekst: str | None) -> Periode | None:
    try:
        return lees_periode(tekst) if tekst else None
    except ValueError as fout:
        raise ClmFout(met_punt(f"--periode: {fout}")) from None


def _is_periode(tekst: str) -> bool:
    try:
        lees_periode(tekst)
    except ValueError:
        return False
    return True


def _loopt(blik: Dossierblik) -> bool:
    return any(loopt(contract, blik.vandaag) for contract in blik.dossier.contracten)


def _gevraagd(blik: Dossierblik, over: Periode | None) -> list[Gevraagd]:
    return list(over_periode(blik, over) if over else open_cijfers(blik))


def _een(
    werk: Werk,
    blik: Dossierblik,
    rijen: Sequence[Gevraagd],
    over: Periode | None,
    vormen: Sequence[str],
) -> tuple[NieuwStuk, ...]:
    """The text, the sheet and the mail for one provider; what was filled in here is left alone."""
    map_, naam = f"{blik.dossier.id}/metingen", f"{over or 'open'}-verzoek"
    blad = los_stuk(werk, map_, f"{naam}.xlsx", werkblad(blik, rijen, blik.vandaag))
    gegevens = verzoek(blik, rijen, over, blad.pad.rpartition("/")[2])
    document = stel_op(werk, "cijferverzoek", gegevens).document
    tekst = als_stukken(werk, map_, naam, document, vormen)
    aan = van_contacten(blik, [rij.contract.id for rij in rijen])
    mee = [stuk for stuk in tekst if not stuk.pad.endswith(".md")]  # the mail itself is this text
    bijlagen = tuple(Bijlage(s.pad.rpartition("/")[2], s.inhoud) for s in (*mee, blad))
    onderwerp = f"Verzoek om cijfers {over or ''}".rstrip()
    mail = Mail(aan.aan, f"{onderwerp}, {gegevens['aanbieder']}", lijf(document.blokken), bijlagen)
    return (*tekst, blad, los_stuk(werk, map_, f"{naam}.eml", als_eml(mail)))
