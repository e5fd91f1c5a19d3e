"""Floor 8, wie: who is at work, by `--door`, CLM_DOOR or git's e-mail address."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.registers import wortel
from clm_cli.commands.vastleggen import git_email
from clm_cli.derivations.namen import Gevonden, kies
from clm_cli.derivations.namen import personen as bij_naam
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.organisatie import Persoon
from clm_cli.register import Register
from clm_cli.woorden import bedoelt


def wie(om: Omgeving, register: Register) -> str | None:
    """The id of the person; None when nobody in the register fits.

    Raises ClmFout for a `--door` that is unknown.
    """
    personen = register.organisatie.personen
    woord = om.door or git_email(wortel(om))
    gevonden = next(
        (
            p.id
            for p in personen
            if woord and (p.id == woord or woord.lower() in [e.lower() for e in p.email])
        ),
        None,
    )
    if om.door and gevonden is None:
        if isinstance(uit := kies(bij_naam(register), om.door), Gevonden):
            return uit.id
        if register.organisatiebestand is None:
            raise ClmFout(
                "organisatie.yaml is niet gelezen, dus wie u bent, is niet na te gaan.",
                nu=opdracht("controleer"),
            )
        nu = bedoelt(om.door, [p.id for p in personen])
        raise ClmFout(f"'{om.door}' is geen persoon in organisatie.yaml.", nu=nu)
    return gevonden


def persoon(om: Omgeving, register: Register) -> Persoon | None:
    """The same, as the register knows that person."""
    return register.persoon(wie(om, register) or "")


def schrijver(om: Omgeving, register: Register) -> str:
    """Who records; a fact without a name is refused."""
    gevonden = wie(om, register)
    if gevonden is None:
        namen = ", ".join(p.id for p in register.organisatie.personen)
        raise Geweigerd(
            "Bij elk feit staat wie het vastlegt, en dat is nu niet bekend",
            nu=f"geef --door met uw naam uit organisatie.yaml: {namen}",
        )
    return gevonden
