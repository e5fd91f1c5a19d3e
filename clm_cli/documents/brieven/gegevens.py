"""Floor 6, gegevens: the head of every letter, and what letters about a case are filled with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from clm_cli.derivations.brieven.aankomst import vaste_ontvangst
from clm_cli.derivations.brieven.bijlagen import bijlagen, met_wat_zij_toont
from clm_cli.derivations.brieven.delen import stap
from clm_cli.derivations.brieven.delen.besluit import is_geheel
from clm_cli.derivations.brieven.delen.classificatie import uitkomsten
from clm_cli.derivations.brieven.delen.partijen import antwoordmail, buiten, postregel, wegen
from clm_cli.derivations.brieven.delen.termijnen import herstelbaar, iban_in_delen
from clm_cli.derivations.brieven.elementen import BEPALING, elementen
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import (
    gemeenten,
    mede,
    ondertekenaar,
    vertegenwoordigd,
    volmacht,
    voor_onszelf,
)
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.zinnen import bijlagewoord, opsomming, telwoord
from clm_cli.documents.brieven.dagen import daggegevens
from clm_cli.documents.brieven.stand import standgegevens
from clm_cli.documents.brieven.tekortkomingen import tekortkoming, verledengegevens
from clm_cli.documents.brieven.zaak import feitgegevens, zaakgegevens
from clm_cli.documents.document import Briefhoofd
from clm_cli.documents.veilig import Ruw, als_tekst, veil
from clm_cli.dossier import Contract, Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.brief import Uitnodiging
from clm_cli.records.regime import Doelgroep
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import met_hoofdletter


def briefhoofd(
    register: Register,
    dossier: Dossier,
    dag: date,
    velden: Iterable[tuple[str, str]],
    verzendwijze: str = "",
    aan: tuple[str, ...] = (),
) -> Briefhoofd:
    """To whom and with which references. Raises ClmFout when the provider's card cannot be read."""
    if dossier.aanbieder is None:
        raise ClmFout(
            f"De kaart van {dossier.id} is niet te lezen.", nu=f"clm controleer {dossier.id}"
        )
    adres, naam = dossier.aanbieder.record.postadres, dossier.naam(dag)
    wie = register.persoon(behandelaar(dossier, dag) or "")
    zaak = dossier.aanbieder.record.zaaknummer
    regels = [("Datum", datum_vol(dag)), *velden, *([("Zaaknummer", zaak)] if zaak else [])]
    regels += (
        [("Behandeld door", ", ".join(d for d in (wie.naam, wie.functie, wie.telefoon) if d))]
        if wie
        else []
    )
    bestuur = (
        naam.statutair if naam else dossier.id,
        f"T.a.v. {leiding(naam.statutair if naam else '')}",
        *adres.regels,
    )
    return Briefhoofd(
        verzendwijze, aan or bestuur, tuple(sorted(regels, key=lambda rij: rij[0] == "Betreft"))
    )


def leiding(naam: str) -> str:
    """Who leads the provider: a company has a 'directie', a foundation or association a 'bestuur'.

    The legal form stands at the end of the statutory name.
    """
    vorm = naam.replace(".", "").replace(" ", "").casefold()
    return "de directie" if vorm.endswith(("bv", "nv")) else "het bestuur"


def lezers(i: Inhoud) -> tuple[str, ...]:
    """For whom a memo or note is, as it stands in the window.

    Empty for a letter to the provider, so that nothing internal is ever addressed to it.
    """
    if i.soort.lezer == "aanbieder":
        return ()
    if i.kaart.aan:
        return i.kaart.aan
    if i.soort.lezer == "gemeenten":
        return tuple(f"Gemeente {g.naam}" for g in gemeenten(i)) or ("De gemeenten",)
    return (
        i.register.organisatie.naam,
        "Alleen voor intern gebruik",
    )


def _vul_aan(i: Inhoud) -> dict[str, str]:
    """What helps when a field of a template is not filled."""
    return {
        "ondertekenaar": "geef --ondertekenaar",
        "uiterlijk": f"clm escalatie maatregel {i.dossier.id}",
    }


