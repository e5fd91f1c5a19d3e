"""Floor 2, gesprek: a talk as it was planned and held, and the facts after it."""

from typing import Literal, Self

from pydantic import model_validator

from clm_cli.records.basis import Deel, Feit, Kaart, Stuk
from clm_cli.records.velden import (
    Bevindingsvraagid,
    Contractid,
    Datum,
    Deelnemerid,
    Id,
    JaNee,
    Niveau,
    Partij,
    Perceelid,
    Regel,
    Rolid,
    Sha256,
    Slug,
    Tekst,
    Themaid,
    Tijd,
    Verwijzing,
    weiger,
)


class Genodigde(Deel):
    """Somebody invited to, or present at, a talk."""

    persoon: Deelnemerid | None = None
    """De id van een persoon uit organisatie.yaml of van een contactpersoon."""
    naam: Regel | None = None
    """De naam van iemand die niet in het register staat."""
    partij: Partij
    """Namens wie."""
    rol: Rolid | None = None
    """De rol uit het regime."""
    voorzitter: JaNee = "nee"
    """Of deze persoon het gesprek voorzat."""
    onderdelen: tuple[Slug, ...] = ()
    """Voor welke agendapunten; leeg is het hele gesprek."""

    @model_validator(mode="after")
    def _wie(self) -> Self:
        if (self.persoon is None) == (self.naam is None):
            raise weiger("REC148", "noem óf de persoon (id), óf de naam")
        return self


class Agendaonderdeel(Deel):
    """An own item on the agenda of one talk."""

    id: Slug
    """Het kenmerk."""
    titel: Regel
    """Het onderwerp."""
    thema: Themaid | None = None
    """Het thema waar het bij hoort."""
    perceel: Perceelid | None = None
    """Het perceel waar het bij hoort."""
    contract: Contractid | None = None
    """Het contract waar het bij hoort."""


class Themabespreking(Deel):
    """Whether a theme was dealt with."""

    thema: Themaid
    """Het thema uit het regime."""
    behandeld: JaNee
    """Of het aan bod kwam."""
    reden: Regel | None = None
    """Waarom niet."""


class Partijantwoord(Deel):
    """One party's own view."""

    van: Literal["gezamenlijk", "opdrachtgever", "aanbieder"]
    """Wiens antwoord dit is."""
    tekst: Tekst
    """Het antwoord."""


class Vraagantwoord(Deel):
    """The answers to one question of the regime about a finding."""

    vraag: Bevindingsvraagid
    """De vraag uit het regime."""
    antwoorden: tuple[Partijantwoord, ...]
    """De antwoorden, samen of per partij."""


class Bevinding(Deel):
    """A finding in a talk."""

    id: Id
    """Het kenmerk, zoals BV-03."""
    thema: Themaid
    """Het thema."""
    contract: Contractid | None = None
    """Het contract, als de bevinding over één contract gaat."""
    kern: Tekst
    """Wat is vastgesteld."""
    antwoorden: tuple[Vraagantwoord, ...] = ()
    """Herkenning, verklaring en verbetering."""
    acties: tuple[Id, ...] = ()
    """De acties die eruit volgen."""
    signaal: Verwijzing | None = None
    """Het signaal waar het op berust."""


class Zorglandschap(Deel):
    """The answers on continuity of care (J10)."""

    stabiel: Regel | None = None
    """Wat het betekent voor een stabiel landschap; 'geen gevolg' is een antwoord."""
    beschikbaar: Regel | None = None
    """Wat het betekent voor beschikbare zorg."""
    toegankelijk: Regel | None = None
    """Wat het betekent voor toegankelijke zorg."""


class Besluit(Deel):
    """A decision of a talk."""

    id: Id
    """Het kenmerk, zoals B-12."""
    besluit: Tekst
    """Wat is besloten."""
    genomen_onder: Regel | None = None
    """Onder welk mandaat is besloten."""
    gemandateerd: Regel | None = None
    """Aan wie mandaat is gegeven om uit te voeren."""
    zorglandschap: Zorglandschap | None = None
    """Wat het besluit betekent voor het zorglandschap."""
    herroept: Verwijzing | None = None
    """Het eerdere besluit dat hiermee vervalt."""


class Actie(Deel):
    """An action: who does what, by when, and when it is done."""

    id: Id
    """Het kenmerk, zoals A-28."""
    partij: Partij
    """Bij welke partij de actie ligt."""
    wie: Regel
    """Wie de actie uitvoert."""
    persoon: Deelnemerid | None = None
    """De id van de persoon, als die in het register staat."""
    wat: Tekst
    """Wat er wordt gedaan."""
    klaar_als: Tekst | None = None
    """Het meetbare resultaat waaraan te zien is dat het klaar is."""
    uiterlijk: Datum | None = None
    """De beoogde oplevertermijn, als datum."""
    kant: Literal["DOP", "AOC"] | None = None
    """Aan welke kant van de opdrachtgever hierop wordt gelet."""
    niveau: Niveau | None = None
    """Het niveau, als het contract niveaus kent."""
    contracten: tuple[Contractid, ...] = ()
    """Voor welke contracten; leeg is alle van het gesprek."""
    verplichting: Verwijzing | None = None
    """De verplichting waar de actie over gaat."""


class Vervolg(Deel):
    """The next talk as agreed."""

    datum: Datum
    """De dag."""
    tijd: Tijd | None = None
    """De tijd."""
    plaats: Regel | None = None
    """De plaats."""


