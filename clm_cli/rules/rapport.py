"""Floor 5, rapport: whether the periodic report on the region went out for every period (J33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from clm_cli.derivations.rapport.verspreiding import te_verspreiden
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Reden
from clm_cli.rules.grond import grond_ergens
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_register, regel
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import elke


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
    for punt in te_verspreiden(kijk, kijk.vandaag - timedelta(days=1)):
        wie = f" voor {', '.join(punt.lezers)}" if punt.lezers else ""
        dag = datum_vol(punt.uiterlijk)
        tekst = f"over {punt.periode} is geen rapport{wie} verspreid, uiterlijk {dag}"
        ritme = Reden(elke(punt.elke), punt.plek)
        grond = grond_ergens(kijk, "regionaal-rapporteren")
        yield Bevond(punt.plek, tekst, punt.nu, (ritme,), grond)
