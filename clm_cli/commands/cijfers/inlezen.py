"""Floor 7, inlezen: a file with figures becomes one fact for each provider, or is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from clm_cli.acts.feit import lees_dag
from clm_cli.advies import Advies, advies, opdracht
from clm_cli.commands.cijfers.feiten import Bron, Vergeleken, feiten, vergelijk
from clm_cli.commands.cijfers.herkenning import Zegt, Zoeker
from clm_cli.commands.cijfers.koppeling import Koppelingen, bewaar, kies_koppeling
from clm_cli.commands.cijfers.koppen import Tabel, bekende, tabellen
from clm_cli.commands.cijfers.privacy import weiger_bsn, weiger_clienten, weiger_half
from clm_cli.commands.cijfers.rijen import Bevinding, Lezer
from clm_cli.commands.stukken import lees
from clm_cli.commands.werk import Werk
from clm_cli.derivations.zinnen import telwoord
from clm_cli.files.blad import kolomnaam, plaats_in, vellen
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode, kortste, lees_periode, perioden_in
from clm_cli.value import value
from clm_cli.views.cijfers.inlezen import voorbeeld
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging
from clm_cli.woorden import met_punt


@value
class Gezegd:
    """What was typed with the file."""

    ontvangen: str
    dossier: str | None = None
    contract: str | None = None
    periode: str | None = None
    koppel: Sequence[str] = ()
    koppeling: str | None = None
    reden: str | None = None
    alleen_goede: bool = False
    """Whether the figures of a provider of whom all is right may go without those of others."""


def inlezen(werk: Werk, pad: Path, gezegd: Gezegd) -> Voorstel:
    """One fact for each provider and period; what stands there already is not written again."""
    inhoud = lees(werk.wortel, pad, str(pad))
    gezocht = weiger_bsn(pad.name, inhoud)
    koppelingen = kies_koppeling(werk.register, (), gezegd.koppeling, gezegd.koppel)
    alle = vellen(pad.name, inhoud, bekende(werk.register.kpis, koppelingen))
    weiger_half(pad.name, gezocht)
    weiger_clienten(alle)
    koppen = [cel for vel in alle for rij in vel.rijen.values() for cel in rij if cel]
    koppelingen = kies_koppeling(werk.register, koppen, gezegd.koppeling, gezegd.koppel)
    gevonden = list(tabellen(alle, werk.register.kpis, koppelingen))
    if not gevonden:
        raise _niets_gevonden(pad, [vel.naam for vel in alle])
    ontvangen = lees_dag(gezegd.ontvangen, werk.kop)
    dossier = werk.dossier(gezegd.dossier).id if gezegd.dossier else None
    uit, aangenomen = Bevinding(), list[str]()
    for tabel in gevonden:
        periode, hoe = _periode(tabel, pad.stem, gezegd.periode)
        aangenomen += [hoe] if hoe else []
        zegt = Zegt(dossier, gezegd.contract, periode, ontvangen)
        Lezer(pad.name, Zoeker(werk.kijk, koppelingen, zegt), uit).lees(tabel)
    _weiger_onbekend(pad, gevonden, uit)
    vergeleken = vergelijk(uit, gezegd.reden)
    if gezegd.alleen_goede and uit.geweigerd:
        uit = _zonder_geweigerden(uit)
        vergeleken = vergelijk(uit, gezegd.reden)
    _weiger_rijen(pad, uit)
    rest = tuple(vel.naam for vel in alle if vel not in [tabel.vel for tabel in gevonden])
    kaarten, wijzigingen = _kaart(pad, gevonden, koppelingen, gezegd.koppeling)
    voorstel = _voorstel(werk, pad, inhoud, vergeleken, gezegd.reden, ontvangen)
    return replace(
        voorstel,
        nieuw=(*kaarten, *voorstel.nieuw),
        wijzigingen=wijzigingen,
        let_op=_let_op(uit, koppelingen, rest),
        aangenomen=tuple(dict.fromkeys(aangenomen)),
    )


def _niets_gevonden(pad: Path, bladen: Sequence[str | None]) -> ClmFout:
    namen = ", ".join(naam for naam in bladen if naam)
    return Geweigerd(
        f"{pad.name}: op geen blad staat een rij met koppen die cijfers aankondigen"
        f"{f' (bladen: {namen})' if namen else ''}.",
        nu='zeg wat een kop betekent met --koppel "de kop=kpi"; de indicatoren staan in kpis.yaml',
    )


def _periode(tabel: Tabel, bestand: str, gezegd: str | None) -> tuple[Periode | None, str]:
    """The period that was said, else the only one that title, sheet or file name can mean."""
    if gezegd is not None:
        try:
            return lees_periode(gezegd), ""
        except ValueError as fout:
            raise ClmFout(met_punt(f"--periode: {fout}")) from None
    bronnen = {
        "de titel boven de koppen": tabel.boven,
        "de naam van het blad": [tabel.vel.naam or ""],
        "de naam van het bestand": [bestand],
    }
    per_bron = {
        bron: {p for tekst in teksten for p in perioden_in(tekst)}
        for bron, teksten in bronnen.items()
    }
    alle = kortste(periode for rij in per_bron.values() for periode in rij)
    if len(alle) > 1 and not tabel.plekken("periode"):
        genoemd = "; ".join(
            f"{bron}: {', '.join(map(str, sorted(rij)))}" for bron, rij in per_bron.items() if rij
        )
        raise Geweigerd(
            f"Over welke periode dit gaat, is niet zeker ({genoemd}).",
            nu="geef --periode",
        )
    if len(alle) != 1 or tabel.plekken("periode"):
        return None, ""
    bron = next(bron for bron, rij in per_bron.items() if alle[0] in rij)
    return alle[0], f"periode {alle[0]}, uit {bron}"


def _weiger_onbekend(pad: Path, gevonden: Sequence[Tabel], uit: Bevinding) -> None:
    """Name at once every heading, provider and indicator that nobody knows."""
    regels = []
    for tabel in gevonden:
        waar = plaats_in(pad.name, tabel.vel.naam, tabel.kop, None)
        regels += [f"{waar}: kop '{kop}' is nieuw" for _, kop in tabel.vreemd]
        regels += [f"{waar}: kop '{kop}' staat er twee keer" for kop in tabel.dubbel]
    regels += [_onbekend("aanbieder", *paar) for paar in uit.aanbieders.items()]
    regels += [_onbekend("indicator", *paar) for paar in uit.indicatoren.items()]
    if regels:
        raise Geweigerd(
            "Niet alles in dit bestand is te plaatsen",
            regels=regels,
            nu='koppel of sla over: --koppel "de kop of naam=kpi, dossier of overslaan"',
        )


def _onbekend(wat: str, naam: str, wenk: str) -> str:
    bedoeld = f"; bedoelt u {wenk}" if wenk else ""
    return f"{wat} '{naam}' is niet bekend{bedoeld}"


def _goede(uit: Bevinding) -> set[str]:
    """The providers of whom nothing is refused; none where a refused row does not say whose it is.

    A provider is taken over as a whole or not at all: half a sheet looks like all of it.
    """
    slechte = {weigering.dossier for weigering in uit.geweigerd}
    return set() if None in slechte else {r.blik.dossier.id for r in uit.rijen} - slechte


def _zonder_geweigerden(uit: Bevinding) -> Bevinding:
    """The same without the providers of whom a cell is refused, each with its place."""
    goede = _goede(uit)
    if not goede:
        return uit
    weg = [f"{w.tekst}; van {w.dossier} is uit dit bestand niets vastgelegd" for w in uit.geweigerd]
    return replace(
        uit,
        rijen=[rij for rij in uit.rijen if rij.blik.dossier.id in goede],
        geweigerd=[],
        overgeslagen=[*uit.overgeslagen, *weg],
    )


def _weiger_rijen(pad: Path, uit: Bevinding) -> None:
    if uit.geweigerd:
        aantal = telwoord(len(uit.geweigerd), "cel is", "cellen zijn")
        goede = len(_goede(uit))
        anderen = telwoord(goede, "aanbieder", "aanbieders")
        rest = f"; van {anderen} is alles goed: leg die vast met --alleen-goede" if goede else ""
        raise Geweigerd(
            f"{pad.name}: {aantal} geweigerd",
            regels=[weigering.tekst for weigering in uit.geweigerd],
            nu=f"verbeter het bestand, of vraag de aanbieder om een nieuw{rest}",
        )
    if not uit.rijen:
        raise Geweigerd(
            f"{pad.name}: er staat geen enkel cijfer in",
            nu="kijk of het blad wel is ingevuld",
        )


def _let_op(
    uit: Bevinding, koppelingen: Koppelingen, rest: Sequence[str | None]
) -> tuple[str, ...]:
    """What the reader should know before it is written."""
    regels = []
    if koppelingen.kaart:
        regels.append(f"koppeling '{koppelingen.kaart.stam}' herkend")
    regels += [f"niet gelezen: blad {naam}, daar staan geen bekende koppen" for naam in rest]
    regels += [f"overgeslagen: {regel}" for regel in uit.overgeslagen]
    regels += [f"niet ingevuld, dus niet vastgelegd: {waar}" for waar in uit.leeg]
    return tuple(regels)


def _voorstel(
    werk: Werk,
    pad: Path,
    inhoud: bytes,
    vergeleken: Vergeleken,
    reden: str | None,
    ontvangen: date,
) -> Voorstel:
    bron = Bron(pad.name, inhoud, ontvangen, reden)
    nieuw, stukken = feiten(werk.kop, bron, vergeleken)
    aantal = len({rij.blik.dossier.id for rij in vergeleken.te_schrijven})
    return Voorstel(
        f"Cijfers van {telwoord(aantal, 'aanbieder', 'aanbieders')} vastgelegd uit {pad.name}, "
        f"ontvangen op {datum_vol(ontvangen)}.",
        nieuw=nieuw,
        stukken=stukken,
        onderweg=tuple(voorbeeld(vergeleken.regels)),
        stond_er_al=() if vergeleken.te_schrijven else vergeleken.al,
        nu=_vervolg(vergeleken),
        vraag=True,
    )


def _vervolg(vergeleken: Vergeleken) -> Advies:
    """What the figures of one provider say, or who of all has not delivered them yet."""
    namen = list(dict.fromkeys(rij.blik.dossier.id for rij in vergeleken.te_schrijven))
    if len(namen) == 1:
        return opdracht("kpi", namen[0])
    return advies(
        "{wie} toont wie nog niet alles aanleverde, {kpi} de cijfers van een aanbieder",
        wie=opdracht("werklijst"),
        kpi=opdracht("kpi", "DOSSIER"),
    )


def _kaart(
    pad: Path, gevonden: Sequence[Tabel], koppelingen: Koppelingen, naam: str | None
) -> tuple[tuple[NieuwBestand, ...], tuple[Wijziging, ...]]:
    """What was told of headings and names, kept for the next file of this source."""
    if not koppelingen.nu:
        return (), ()
    kolommen = [kolom for tabel in gevonden for kolom in tabel.kolommen.values()]
    koppen = {kolomnaam(kolom.kop) for kolom in kolommen}
    namen = {
        tekst: gezegd
        for tekst in koppelingen.nu
        if kolomnaam(tekst) not in koppen and (gezegd := koppelingen.naam(tekst))
    }
    titel = naam or " ".join(re.findall(r"[^\W\d_]{3,}", pad.stem)) or "opgave"
    return bewaar(koppelingen, titel, kolommen, namen)
