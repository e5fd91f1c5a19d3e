"""Floor 4, zorgen: signals, risks, learning points and escalations of a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie.bezwaren import blijft, loopt
from clm_cli.derivations.escalatie.zaken import (
    contract_van,
    genomen_in,
    gesloten,
    tekortkomingen,
)
from clm_cli.derivations.namen import genoemd
from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.rapport.getal import Getal, aantal
from clm_cli.derivations.rapport.venster import AANBIEDER, Venster
from clm_cli.derivations.signalen import in_escalatie
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Heropening, Opening, Sluiting, Wederhoor
from clm_cli.records.lijsten import Leerpunt, Leerpunten, Risico, Risicos
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

KOPPEN = {
    "kwaliteit": ("kwaliteit", "veiligheid"),
    "doelmatigheid": ("rechtmatigheid", "financieel", "tijdigheid", "medewerking"),
    "continuiteit": ("continuiteit",),
}
"""The headings of J33 with the kinds of signal and shortcoming that fall under each: our choice,
for the contract names the headings and not what belongs there."""
BESTEMMINGEN = (
    "contractmanagementplan",
    "werkwijze gemeenten",
    "delen met het veld",
    "beleid en inkoop",
)


@value
class Zin:
    """A sentence of the record, with whose it is (for inside)."""

    tekst: str
    aanbieder: str
    reden: Reden


def signalen_in(venster: Venster) -> Iterator[tuple[Dossierblik, Bestand[Signaal]]]:
    """The signals that came in during the period."""
    for blik in venster.blikken:
        for signaal in blik.dossier.van(Signaal):
            dag = signaal.record.ontvangen or signaal.record.datum
            if venster.bevat(dag) and _hier(venster, blik, signaal.record):
                yield blik, signaal


def _hier(venster: Venster, blik: Dossierblik, signaal: Signaal) -> bool:
    """Whether a signal is about a contract, and about the gemeente, that the report is about."""
    ids = {c.id for c in venster.contracten(blik)}
    elders = venster.gemeente and signaal.gemeenten and venster.gemeente not in signaal.gemeenten
    return not elders and (not signaal.contracten or bool(ids & set(signaal.contracten)))


def per_bron(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each signal by the kind of its source (J31)."""
    for blik, signaal in signalen_in(venster):
        yield signaal.record.bron.soort, _signaal(venster, blik, signaal)