class Gehouden(Deel):
    """What happened at the talk."""

    datum: Datum
    """De dag waarop het gesprek is gehouden."""
    van: Tijd | None = None
    """Het begin."""
    tot: Tijd | None = None
    """Het einde."""
    vorm: Literal["fysiek", "digitaal", "hybride", "telefonisch"] | None = None
    """Hoe het gesprek ging; leeg is niet vastgelegd."""
    vorm_reden: Regel | None = None
    """Waarom het niet fysiek was."""
    ambitie: JaNee = "onbekend"
    """Of aan het begin is stilgestaan bij de gedeelde ambitie."""
    aanwezig: tuple[Genodigde, ...]
    """Wie er waren."""
    afwezig: tuple[Genodigde, ...] = ()
    """Wie er met bericht niet waren."""
    themas: tuple[Themabespreking, ...] = ()
    """Welke thema's aan bod kwamen."""
    bevindingen: tuple[Bevinding, ...] = ()
    """De bevindingen."""
    besluiten: tuple[Besluit, ...] = ()
    """Wat is besloten en gemandateerd."""
    acties: tuple[Actie, ...] = ()
    """Wie welke actie uitvoert."""
    geen: tuple[Literal["besluiten", "acties"], ...] = ()
    """Waarvan is vastgesteld dat er geen zijn; zonder dit is leeg: niet vastgelegd."""
    volgend: Vervolg | None = None
    """Het volgende gesprek."""

    @model_validator(mode="after")
    def _geen(self) -> Self:
        if wel := [naam for naam in self.geen if getattr(self, naam)]:
            raise weiger("REC148", f"er zijn {wel[0]} vastgelegd; laat dat bij 'geen' weg")
        return self


class Gesprekskaart(Kaart):
    """A talk: planned, and then held; sealed once the report has been shared."""

    contracten: tuple[Contractid, ...]
    """Over welke contracten het gesprek gaat."""
    soort: Literal["regulier", "extra", "directie"]
    """Een gesprek uit het ritme, een extra gesprek of een gesprek op directieniveau."""
    reden: Tekst | None = None
    """Waarom een extra gesprek nodig is."""
    niveau: Niveau | None = None
    """Het niveau, als het contract niveaus kent."""
    datum: Datum
    """De geplande dag."""
    tijd: Tijd | None = None
    """De geplande tijd."""
    plaats: Regel | None = None
    """De plaats."""
    vorm: Literal["fysiek", "digitaal", "hybride", "telefonisch"] | None = None
    """De geplande vorm; bij voorkeur fysiek."""
    genodigden: tuple[Genodigde, ...] = ()
    """Wie zijn uitgenodigd."""
    agenda: tuple[Agendaonderdeel, ...] = ()
    """Eigen agendapunten voor dit gesprek."""
    stukken_verstuurd: Datum | None = None
    """De dag waarop agenda en stukken zijn verstuurd."""
    escalatie: Verwijzing | None = None
    """De escalatie waar het gesprek bij hoort."""
    gehouden: Gehouden | None = None
    """Wat er in het gesprek gebeurde; leeg tot het is gehouden."""


class GesprekVerzet(Feit):
    """The talk moved to another day."""

    naar: Datum
    """De nieuwe dag."""
    tijd: Tijd | None = None
    """De nieuwe tijd."""
    plaats: Regel | None = None
    """De nieuwe plaats."""
    reden: Tekst
    """Waarom het gesprek is verzet."""
    verzoek_van: Literal["opdrachtgever", "aanbieder"]
    """Wie erom vroeg."""


class GesprekVervallen(Feit):
    """The talk was cancelled."""

    reden: Tekst
    """Waarom het gesprek niet doorgaat."""


class Gedeeld(Feit):
    """The report was shared; from then on card and report are sealed."""

    aan: tuple[Regel, ...]
    """Met wie het verslag is gedeeld."""
    wijze: Literal["e-mail", "post", "portaal"]
    """Hoe het is gedeeld."""
    verslag: Stuk
    """Het verslag zoals het is gedeeld."""
    kaart_sha256: Sha256
    """De sha256 van gesprek.yaml zoals die toen was."""
    versie: Regel | None = None
    """De versie van het verslag."""


class Reactiepunt(Deel):
    """One remark on the report."""

    id: Id
    """Het kenmerk van de opmerking."""
    onderdeel: Regel
    """Waarover de opmerking gaat."""
    opmerking: Tekst
    """De opmerking."""
    verwerking: Literal["overgenomen", "deels", "niet", "open"] = "open"
    """Wat ermee is gedaan."""
    reden: Regel | None = None
    """Waarom (deels) niet."""


class Gespreksreactie(Feit):
    """A reaction to the report."""

    bij: Verwijzing
    """Het delen van het verslag."""
    van: Regel
    """Wie reageert."""
    verzonden: Datum | None = None
    """De dag waarop de reactie is verzonden."""
    ontvangen: Datum
    """De dag waarop de reactie binnenkwam."""
    punten: tuple[Reactiepunt, ...]
    """De opmerkingen."""


class Verwerking(Deel):
    """What was done with one remark."""

    punt: Verwijzing
    """De opmerking, zoals 2026-05-04-reactie#1."""
    verwerking: Literal["overgenomen", "deels", "niet"]
    """Wat ermee is gedaan."""
    reden: Regel | None = None
    """Waarom (deels) niet."""


class Vastgesteld(Feit):
    """The report was settled, as the organisation's own policy."""

    wijze: Literal["in gesprek", "schriftelijk", "geen reactie ontvangen"]
    """Hoe het is vastgesteld; zwijgen heet hier nooit goedkeuring."""
    verwerkt: tuple[Verwerking, ...] = ()
    """Wat met de opmerkingen is gedaan."""
    verslag: Stuk
    """Het vastgestelde verslag."""
