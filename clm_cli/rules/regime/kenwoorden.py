"""Floor 5, kenwoorden: by which words of a contract the word is known that a regime chooses.

The patterns are texts: a check of dossiers needs none of them, and to compile sixty costs a start.
"""

from __future__ import annotations

import re

from clm_cli.records.basis import Deel
from clm_cli.records.regime import (
    Aanleiding,
    Bewijsvorm,
    Bezwaarregeling,
    Gespreksrol,
    Kalenderregel,
    Ontvangstregel,
    Reeksregel,
    Regimetermijn,
    Schorsingsregel,
    Spoedregel,
    Zwijgregel,
)
from clm_cli.records.regimeregels import (
    Afronding,
    Bedragpost,
    Bedragregel,
    Cijferregel,
    Hoorregel,
    Maatstaf,
)

Kenwoorden = dict[str, str]


def _woorden(kent: str) -> str:
    return f"(?i){kent}"


def _kent(**per: str) -> Kenwoorden:
    return {naam.replace("_", "-"): _woorden(kent) for naam, kent in per.items()}


_NA_ONTVANGST = r"\b(na|bij|vanaf) (de )?ontvangst\b"
KENWOORDEN: tuple[tuple[type[Deel], str, Kenwoorden], ...] = (
    (
        Regimetermijn,
        "begin",
        _kent(
            ontvangst=_NA_ONTVANGST,
            ontvangst_bezwaar=_NA_ONTVANGST,
            ontvangst_plan=_NA_ONTVANGST,
            ontvangst_reactie=_NA_ONTVANGST,
            ontvangst_stuk=_NA_ONTVANGST,
            verzending=r"\bna (de )?(verzending|dagtekening)\b",
            ingang=r"\bna (de |haar |zijn )?ingang\b",
            gesprek=r"\bna (het|een|dat) \w*(gesprek|overleg)\b",
        ),
    ),
    (
        Regimetermijn,
        "tegen",
        _kent(
            einde_maand=r"\b(kalender)?maand\b",
            einde_kwartaal=r"\b(kalender)?kwartaal\b",
            einde_jaar=r"\b(kalender)?jaar\b",
        ),
    ),
    (
        Regimetermijn,
        "daarna",
        _kent(
            afgekeurd=r"\b(als|is (het|dat|dit|zij|hij)( plan)?) afgekeurd\b|is het plan afgekeurd",
            goedgekeurd=r"\b(als|is (het|dat|dit|zij|hij)( plan)?) goedgekeurd\b",
            staat_vast=r"\bstaa[nt]\b.* vast\b|\bvaststaa",
            vervallen=r"\bverval(t|len)\b",
        ),
    ),
    (Regimetermijn, "zelfde", _kent(ja=r"\b(de|het)zelfde tekortkoming\b")),
    (Spoedregel, "acuut", _kent(ja=r"\bacuut\b")),
    (
        Maatstaf,
        "grens",
        _kent(vanaf=r"\bof meer\b|\bvanaf\b|\bten minste\b", boven=r"\bmeer dan\b|\bboven\b"),
    ),
    (Regimetermijn, "recht", _kent(ja=r"\bvervalt (het|dit|dat|zijn|haar) recht\b")),
    (
        Ontvangstregel,
        "bewijs",
        _kent(
            vast=r"\book als\b|tegenbewijs is niet|geen tegenbewijs|onweerlegbaar",
            weerlegbaar=r"\bvermoed\b|\btenzij\b|behoudens tegenbewijs",
        ),
    ),
    (
        Kalenderregel,
        "laatste_dag",
        _kent(
            volgende_werkdag=r"volgende werkdag",
            niet=r"\bschui(ft|ven) niet\b|eindigt op die dag",
            vorige_werkdag=r"(voorafgaande|vorige|voorgaande) werkdag",
        ),
    ),
    (Kalenderregel, "kalender", _kent(feestdagen=r"goede vrijdag", atw=r"algemene termijnenwet")),
    (
        Zwijgregel,
        "gevolg",
        _kent(
            toegewezen=r"\btoegewezen\b|\bgegrond\b",
            afgewezen=r"\bafgewezen\b|\bongegrond\b",
        ),
    ),
    (
        Aanleiding,
        "periode",
        _kent(
            maand=r"\bmaand(en)?\b",
            kwartaal=r"\bkwarta(al|len)\b",
            halfjaar=r"\bhalf ?jaar\b|\bhalve jaren\b",
            jaar=r"(?<!half )\bjaar\b|(?<!halve )\bjaren\b",
        ),
    ),
    (Reeksregel, "regel", _kent(dezelfde=r"\b(dezelfde|hetzelfde)\b")),
    (
        Cijferregel,
        "te_laat",
        _kent(
            niet_gehaald=r"\bals niet (ge|be)haald\b",
            tot_het_er_is=r"\balsnog\b|\btotdat\b|\btot het er is\b",
        ),
    ),
    (
        Afronding,
        "wijze",
        _kent(
            half_omhoog=r"\bhalf\b|rekenkundig",
            omlaag=r"naar beneden",
            omhoog=r"naar boven",
        ),
    ),
    (
        Afronding,
        "decimalen",
        {
            "0": _woorden(r"\bhele\b"),
            "1": _woorden(r"\b(één|een|1) decimaal\b"),
            "2": _woorden(r"\b(twee|2) decimalen\b"),
        },
    ),
    (
        Bedragregel,
        "samen",
        _kent(hoogste=r"alleen het hoogste|eenmaal verschuldigd", som=r"\bopgeteld\b|\bsamen\b"),
    ),
    (
        Bedragpost,
        "afronden",
        _kent(omlaag=r"\belk heel\b|\bieder heel\b", omhoog=r"\bbegonnen\b|gedeelte daarvan"),
    ),
    (
        Regimetermijn,
        "tot",
        _kent(
            oordeel_plan=r"\boordeel\b(?! dat)|\bbeoordeelt\b",
            reactie=r"\breactie\b|\breage(ert|ren)\b",
            gesprek=r"\bgesprek\b|\bspreken\b",
            verbeterplan=r"\blevert\b",
            maatregel=r"\boplegt\b|\bopgelegd\b",
        ),
    ),
    (Bewijsvorm, "verschillend", _kent(ja=r"\bverschillende\b")),
    (Hoorregel, "opnieuw", _kent(ja=r"\bopnieuw\b|\bnogmaals\b")),
    (
        Gespreksrol,
        "verplicht",
        _kent(ja=r"\bten minste\b|\baltijd\b", nee=r"\b(kan|kunnen) .*uitgenodigd\b"),
    ),
    (Gespreksrol, "voorzitter", _kent(ja=r"\bvoorzit(ter)?\b")),
)
"""Of a field the words by which each of its values is known; a value without them is not judged."""

