"""Floor 5, rapport: whether the periodic report on the region went out for every period (J33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.derivations.termijnen import kalender_op, uitgangsbeleid
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Reden
from clm_cli.records.lijsten import Rapportverspreid
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_register, regel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import Duur, bereken


@regel("DOS300", WAARSCHUWING, per_register)
def rapport_over_een_periode_gemist(kijk: Kijk) -> Iterator[Bevond]:
    """Over een periode ging geen rapport uit.

    Waarom: het contract noemt periodieke analyses en rapportages waarin prestaties, risico's en
    ontwikkelpunten regionaal worden gebundeld; uw eigen beleid zegt hoe vaak. Een periode die wordt
    overgeslagen, valt later niet meer op.
    Fout: in organisatie.yaml staat 'rapportage: kwartaal', en over 2026-K1 is niet vastgelegd dat
    het rapport is verspreid.
    Goed: rapporten/2026-K1/2026-04-28-bestuur.yaml, met wie het kreeg en het rapport zelf.
    Wat nu: maak het rapport met clm rapport regio, en leg vast dat het is verspreid.
    """
    kaart = kijk.register.organisatiebestand
    beleid = uitgangsbeleid(kijk.register, kijk.vandaag)
    if kaart is None or beleid is None or beleid.rapportage is None:
        return
    plek = kaart.plek("beleid", kaart.record.beleid.index(beleid), "rapportage")
    feiten = kijk.register.van(Rapportverspreid)
    gedaan = {(f.map.rpartition("/")[2], f.record.voor) for f in feiten}
    begin = max(filter(None, (beleid.vanaf, kaart.record.sinds)))
    periode = Periode.van(beleid.rapportage, begin)
    while (dag := _uiterlijk(kijk, periode, beleid.rapport_binnen)) < kijk.vandaag:
        lezers = [v for v in beleid.rapport_voor if (str(periode), v) not in gedaan]
        niemand = not beleid.rapport_voor and not any(p == str(periode) for p, _ in gedaan)
        if lezers or niemand:
            wie = f" voor {', '.join(lezers)}" if lezers else ""
            tekst = f"over {periode} is geen rapport{wie} verspreid, uiterlijk {datum_vol(dag)}"
            voor = {"voor": lezers[0]} if lezers else {}
            nu = opdracht("rapport", "regio", str(periode), **voor)
            yield Bevond(plek, tekst, nu, (Reden(f"elk {beleid.rapportage}", plek),))
        periode = periode.volgende()


def _uiterlijk(kijk: Kijk, periode: Periode, binnen: Duur | None) -> date:
    if binnen is None:
        return periode.laatste
    return bereken(periode.laatste, binnen, kalender_op(kijk.register, periode.laatste)).uiterlijk
