"""Floor 4, spoed: whether a step may be taken at once, before the hearing."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.escalatie.fraude import bewezen
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.voorwaarden.bevoegd import mag_tekenen, niet_bekend
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken


def tegen_spoed(stap: Stap) -> str | None:
    """Why this instrument may not go before the hearing here; None when it may."""
    regel = stap.instrument.spoed
    if regel is None:
        return "dit instrument kan niet per direct"
    if regel.lezing and not stap.geldt(regel.lezing):
        return f"lezing {regel.lezing.vraag}: horen gaat altijd vooraf"
    return None


def spoed_gehoord(stap: Stap) -> Uitspraak | None:
    """The narrow exception: decided under mandate, with reason, and a day to hear afterwards."""
    if stap.voorstel is None or stap.voorstel.spoed is None or stap.maatregel is None:
        return None
    spoed, plek, tegen = stap.voorstel.spoed, stap.maatregel.plek("spoed"), tegen_spoed(stap)
    if (
        tegen is None
        and stap.instrument.spoed
        and stap.instrument.spoed.noodzaak == "ja"
        and stap.voorstel.noodzaak != "ja"
    ):
        tegen = f"per direct kan alleen als de maatregel nodig is{stap.waarvoor}"
    if tegen is None and stap.instrument.spoed and stap.instrument.spoed.noodzaak == "ja":
        tegen = _niets_acuuts(stap)
    uiterst = _alsnog_uiterlijk(stap)
    if tegen is None and uiterst and not stap.dag <= spoed.alsnog_uiterlijk <= uiterst:
        tegen = f"alsnog horen kan na deze maatregel tot en met {datum_vol(uiterst)} (ons beleid)"
    if tegen is None and stap.register.persoon(spoed.door) is None:
        return niet_bekend(stap, spoed.door, "spoed")
    # Who leaves the hearing out decides more than the step itself: it takes that mandate.
    if tegen is None and not mag_tekenen(stap, spoed.door):
        tegen = (
            f"{stap.register.naam_van(spoed.door)} mag niet ondertekenen tot en met trede "
            f"{stap.trede}"
        )
    if tegen:
        return nee(tegen, plek)
    if uiterst is None:
        return onbekend(
            "hoe snel wij na een maatregel per direct alsnog horen, zegt ons beleid niet "
            "(organisatie.yaml, termijnbeleid, horen_achteraf)",
            plek,
        )
    zin = f"per direct, alsnog uiterlijk {datum_vol(spoed.alsnog_uiterlijk)}: {spoed.alsnog}"
    return ja(zin, plek)


def _niets_acuuts(stap: Stap) -> str | None:
    """Why nothing in the record is acute; None when something is (J36: 'eerst')."""
    # The hearing goes first; what takes it away has to be shown by more than a reason given now.
    fraude = set(stap.ids()) & bewezen(stap.dossier, stap.escalatie, stap.dag)
    if fraude or stap.acuut:
        return None
    return (
        "per direct vraagt acuut gevaar dat uit feiten blijkt, of bewijs van fraude: leg een "
        "signaal over deze verplichting vast, met acuut en acuut_feiten"
    )


def _alsnog_uiterlijk(stap: Stap) -> date | None:
    """Until when our policy lets a hearing come afterwards; None without one."""
    beleid = termijnbeleid(stap.register, stap.dag)
    # Neither contract gives a day for it; without our own policy it is unknown, not at once.
    duur = beleid.horen_achteraf
    return bereken(stap.dag, duur, kalender_op(stap.register, stap.dag)).uiterlijk if duur else None
