"""Floor 4, onderwerpen: the subjects of the talks, what follows each, and what the dossier says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from clm_cli.derivations.aanlevering import open_cijfers
from clm_cli.derivations.acties import werkpunten as open_acties
from clm_cli.derivations.cijfers import Beeld, beelden
from clm_cli.derivations.cijfervergelijking import KLEINSTE_GROEP, vergelijking
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.lijstrijen import open_rijen
from clm_cli.derivations.signalen import nog_open
from clm_cli.derivations.verplichtingen import nakomingen, open_dagen, plichten
from clm_cli.dossier import Contract, Overeenkomstbundel
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek
from clm_cli.records.overeenkomst import Onderwerp
from clm_cli.records.regime import Onderwerpbron, Regime, Thema
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.value import value


@value
class Plaats:
    """One subject of the talks under an overeenkomst, with all that follows it."""

    thema: Thema
    onderwerp: str
    plek: Plek
    """The row that says so, else where the overeenkomst names its regime."""
    bronnen: tuple[Onderwerpbron, ...]
    """Where clm looks by itself."""
    kpis: tuple[str, ...] = ()
    verplichtingen: tuple[str, ...] = ()
    reden: str = ""
    """Why it is not used here."""


def plaatsen(bundel: Overeenkomstbundel, regime: Regime | None) -> tuple[Plaats, ...]:
    """The subjects that the contract names with each theme, and the own ones (J24)."""
    kaart = bundel.kaart
    rijen = [
        (rij, kaart.plek("onderwerpen", nr)) for nr, rij in enumerate(kaart.record.onderwerpen)
    ]
    uit: list[Plaats] = []
    for thema in regime.themas if regime else ():
        eigen = {rij.onderwerp: (rij, plek) for rij, plek in rijen if rij.thema == thema.id}
        for naam in dict.fromkeys((*thema.onderwerpen, *eigen)):
            rij, plek = eigen.get(naam, (None, kaart.plek("regime")))
            vanzelf = tuple(bron for bron in thema.volgt if bron.onderwerp == naam)
            uit.append(_plaats(thema, naam, plek, vanzelf, rij))
    return tuple(uit)


def _plaats(
    thema: Thema, naam: str, plek: Plek, vanzelf: tuple[Onderwerpbron, ...], rij: Onderwerp | None
) -> Plaats:
    if rij is None:
        return Plaats(thema, naam, plek, vanzelf)
    gezegd = tuple(Onderwerpbron(onderwerp=naam, uit=uit) for uit in rij.uit)
    reden = (rij.toelichting or "") if rij.gebruikt == "nee" else ""
    return Plaats(thema, naam, plek, (*vanzelf, *gezegd), rij.kpis, rij.verplichtingen, reden)


def gegevens(blik: Dossierblik, plaats: Plaats, contracten: tuple[str, ...]) -> list[str]:
    """What the dossier says of a subject for some contracts, in lines that the provider may see."""
    vraag = _Vraag(blik, plaats, contracten)
    regels = [*_kpis(vraag), *_verplichtingen(vraag)]
    for bron in plaats.bronnen:
        regels += _LEZERS[bron.uit](vraag, bron)
    return list(dict.fromkeys(regels))


@value
class _Vraag:
    blik: Dossierblik
    plaats: Plaats
    ids: tuple[str, ...]

    @property
    def beelden(self) -> list[Beeld]:
        return [b for b in beelden(self.blik) if b.contract.id in self.ids]

    @property
    def contracten(self) -> list[Contract]:
        return [c for c in self.blik.dossier.contracten if c.id in self.ids]


def _kpis(vraag: _Vraag) -> Iterator[str]:
    for b in vraag.beelden:
        if b.kpi.id in vraag.plaats.kpis:
            waarde = b.laatste.waarde
            stand_ = f"{getal(waarde)} {b.kpi.eenheid}" if waarde is not None else "onbekend"
            yield f"{b.kpi.titel}, {b.contract.id}, {b.laatste.periode}: {stand_}"


def _verplichtingen(vraag: _Vraag) -> Iterator[str]:
    for plicht in plichten(vraag.blik):
        rij, ids = plicht.rij, {c.id for c in plicht.contracten}
        if plicht.vervallen or rij.id not in vraag.plaats.verplichtingen or not ids & {*vraag.ids}:
            continue
        open_ = open_dagen(plicht)
        gedaan = max(nakomingen(plicht), default=None)
        for dag in open_:
            laat = ", te laat" if dag < vraag.blik.vandaag else ""
            yield f"{rij.id} {rij.wat}: uiterlijk {datum_vol(dag)}{laat}"
        if not open_:
            hoe = f"nagekomen over {datum_vol(gedaan)}" if gedaan else "geldt doorlopend"
            yield f"{rij.id} {rij.wat}: {hoe}"


def _cijfers(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    bekend = [b for b in vraag.beelden if any(c.waarde is not None for c in b.cijfers)]
    bewegend = [b for b in bekend if b.beweging]
    for b in bewegend:
        yield f"{b.kpi.titel}, {b.contract.id}: {b.beweging}"
    if bekend and not bewegend:
        yield "geen cijfer gaat drie perioden achter elkaar één kant op"


def _vergelijking(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    gevonden = False
    for b in vraag.beelden:
        bekend = [c for c in b.cijfers if c.waarde is not None]
        if not bekend:
            continue
        over = bekend[-1].periode
        groep = vergelijking(vraag.blik, b.contract, b.kpi, over, minstens=KLEINSTE_GROEP)
        gevonden = True
        if groep.mediaan is not None:
            anderen = f"{getal(groep.mediaan)} {b.kpi.eenheid} ({groep.aanbieders} aanbieders)"
            yield f"{b.kpi.titel}, {b.contract.id}, {over}: anderen {anderen}"
    if gevonden and not any(True for b in vraag.beelden if b.groep.mediaan is not None):
        yield "te weinig andere aanbieders om mee te vergelijken"


def _aanlevering(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    mist = [rij for rij in open_cijfers(vraag.blik) if rij.contract.id in vraag.ids]
    for rij in mist:
        yield f"{rij.kpi.titel}, {rij.contract.id}, {rij.periode}: {rij.waarom}"
    if not mist and vraag.beelden:
        yield "alle afgesproken cijfers zijn er"


def _signalen(vraag: _Vraag, bron: Onderwerpbron) -> Iterator[str]:
    dossier = vraag.blik.dossier
    for feit in nog_open(dossier):
        signaal = feit.record
        past = not bron.soorten or {signaal.bron.soort, *signaal.soort} & {*bron.soorten}
        hier = not signaal.contracten or {*signaal.contracten} & {*vraag.ids}
        te_noemen = signaal.bron.mag_in_brief == "ja"
        if past and hier and te_noemen:
            yield signaal.wat


def _risicos(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    yield from (rij.wat for rij in open_rijen(vraag.blik.dossier, "risicos"))


def _acties(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    open_ = sum(1 for _ in open_acties(vraag.blik))
    if open_:
        yield f"{open_} open acties" if open_ > 1 else "1 open actie"


def _sroi(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    for contract in vraag.contracten:
        if contract.kaart.record.sroi:
            yield f"{contract.id}: {contract.kaart.record.sroi}"


def _gesprek(vraag: _Vraag, _: Onderwerpbron) -> Iterator[str]:
    """What was found on the theme in the last talk that dealt with it."""
    for gesprek in sorted(vraag.blik.dossier.gesprekken, key=lambda g: dag_van(g).datum)[::-1]:
        gehouden = gesprek.kaart.record.gehouden
        gevonden = [
            rij.kern
            for rij in (gehouden.bevindingen if gehouden else ())
            if rij.thema == vraag.plaats.thema.id
        ]
        if gevonden:
            dag = datum_vol(dag_van(gesprek).datum)
            yield f"op {dag} over {vraag.plaats.thema.titel.lower()}: {'; '.join(gevonden)}"
            return


_LEZERS: Mapping[str, Callable[[_Vraag, Onderwerpbron], Iterator[str]]] = {
    "cijfers": _cijfers,
    "vergelijking": _vergelijking,
    "aanlevering": _aanlevering,
    "signalen": _signalen,
    "risicos": _risicos,
    "acties": _acties,
    "sroi": _sroi,
    "gesprek": _gesprek,
}
