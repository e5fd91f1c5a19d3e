"""Floor 5, rules on norms: where one stands, whether it can be tested, by when a figure is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.normen import kpis_van, niet_te_toetsen, norm_op, normen_van
from clm_cli.derivations.termijnen import bepaling, termijnbeleid
from clm_cli.derivations.zinnen import opsomming
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.cijfers import Kpi, Kpis
from clm_cli.records.overeenkomst import Norm
from clm_cli.rules.grond import grond_in
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_dossier, regel, van_alle, vorm


@vorm
def per_norm(blik: Dossierblik) -> Iterator[tuple[Norm, Kpi | None, Plek, str | None]]:
    """One norm of a contract at a time, with its kpi, its place and the clause on norms."""
    for contract in blik.dossier.contracten:
        grond = bepaling(contract.regime, "normen-en-beweging")
        for norm, plek in normen_van(contract):
            yield norm, blik.register.kpis.get(norm.kpi), plek, grond.eis if grond else None


def _gevraagd(blik: Dossierblik) -> Iterator[tuple[str]]:
    """The figures for which a contract of a dossier has a norm."""
    yield from ((id_,) for contract in blik.dossier.contracten for id_ in kpis_van(contract))


@regel("DOS280", WAARSCHUWING, per_norm)
def norm_zonder_bron(
    norm: Norm, kpi: Kpi | None, plek: Plek, grond: str | None
) -> Iterator[Bevond]:
    """Bij een norm staat niet waar zij is afgesproken.

    Waarom: de voortgang wordt besproken ten opzichte van afgesproken normen; wie de bron niet kent,
    kan niet laten zien dat de norm is afgesproken.
    Fout: `{kpi: uitval, norm: 8, vanaf: 2025-01-01}`.
    Goed: met `bron: bijlage 11`.
    Wat nu: noem het stuk en het nummer waar de norm staat.
    """
    if norm.bron is None:
        wat = kpi.titel if kpi else norm.kpi
        yield Bevond(plek, f"de norm voor {wat} heeft geen bron", "vul 'bron' in", grond=grond)


@regel("DOS281", WAARSCHUWING, per_norm)
def norm_niet_te_toetsen(
    norm: Norm, kpi: Kpi | None, plek: Plek, grond: str | None
) -> Iterator[Bevond]:
    """Een norm past niet bij de soort norm van de kpi.

    Waarom: een norm zonder vertrekpunt is niet te toetsen; het oordeel blijft dan onbekend.
    Fout: een norm bij een kpi met `normsoort: nulmeting`, zonder `nulmeting`; een norm van 900 %.
    Goed: `{kpi: uitval, norm: 2, nulmeting: 2025-K1, …}`: twee beter dan het eigen cijfer van toen.
    Wat nu: noem bij een nulmeting de periode; is er geen norm, laat het getal dan weg.
    """
    for fout in niet_te_toetsen(norm, kpi) if kpi else ():
        yield Bevond(plek, fout.wat, fout.advies, grond=grond)


@regel("DOS282", WAARSCHUWING, per_dossier)
def percelen_met_een_andere_norm(blik: Dossierblik) -> Iterator[Bevond]:
    """De percelen van een contract hebben voor dezelfde kpi een andere norm.

    Waarom: dan is niet te zeggen waaraan het cijfer van het hele contract wordt gehouden; het
    oordeel blijft onbekend.
    Fout: een contract op p1 (norm 90) en p2 (norm 85), zonder eigen norm.
    Goed: een eigen norm bij het contract, of cijfers per perceel.
    Wat nu: spreek voor dit contract een norm af en leg die vast, of vraag het cijfer per perceel.
    """
    for contract in blik.dossier.contracten:
        for kpi in kpis_van(contract):
            afspraak = norm_op(contract, kpi, blik.vandaag)
            if afspraak and not afspraak.eens and loopt(contract, blik.vandaag):
                percelen = opsomming(contract.kaart.record.percelen)
                yield Bevond(
                    contract.kaart.plek("percelen"),
                    f"{percelen} hebben voor {kpi} niet dezelfde norm",
                    "geef het contract een eigen norm",
                    (Reden("hier staat de eerste", afspraak.plek),),
                    grond_in(blik, "normen-en-beweging"),
                )


@regel("DOS283", WAARSCHUWING, van_alle(_gevraagd))
def cijfer_zonder_uiterste_dag(kijk: Kijk, rijen: Sequence[tuple[str]]) -> Iterator[Bevond]:
    """Van een cijfer is niet afgesproken wanneer het er moet zijn.

    Waarom: zonder uiterste dag is een cijfer nooit te laat en staat het niet in de werklijst.
    Fout: een kpi zonder `aanlevering`, en geen `aanlevering_cijfers` in organisatie.yaml.
    Goed: `aanlevering: 14 dagen` bij de kpi, of voor alle kpi's in het termijnbeleid.
    Wat nu: leg vast binnen welke tijd na de periode het cijfer er moet zijn.
    """
    beleid = termijnbeleid(kijk.register, kijk.vandaag)
    gevraagd = {id_ for (id_,) in rijen}
    for kaart in kijk.register.van(Kpis):
        for nummer, kpi in enumerate(kaart.record.kpis):
            eigen = kpi.aanlevering or beleid.aanlevering_cijfers
            if eigen is None and kpi.id in gevraagd:
                yield Bevond(
                    kaart.plek("kpis", nummer),
                    f"wanneer {kpi.titel} er moet zijn, is niet afgesproken",
                    "vul 'aanlevering' in, of aanlevering_cijfers in organisatie.yaml",
                )
