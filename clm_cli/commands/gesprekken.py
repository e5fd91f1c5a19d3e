"""Floor 7, gesprekken: a talk is planned, recorded in whatever way suits, and put on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from clm_cli.acts import gesprekken as act
from clm_cli.acts import mensen
from clm_cli.acts import verslagen as act_verslagen
from clm_cli.advies import Advies, advies, opdracht
from clm_cli.commands.brieven.bestand import om_te_lezen
from clm_cli.commands.dingen import gesprek_van
from clm_cli.commands.documenten import documenten, stel_op
from clm_cli.commands.feiten import in_woorden
from clm_cli.commands.stukken import lees
from clm_cli.commands.werk import Werk
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.documents.gesprekken.agenda import agenda
from clm_cli.documents.gesprekken.notitie import notitie
from clm_cli.documents.gesprekken.verslag import verslag
from clm_cli.documents.leesbaar import leesbaar
from clm_cli.documents.opmaak import maak
from clm_cli.documents.word.agendalezer import lees_agenda
from clm_cli.documents.word.agendawoorden import Bekend, bekend
from clm_cli.documents.word.lezer import lees_word
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.files.kaart import boom_van
from clm_cli.files.schijf import inhoud_van
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import Gedeeld, Gehouden, Gesprekskaart
from clm_cli.records.vorm import canoniek
from clm_cli.voorstel import Navraag, Vermoeden, Voorstel

skelet, aangevuld, mag_nog = act.skelet, act.aangevuld, act.mag_nog


def gepland(
    werk: Werk, dossier: Dossier, gezegd: Mapping[str, object], naam: str | None
) -> Voorstel:
    """The card of a talk that is still to come; regular unless it is said to be something else."""
    blik = werk.kijk.blik(dossier)
    boom = met_ids(blik, Gesprekskaart, canoniek(Gesprekskaart, gezegd))
    return act.gepland(dossier, mensen.met_kant(blik, boom), naam, werk.vandaag, in_woorden)


def te_vragen(werk: Werk, dossier: Dossier, gezegd: Mapping[str, object]) -> tuple[Navraag, ...]:
    """What nobody has to say of a planned talk, but what its invitation reads."""
    return mensen.te_vragen(werk.kijk.blik(dossier), canoniek(Gesprekskaart, gezegd))


def gehouden(
    werk: Werk, dossier: Dossier, gesprek: Gesprek, gezegd: Mapping[str, object]
) -> dict[str, object]:
    """What was said of a talk, with its day and the ids of what was decided in it."""
    blik = werk.kijk.blik(dossier)
    boom = met_ids(blik, Gehouden, canoniek(Gehouden, gezegd), f"{gesprek.pad}/")
    return act.gehouden(dossier, gesprek, mensen.met_kant(blik, boom), werk.kop)


def waren_er(werk: Werk, dossier: Dossier, gesprek: Gesprek) -> Mapping[str, Vermoeden]:
    """Who may well have been at a talk; nobody is put on its card for it."""
    return mensen.waren_er(werk.kijk.blik(dossier), gesprek)


def vastgelegd(werk: Werk, gesprek: Gesprek) -> dict[str, object]:
    """What was recorded of the talk before, as it stands on the card; empty when nothing was."""
    if gesprek.kaart.record.gehouden is None:
        return {}
    gehouden = boom_van(werk.wortel, gesprek.kaart.pad).get("gehouden")
    return dict(gehouden) if isinstance(gehouden, dict) else {}


def leg_vast(
    werk: Werk,
    dossier: Dossier,
    gesprek: Gesprek,
    boom: Mapping[str, object],
    *,
    datum_gezegd: bool,
    nogmaals: bool,
) -> Voorstel:
    """What happened in a talk, on its card."""
    return act.leg_vast(
        dossier,
        gesprek,
        boom,
        vastgelegd(werk, gesprek),
        werk.kop,
        datum_gezegd=datum_gezegd,
        nogmaals=nogmaals,
    )


def vragen(dossier: Dossier, gesprek: Gesprek) -> list[str]:
    """The questions that the contract asks about every finding: keys of a finding that is typed."""
    eigen = act.regimes(dossier, gesprek.kaart.record.contracten)
    return [vraag.id for regime in eigen for vraag in regime.bevindingsvragen]


def uit_word(
    werk: Werk, dossier: Dossier, gesprek: Gesprek, pad: str
) -> tuple[dict[str, object], tuple[str, ...]]:
    """What was filled in on the agenda in Word, and what in it has no place in the record.

    It lies at the path typed, else in the folder of the talk.
    """
    hier, ernaast = Path(pad), werk.wortel / gesprek.pad / pad
    bestand = ernaast if not hier.is_file() and ernaast.is_file() else hier
    inhoud = lees(werk.wortel, bestand, pad)
    ingevuld = lees_agenda(inhoud, bestand.name, _bekend(werk, dossier, gesprek, bestand))
    return ingevuld.boom, ingevuld.let_op


def _bekend(werk: Werk, dossier: Dossier, gesprek: Gesprek, bestand: Path) -> Bekend:
    """What may stand in the sheet, with what clm puts in it now and put in it when it was made."""
    blik = werk.kijk.blik(dossier)
    concept = bool(werk.register.organisatie.nog_in_te_vullen)
    document = stel_op(werk, "agenda", agenda(blik, gesprek), concept=concept).document
    blad = lees_word(maak(document, "docx"), "agenda.docx")
    namen = dict.fromkeys(("agenda.md", f"{bestand.stem}.md"))
    eerder = (inhoud_van(werk.wortel, f"{gesprek.pad}/{naam}") or b"" for naam in namen)
    teksten = (document.markdown, *(een.decode("utf-8", "replace") for een in eerder), *blad.randen)
    return bekend(blik, gesprek, "\n".join(teksten).splitlines(), blad.ongelezen)


def _vooraf(werk: Werk, dossier: str, gesprek: str | None) -> tuple[Dossierblik, Gesprek]:
    """The talk that something is made for before it is held."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "vooraf")
    act.gaat_door(blik.dossier, gekozen, werk.vandaag)
    return blik, gekozen


