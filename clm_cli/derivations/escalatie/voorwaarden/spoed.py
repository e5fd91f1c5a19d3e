"""Floor 4, spoed: whether a step may be taken at once, before the hearing."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.escalatie.alsnog import alsnog_gehoord
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
    return _nog_beloofd(stap)


def _nog_beloofd(stap: Stap) -> str | None:
    """That the hearing promised with an earlier measure at once is overdue; None when it is not.

    Who had the time to hear, and let it pass, cannot say again that there was none (J36: 'eerst'),
    unless of a danger that came after it.
    """
    for m in stap.eerdere():
        z, spoed = m.genomen, m.genomen.record.spoed
        eigen = {*stap.ids()} & {*z.record.tekortkomingen}
        if spoed is None or not eigen or stap.dag <= (tot := spoed.alsnog_uiterlijk):
            continue
        if alsnog_gehoord(stap.dossier, stap.escalatie, z.maatregel, stap.dag):
            continue
        fraude = (bewezen(stap.dossier, stap.escalatie, dag) for dag in (stap.dag, tot))
        nieuw = any(s.record.datum > tot for s in stap.acute(stap.tekortkomingen))
        if not nieuw and not eigen & frozenset.difference(*fraude):
            zin = f"bij {z.naam} van {datum_vol(z.record.datum)} is beloofd alsnog te horen"
            return f"{zin}, uiterlijk op {datum_vol(tot)}, en dat is niet gebeurd: hoor eerst"
    return None


UITGESTELD = ("onderzoek", "wederhoor")
"""The conditions that may be met after a step that is taken at once."""


def zonder_gevaar(stap: Stap) -> str | None:
    """Why a step at once is refused for want of danger, where this instrument asks that."""
    regel = stap.instrument.spoed
    return _niets_acuuts(stap) if regel and regel.noodzaak == "ja" else None


def kan_direct(stap: Stap) -> bool:
    """Whether what is recorded lets this instrument go before the hearing, when that is said."""
    toegestaan = stap.instrument.spoed is not None and tegen_spoed(stap) is None
    return toegestaan and _niets_acuuts(stap) is None


def vervalt_direct(stap: Stap, voorwaarde: str) -> Uitspraak | None:
    """That acute danger lifts a condition of this trede, where the contract says which."""
    direct = stap.regime.overslaan.direct if stap.regime.overslaan else None
    if direct is None or stap.trede not in direct.treden or voorwaarde not in direct.zonder:
        return None
    over = stap.voorstel.overslaan if stap.voorstel else None
    gezegd = stap.voorstel is None or stap.voorstel.spoed or (over and over.acuut == "ja")
    if not gezegd or not stap.acuut:
        return None
    return ja(f"geldt niet bij acuut gevaar ({direct.grond.eis})", stap.plek())


def spoed_gehoord(stap: Stap) -> Uitspraak | None:
    """The narrow exception: decided under mandate, with reason, and a day to hear afterwards."""
    if stap.voorstel is None or stap.voorstel.spoed is None or stap.maatregel is None:
        return None
    spoed, plek, tegen = stap.voorstel.spoed, stap.maatregel.plek("spoed"), tegen_spoed(stap)
    regel = stap.instrument.spoed
    tegen = tegen or _geen_reden(stap, stap.voorstel.noodzaak)
    uiterst = _alsnog_uiterlijk(stap)
    if tegen is None and uiterst and not stap.dag <= spoed.alsnog_uiterlijk <= uiterst:
        wie = regel.grond.eis if regel and regel.alsnog else "ons beleid"
        tegen = f"alsnog horen kan na deze maatregel tot en met {datum_vol(uiterst)} ({wie})"
    if tegen is None and (onbekende := niet_bekend(stap, spoed.door, "spoed")):
        return onbekende
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


def _geen_reden(stap: Stap, noodzaak: str) -> str | None:
    """Why the contract does not let this be done at once here: no need, or no danger."""
    regel = stap.instrument.spoed
    if regel and regel.noodzaak == "ja":
        if noodzaak != "ja":
            return f"per direct kan alleen als de maatregel nodig is{stap.waarvoor}"
        if niets := _niets_acuuts(stap):
            return niets
    if regel and regel.acuut == "ja" and not stap.acuut:
        return "per direct kan hier alleen bij acuut gevaar, en dat is niet met feiten vastgelegd"
    return None


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
    """Until when the contract, or our policy, lets a hearing come afterwards; None without one."""
    regel = stap.instrument.spoed
    if stap.voorstel and regel and (eigen := regel.alsnog):
        ingaat = stap.voorstel.ingaat
        return bereken(ingaat, eigen, kalender_op(stap.register, ingaat, stap.contract)).uiterlijk
    beleid = termijnbeleid(stap.register, stap.dag)
    # where a contract gives no day for it: without our own policy it is unknown, not at once
    duur = beleid.horen_achteraf
    return bereken(stap.dag, duur, kalender_op(stap.register, stap.dag)).uiterlijk if duur else None
