"""The letters that languages write beside those of ASCII: what tells one old encoding from another."""

from __future__ import annotations

_PUNCTUATION = "„“”‚‘’–—…«»°€£§©®™·•×÷½²³µº\xa0"

ALPHABETS: tuple[str, ...] = tuple(
    letters + _PUNCTUATION
    for letters in (
        "äöüß",  # German
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíñóúü¿¡ª",  # Spanish
        "áàâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóù",  # Italian
        "àçèéíïòóúü",  # Catalan
        "åäöéæø",  # Danish, Norwegian, Swedish, Finnish
        "áéíðóúýþæö",  # Icelandic
        "áéíóöőúüű",  # Hungarian
        "ąćęłńóśźż",  # Polish
        "áäčďéěíĺľňóôŕřšťúůýž",  # Czech, Slovak
        "čćđšž",  # Croatian, Slovene
        "ăâîșțşţ",  # Romanian
        "çğıöşüİâî",  # Turkish
        "āčēģīķļņšūžąęėįųõäöü",  # Baltic
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя№",  # Russian, Bulgarian
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя№",  # Ukrainian
        "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕў",  # Serbian, Macedonian, Belarusian
        "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",  # Greek
        "אבגדהוזחטיךכלםמןנסעףפץצקרשתװױײ",  # Hebrew
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟ـًٌٍَُِّْ",  # Arabic, Persian
    )
)

WESTERN = frozenset("äöüßàâæçéèêëîïôœùûáíñóúãõåøÄÖÜÀÂÇÉÈÊÎÔÁÍÑÓÚÃÕÅØ" + _PUNCTUATION)
"""What texts of several Western languages have, or English ones with words of some: naïve, café, Übung."""

FREQUENT: tuple[str, ...] = ("оеаи", "αοιετ", "יוהלא", "اليمنو")
"""Letters that make up a good part of any text in Cyrillic, Greek, Hebrew and Arabic script."""