def gegevens(i: Inhoud) -> dict[str, object]:
    """All that a letter's template may use.

    Terms come as days that were worked out, never to be computed there.
    """
    exhibits = bijlagen(i)
    uit: dict[str, object] = {
        **_partijen(i),
        **_overeenkomst(i),
        "eisen": {eis.element: eis.grond.tekst for eis in i.soort.eisen},
        "onderdelen": _onderdelen(i) if i.soort.van_regime else [],
        "tekortkomingen": [tekortkoming(i, t, nr) for nr, t in enumerate(i.tekortkomingen, 1)],
        "aantal": telwoord(len(i.tekortkomingen), "verplichting", "verplichtingen"),
        **verledengegevens(i),
        "datum": i.dag,
        "ontvangst": i.ontvangst,
        "treden_geteld": i.contract.regime.kent_treden,
        "ontvangst_vast": vaste_ontvangst(i.contract.regime, i.kaart.kanalen),
        **daggegevens(i.dagen),
        **_plan(i),
        "rekening": _rekening(i),
        "volmacht_bijlagen": bijlagewoord([r.nummer for r in exhibits if r.volmacht]),
        "teksten": {rij.onderdeel: rij.tekst for rij in i.kaart.teksten},
        "geheel": is_geheel(i.tekst("deel-of-geheel") or ""),
        "bijlagen": met_wat_zij_toont(i),
        "kenmerk": i.kaart.kenmerk or "",
        "uw_kenmerk": i.kaart.uw_kenmerk or "",
        "kop": kopteller(),
        "_nu": _vul_aan(i),
    }
    if tekent := ondertekenaar(i):
        uit["ondertekenaar"] = {"naam": tekent.naam, "functie": tekent.functie}
    if "onderbouwing" in i.soort.elementen:
        rijen = uitkomsten(i)
        uit["uitkomsten"] = rijen
        uit["beleid"] = next((rij["beleid"] for rij in rijen), "")
        uit["gekeken"] = opsomming(dict.fromkeys(r["groep"] for u in rijen for r in u["rijen"]))
    if i.kaart.uitnodiging:
        uit["uitnodiging"] = _uitnodiging(i.kaart.uitnodiging)
    return {**uit, **zaakgegevens(i), **feitgegevens(i), **standgegevens(i)}


def _plan(i: Inhoud) -> dict[str, object]:
    """What the contract wants of a plan that is asked for: in our words, and in its own."""
    return {
        "planinhoud": list(stap.plantitels(i)),
        "planbepalingen": list(stap.planbepalingen(i)),
    }


def _onderdelen(i: Inhoud) -> list[dict[str, object]]:
    """What the contract wants in a letter of its own kind beside what every measure tells."""
    return [
        {
            "titel": met_hoofdletter(rij.titel),
            "teksten": rij.teksten,
            "bepaling": rij.grond.tekst if rij.naam.startswith(BEPALING) else "",
        }
        for rij in elementen(i)
        if rij.grond and rij.teksten and rij.naam not in i.soort.elementen
    ]


def _partijen(i: Inhoud) -> dict[str, object]:
    """From whom and to whom, on whose behalf, and who handles it."""
    naam, namen = i.dossier.naam(i.dag), [g.naam for g in gemeenten(i)]
    wie = i.register.persoon(behandelaar(i.dossier, i.dag) or "")
    return {
        "aanbieder": naam.statutair if naam else i.dossier.id,
        "aanhef": f"Geacht{_buiging(naam.statutair if naam else '')}",
        "organisatie": i.register.organisatie.naam,
        "gemeenten": namen,
        "opdrachtgever": _partij(i),
        "namens": "" if voor_onszelf(i) else _namens(_anderen(i)),
        "mede": mede(i),
        "volmachten": [
            {"gemeente": g.naam, "stuk": v.stuk, "van": v.van}
            for g in vertegenwoordigd(i)
            if (v := volmacht(i, g))
        ],
        "behandelaar": wie.naam if wie else "",
        "functie": wie.functie if wie else "",
        "telefoon": (wie.telefoon or "") if wie else "",
        "antwoordmail": antwoordmail(i),
        "herstelbaar": herstelbaar(i),
        "antwoordwegen": wegen(i, antwoordmail(i)),
        "antwoordpost": postregel(i.register.organisatie),
    }


