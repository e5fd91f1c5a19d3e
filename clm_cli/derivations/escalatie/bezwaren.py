"""Floor 4, bezwaren: the right to object, whether it was used in time, and the talk after it."""

from __future__ import annotations

from datetime import date, timedelta

from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import niemand_weet_wie, zonder_mandaat
from clm_cli.derivations.brieven.aankomst import (
    binnengekomen,
    geen_schrift,
    niet_schriftelijk,
    telt,
)
from clm_cli.derivations.escalatie.maatregeltermijnen import termijn, termijnduur
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import Genomen, einde_van
from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.termijnen import Anker, Termijn, begin_van, regel_van, regimetermijn
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Verzonden
from clm_cli.records.escalatie import (
    Beslissing,
    Bezwaar,
    Geschil,
)
from clm_cli.records.regime import Bezwaarregeling, Regimetermijn, Vraagregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


def regeltermijn(genomen: Genomen, soort: str) -> Regimetermijn | None:
    """The term of one kind that the contract attaches to this instrument."""
    return regimetermijn(genomen.contract, genomen.record.instrument, soort)


def bezwaartermijn(genomen: Genomen) -> Termijn | None:
    """Until when the provider may object; None where the contract gives no such right."""
    regel = regeltermijn(genomen, "bezwaar")
    return termijn(genomen, regel, termijnduur(genomen, regel)[0]) if regel else None


def regeling(genomen: Genomen) -> Bezwaarregeling | None:
    """What the contract says on objections; None when it says nothing."""
    return genomen.contract.regime.bezwaar


def geldende_regel(genomen: Genomen, regel: Vraagregel | None) -> str | None:
    """What holds on a point of the objection; None when it is open, or the contract is silent."""
    return regel_van(genomen.register, genomen.contract.regime, regel, genomen.record.datum)


