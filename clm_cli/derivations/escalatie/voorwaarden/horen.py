"""Floor 4, horen: whether a shortcoming was investigated and the provider was heard on it."""

from __future__ import annotations

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.onverwerkt import brak_het_zwijgen
from clm_cli.derivations.escalatie.stap import Stap, laatste, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend
from clm_cli.derivations.escalatie.voorwaarden.bevoegd import mag_tekenen
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import (
    Onderzoek,
    Wederhoor,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import werkdagen_tussen
from clm_cli.tijd.termijn import bereken


def _onderzoeken(stap: Stap, tekortkoming: str) -> list[Bestand[Onderzoek]]:
    return [f for f in stap.van(Onderzoek) if tekortkoming in f.record.tekortkomingen]


def onderzoek(stap: Stap) -> Uitspraak:  # J36, S08
    """Elke tekortkoming is onderzocht en de bevindingen liggen vast."""
    if spoed := _spoed(stap):
        return spoed
    uit = []
    for id_ in stap.ids():
        gevonden = laatste(_onderzoeken(stap, id_))
        uit.append(
            ja(f"{id_} is onderzocht op {datum_vol(gevonden.record.datum)}", gevonden.plek())
            if gevonden
            else nee(f"{id_} is niet onderzocht")
        )
    return alle(uit)


def wederhoor(stap: Stap) -> Uitspraak:  # J36, S08
    """De aanbieder is op de laatste bevindingen gehoord, of zweeg tot na een redelijke termijn."""
    if spoed := _spoed(stap):
        return spoed
    return alle(_gehoord(stap, id_) for id_ in stap.ids())


def _gehoord(stap: Stap, tekortkoming: str) -> Uitspraak:
    onderzoeken = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not onderzoeken:
        return nee(f"{tekortkoming}: er zijn geen bevindingen om op te horen")
    return alle(_gehoord_op(stap, tekortkoming, onderzoek_) for onderzoek_ in onderzoeken)


def _gehoord_op(stap: Stap, tekortkoming: str, onderzoek_: Bestand[Onderzoek]) -> Uitspraak:
    rijen = [
        f
        for f in stap.van(Wederhoor)
        if (d := stap.dossier.vind(f.record.bij, f.pad)) and d.bestand.pad == onderzoek_.pad
    ]
    return een(
        (_horen(stap, f) for f in rijen),
        (
            f"{tekortkoming}: de aanbieder is niet gehoord op de bevindingen van "
            f"{datum_vol(onderzoek_.record.datum)}"
        ),
    )


def _horen(stap: Stap, feit: Bestand[Wederhoor]) -> Uitspraak:
    record, tot = feit.record, datum_vol(feit.record.termijn_tot)
    # J36, S08: heard is heard, also before the end of the term.
    if record.gehoord and record.gehoord <= stap.dag:
        return ja(f"gehoord op {datum_vol(record.gehoord)}", feit.plek("gehoord"))
    if stap.dag <= record.termijn_tot:
        return nee(
            f"uitgenodigd; de aanbieder kan nog tot en met {tot} reageren", feit.plek("termijn_tot")
        )
    if record.wijze != "geen reactie":
        return onbekend(
            f"de termijn liep tot en met {tot}; leg vast of er een reactie kwam", feit.plek("wijze")
        )
    return _gezwegen(stap, feit)


def _gezwegen(stap: Stap, feit: Bestand[Wederhoor]) -> Uitspraak:
    """Whether silence counts: past a fair term, and recorded after it (J36, S08)."""
    record, tot = feit.record, datum_vol(feit.record.termijn_tot)
    if post := brak_het_zwijgen(stap.blik, stap.escalatie, record):
        return onbekend(post.tekst, post.reden.plek)
    if record.datum <= record.termijn_tot or record.termijn_tot <= record.uitgenodigd:
        return nee(
            f"'geen reactie' is vastgelegd vóór het einde van een redelijke termijn ({tot})",
            feit.plek("wijze"),
        )
    kalender = kalender_op(stap.register, record.uitgenodigd)
    beleid = termijnbeleid(stap.register, record.uitgenodigd)
    # Neither contract says what is fair: our own policy is the least, where there is one.
    if beleid and beleid.wederhoor:
        minst = bereken(record.uitgenodigd, beleid.wederhoor, kalender).uiterlijk
        if record.termijn_tot < minst:
            return nee(
                f"de termijn tot en met {tot} is korter dan ons beleid van {beleid.wederhoor}: "
                f"ten minste tot en met {datum_vol(minst)}",
                feit.plek("termijn_tot"),
            )
    aantal = werkdagen_tussen(record.uitgenodigd, record.termijn_tot, kalender)
    return ja(
        f"uitgenodigd op {datum_vol(record.uitgenodigd)}, en geen reactie tot en met {tot}: "
        f"{aantal} {'werkdag' if aantal == 1 else 'werkdagen'}",
        feit.plek("wijze"),
    )


def tegen_spoed(stap: Stap) -> str | None:
    """Why this instrument may not go before the hearing here; None when it may."""
    regel = stap.instrument.spoed
    if regel is None:
        return "dit instrument kan niet per direct"
    if regel.lezing and not stap.geldt(regel.lezing):
        return f"lezing {regel.lezing.vraag}: horen gaat altijd vooraf"
    return None


def _spoed(stap: Stap) -> Uitspraak | None:
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
    if tegen is None and not mag_tekenen(stap, spoed.door):
        tegen = (
            f"{stap.register.naam_van(spoed.door)} mag niet ondertekenen tot en met trede "
            f"{stap.trede}"
        )
    return (
        nee(tegen, plek)
        if tegen
        else ja(
            f"per direct, alsnog uiterlijk {datum_vol(spoed.alsnog_uiterlijk)}: {spoed.alsnog}",
            plek,
        )
    )


def niet_nakoming(stap: Stap, tekortkoming: str) -> Uitspraak:
    """What the last investigation says about non-compliance."""
    gevonden = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not gevonden:
        return nee(f"{tekortkoming} is niet onderzocht")
    standen = {f.record.niet_nakoming for f in gevonden}
    if len(standen) > 1:
        return onbekend(
            f"{tekortkoming}: twee onderzoeken van één dag spreken elkaar tegen",
            gevonden[0].plek("niet_nakoming"),
        )
    zin = {
        "ja": "wordt niet nagekomen",
        "nee": "wordt nagekomen",
        "onbekend": "is onbekend of wordt nagekomen",
    }[gevonden[0].record.niet_nakoming]
    return Uitspraak(
        gevonden[0].record.niet_nakoming,
        (Reden(f"volgens het onderzoek {zin}", gevonden[0].plek("niet_nakoming")),),
    )
