"""Floor 4, uitnodiging: with what the provider was invited, and when that reached him."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.post import genoemd, ontvangst, weg
from clm_cli.derivations.escalatie.contactpost import MONDELING
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.dossier import Brief, Dossier, Escalatie
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Verzonden
from clm_cli.records.contact import Contactmoment
from clm_cli.records.escalatie import Wederhoor
from clm_cli.tijd.datum import datum_vol


def open_uitnodigingen(dossier: Dossier, escalatie: Escalatie) -> list[Bestand[Wederhoor]]:
    """The invitations to be heard of which nobody recorded what came of them.

    That is recorded on the invitation itself, or by a later fact on the same findings.
    """

    def over(feit: Bestand[Wederhoor]) -> str:
        doel = dossier.waarbij(feit)
        return doel.pad if doel else feit.record.bij

    rijen = escalatie.van(Wederhoor)
    klaar = [f for f in rijen if f.record.gehoord or f.record.wijze == "geen reactie"]
    return [
        f
        for f in rijen
        if f not in klaar
        and not any(over(k) == over(f) and k.record.datum >= f.record.datum for k in klaar)
    ]


def reageren_tot(dossier: Dossier, feit: Bestand[Wederhoor]) -> date:
    """The day until which could be answered: what we printed binds where it is later (3:35 BW)."""
    doel = _uitnodiging(dossier, feit)
    gedrukt = genoemd(doel, "antwoord") if isinstance(doel, Brief) else ()
    return max([feit.record.termijn_tot, *(rij.datum for rij in gedrukt)])


def bereikt(stap: Stap, feit: Bestand[Wederhoor]) -> tuple[Uitspraak, date | None]:
    """Whether the invitation reached the provider, and on which day (3:37 lid 3 BW)."""
    doel = _uitnodiging(stap.dossier, feit)
    if doel is not None:
        return bereikt_met(stap, doel, "uitnodiging")
    return (
        onbekend(
            "zwijgen telt vanaf de dag waarop de uitnodiging is ontvangen, en welke brief, mail "
            "of welk gesprek dat was, ligt niet vast (--uitnodiging)",
            feit.plek("uitgenodigd"),
        ),
        None,
    )


def bereikt_met(
    stap: Stap, doel: Brief | Bestand[Contactmoment], wat: str
) -> tuple[Uitspraak, date | None]:
    """Whether a letter or contact reached the provider, and on which day."""
    return _brief(stap, doel, wat) if isinstance(doel, Brief) else _contact(doel, wat)


def _uitnodiging(
    dossier: Dossier, feit: Bestand[Wederhoor]
) -> Brief | Bestand[Contactmoment] | None:
    """The letter or contact that the fact names; else the letter about the same findings."""
    # What somebody named goes before what can be found: two letters may say the same.
    if feit.record.uitnodiging:
        doel = dossier.vind(feit.record.uitnodiging, feit.pad)
        return als_bericht(dossier, doel.bestand) if doel else None
    over = dossier.waarbij(feit)
    return brief_over(dossier, over.pad) if over else None


def brief_over(dossier: Dossier, pad: str) -> Brief | None:
    """Our last letter about a fact: one that went goes before one that lies there."""
    brieven = [
        brief
        for brief in dossier.brieven
        if brief.kaart.record.richting == "uitgaand"
        and (d := dossier.waarbij(brief.kaart))
        and d.pad == pad
    ]
    return max(
        brieven, key=lambda b: (bool(b.van(Verzonden)), b.kaart.record.datum, b.pad), default=None
    )


def als_bericht(dossier: Dossier, bestand: Bestand[Deel]) -> Brief | Bestand[Contactmoment] | None:
    """A file as the letter or contact that it is part of; None when it is of neither."""
    if is_een(bestand, Contactmoment):
        return bestand
    return next((brief for brief in dossier.brieven if brief.pad == bestand.map), None)


def _brief(stap: Stap, brief: Brief, wat: str) -> tuple[Uitspraak, date | None]:
    """An unsent letter tells nobody anything, and neither does one that came back."""
    anker, plek = ontvangst(stap.register, stap.dossier, brief), brief.kaart.plek()
    if anker is None:
        gegaan = weg(stap.dossier, brief)
        zin = "is niet in een geldige vorm verzonden" if gegaan.verzonden else "is niet verzonden"
        zin = "kwam terug" if gegaan.alles_retour else zin
        return nee(f"de {wat} ({brief.id}) {zin}", plek), None
    antwoord = onbekend if anker.voorlopig else ja
    tekst = anker.reden.tekst
    zin = f"de {wat} is {tekst}" if tekst.startswith("ontvangen") else f"de {wat}: {tekst}"
    if anker.voorlopig:
        zin += f"; blijkt zij: {opdracht('brief', 'bezorgd', stap.dossier.id, brief.id)}"
    return antwoord(zin, anker.reden.plek), anker.datum


def _contact(contact: Bestand[Contactmoment], wat: str) -> tuple[Uitspraak, date | None]:
    record, dag = contact.record, contact.record.datum
    # A mail that was sent need not have arrived; their answer to it shows that it did.
    if record.wijze in MONDELING or record.richting == "inkomend":
        return ja(f"uitgenodigd per {record.wijze} op {datum_vol(dag)}", contact.plek()), dag
    zin = f"van de {wat} per {record.wijze} van {datum_vol(dag)} is de ontvangst niet vast"
    return onbekend(f"{zin}gelegd", contact.plek()), dag