def _anderen(i: Inhoud) -> list[str]:
    """The municipalities that a letter is about, apart from the one that we are."""
    eigen = i.register.organisatie.gemeente
    return [g.naam for g in gemeenten(i) if g.id != eigen]


def _namens(namen: list[str]) -> str:
    return f"de gemeente{'n' if len(namen) > 1 else ''} {opsomming(namen)}" if namen else ""


def _uitnodiging(rij: Uitnodiging) -> dict[str, object]:
    return {**rij.model_dump(), "tijd": als_tekst(rij.tijd or "")}


def _rekening(i: Inhoud) -> dict[str, str]:
    """Where to pay, and with which reference; nothing while no account is known."""
    organisatie = i.register.organisatie
    if not organisatie.iban:
        return {}
    return {
        "iban": iban_in_delen(organisatie.iban),
        "naam": organisatie.tenaamstelling or organisatie.naam,
        "kenmerk": i.kaart.kenmerk or i.contract.kaart.record.nummer,
    }


def _buiging(naam: str) -> str:
    """The salutation: 'Geacht bestuur' and 'Geachte directie'."""
    wie = leiding(naam)
    return "e directie" if wie == "de directie" else " bestuur"


def _overeenkomst(i: Inhoud) -> dict[str, object]:
    """The contract that the letter is about, and those that it is not about."""
    kaart = i.contract.overeenkomst.kaart.record if i.contract.overeenkomst else None
    regime = i.contract.regime
    return {
        "overeenkomst": {
            "titel": kaart.titel if kaart else "overeenkomst",
            "gesloten": kaart.gesloten or "" if kaart else "",
        },
        "contract": opsomming(contracttekst(c) for c in i.contracten),
        "nummer": opsomming(c.kaart.record.nummer for c in i.contracten),
        "buiten": opsomming(contracttekst(c) for c in buiten(i)),
        "ladder": regime.ladder.in_brieven if regime.ladder else "de escalatie",
        "doelgroep": Doelgroep.van(regime),
        "briefzinnen": {rij.plaats: rij.tekst for rij in regime.briefzinnen},
        "bijlage": regime.bron.titel,
        "opties": opsomming(str(o.duur) for o, _ in i.contract.opties),
        "eindigt": duurstand(i.contract, i.dag).tot or "",
    }


def contracttekst(contract: Contract) -> str:
    """'JZ25-P1-031 (ambulant, perceel p1)'."""
    record = contract.kaart.record
    percelen = (
        {p.id: p.titel for p in contract.overeenkomst.kaart.record.percelen}
        if contract.overeenkomst
        else {}
    )
    deel = [
        *record.zorgvormen,
        *(
            f"perceel {percelen.get(p, p)}"
            for p in record.percelen
            if percelen.get(p, p).casefold() not in {v.casefold() for v in record.zorgvormen}
        ),
    ]
    return f"{record.nummer} ({', '.join(deel)})"


def _partij(i: Inhoud) -> str:
    """How the letter calls the buyer: in the word of the contract."""
    partij = next(
        (p for p in i.contract.regime.partijen if p.partij == "opdrachtgever"),
        None,
    )
    return (partij.in_brieven or f"de {partij.benaming}") if partij else "de opdrachtgever"


def kopteller() -> Any:
    """A function for templates that numbers headings: kop('Titel') is the next one."""
    stand = 0

    def kop(titel: object) -> Ruw:
        nonlocal stand
        stand += 1
        return Ruw(f"# {stand}\\. {veil(str(titel))}")

    return kop
