"""Replies that refuse, told by how they begin, in English, German, Spanish and French.

Only the first words count: a reply may speak about refusals, or be sorry and help all the same.
"""

from __future__ import annotations

import re

_LOOKED_AT = 320

_ENGLISH = r"""
    (?:(?:hmm|okay|i\ understand[^.,!]{0,60})[,.!]?\ (?:but\ )?)?
    (?:
        (?:(?:i['’]?m|i\ am)\ (?:very\ |really\ |so\ |truly\ |deeply\ |terribly\ )?sorry|sorry|apologies
            |my\ apologies
            |i\ (?:do\ )?apologi[sz]e(?:\ for\ [^.,]{1,60})?|unfortunately|regrettably
            |i['’]?m\ afraid(?:\ that)?)
        [,.:;]?\ (?:but\ |that\ |however,?\ )?
        (?:as\ an?\ (?:ai|artificial)\b[^.]{0,80}?,?\ )?
        (?:NOT_ABLE | i\ (?:do\ not|don['’]?t)\ have\ (?:the\ )?(?:capability|ability|capabilities|access)\b)
      | NOT_ABLE
      | i\ must\ (?:respectfully\ )?decline
      | i\ (?:will|would)\ not\ (?:be\ able\ to\ )?(?:HELP)\b
      | (?:i['’]m|i\ am)\ (?:just\ |only\ )?an?\ (?:ai|artificial\ intelligence)\b[^.]{0,80}
            (?:can(?:no|['’])t|cannot|unable|not\ able|do(?:\ not|n['’]t)\ have)
      | as\ an?\ (?:(?:large\ |ai\ )?language\ model(?=[^.]{0,80}?,?\ (?:i\b|my\b|it\ (?:is|would)\b))
            |(?:ai|artificial\ intelligence)\b[^.]{0,120}?\b
            (?:can(?:no|['’])t|cannot|unable|not\ able|do(?:\ not|n['’]t)\ have))
    )
"""
_NOT_ABLE = r"""
    i\ (?:can(?:no|['’]?)t|can\ not|am\ (?:currently\ )?(?:unable\ to|not\ able\ to|not\ capable\ of)
        |won['’]?t(?:\ be\ able\ to)?|will\ not(?:\ be\ able\ to)?|(?:do\ not|don['’]t)\ feel\ comfortable)
    \ (?:directly\ |really\ |actually\ |currently\ |in\ good\ conscience\ |personally\ )?(?:HELP)\b
  | (?:i['’]m)\ (?:currently\ )?(?:unable\ to|not\ able\ to|not\ capable\ of|not\ comfortable)\ (?:HELP)\b
"""
_HELP = (
    r"help(?:ing)?(?!\ (?:but|it|feeling|thinking|noticing|myself)\b)"
    r"|assist(?:ing)?|provid(?:e|ing)|fulfil+(?:ing)?|comply(?:ing)?|answer(?:ing)?"
    r"|generat(?:e|ing)|creat(?:e|ing)|writ(?:e|ing)|discuss(?:ing)?|engag(?:e|ing)|support(?:ing)?"
    r"|do\ (?:that|this)|doing\ (?:that|this)|shar(?:e|ing)|giv(?:e|ing)|complet(?:e|ing)|brows(?:e|ing)"
    r"|access(?:ing)?|perform(?:ing)?|offer(?:ing)?|respond(?:ing)?|continu(?:e|ing)|participat(?:e|ing)"
    r"|book(?:ing)?|order(?:ing)?|mak(?:e|ing)|process(?:ing)?|satisfy|tell\ you"
    r"|recommend(?!\b[^.!?]{0,60}\ enough\b)"
)
_GERMAN = r"""
    (?:(?:es\ )?tut\ mir\ (?:sehr\ |wirklich\ )?leid|entschuldigung|entschuldige|verzeihung|leider
        |ich\ bedau[e]?re)
        [,.:]?\ (?:aber\ |dass\ )?(?:als\ ki\b[^.]{0,60}?\ )?
        (?:ich\ (?:kann|darf|werde)|(?:\w+\ )?(?:kann|darf)\ ich|bin\ ich\ nicht|ich\ bin\ nicht)\b
        [^.!?]{0,120}?
        (?:nicht\b|kein(?:e|en|er)?\b|nicht\ in\ der\ lage)
  | als\ (?:ein\ |eine\ )?(?:ki\b|ki-|künstliche\ intelligenz|(?:großes\ )?sprachmodell)
        [^.]{0,120}?\b(?:nicht|kein)
  | ich\ (?:kann|darf|werde)\ (?:ihnen|dir|euch|das|diese[rsmn]?|darauf)?
        \ ?(?:dabei|damit|hierbei|leider|diese[rsmn]?|bei)?
        [^.!?]{0,60}?\bnicht\ (?:helfen|weiterhelfen|unterstützen|beantworten|erfüllen|nachkommen|behilflich)
  | ich\ bin\ nicht\ in\ der\ lage
"""
_SPANISH = r"""
    (?:lo\ siento(?:\ mucho)?|lo\ lamento|disculpa|disculpe|perd[oó]n|lamentablemente
        |desafortunadamente|me\ temo\ que)
        [,.:]?\ (?:pero\ )?(?:como\ [^.,]{0,60},?\ )?no
        \ (?:me\ es\ posible|puedo|podr[eé]|soy\ capaz|tengo\ (?:la\ capacidad|acceso))
  | como\ (?:un\ |una\ )?(?:gran\ )?(?:modelo\ de\ (?:lenguaje|ia)|ia\b|inteligencia\ artificial
        |asistente\ (?:de\ ia|virtual))
        [^.]{0,120}?\bno\ (?:puedo|tengo|soy|me\ es)
  | no\ (?:puedo|podr[eé])\ (?:ayudar|asistir|proporcionar|responder|cumplir|generar|crear|escribir
        |ofrecer|participar)
"""
_FRENCH = r"""
    (?:(?:je\ suis\ |je\ suis\ vraiment\ )?d[eé]sol[eé]e?|je\ regrette|malheureusement|navr[eé]e?
        |je\ m['’]excuse|excusez-moi)
        [,.:]?\ (?:mais\ )?(?:en\ tant\ qu[^.,]{0,60},?\ )?je\ ne\ (?:peux|suis|pourrai|saurais|dispose)\b
  | en\ tant\ qu(?:e\ (?:mod[eè]le|grand\ mod[eè]le|syst[eè]me\ d)|['’](?:ia\b|intelligence\ artificielle
        |assistant))
        [^.]{0,120}?\bje\ (?:ne|n['’])
  | je\ ne\ (?:peux|pourrai)\ (?:pas\ )?(?:malheureusement\ )?(?:pas\ )?(?:vous\ |t['’]|te\ )?
        (?:aider|assister|fournir|r[eé]pondre|satisfaire|g[eé]n[eé]rer|cr[eé]er|[eé]crire|participer)
"""
_NOT_ABLE = _NOT_ABLE.replace("HELP", _HELP)
_ENGLISH = _ENGLISH.replace("NOT_ABLE", _NOT_ABLE).replace("HELP", _HELP)
_REFUSAL = re.compile(rf"[\"'“*\s]*(?:{_ENGLISH}|{_GERMAN}|{_SPANISH}|{_FRENCH})", re.IGNORECASE | re.VERBOSE)
REFUSAL_STARTS = frozenset(
    (
        *("hmm ", "hmm,", "hmm.", "hmm!", "okay", "i un", "i'm ", "i’m ", "i am", "sorr", "apol", "my a"),
        *("im a", "im d", "im r", "im s", "im t", "im v", "unfo", "regr", "as a"),
        *("i ap", "i ca", "i do", "i mu", "i wi", "i wo"),
        *("es t", "tut ", "ents", "verz", "leid", "ich ", "als "),
        *("lo s", "lo l", "disc", "perd", "lame", "desa", "me t", "como", "no p"),
        *("je s", "déso", "deso", "je r", "malh", "navr", "je m", "excu", "en t", "je n"),
    )
)
"""The first four characters, in small letters, of all replies that refuse and begin with a letter.

All have four: the quick look at whole blocks of rows (quick_order.py) relies on it.
"""


def may_refuse(reply: str) -> bool:
    """Whether a reply can refuse, by its first characters; much quicker than asking `refuses`."""
    return reply[:4].lower() in REFUSAL_STARTS or not reply[:1].isalnum()


def refuses(reply: str) -> bool:
    """Whether a reply begins by declining what was asked."""
    return may_refuse(reply) and _REFUSAL.match(reply[:_LOOKED_AT]) is not None
