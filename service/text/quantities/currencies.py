"""Currencies as news writes them."""

from __future__ import annotations

from typing import NamedTuple


class Currency(NamedTuple):
    """`unit` is what a Quantity shows. `signs` stand on either side of the figure, `codes` too (ISO 4217).

    `prefixes` stand only before it; `names` (lower case) only after it. Families convert by `factor`.
    """

    unit: str
    names: tuple[str, ...]
    signs: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    family: str | None = None
    factor: float = 1.0

    @property
    def before(self) -> tuple[str, ...]:
        """All that may stand before the figure, as phrases of tokens."""
        return (*self.signs, *self.codes, *self.prefixes)


# A bare dollar is the American one in international news; the others are told by name.
CURRENCIES = (
    Currency("$", ("dollar", "dollars", "us dollar", "us dollars", "u . s . dollars", "american dollars"), ("$",),
             ("USD",),
             ("US $", "USD $", "us $"), family="$"),
    Currency("A$", ("australian dollars", "australian dollar"), (), ("AUD",), ("A $", "AU $", "AUD $")),
    Currency("C$", ("canadian dollars", "canadian dollar"), (), ("CAD",), ("C $", "CA $", "CAD $")),
    Currency("NZ$", ("new zealand dollars",), (), ("NZD",), ("NZ $", "NZD $")),
    Currency("HK$", ("hong kong dollars",), (), ("HKD",), ("HK $",)),
    Currency("S$", ("singapore dollars",), (), ("SGD",), ("S $",)),
    Currency("NT$", ("taiwan dollars",), (), ("TWD",), ("NT $",)),
    Currency("€", ("euro", "euros"), ("€",), ("EUR",), family="€"),
    Currency("£", ("pounds sterling", "british pounds", "pound sterling"), ("£",), ("GBP",), family="£"),
    Currency("¥", ("yen", "japanese yen"), ("¥", "￥"), ("JPY",)),
    Currency("yuan", ("yuan", "chinese yuan", "renminbi", "rmb"), ("元",), ("CNY", "RMB"), ("CN ¥",)),
    Currency("₹", ("rupee", "rupees", "indian rupees"), ("₹",), ("INR",), ("Rs", "Rs ."), family="₹"),
    Currency("PKR", ("pakistani rupees",), (), ("PKR",)),
    Currency("₩", ("won", "south korean won", "korean won"), ("₩",), ("KRW",)),
    Currency("₽", ("rouble", "roubles", "ruble", "rubles"), ("₽",), ("RUB",)),
    Currency("₴", ("hryvnia", "hryvnias", "hryvnya"), ("₴",), ("UAH",)),
    Currency("₺", ("lira", "liras", "turkish lira", "turkish liras"), ("₺",), ("TRY",)),
    Currency("₪", ("shekel", "shekels"), ("₪",), ("ILS", "NIS")),
    Currency("₦", ("naira",), ("₦",), ("NGN",)),
    Currency("฿", ("baht",), ("฿",), ("THB",)),
    Currency("₫", ("dong",), ("₫",), ("VND",)),
    Currency("₱", ("philippine pesos",), ("₱",), ("PHP",)),
    Currency("R$", ("reais", "brazilian reais"), (), ("BRL",), ("R $",)),
    Currency("peso", ("peso", "pesos"), (), ("MXN", "ARS", "CLP"), ("Mex $", "MXN $")),
    Currency("rand", ("rand",), (), ("ZAR",)),
    Currency("franc", ("franc", "francs")),
    Currency("CHF", ("swiss francs", "swiss franc"), (), ("CHF",), ("SFr",)),
    Currency("krona", ("swedish kronor", "kronor", "krona"), (), ("SEK",)),
    Currency("krone", ("kroner", "krone"), (), ("NOK", "DKK")),
    Currency("zloty", ("zloty", "zlotys"), ("zł",), ("PLN",)),
    Currency("koruna", ("koruna", "czech crowns"), (), ("CZK",)),
    Currency("forint", ("forint", "forints"), (), ("HUF",)),
    Currency("riyal", ("riyal", "riyals"), (), ("SAR", "QAR")),
    Currency("dirham", ("dirham", "dirhams"), (), ("AED",)),
    Currency("shilling", ("shilling", "shillings"), (), ("KES",)),
    Currency("rupiah", ("rupiah",), (), ("IDR",), ("Rp",)),
    Currency("ringgit", ("ringgit",), (), ("MYR",), ("RM",)),
    Currency("rial", ("rial", "rials"), (), ("IRR",)),
    Currency("dinar", ("dinar", "dinars"), (), ("IQD", "KWD")),
    Currency("taka", ("taka",), ("৳",), ("BDT",)),
    Currency("peseta", ("peseta", "pesetas")),
    Currency("guilder", ("guilder", "guilders", "dutch guilders")),
    Currency("bitcoin", ("bitcoin", "bitcoins"), ("₿",), ("BTC",)),
    Currency("cent", ("cent", "cents")),  # of a dollar or of a euro: the text does not say
    Currency("penny", ("pence", "penny"), ("p",), family="£", factor=0.01),
    Currency("paisa", ("paise",), family="₹", factor=0.01),
)  # fmt: skip

CURRENCY_UNITS = {row.unit: row for row in CURRENCIES}