AARD: Kenwoorden = {
    "streven": _woorden(r"\bbij voorkeur\b|\bwaar mogelijk\b|\bzo ?veel mogelijk\b"),
    "kan": _woorden(r"\b(kan|kunnen|mag|mogen|het recht)\b(?! niet\b| alleen\b| geen\b)"),
    "moet": _woorden(r"\b(moet|moeten|dient|dienen|verplicht)\b(?! worden\b)"),
}
"""By which words a clause allows, obliges or states an aim."""
KAN_BINNEN = _woorden(r"\b(kan|kunnen|mag|mogen)\b.{0,60}\b(binnen|bezwaar|reageren)\b")
"""Of a term: that it is the acting in time that is allowed, and not what follows on it."""
OP_TIJD: Kenwoorden = {
    "ontvangen": _woorden(r"\b(is|zijn|hebben|heeft) ontvangen\b|\bontvangen (is|zijn)\b"),
    "verzonden": _woorden(r"\bverzonden\b|\bverzendt\b"),
}
"""By which words it is known what has to have happened on the last day."""
OPSCHORTING: tuple[tuple[type[Deel], str], ...] = (
    (Bezwaarregeling, "tijdig"),
    (Bezwaarregeling, "te_laat"),
    (Schorsingsregel, "regel"),
)
"""Where it stands what an objection does."""
MAANDDAG = ("lichter_op", "tegen_dagen")
"""The fields with days of the year."""
TREDEN = _woorden(r"\b(?:treden?|fasen?|stap(?:pen)?) (\d+(?:(?:, | en | of )\d+)*)")
"""The numbers of treden in a text."""
_MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december"
_DAG = _woorden(rf"\b(\d{{1,2}}) ({_MAANDEN.replace(' ', '|')})\b")


def maanddagen(tekst: str) -> list[str]:
    """The days of the year that a text names, as month and day."""
    namen = _MAANDEN.split()
    gevonden = (
        (namen.index(maand.lower()) + 1, int(dag)) for dag, maand in re.findall(_DAG, tekst)
    )
    return [f"{maand:02}-{dag:02}" for maand, dag in gevonden]
