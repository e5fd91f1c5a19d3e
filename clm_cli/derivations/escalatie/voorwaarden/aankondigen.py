"""Floor 4, aankondigen: whether a measure was announced so long before it takes effect."""

from __future__ import annotations

from datetime import date

from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitnodiging import als_bericht, bereikt_met
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend, vraagt
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.records.maatregel import Aankondiging, Maatregel
from clm_cli.records.regimeregels import Aankondigingsregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken


def aangekondigd(stap: Stap) -> Uitspraak:
    """De maatregel is zo lang voor de ingang aangekondigd als het contract bij de trede zegt."""
    regel = stap.regime_trede.aankondiging
    if regel is None:
        return ja("het contract vraagt bij deze trede geen aankondiging")
    if stap.voorstel is None:
        return vraagt(
            f"kondig de maatregel {regel.termijn} voor de ingang aan, en noem wanneer dat is "
            "ontvangen (--aankondiging)",
            "aankondiging.brief",
        )
    if _vervalt(stap, stap.voorstel, regel):
        return ja("de aankondiging vervalt bij acuut gevaar", stap.plek("spoed"))
    if stap.voorstel.aankondiging is None:
        return nee("de maatregel is niet aangekondigd", stap.plek())
    return _op_tijd(stap, stap.voorstel, stap.voorstel.aankondiging, regel)


def _vervalt(stap: Stap, voorstel: Maatregel, regel: Aankondigingsregel) -> bool:
    return regel.vervalt_bij_acuut == "ja" and voorstel.spoed is not None and stap.acuut


def _op_tijd(
    stap: Stap, voorstel: Maatregel, gezegd: Aankondiging, regel: Aankondigingsregel
) -> Uitspraak:
    """Whether it was received by the last day, counted back from the day of effect."""
    plek, ingaat = stap.plek("aankondiging"), voorstel.ingaat
    kalender = kalender_op(stap.register, ingaat, stap.contract, "aankondiging")
    laatste = bereken(ingaat, regel.termijn, kalender, terug=True).uiterlijk
    ontvangst, dag = _ontvangen(stap, gezegd)
    if ontvangst is not None and ontvangst.antwoord == "nee":
        return ontvangst
    if dag > laatste:
        return nee(
            f"aangekondigd op {datum_vol(dag)}; voor ingang op {datum_vol(ingaat)} was "
            f"{datum_vol(laatste)} de laatste dag",
            plek,
        )
    if ontvangst is not None and ontvangst.antwoord == "onbekend":
        return onbekend(ontvangst.tekst, plek)
    return ja(f"aangekondigd op {datum_vol(dag)}, {regel.termijn} voor de ingang", plek)


def _ontvangen(stap: Stap, gezegd: Aankondiging) -> tuple[Uitspraak | None, date]:
    """How the announcement that is named reached the provider, and the day that counts."""
    maatregel = stap.maatregel
    doel = stap.dossier.vind(gezegd.brief, maatregel.pad) if gezegd.brief and maatregel else None
    bericht = als_bericht(stap.dossier, doel.bestand) if doel else None
    if bericht is None:
        return None, gezegd.ontvangen
    uitspraak, dag = bereikt_met(stap, bericht, "aankondiging")
    return uitspraak, dag or gezegd.ontvangen
