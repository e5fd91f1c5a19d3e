"""Floor 5, rules on talks: who was there, what was dealt with, and how it was held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.derivations.contractwensen import (
    anders_dan_fysiek,
    dicht_bij_elkaar,
    niet_behandeld,
)
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.gesprek import Gedeeld, Gehouden, Genodigde
from clm_cli.records.regime import Gespreksrol, Regime, Thema
from clm_cli.rules.grond import eis_van, grond_in, grond_van
from clm_cli.rules.regel import INFO, WAARSCHUWING, Bevond, per_dossier, regel, vorm
from clm_cli.value import value


@value(eq=False)
class Verslag:
    """A talk that was held, with the regimes of the contracts that it was about."""

    gesprek: Gesprek
    gehouden: Gehouden
    regimes: tuple[Regime, ...]
    """Each once."""
    onze: Mapping[str, str]
    """The role of each of our people, as the organisation says it."""

    def rol_van(self, mens: Genodigde) -> str | None:
        """In which role somebody was there: as was said, else as it follows from who it is."""
        van_hen = [rol.id for rol in self.rollen.values() if rol.partij == "aanbieder"]
        if mens.rol is None and mens.partij == "aanbieder" and len(van_hen) == 1:
            return van_hen[0]
        return mens.rol or self.onze.get(mens.persoon or "")

    @cached_property
    def rollen(self) -> dict[str, Gespreksrol]:
        """Who the contracts want at a talk."""
        return {rol.id: rol for regime in self.regimes for rol in regime.rollen}

    def verslageis(self, wat: str) -> str | None:
        """The clause that wants something of the report."""
        rijen = (rij for regime in self.regimes for rij in regime.verslageisen if rij.id == wat)
        return eis_van(*(rij.grond for rij in rijen))

    def plek(self, *sleutel: str | int) -> Plek:
        """A place in what was recorded of the talk."""
        return self.gesprek.kaart.plek("gehouden", *sleutel)

    def nu(self, code: str, aanvulling: str) -> str:
        """What helps: what is to be filled in; a card that was shared is sealed, and stays so."""
        dossier = self.gesprek.dossier
        if not self.gesprek.van(Gedeeld):
            vul = opdracht("gesprek", "gehouden", dossier, self.gesprek.id, editor=True)
            return advies("{wat}: {vul}", wat=Advies(aanvulling), vul=vul)
        opzij = opdracht("overgeslagen", dossier, self.gesprek.kaart.id, code=code, reden="…")
        return advies(
            "het verslag is gedeeld, dus deze kaart verandert niet meer; bespreek het in het "
            "volgende gesprek, of zet de melding opzij: {opzij}",
            opzij=opzij,
        )


@vorm
def per_verslag(blik: Dossierblik) -> Iterator[tuple[Verslag]]:
    """One talk that was held at a time."""
    onze = {mens.id: mens.rol for mens in blik.register.organisatie.personen}
    for gesprek in blik.dossier.gesprekken:
        kaart = gesprek.kaart.record
        contracten = (blik.dossier.contract(id_) for id_ in kaart.contracten)
        regimes = {c.regime.id: c.regime for c in contracten if c and c.regime}
        if kaart.gehouden:
            yield (Verslag(gesprek, kaart.gehouden, tuple(regimes.values()), onze),)


@vorm
def per_gesprek(blik: Dossierblik) -> Iterator[tuple[Dossierblik, Gesprek]]:
    """One talk at a time, planned or held."""
    yield from ((blik, gesprek) for gesprek in blik.dossier.gesprekken)


@regel("DOS201", WAARSCHUWING, per_verslag)
def verplichte_rol_was_er_niet(verslag: Verslag) -> Iterator[Bevond]:
    """Bij een gesprek was een verplichte rol niet aanwezig.

    Waarom: het contract zegt wie er ten minste bij hoort; een verslag zonder die rol is
    aanvechtbaar.
    Fout: alleen de contractmanager en de aanbieder waren er.
    Goed: ook een vertegenwoordiger van contractbeheer staat bij aanwezig, met zijn rol.
    Wat nu: vul de rol in bij wie er was, of leg uit waarom zij ontbrak in de toelichting bij het
    gesprek.
    """
    er_waren = {verslag.rol_van(mens) for mens in verslag.gehouden.aanwezig}
    for rol in verslag.rollen.values():
        if rol.verplicht == "ja" and rol.id not in er_waren:
            yield Bevond(
                verslag.plek("aanwezig"),
                f"niemand staat als aanwezig in de rol '{rol.titel}'",
                verslag.nu("DOS201", f"voeg de aanwezige toe met rol: {rol.id}"),
                grond=rol.grond.eis,
            )


@regel("DOS202", WAARSCHUWING, per_verslag)
def een_ander_zat_voor(verslag: Verslag) -> Iterator[Bevond]:
    """Een ander dan de aangewezen voorzitter zat het gesprek voor.

    Waarom: het contract wijst aan wie het gesprek voorzit.
    Fout: `voorzitter: ja` bij contractbeheer.
    Goed: `voorzitter: ja` bij de contractmanager.
    Wat nu: verbeter wie voorzat, of leg de reden vast.
    """
    voorzitters = {rol.id: rol for rol in verslag.rollen.values() if rol.voorzitter == "ja"}
    for nummer, mens in enumerate(verslag.gehouden.aanwezig):
        if voorzitters and mens.voorzitter == "ja" and verslag.rol_van(mens) not in voorzitters:
            hoort = next(iter(voorzitters.values()))
            wie = mens.persoon or mens.naam
            yield Bevond(
                verslag.plek("aanwezig", nummer),
                f"{wie} zat voor; het contract noemt de rol '{hoort.titel}'",
                verslag.nu("DOS202", "verbeter wie voorzat, of leg de reden vast"),
                grond=hoort.grond.eis,
            )


@regel("DOS203", WAARSCHUWING, per_verslag)
def een_persoon_in_twee_rollen(verslag: Verslag) -> Iterator[Bevond]:
    """Eén persoon staat bij een gesprek in twee rollen.

    Waarom: het contract vraagt ten minste drie verschillende aanwezigen.
    Fout: dezelfde persoon als contractmanager en als contractbeheer.
    Goed: elke rol heeft een eigen persoon.
    Wat nu: noem bij één van de rollen wie er werkelijk was.
    """
    verplicht = {rol.id for rol in verslag.rollen.values() if rol.verplicht == "ja"}
    namen = [
        mens.persoon or mens.naam
        for mens in verslag.gehouden.aanwezig
        if verslag.rol_van(mens) in verplicht
    ]
    for naam, aantal in Counter(namen).items():
        if aantal > 1:
            yield Bevond(
                verslag.plek("aanwezig"),
                f"{naam} staat in {aantal} rollen",
                verslag.nu("DOS203", "noem per rol wie er was"),
                grond=eis_van(*(rol.grond for rol in verslag.rollen.values())),
            )


@regel("DOS204", WAARSCHUWING, per_verslag)
def vast_thema_niet_behandeld(verslag: Verslag) -> Iterator[Bevond]:
    """Een vast thema kwam in het gesprek niet aan bod.

    Waarom: het contract noemt de thema's die ten minste aan bod komen. Dat dit per gesprek geldt en
    niet per jaar is beleid van de organisatie; het contract laat dat open.
    Fout: bij 'beleidscontext' staat niets of `behandeld: nee` zonder reden.
    Goed: `behandeld: ja`, of `behandeld: nee` met de reden.
    Wat nu: vul het thema aan bij 'themas', of zet het als eerste op de volgende agenda.
    """
    for thema in _themas(verslag):
        if niet_behandeld(thema, verslag.gehouden.themas):
            yield Bevond(
                verslag.plek("themas"),
                f"het thema '{thema.titel}' is niet als behandeld vastgelegd",
                verslag.nu(
                    "DOS204",
                    f"voeg bij themas toe: thema: {thema.id}, behandeld: ja of nee, en bij nee de "
                    "reden",
                ),
                grond=thema.grond.eis,
            )


def _themas(verslag: Verslag) -> Iterator[Thema]:
    """The fixed themes of a talk: those of its level where the regime has levels."""
    niveau = verslag.gesprek.kaart.record.niveau
    for regime in verslag.regimes:
        yield from (thema for thema in regime.themas if thema.niveau in (None, niveau))


@regel("DOS205", WAARSCHUWING, per_verslag)
def niet_stilgestaan_bij_de_ambitie(verslag: Verslag) -> Iterator[Bevond]:
    """Niet is vastgelegd of bij de gedeelde ambitie is stilgestaan.

    Waarom: het contract zegt dat elk gesprek daarmee begint.
    Fout: `ambitie: onbekend`, of de sleutel ontbreekt.
    Goed: `ambitie: ja`.
    Wat nu: vul 'ambitie' in bij 'gehouden'.
    """
    ambities = [regime.ambitie for regime in verslag.regimes if regime.ambitie]
    if ambities and verslag.gehouden.ambitie != "ja":
        nee = verslag.gehouden.ambitie == "nee"
        stand = "er is niet bij stilgestaan" if nee else "het is onbekend"
        yield Bevond(
            verslag.plek("ambitie"),
            f"stilstaan bij de gedeelde ambitie: {stand}",
            verslag.nu("DOS205", "vul 'ambitie: ja' of 'nee' in; begin het volgende gesprek ermee"),
            grond=ambities[0].grond.eis,
        )


@regel("DOS209", WAARSCHUWING, per_gesprek)
def extra_gesprek_zonder_reden(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Bevond]:
    """Een extra gesprek heeft geen reden.

    Waarom: extra overleg is er voor specifieke ontwikkelingen of risico's; die staan in het
    verslag.
    Fout: `soort: extra` zonder `reden`.
    Goed: `reden: wachttijd loopt op sinds januari`.
    Wat nu: vul de reden in.
    """
    kaart = gesprek.kaart
    if kaart.record.soort == "extra" and kaart.record.reden is None:
        yield Bevond(
            kaart.plek("soort"),
            "dit extra gesprek heeft geen reden",
            "vul 'reden' in",
            grond=grond_in(blik, "aanvullend-overleg"),
        )


@regel("DOS210", INFO, per_verslag)
def niet_fysiek_zonder_reden(verslag: Verslag) -> Iterator[Bevond]:
    """Een gesprek was niet fysiek en er staat geen reden bij.

    Waarom: gesprekken zijn bij voorkeur fysiek.
    Fout: `vorm: digitaal`.
    Goed: `vorm: digitaal` met `vorm_reden: bestuurder ziek thuis`.
    Wat nu: vul 'vorm_reden' in.
    """
    if anders_dan_fysiek(verslag.gesprek):
        yield Bevond(
            verslag.plek("vorm"),
            f"het gesprek was {verslag.gehouden.vorm}, zonder reden",
            verslag.nu("DOS210", "vul 'vorm_reden' in"),
            grond=grond_van(verslag.regimes, "bij-voorkeur-fysiek"),
        )


@regel("DOS212", INFO, per_gesprek)
def gesprek_zonder_niveau(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Bevond]:
    """Van een gesprek is niet gezegd op welk niveau het is, en het contract kent niveaus.

    Waarom: het niveau bepaalt de onderwerpen van de agenda, en waarover mag worden besloten.
    Fout: een gesprek over een contract met drie niveaus, zonder `niveau`.
    Goed: `niveau: tactisch`.
    Wat nu: vul 'niveau' in op de kaart van het gesprek.
    """
    contracten = (blik.dossier.contract(id_) for id_ in gesprek.kaart.record.contracten)
    regimes = [c.regime for c in contracten if c and c.regime.niveaus]
    if regimes and gesprek.kaart.record.niveau is None:
        yield Bevond(
            gesprek.kaart.plek("contracten"),
            "niet is gezegd op welk niveau dit gesprek is",
            "vul 'niveau' in: operationeel, tactisch of strategisch",
            grond=grond_van(regimes, "drie-niveaus"),
        )


@regel("DOS211", INFO, per_dossier)
def geplande_gesprekken_dicht_bij_elkaar(blik: Dossierblik) -> Iterator[Bevond]:
    """Twee geplande gesprekken liggen dicht bij elkaar.

    Waarom: wie in meer zorgvormen werkt, wordt waar mogelijk in één gesprek gesproken; dat scheelt
    allen werk.
    Fout: ambulant op 2 juni en dagbehandeling op 9 juni.
    Goed: één gesprek over beide contracten.
    Wat nu: voeg de gesprekken samen, of laat ze staan als dat een reden heeft.
    """
    grond = grond_in(blik, "gesprekken-combineren")
    for paar in dicht_bij_elkaar(blik):
        naam = paar.eerste.kaart.map.rpartition("/")[2]
        yield Bevond(
            paar.tweede.kaart.plek("datum"),
            "dit gesprek kan samen",
            "voeg de gesprekken samen",
            (Reden(f"{naam} is {paar.dagen} dagen eerder", paar.eerste.kaart.plek("datum")),),
            grond,
        )
