"""Organisations that news names in ways no rule derives: acronyms, seats, short names.

`country` is whose it is: another country's body of that name is not it.
"""

from __future__ import annotations

from typing import NamedTuple


class KnownOrganisation(NamedTuple):
    name: str
    forms: tuple[str, ...]
    country: str | None = None


_US, _UK, _RUSSIA = "United States", "United Kingdom", "Russia"


def _row(name: str, forms: str, country: str | None = None) -> KnownOrganisation:
    return KnownOrganisation(name, (name, *(form.strip() for form in forms.split(","))), country)


KNOWN_ORGANISATIONS = (
    _row("Department of the Treasury", "Treasury Department, Treasury", _US),
    _row("Department of State", "State Department", _US),
    _row("Department of Defense", "Defense Department, Pentagon, DoD", _US),
    _row("Department of Justice", "Justice Department, DoJ", _US),
    _row("Department of Commerce", "Commerce Department", _US),
    _row("Department of Energy", "Energy Department, DoE", _US),
    _row("Department of Homeland Security", "Homeland Security Department, Homeland Security, DHS", _US),
    _row("Department of Agriculture", "Agriculture Department, USDA", _US),
    _row("Department of Veterans Affairs", "Veterans Affairs Department, VA", _US),
    _row("Department of Health and Human Services", "Health and Human Services, HHS", _US),
    _row("Office of Foreign Assets Control", "OFAC", _US),
    _row("Bureau of Industry and Security", "BIS", _US),
    _row("National Security Council", "NSC, White House National Security Council"),
    _row("National Security Agency", "NSA", _US),
    _row("Central Intelligence Agency", "CIA", _US),
    _row("Defense Intelligence Agency", "DIA", _US),
    _row("Federal Bureau of Investigation", "FBI", _US),
    _row("Federal Reserve", "Fed, Federal Reserve Board, Federal Reserve System", _US),
    _row("Securities and Exchange Commission", "SEC", _US),
    _row("Environmental Protection Agency", "EPA", _US),
    _row("Food and Drug Administration", "FDA", _US),
    _row("Centers for Disease Control and Prevention", "Centers for Disease Control, CDC", _US),
    _row("National Aeronautics and Space Administration", "NASA", _US),
    _row("Internal Revenue Service", "IRS", _US),
    _row("Drug Enforcement Administration", "DEA", _US),
    _row("Immigration and Customs Enforcement", "ICE", _US),
    _row("Federal Emergency Management Agency", "FEMA", _US),
    _row("Central Command", "CENTCOM", _US),
    _row("Indo-Pacific Command", "INDOPACOM", _US),
    _row("Supreme Court of the United States", "SCOTUS, US Supreme Court", _US),
    _row("Government Accountability Office", "GAO", _US),
    _row("United States Agency for International Development", "USAID, Agency for International Development", _US),
    _row("Foreign, Commonwealth and Development Office", "Foreign Office, FCDO", _UK),
    _row("Secret Intelligence Service", "MI6, SIS", _UK),
    _row("Security Service MI5", "MI5", _UK),
    _row("Government Communications Headquarters", "GCHQ", _UK),
    _row("Metropolitan Police", "Met Police, Scotland Yard, Metropolitan Police Service", _UK),
    _row("British Broadcasting Corporation", "BBC, BBC News", _UK),
    _row("National Health Service", "NHS", _UK),
    _row("Office for National Statistics", "ONS", _UK),
    _row("Federal Security Service", "FSB", _RUSSIA),
    _row("Foreign Intelligence Service", "SVR"),
    _row("Main Intelligence Directorate", "GRU", _RUSSIA),
    _row("Wagner Group", "Wagner, PMC Wagner, Wagner PMC, Wagner mercenary group, Wagner private military company"),
    _row("State Duma", "Duma", _RUSSIA),
    _row("Security Service of Ukraine", "SBU", "Ukraine"),
    _row("Congress", "US Congress", _US),
    _row("House of Representatives", "US House, US House of Representatives", _US),
    _row("Senate", "US Senate", _US),
    _row("United Nations", "UN, UNO"),
    _row("United Nations Security Council", "UN Security Council, UNSC, Security Council"),
    _row("United Nations General Assembly", "UN General Assembly, UNGA, General Assembly"),
    _row("United Nations High Commissioner for Refugees", "UNHCR, UN Refugee Agency"),
    _row("United Nations Children's Fund", "UNICEF, UN Children's Fund"),
    _row("United Nations Relief and Works Agency", "UNRWA"),
    _row("World Food Programme", "WFP, UN World Food Programme"),
    _row("World Health Organization", "WHO"),
    _row("World Trade Organization", "WTO"),
    _row("International Atomic Energy Agency", "IAEA"),
    _row("International Monetary Fund", "IMF"),
    _row("International Committee of the Red Cross", "ICRC"),
    _row("International Criminal Court", "ICC"),
    _row("International Court of Justice", "ICJ"),
    _row("International Criminal Police Organization", "Interpol"),
    _row("International Olympic Committee", "IOC"),
    _row("North Atlantic Treaty Organization", "NATO, North Atlantic Alliance"),
    _row("European Union", "EU"),
    _row("European Commission", "EC"),
    _row("European Central Bank", "ECB"),
    _row("Organization for Security and Co-operation in Europe", "OSCE"),
    _row("Organisation for Economic Co-operation and Development", "OECD"),
    _row("Organization of the Petroleum Exporting Countries", "OPEC"),
    _row("Association of Southeast Asian Nations", "ASEAN"),
    _row("African Union", "AU"),
    _row("Economic Community of West African States", "ECOWAS"),
    _row("Médecins Sans Frontières", "Doctors Without Borders, MSF"),
    _row("Islamic State", "ISIS, ISIL, IS, Daesh, Islamic State group, Islamic State of Iraq and Syria"),
    _row("Al Qaeda", "al-Qaida, Al Qa'ida, al-Qaeda"),
    _row(
        "Islamic Revolutionary Guard Corps",
        "IRGC, Revolutionary Guards, Revolutionary Guard, Revolutionary Guard Corps",
        "Iran",
    ),
    _row("Israel Defense Forces", "IDF, Israeli army, Israeli military", "Israel"),
    _row("Korean Central News Agency", "KCNA", "North Korea"),
    _row("People's Liberation Army", "PLA", "China"),
    _row("Associated Press", "AP"),
    _row("Agence France-Presse", "AFP"),
    _row("Cable News Network", "CNN"),
    _row("New York Times", "NYT"),
    _row("Wall Street Journal", "WSJ"),
)
