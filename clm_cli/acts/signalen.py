"""Floor 6, signalen: a signal is recorded, and municipalities are asked about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from clm_cli.acts.opgave import DIT, Aanvulling, Opgave, aangenomen
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import advies, opdracht
from clm_cli.derivations.signalen import te_openen
from clm_cli.derivations.termijnen import kalender_op, termijnbeleid
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Opening
from clm_cli.register import Register
from clm_cli.tijd.termijn import bereken
from clm_cli.voorstel import Navraag, Vermoeden


def signaal(opgave: Opgave) -> Aanvulling:
    """Who records a signal knows of it: since it came in, and at the latest since today."""
    boom, id_ = opgave.boom, opgave.dossier.id
    sinds = boom.get("ontvangen", boom["datum"])
    velden = aangenomen(opgave, bekend_bij=[{"wie": opgave.kop.door, "op": sinds}])
    if boom.get("acuut") == "ja":
        nu = advies(
            "bij acuut gevaar: bel nu, en begin een escalatie: {opening}",
            opening=te_openen(opgave.dossier),
        )
    else:
        nu = advies(
            "{uitvraag} en daarna {afgerond}",
            uitvraag=opdracht("signaal", "uitvraag", id_, DIT),
            afgerond=opdracht("actie", "afgerond", id_, DIT),
        )
    # J36, J38: who acts at once or gives a shorter term, rests on what the danger appears from
    gevaar = Navraag(
        "acuut_feiten",
        waarom="Zonder deze feiten rust er geen maatregel per direct of kortere termijn op.",
        mits="acuut",
    )
    return Aanvulling(velden, tuple(velden), nu, navraag=(gevaar,))


def te_noemen(dossier: Dossier, opening: Mapping[str, Any]) -> tuple[Navraag, ...]:
    """The question which signals led to an opening, with those about what falls short."""
    signalen = dossier.van(Signaal)
    if not signalen:
        return ()
    rijen = [r for r in opening.get("tekortkomingen") or () if isinstance(r, Mapping)]
    tekort = {dossier.een_naam(str(rij.get("verplichting"))) for rij in rijen}
    al = {
        een for zaak in dossier.escalaties for f in zaak.van(Opening) for een in f.record.signalen
    }
    vrij = [f for f in signalen if f.id not in al]  # what led to another case, led to that one
    ids = [f.id for f in vrij if dossier.een_naam(f.record.verplichting, f.pad) in tekort]
    zin = f"{opsomming(ids)}: over {'een' if len(ids) > 1 else 'de'} genoemde verplichting"
    return (Navraag("signalen", vermoed={"signalen": Vermoeden(ids, zin)} if ids else {}),)


def uitvraag(opgave: Opgave) -> Aanvulling:
    """Asks the municipalities that the signal names, within the time of the own policy."""
    dossier = opgave.dossier
    doel = dossier.vind(str(opgave.boom.get("bij", "")))
    if doel is None or not isinstance(doel.bestand.record, Signaal):
        bekend = ", ".join(b.id for b in dossier.van(Signaal)) or "er is er nog geen"
        raise ClmFout("Een uitvraag gaat over een signaal.", nu=f"noem het signaal: {bekend}")
    dag = uitvraagtermijn(opgave.register, opgave.boom["datum"])
    velden = aangenomen(
        opgave,
        gemeenten=list(dict.fromkeys(doel.bestand.record.gemeenten)),
        uiterlijk=dag.isoformat() if dag else None,
    )
    return Aanvulling(
        {"bij": doel.bestand.id, **velden}, tuple(velden), volgende(opgave.soort, dossier.id)
    )


def uitvraagtermijn(register: Register, dag: str) -> date | None:
    """The day by which an answer is asked, by the own policy; None without one."""
    start = date.fromisoformat(dag)
    beleid = termijnbeleid(register, start)
    if beleid.antwoord_uitvraag is None:
        return None
    return bereken(start, beleid.antwoord_uitvraag, kalender_op(register, start)).uiterlijk