def op_tijd(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> Uitspraak:
    """Whether an objection came in the right form and by the last day.

    Late is only said when the receipt of our letter is recorded.
    """
    record, regel, regels = bezwaar.record, bezwaartermijn(genomen), regeling(genomen)
    # Without a right of objection (the second contract) it is a reaction like any other.
    if regel is None:
        return nee("deze overeenkomst kent hier geen bezwaar; het telt als reactie", bezwaar.plek())
    if vorm := _van_wie_en_hoe(
        genomen, bezwaar, geschreven=regels is None or regels.schriftelijk == "ja"
    ):
        return vorm
    if regel.uiterlijk is None:
        return _zonder_dag(genomen, bezwaar, regel)
    maat = geldende_regel(genomen, regels.op_tijd if regels else None)
    dag = record.ontvangen if maat == "ontvangen" else record.verzonden or record.ontvangen
    # Where the contract does not say whether sending or receipt counts, both in time is in time.
    if dag <= regel.uiterlijk and (maat is not None or record.ontvangen <= regel.uiterlijk):
        return ja(
            f"op tijd: {datum_vol(dag)}, de laatste dag is {datum_vol(regel.uiterlijk)}",
            bezwaar.plek(),
        )
    zin = f"na de laatste dag, {datum_vol(regel.uiterlijk)}"
    # 'Late' takes a right away, so it is never said on an assumed receipt of our letter (J45).
    if regel.voorlopig:
        return onbekend(
            f"{zin}; maar de ontvangst van onze brief is niet vastgelegd", bezwaar.plek()
        )
    if dag <= regel.uiterlijk:
        return onbekend(
            f"verzonden op tijd en ontvangen {zin}; het contract zegt niet wat telt", bezwaar.plek()
        )
    if record.verzonden is None and maat != "ontvangen":
        return onbekend(f"ontvangen {zin}; vraag wanneer het is verzonden", bezwaar.plek())
    return nee(f"te laat: {datum_vol(dag)}, {zin}", bezwaar.plek())


def _zonder_dag(genomen: Genomen, bezwaar: Bestand[Bezwaar], regel: Termijn) -> Uitspraak:
    """An objection while no last day is known."""
    brief = genomen.brief
    kanalen = [f.record.kanaal for f in brief.van(Verzonden)] if brief else []
    # What was told in no written way started no term: a right that did not begin cannot lapse.
    if brief and (zin := niet_schriftelijk(genomen.dossier, brief, kanalen)):
        return ja(f"er loopt nog geen termijn: {zin}", bezwaar.plek())
    return onbekend(f"de laatste dag is niet bekend: {regel.omdat[0].tekst}", bezwaar.plek())


def _van_wie_en_hoe(
    genomen: Genomen, bezwaar: Bestand[Bezwaar], *, geschreven: bool
) -> Uitspraak | None:
    """What stands in the way apart from the day: who objects, and not in writing."""
    record = bezwaar.record
    # J45: the right is the provider's; what somebody else sends is a reaction.
    if record.indiener == "ander":
        zin = "het bezwaar is niet van de aanbieder of zijn gemachtigde; het telt als reactie"
        return nee(zin, bezwaar.plek("indiener"))
    if record.indiener == "onbekend":
        zin = "onbekend of het bezwaar van de aanbieder of zijn gemachtigde is"
        return onbekend(zin, bezwaar.plek("indiener"))
    # A contract may say which ways are writing; then what came by another is none.
    post = binnengekomen(genomen.dossier, record.brief, bezwaar.pad)
    if geschreven and post and not telt(genomen.contract.regime, post.kanaal):
        zin = geen_schrift(genomen.contract.regime, (post.kanaal,))
        return nee(zin, bezwaar.plek("brief"))
    # J45: in writing; whether mail is that, the record says and not the code.
    if record.schriftelijk == "ja" or not geschreven:
        return None
    if record.schriftelijk == "nee":
        return nee("het bezwaar is niet schriftelijk", bezwaar.plek("schriftelijk"))
    return onbekend("onbekend of het bezwaar schriftelijk is", bezwaar.plek("schriftelijk"))


def ingetrokken(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> date | None:
    """The day of withdrawal: said in the objection itself, or followed up as lapsed."""
    later = stand(genomen.dossier, bezwaar.id).gesloten
    return bezwaar.record.ingetrokken or (later.record.datum if later else None)


def beslissingen(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> list[Bestand[Beslissing]]:
    """Our decisions on an objection: what is dated before it came in decided on nothing."""
    return [
        f for f in genomen.bij(Beslissing, bezwaar) if f.record.datum >= bezwaar.record.ontvangen
    ]


def bevoegd_beslist(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> list[Bestand[Beslissing]]:
    """The decisions on an objection by who might take the measure itself.

    What somebody else decided does not bind whom it was done for (3:66, 3:69 BW): what an objection
    holds up stays held up, until who may decides. What he gave up, they may rely on (3:61 lid 2).
    """
    trede = genomen.record.trede
    return [
        f
        for f in beslissingen(genomen, bezwaar)
        if f.record.uitkomst == "ingetrokken"
        or not zonder_mandaat(genomen.register, f.record.besloten_door, trede, f.record.datum)
    ]


def onbevoegd_beslist(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> Reden | None:
    """That an objection was decided on, and only by who may not; None otherwise."""
    beslist = beslissingen(genomen, bezwaar)
    if not beslist or bevoegd_beslist(genomen, bezwaar):
        return None
    feit = beslist[-1]
    wie, dag = feit.record.besloten_door, datum_vol(feit.record.datum)
    mis = niemand_weet_wie(genomen.register, wie) or (
        f"{genomen.register.naam_van(wie)} had daarvoor geen mandaat"
    )
    zin = f"de beslissing van {dag} beëindigt dat niet: {mis}"
    return Reden(zin, feit.plek("besloten_door"))


def beslistermijn(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> Termijn | None:
    """Until when we decide on an objection; None where the contract sets no term for it."""
    regel, ontvangen = regeltermijn(genomen, "beslissing"), bezwaar.record.ontvangen
    if regel is None:
        return None
    reden = Reden(f"bezwaar ontvangen op {datum_vol(ontvangen)}", bezwaar.plek("ontvangen"))
    anker = Anker("ontvangst-bezwaar", ontvangen, reden)
    return termijn(genomen, regel, termijnduur(genomen, regel)[0], anker)


def verzwegen(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> date | None:
    """The last day to decide, where it passed without a decision and the contract says what then.

    A decision in time counts on its own day, also when it was told later; what was too late, came
    from somebody else or was withdrawn by then is no objection that silence grants.
    """
    regels, uiterlijk = regeling(genomen), beslistermijn(genomen, bezwaar)
    if regels is None or regels.zwijgen is None or uiterlijk is None or not uiterlijk.uiterlijk:
        return None
    dag, weg = uiterlijk.uiterlijk, ingetrokken(genomen, bezwaar)
    beslist = any(f.record.datum <= dag for f in beslissingen(genomen, bezwaar))
    if genomen.vandaag <= dag or beslist or (weg and weg <= dag):
        return None
    return dag if op_tijd(genomen, bezwaar).antwoord == "ja" else None


@value
class Verval:
    """That a measure lapsed: the first day on which it is gone, and why."""

    dag: date
    reden: Reden


def vervallen(genomen: Genomen) -> Verval | None:
    """That a measure lapsed because an objection to it was not decided on in time."""
    regels = regeling(genomen)
    if regels is None or regels.zwijgen is None or regels.zwijgen.gevolg != "toegewezen":
        return None
    for bezwaar in genomen.bij(Bezwaar):
        if dag := verzwegen(genomen, bezwaar):
            zin = (
                f"op het bezwaar is niet beslist tot en met {datum_vol(dag)}: het is toegewezen "
                f"({regels.zwijgen.grond.eis})"
            )
            return Verval(dag + timedelta(days=1), Reden(zin, bezwaar.plek()))
    return None


def blijft(genomen: Genomen) -> bool:
    """Whether a measure stands or stood: it was not taken back, and did not lapse by our silence.

    What it imposed fills a cap, and is imposed once for what it was about.
    """
    return not genomen.teruggenomen and vervallen(genomen) is None


def loopt(genomen: Genomen) -> bool:
    """Whether nothing ended a measure, and it did not lapse by our silence."""
    einde = einde_van(genomen.dossier, genomen.escalatie, genomen.maatregel)
    return einde is None and vervallen(genomen) is None


def geschillen(genomen: Genomen) -> list[Bestand[Geschil]]:
    """The disputes about a measure, also those that follow an objection."""
    return [
        *genomen.bij(Geschil),
        *(f for b in genomen.bij(Bezwaar) for f in genomen.bij(Geschil, b)),
    ]


def op_directieniveau(genomen: Genomen, geschil: Geschil) -> bool:
    """Whether a talk is the one that the contract asks: of both directors, where it says so."""
    # J46: 'op directieniveau tussen SDFL en jeugdhulpaanbieder'
    if regeltermijn(genomen, "directiegesprek") is None:
        return True
    return geschil.directie_opdrachtgever is not None and geschil.directie_aanbieder is not None


def geschil_van(genomen: Genomen, regel: Regimetermijn) -> tuple[date, Bestand[Deel]] | None:
    """Since when a dispute asks for a talk; None when there is none, or the talk was held."""
    return (
        None
        if any(
            f.record.gehouden and op_directieniveau(genomen, f.record) for f in geschillen(genomen)
        )
        else geschil_sinds(genomen, regel)
    )


def geschil_sinds(genomen: Genomen, regel: Regimetermijn) -> tuple[date, Bestand[Deel]] | None:
    """Since when there is a dispute, whether the talk was held or not."""
    rijen = geschillen(genomen)
    begin, _ = begin_van(genomen.register, genomen.contract, regel, genomen.record.datum)
    bronnen: list[tuple[date, Bestand[Deel]]] = [(f.record.datum, f) for f in rijen]
    # J46: by this reading a timely objection is a dispute, and the ten days run from it.
    if begin == "ontvangst-bezwaar":
        telt = [
            b
            for b in genomen.bij(Bezwaar)
            if not ingetrokken(genomen, b) and op_tijd(genomen, b).antwoord != "nee"
        ]
        bronnen += [(b.record.ontvangen, b) for b in telt]
    return min(bronnen, key=lambda rij: (rij[0], rij[1].pad), default=None)


def verzenden_volstaat(genomen: Genomen) -> bool:
    """Whether an objection is in time when it was sent on the last day."""
    regels = regeling(genomen)
    return geldende_regel(genomen, regels.op_tijd if regels else None) == "verzonden"