def maak_agenda(werk: Werk, dossier: str, gesprek: str | None, vormen: Sequence[str]) -> Voorstel:
    """The agenda; as a Word file it can be filled in during the talk."""
    blik, gekozen = _vooraf(werk, dossier, gesprek)
    voorstel = documenten(werk, gekozen.pad, "agenda", agenda(blik, gekozen), vormen, nu=None)
    return replace(voorstel, nu=_daarna(blik.dossier, gekozen, voorstel))


def maak_notitie(werk: Werk, dossier: str, gesprek: str | None, vormen: Sequence[str]) -> Voorstel:
    """What we want to have in mind before a talk, where nothing for the provider is made from."""
    blik, gekozen = _vooraf(werk, dossier, gesprek)
    map_, naam = f"{blik.dossier.id}/intern", f"notitie-{gekozen.id}"
    nu = opdracht("gesprek", "maak", "agenda", blik.dossier.id, gekozen.id)
    gegevens = notitie(blik, gekozen)
    return documenten(werk, map_, "notitie", gegevens, vormen, nu=nu, bestand=naam)


def verstuurd(werk: Werk, dossier: str, gesprek: str | None, dag: str | None) -> Voorstel:
    """That the agenda and the documents of a talk went out."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "verstuurd")
    return act.verstuurd(blik.dossier, gekozen, dag, werk.kop)


def _daarna(dossier: Dossier, gesprek: Gesprek, voorstel: Voorstel) -> Advies:
    """That it went out, and how the talk is recorded afterwards: from the agenda in Word."""
    word = next((Path(s.pad).name for s in voorstel.stukken if s.pad.endswith(".docx")), None)
    woorden = ("gesprek", "gehouden", dossier.id, gesprek.id)
    gehouden = opdracht(*woorden, **({"word": word} if word else {}))
    zin = "vul na het gesprek {word} in: " if word else "na het gesprek: "
    weg = opdracht("gesprek", "verstuurd", dossier.id, gesprek.id)
    na = zin.format(word=word)
    return advies(f"als zij weg is: {{weg}}; {na}{{gehouden}}", weg=weg, gehouden=gehouden)


def maak_verslag(
    werk: Werk, dossier: str, gesprek: str | None, vormen: Sequence[str], *, concept: bool
) -> Voorstel:
    """The report, with decisions and actions first."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "verslag")
    act_verslagen.is_gehouden(blik.dossier, gekozen, werk.vandaag)
    nu = act_verslagen.na_verslag(blik.dossier, gekozen)
    gegevens = verslag(blik, gekozen)
    return documenten(werk, gekozen.pad, "verslag", gegevens, vormen, nu=nu, concept=concept)


def lees_verslag(werk: Werk, dossier: str, gesprek: str | None) -> str:
    """The report to read here: as it was shared, else as the card would make it now."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "vastgesteld")
    act_verslagen.is_gehouden(blik.dossier, gekozen, werk.vandaag)
    for feit in reversed(gekozen.van(Gedeeld)):
        if naam := feit.record.verslag.bestand:
            return om_te_lezen(werk.wortel, werk.wortel / gekozen.pad / naam)
    document = stel_op(werk, "verslag", verslag(blik, gekozen), concept=True).document
    return leesbaar(document.markdown)
