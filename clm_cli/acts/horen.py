"""Floor 6, horen: what is asked of a talk in which the provider could speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clm_cli.acts.escalatie import bij_feit
from clm_cli.acts.opgave import Aanvulling, Opgave
from clm_cli.derivations.brieven.post import genoemd
from clm_cli.derivations.escalatie.hoortermijn import redelijk_tot, te_kort_gehad
from clm_cli.derivations.escalatie.uitnodiging import brief_over
from clm_cli.dossier import Brief, Escalatie
from clm_cli.records.brief import Verzonden
from clm_cli.records.escalatie import Onderzoek
from clm_cli.tijd.datum import datum_vol, lees_datum
from clm_cli.voorstel import Navraag, Vermoeden


def wederhoor(opgave: Opgave) -> Aanvulling:
    """What was said; and whether it was all, of who can still answer, or had too little time."""
    uit, boom = bij_feit(opgave), opgave.boom
    uit = replace(uit, vermoed=_volgens_brief(opgave, str(boom.get("bij", uit.velden.get("bij")))))
    zei = () if boom.get("bijlagen") else (Navraag("reactie", mits="gehoord"),)
    try:
        tot, van = (lees_datum(str(boom.get(veld, ""))) for veld in ("termijn_tot", "uitgenodigd"))
        had = max(tot, lees_datum(str(boom.get("gehoord") or tot)))
    except ValueError:
        return uit  # the record itself is refused, with its place
    vandaag, redelijk = opgave.blik.vandaag, redelijk_tot(opgave.blik.register, van)
    alles = tot > vandaag or te_kort_gehad(van, had, redelijk, vandaag)
    klaar = (Navraag("uitgesproken", mits="gehoord"),) if alles else ()
    return replace(uit, navraag=(*zei, *klaar))


def _volgens_brief(opgave: Opgave, bij: str) -> Mapping[str, Vermoeden]:
    """The days of our letter on these findings: when it went, and until when it lets him answer."""
    brief = _brief(opgave, bij)
    if brief is None:
        return {}
    dagen = {
        "uitgenodigd": min((f.record.datum for f in brief.van(Verzonden)), default=None),
        "termijn_tot": max((rij.datum for rij in genoemd(brief, "antwoord")), default=None),
    }
    return {
        veld: Vermoeden(dag.isoformat(), f"{datum_vol(dag)}, volgens {brief.id}")
        for veld, dag in dagen.items()
        if dag
    }


def _brief(opgave: Opgave, bij: str) -> Brief | None:
    stam = bij.rsplit("/", 1)[-1]
    feit = next((f for f in opgave.als(Escalatie).feiten if f.stam == stam), None)
    return brief_over(opgave.dossier, feit.pad) if feit else None


_ZWEEG = "geen reactie"
_ONGEZEGD = {
    "gehoord": "op welke dag de aanbieder is gehoord, staat er niet bij",
    "reactie": "wat de aanbieder zei, staat er niet bij",
    "uitgesproken": "of de aanbieder zei dat hij niets meer toevoegt, staat er niet bij",
}


def bij_wederhoor(opgave: Opgave) -> tuple[str, ...]:
    """What keeps a hearing from counting: too early for the findings, or not all of it said."""
    return (*_te_vroeg(opgave), *_te_kort(opgave), *_ongezegd(opgave))


def _te_kort(opgave: Opgave) -> tuple[str, ...]:
    """A day before the one that our letter names: that one holds (3:35 BW)."""
    gedrukt = _volgens_brief(opgave, str(opgave.boom.get("bij", ""))).get("termijn_tot")
    if gedrukt is None or str(opgave.boom.get("termijn_tot", "")) >= str(gedrukt.waarde):
        return ()
    return (f"de aanbieder mag reageren tot en met {gedrukt.zin}: die dag geldt",)


def _ongezegd(opgave: Opgave) -> tuple[str, ...]:
    """That somebody was heard and not when, or what a terminal asks of it and was left open."""
    boom = opgave.boom
    open_ = [
        rij.veld
        for rij in wederhoor(opgave).navraag
        if boom.get(rij.mits) and boom.get(rij.veld, "onbekend") == "onbekend"
    ]
    if boom.get("wijze", _ZWEEG) != _ZWEEG and not boom.get("gehoord"):
        open_ = ["gehoord"]
    return tuple(
        f"{_ONGEZEGD[veld]} (--{veld}): zo telt dit horen nog niet; vul dit feit aan met "
        "clm correctie, leg het niet nog een keer vast"
        for veld in open_
    )


def _te_vroeg(opgave: Opgave) -> tuple[str, ...]:
    """Who was invited before the findings were there, was not heard on them (J35)."""
    bij = str(opgave.boom.get("bij", "")).rsplit("/", 1)[-1]
    gevonden = [f for f in opgave.als(Escalatie).van(Onderzoek) if f.stam == bij]
    try:
        dag = lees_datum(str(opgave.boom.get("uitgenodigd", "")))
    except ValueError:
        return ()  # the record itself is refused, with its place
    return tuple(
        f"uitgenodigd op {datum_vol(dag)}, vóór de bevindingen van {datum_vol(f.record.datum)}: "
        "zo is op die bevindingen niet gehoord"
        for f in gevonden
        if dag < f.record.datum
    )


def geschil(opgave: Opgave) -> Aanvulling:
    """Of the talk at directors' level (J46), when it was held: who was there, and what came of it.

    A dispute may well be recorded before the talk; then that is open.
    """
    van_gesprek = ("directie_opdrachtgever", "directie_aanbieder", "uitkomst")
    rijen = (Navraag("gehouden"), *(Navraag(veld, mits="gehouden") for veld in van_gesprek))
    return replace(bij_feit(opgave), navraag=rijen)
