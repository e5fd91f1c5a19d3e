"""The oracle for terms: Dutch holidays 2015-2035 typed out by hand, counted by numpy.

Nothing here comes from clm: no import, no table, no formula. The dates were written down one by one
(Algemene termijnenwet art. 3 lid 1 and 2, the royal decrees of lid 3) before the code existed.
Where clm
and this file differ, one of the two has a mistake.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

EERSTE_JAAR, LAATSTE_JAAR = 2015, 2035

NIEUWJAARSDAG = [
    "2015-01-01",
    "2016-01-01",
    "2017-01-01",
    "2018-01-01",
    "2019-01-01",
    "2020-01-01",
    "2021-01-01",
    "2022-01-01",
    "2023-01-01",
    "2024-01-01",
    "2025-01-01",
    "2026-01-01",
    "2027-01-01",
    "2028-01-01",
    "2029-01-01",
    "2030-01-01",
    "2031-01-01",
    "2032-01-01",
    "2033-01-01",
    "2034-01-01",
    "2035-01-01",
]
GOEDE_VRIJDAG = [
    "2015-04-03",
    "2016-03-25",
    "2017-04-14",
    "2018-03-30",
    "2019-04-19",
    "2020-04-10",
    "2021-04-02",
    "2022-04-15",
    "2023-04-07",
    "2024-03-29",
    "2025-04-18",
    "2026-04-03",
    "2027-03-26",
    "2028-04-14",
    "2029-03-30",
    "2030-04-19",
    "2031-04-11",
    "2032-03-26",
    "2033-04-15",
    "2034-04-07",
    "2035-03-23",
]
TWEEDE_PAASDAG = [
    "2015-04-06",
    "2016-03-28",
    "2017-04-17",
    "2018-04-02",
    "2019-04-22",
    "2020-04-13",
    "2021-04-05",
    "2022-04-18",
    "2023-04-10",
    "2024-04-01",
    "2025-04-21",
    "2026-04-06",
    "2027-03-29",
    "2028-04-17",
    "2029-04-02",
    "2030-04-22",
    "2031-04-14",
    "2032-03-29",
    "2033-04-18",
    "2034-04-10",
    "2035-03-26",
]
KONINGSDAG = [  # a Sunday moves to Saturday the 26th: 2025 and 2031
    "2015-04-27",
    "2016-04-27",
    "2017-04-27",
    "2018-04-27",
    "2019-04-27",
    "2020-04-27",
    "2021-04-27",
    "2022-04-27",
    "2023-04-27",
    "2024-04-27",
    "2025-04-26",
    "2026-04-27",
    "2027-04-27",
    "2028-04-27",
    "2029-04-27",
    "2030-04-27",
    "2031-04-26",
    "2032-04-27",
    "2033-04-27",
    "2034-04-27",
    "2035-04-27",
]
BEVRIJDINGSDAG = [
    "2015-05-05",
    "2016-05-05",
    "2017-05-05",
    "2018-05-05",
    "2019-05-05",
    "2020-05-05",
    "2021-05-05",
    "2022-05-05",
    "2023-05-05",
    "2024-05-05",
    "2025-05-05",
    "2026-05-05",
    "2027-05-05",
    "2028-05-05",
    "2029-05-05",
    "2030-05-05",
    "2031-05-05",
    "2032-05-05",
    "2033-05-05",
    "2034-05-05",
    "2035-05-05",
]
BEVRIJDINGSDAG_LUSTRUM = ["2015-05-05", "2020-05-05", "2025-05-05", "2030-05-05", "2035-05-05"]
HEMELVAARTSDAG = [
    "2015-05-14",
    "2016-05-05",
    "2017-05-25",
    "2018-05-10",
    "2019-05-30",
    "2020-05-21",
    "2021-05-13",
    "2022-05-26",
    "2023-05-18",
    "2024-05-09",
    "2025-05-29",
    "2026-05-14",
    "2027-05-06",
    "2028-05-25",
    "2029-05-10",
    "2030-05-30",
    "2031-05-22",
    "2032-05-06",
    "2033-05-26",
    "2034-05-18",
    "2035-05-03",
]
TWEEDE_PINKSTERDAG = [
    "2015-05-25",
    "2016-05-16",
    "2017-06-05",
    "2018-05-21",
    "2019-06-10",
    "2020-06-01",
    "2021-05-24",
    "2022-06-06",
    "2023-05-29",
    "2024-05-20",
    "2025-06-09",
    "2026-05-25",
    "2027-05-17",
    "2028-06-05",
    "2029-05-21",
    "2030-06-10",
    "2031-06-02",
    "2032-05-17",
    "2033-06-06",
    "2034-05-29",
    "2035-05-14",
]
EERSTE_KERSTDAG = [
    "2015-12-25",
    "2016-12-25",
    "2017-12-25",
    "2018-12-25",
    "2019-12-25",
    "2020-12-25",
    "2021-12-25",
    "2022-12-25",
    "2023-12-25",
    "2024-12-25",
    "2025-12-25",
    "2026-12-25",
    "2027-12-25",
    "2028-12-25",
    "2029-12-25",
    "2030-12-25",
    "2031-12-25",
    "2032-12-25",
    "2033-12-25",
    "2034-12-25",
    "2035-12-25",
]
TWEEDE_KERSTDAG = [
    "2015-12-26",
    "2016-12-26",
    "2017-12-26",
    "2018-12-26",
    "2019-12-26",
    "2020-12-26",
    "2021-12-26",
    "2022-12-26",
    "2023-12-26",
    "2024-12-26",
    "2025-12-26",
    "2026-12-26",
    "2027-12-26",
    "2028-12-26",
    "2029-12-26",
    "2030-12-26",
    "2031-12-26",
    "2032-12-26",
    "2033-12-26",
    "2034-12-26",
    "2035-12-26",
]

BESLUIT_2023_2025 = (
    "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 "
    "mei 2025"
)
BESLUIT_2026_2028 = (
    "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei "
    "2028"
)
BESLUITDAGEN = {
    "2023-04-28": BESLUIT_2023_2025,
    "2023-05-19": BESLUIT_2023_2025,
    "2024-05-10": BESLUIT_2023_2025,
    "2024-12-27": BESLUIT_2023_2025,
    "2025-05-30": BESLUIT_2023_2025,
    "2026-01-02": BESLUIT_2026_2028,
    "2026-05-15": BESLUIT_2026_2028,
    "2027-05-07": BESLUIT_2026_2028,
    "2028-04-28": BESLUIT_2026_2028,
    "2028-05-26": BESLUIT_2026_2028,
}

_ALTIJD = [
    *NIEUWJAARSDAG,
    *GOEDE_VRIJDAG,
    *TWEEDE_PAASDAG,
    *KONINGSDAG,
    *HEMELVAARTSDAG,
    *TWEEDE_PINKSTERDAG,
    *EERSTE_KERSTDAG,
    *TWEEDE_KERSTDAG,
]
VRIJE_DAGEN = {
    "atw": [*_ALTIJD, *BEVRIJDINGSDAG, *BESLUITDAGEN],
    "atw-zonder-besluiten": [*_ALTIJD, *BEVRIJDINGSDAG],
    "feestdagen": [*_ALTIJD, *BEVRIJDINGSDAG_LUSTRUM],
}

Dagen = NDArray[np.datetime64]


def kalender(naam: str) -> np.busdaycalendar:
    """numpy's own business-day calendar for one of the three names.

    Monday to Friday without the days above.
    """
    return np.busdaycalendar(
        weekmask="1111100", holidays=np.array(VRIJE_DAGEN[naam], dtype="datetime64[D]")
    )


def werkdagen_na(starts: Dagen, aantal: int | NDArray[np.int64], naam: str) -> Dagen:
    """The n-th working day after each start; the start itself never counts, working day or not."""
    return np.asarray(np.busday_offset(starts, aantal, roll="backward", busdaycal=kalender(naam)))


def werkdagen_voor(starts: Dagen, aantal: int | NDArray[np.int64], naam: str) -> Dagen:
    """The n-th working day before each start; the start itself never counts."""
    terug = -np.asarray(aantal)
    return np.asarray(np.busday_offset(starts, terug, roll="forward", busdaycal=kalender(naam)))


def is_werkdag(dagen: Dagen, naam: str) -> NDArray[np.bool_]:
    """Whether each day is a working day on the named calendar."""
    return np.asarray(np.is_busday(dagen, busdaycal=kalender(naam)))


def rol_vooruit(dagen: Dagen, naam: str) -> Dagen:
    """Each day itself when it is a working day, else the next working day."""
    return np.asarray(np.busday_offset(dagen, 0, roll="forward", busdaycal=kalender(naam)))


def rol_achteruit(dagen: Dagen, naam: str) -> Dagen:
    """Each day itself when it is a working day, else the working day before it."""
    return np.asarray(np.busday_offset(dagen, 0, roll="backward", busdaycal=kalender(naam)))


def geteld(van: Dagen, tot: Dagen, naam: str) -> NDArray[np.int64]:
    """How many working days lie after `van` up to and including `tot` (tot >= van)."""
    dag = np.timedelta64(1, "D")
    return np.asarray(np.busday_count(van + dag, tot + dag, busdaycal=kalender(naam)))


def werkdagen_in(van: str, tot: str, naam: str) -> Dagen:
    """Every working day from `van` up to and including `tot`."""
    alle = np.arange(np.datetime64(van, "D"), np.datetime64(tot, "D") + np.timedelta64(1, "D"))
    return np.asarray(alle[is_werkdag(alle, naam)])
