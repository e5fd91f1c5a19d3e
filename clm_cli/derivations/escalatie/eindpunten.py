"""Floor 4, eindpunten: an end that the provider does not know of, a stop that is not carried out.

What ends works when it is told (3:37 lid 3 BW), and a stop when each municipality holds to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import brief_over
from clm_cli.derivations.escalatie.bezwaren import blijft
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.stand import niet_uit_te_voeren, verteld
from clm_cli.derivations.escalatie.uitvoeringen import uitvoerders
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, alle_genomen, einde_van, lopende
from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Contract
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import Sluiting
from clm_cli.records.overeenkomst import Einde
from clm_cli.tijd.datum import datum_vol


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The ends that nobody wrote of, once each, and the stops that are not carried out yet."""
    gehad = set[str]()
    for genomen in alle_genomen(blik):
        einde = einde_van(blik.dossier, genomen.escalatie, genomen.maatregel)
        # who was never written to about the measure, is not written to about its end
        if einde is None or einde.pad in gehad or not _geschreven(genomen):
            continue
        gehad.add(einde.pad)
        if brief_over(blik.dossier, einde) is None and not stand(blik.dossier, einde.id).gesloten:
            yield _onverteld(genomen, einde)
    for genomen in lopende(blik):
        if genomen.record.reikwijdte is not None and _geschreven(genomen):
            yield from _uitvoeren(genomen)
    for genomen in alle_genomen(blik):
        if blijft(genomen) and _geschreven(genomen) and _beeindigt(genomen):
            yield from (_einde(genomen, c) for c in genomen.contracten if not c.van(Einde))


def _geschreven(genomen: Genomen) -> bool:
    return genomen.brief is not None and verteld(genomen)


def _beeindigt(genomen: Genomen) -> bool:
    """Whether a measure ends the contracts of its case."""
    hard = genomen.instrument.voorwaarden.hard if genomen.instrument else ()
    return "niet-al-beeindigd" in hard


def _einde(genomen: Genomen, contract: Contract) -> Werkpunt:
    """The end on a contract itself: without it talks and figures go on being planned."""
    dag = genomen.record.ingaat
    return replace(
        maatregelpunt(genomen, "einde", f"Einde van contract {contract.id} ({genomen.naam})"),
        contracten=(contract.id,),
        uiterlijk=dag,
        gevolg="zonder dit einde blijven gesprekken en cijfers van na die dag op de lijst staan",
        nu=opdracht("contract", "einde", genomen.dossier.id, contract.id, ingaat=dag.isoformat()),
        omdat=(Reden(f"hij gaat in op {datum_vol(dag)}", genomen.maatregel.plek("ingaat")),),
    )


def _onverteld(genomen: Genomen, einde: Bestand[Feit]) -> Werkpunt:
    sluit = isinstance(einde.record, Sluiting)
    wat = "De sluiting" if sluit else f"Het einde ({genomen.naam})"
    dossier, zaak = genomen.dossier.id, genomen.escalatie.id
    return replace(
        maatregelpunt(genomen, "meedelen", f"{wat} aan de aanbieder schrijven"),
        plek=einde.plek(),
        gevolg="zolang de aanbieder het niet weet, houdt hij zich aan wat niet meer geldt",
        nu=advies(
            "{brief}  of, met hoe hij het al weet,  {af}",
            brief=opdracht("brief", "maak", dossier, einde.soort, zaak, bij=einde.stam),
            af=opdracht("actie", "afgerond", dossier, einde.id),
        ),
        omdat=(Reden(f"besloten op {datum_vol(einde.record.datum)}", einde.plek("datum")),),
        verwijzing=einde.id,
        sinds=einde.record.datum,
    )


def _uitvoeren(genomen: Genomen) -> Iterator[Werkpunt]:
    """A stop or transfer of which a municipality did not say that it holds to it (J42, S16)."""
    klaar, mist = uitvoerders(genomen)
    # J47: while it is held up, nobody may be asked to carry it out, and who does has to stop
    if stil := niet_uit_te_voeren(genomen):
        if klaar:
            yield _stilleggen(genomen, klaar, stil)
        return
    if not mist:
        return
    dag = genomen.record.ingaat
    yield replace(
        maatregelpunt(
            genomen, "uitvoering", f"Uitvoering door {_namen(genomen, mist)} ({genomen.naam})"
        ),
        uiterlijk=dag,
        grond=genomen.grond.eis if genomen.grond else "",
        gevolg="zolang een gemeente nog verwijst of plaatst, werkt de maatregel daar niet",
        nu=_met_memo(genomen),
        omdat=(Reden(f"hij gaat in op {datum_vol(dag)}", genomen.maatregel.plek("ingaat")),),
    )


def _stilleggen(genomen: Genomen, klaar: tuple[str, ...], stil: Reden) -> Werkpunt:
    """That who carries out what is held up, has to stop that as long as it lasts (J47)."""
    wat = f"Uitvoering stilleggen door {_namen(genomen, klaar)} ({genomen.naam})"
    return replace(
        maatregelpunt(genomen, "uitvoering", wat),
        gevolg="zolang een gemeente uitvoert wat is geschorst, doen wij wat nu niet mag",
        nu=_met_memo(genomen, klaar="nee"),
        omdat=(stil,),
    )


def _met_memo(genomen: Genomen, **gezegd: str) -> Advies:
    """The memo to the municipalities, and what each of them did after it."""
    dossier, zaak, stam = genomen.dossier, genomen.escalatie, genomen.maatregel.stam
    return advies(
        "{memo}  en daarna per gemeente  {gedaan}",
        memo=opdracht("brief", "maak", dossier.id, "memo-uitvoering", zaak.id, bij=stam),
        gedaan=zaakopdracht(dossier, zaak, "uitvoering", genomen.maatregel, **gezegd),
    )


def _namen(genomen: Genomen, gemeenten: tuple[str, ...]) -> str:
    register = genomen.register
    return opsomming([rij.naam if (rij := register.gemeente(g)) else g for g in gemeenten])