def per_kop(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each signal under every heading that it touches."""
    for blik, signaal in signalen_in(venster):
        for kop, soorten in KOPPEN.items():
            if set(soorten) & set(signaal.record.soort):
                yield kop, _signaal(venster, blik, signaal)


def _signaal(venster: Venster, blik: Dossierblik, signaal: Bestand[Signaal]) -> Reden:
    dag = signaal.record.ontvangen or signaal.record.datum
    return Reden(f"signaal over {venster.mag(blik)} van {datum_vol(dag)}", signaal.plek())


def open_signalen(venster: Venster) -> Getal:
    """The signals that nobody had closed on the day on which is counted."""
    rijen = [
        _signaal(venster, blik, s)
        for blik in venster.blikken_toen
        for s in blik.dossier.van(Signaal)
        if _hier(venster, blik, s.record)
        and stand(blik.dossier, s.id).gesloten is None
        and not in_escalatie(blik.dossier, s)
    ]
    return aantal("signalen die niet zijn afgerond en niet in een escalatie zitten", rijen)


def risicos(venster: Venster) -> Iterator[tuple[Dossierblik, Risico, Reden]]:
    """The risks that were open on the day on which is counted."""
    for blik in venster.blikken:
        hier = {c.id for c in venster.contracten(blik)}
        for lijst in blik.dossier.van(Risicos):
            for nummer, risico in enumerate(lijst.record.risicos):
                if risico.contracten and not hier & set(risico.contracten):
                    continue
                open_ = risico.gesloten is None or risico.gesloten > venster.peil
                if risico.sinds <= venster.peil and open_:
                    plek = lijst.plek("risicos", nummer)
                    tekst = f"{risico.id} bij {venster.mag(blik)}: kans {risico.kans}"
                    yield blik, risico, Reden(f"{tekst}, gevolg {risico.gevolg}", plek)


def per_zwaarte(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each open risk by its chance and consequence."""
    for _, risico, reden in risicos(venster):
        yield f"kans {risico.kans}, gevolg {risico.gevolg}", reden


def leerpunten(venster: Venster) -> Iterator[tuple[Dossierblik, Leerpunt, Reden]]:
    """The learning points that were open on the day on which is counted (J32)."""
    for blik in venster.blikken:
        for lijst in blik.dossier.van(Leerpunten):
            for nummer, punt in enumerate(lijst.record.leerpunten):
                if punt.sinds <= venster.peil and (punt.klaar is None or punt.klaar > venster.peil):
                    plek = lijst.plek("leerpunten", nummer)
                    yield blik, punt, Reden(f"{punt.id} bij {venster.mag(blik)}", plek)


def per_bestemming(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each open learning point by its destination."""
    for _, punt, reden in leerpunten(venster):
        yield punt.bestemming, reden


def zinnen(venster: Venster) -> tuple[tuple[str, tuple[Zin, ...]], ...]:
    """The learning points in words, by destination."""
    per: dict[str, list[Zin]] = {}
    namen = {n.lower() for blik in venster.kijk.blikken for n in blik.dossier.namen}
    for blik, punt, reden in leerpunten(venster):
        oud = ", al voorbij de dag van herziening" * (
            punt.herzien is not None and punt.herzien < venster.peil
        )
        noemt = not venster.noemt_namen and any(n in punt.wat.lower() for n in namen)
        wat = "een leerpunt waarin een aanbieder wordt genoemd" if noemt else punt.wat
        tekst = f"{wat} ({punt.fase}, sinds {datum_vol(punt.sinds)}{oud})"
        per.setdefault(punt.bestemming, []).append(Zin(tekst, venster.mag(blik), reden))
    return tuple((naam, tuple(rij)) for naam, rij in sorted(per.items()))


def zaken(venster: Venster) -> Iterator[tuple[Dossierblik, Escalatie]]:
    """The cases of the window, as they stood on the day on which is counted."""
    for blik in venster.blikken_toen:
        hier = {c.id for c in venster.contracten(blik)}
        for zaak in blik.dossier.escalaties:
            ids = {id_ for o in zaak.van(Opening) for id_ in o.record.contracten}
            elders = venster.gemeente and not any(
                not o.record.gemeenten or venster.gemeente in o.record.gemeenten
                for o in zaak.van(Opening)
            )
            if ids & hier and not elders and _mag_weten(venster, zaak):
                yield blik, zaak


def _mag_weten(venster: Venster, zaak: Escalatie) -> bool:
    """Whether this reader knows of the case: a provider does once it was heard or got a measure."""
    return venster.publiek != AANBIEDER or bool(zaak.van(Maatregel) or zaak.van(Wederhoor))


def per_trede(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each provider with a running case by the highest step that was not lifted."""
    hoogste: dict[str, tuple[int, str, Reden]] = {}
    for blik, zaak in zaken(venster):
        if gesloten(zaak):
            continue
        maatregelen = [g.maatregel for g in genomen_in(blik, zaak) if loopt(g)]
        top = max(maatregelen, key=lambda m: m.record.trede, default=None)
        trede = top.record.trede if top else 0
        wat = f"{venster.mag(blik)}: {_instrument(blik, top)}" if top else f"{venster.mag(blik)}"
        plek = top.plek("trede") if top else zaak.van(Opening)[0].plek()
        if blik.dossier.id not in hoogste or hoogste[blik.dossier.id][0] < trede:
            contract = contract_van(blik.dossier, zaak)
            naam = bij_trede(contract.regime, trede) if contract else f"trede {trede}"
            hoogste[blik.dossier.id] = (trede, naam or "maatregel", Reden(wat, plek))
    for trede, naam, reden in hoogste.values():
        yield (naam if trede else "zaak open, nog geen maatregel"), reden


def op_een_trede(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each provider on a step, whatever step."""
    for naam, reden in per_trede(venster):
        if naam.startswith(("trede", "maatregel")):
            yield "op een trede", reden


def verloop(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """What happened in the cases during the period: opened, closed, and each measure by name."""
    for blik, zaak in zaken(venster):
        for model, naam in ((Opening, "geopend"), (Heropening, "heropend"), (Sluiting, "gesloten")):
            for feit in zaak.van(model):
                if venster.bevat(feit.record.datum):
                    dag = datum_vol(feit.record.datum)
                    yield naam, Reden(f"{venster.mag(blik)}, {naam} op {dag}", feit.plek("datum"))
        for genomen in genomen_in(blik, zaak):
            if venster.bevat(genomen.record.datum) and blijft(genomen):
                dag = datum_vol(genomen.record.datum)
                instrument = _instrument(blik, genomen.maatregel)
                tekst = f"{venster.mag(blik)}, {instrument} op {dag}"
                naam = f"maatregel {instrument}"
                yield naam, Reden(tekst, genomen.maatregel.plek("instrument"))


def _instrument(blik: Dossierblik, maatregel: Bestand[Maatregel]) -> str:
    return genoemd(blik, "instrument", maatregel.record.instrument)


def tekortkomingen_per_kop(venster: Venster) -> Iterator[tuple[str, Reden]]:
    """Each shortcoming of a running case under every heading that it touches."""
    for blik, zaak in zaken(venster):
        if gesloten(zaak):
            continue
        for rij in tekortkomingen(zaak):
            for kop, soorten in KOPPEN.items():
                if set(soorten) & set(rij.soort):
                    tekst = (
                        f"{venster.mag(blik)}, {rij.id}: {rij.wat}" if venster.intern else rij.id
                    )
                    yield kop, Reden(tekst, zaak.van(Opening)[0].plek())


def aflopend(venster: Venster) -> Getal:
    """The contracts that end within a year of the day on which is counted."""
    peil = venster.peil
    schrikkeldag = (peil.month, peil.day) == (2, 29)
    grens = date(peil.year + 1, peil.month, peil.day - schrikkeldag)
    rijen = []
    for blik in venster.blikken:
        for contract in venster.contracten(blik):
            einde = duurstand(contract, peil)
            if einde.tot and peil <= einde.tot <= grens:
                tekst = f"{venster.mag(blik)}, {contract.id}: {einde.reden.tekst}"
                rijen.append(Reden(tekst, einde.reden.plek))
    return aantal("contracten die binnen een jaar aflopen", rijen)
