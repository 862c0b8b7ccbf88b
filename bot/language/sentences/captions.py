"""Find the sentences of a paragraph that describe a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.language.plain_text import QUESTION_MARKS, count_words

if TYPE_CHECKING:
    from bot.articles.article import Article, Passage
    from bot.language.pack import LanguagePack

_FIRST = 4
"""How many of a paragraph's first sentences may be a credit; what is before it is the caption."""

_MAX_CREDIT_WORDS = 14
_MAX_POINTED_WORDS = 25

_PICTURE = (
    "photo|image|picture|photograph|illustration|graphic|credit|foto|fotos|bild|grafik|fotografía|"
    "fotografia|imagen|imagem|immagine|crédit photo|crédit|crédits|beeld|zdjęcie|fot|fotoğraf|"
    "fotografie|ảnh|фото|фотография|світлина|φωτογραφία|φωτό|صورة|الصورة|फोटो|ภาพ|사진"
)
_CREDIT = re.compile(
    rf"\A[(\[]?(?:file )?(?:{_PICTURE})s?(?: credits?| courtesy| source)?(?: ?[:：©=]|/| by )\s?\S"
    r"|\A[(\[]?(?:写真|写真提供|照片|图片|图|圖|圖片)[:：／/]"
    r"|\A[(\[]?fot\. \S|\A[(\[]?(?:AP Photo|AFP PHOTO|PA Wire|Getty Images)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"; from file\b|\((?:(?:AP|AFP|EPA|Reuters)(?: Photo)?[/,]|"
    rf"(?:{_PICTURE})s?(?: ?[:：©]| by ))[^()]{{1,80}}\)\.?\Z"
    r"|(?:[/(|–—-] ?|\bvia )Getty Images\)?\.?\Z",
    re.IGNORECASE,
)
_SIGNS_OF_CREDIT = ("from file", "(", "Getty")
_POINTER = re.compile(
    r"[(（](?:(?:pictured|seen|shown|far|second from|au|à|a|en|po|z|no)[ ,]{1,2})?"
    r"(?:left|right|centre|center|middle|links|rechts|mitte|midden|[lrdgi]\.|gauche|droite|"
    r"izquierda|derecha|izq\.|der\.|sinistra|destra|esquerda|direita|lewej|prawej|"
    r"слева|справа|ліворуч|праворуч|solda|sağda|stânga|dreapta|αριστερά|δεξιά|trái|phải|"
    r"左|右|中|왼쪽|오른쪽|가운데|يمين|يسار)[)）]",
    re.IGNORECASE,
)
_PICTURED = re.compile(r" ?\((?:pictured|seen here|shown here)[^()]{0,40}\)")

_STOP = re.compile(r"(?<=[.!?…]) |(?<=[。！？])")
_NAMED = re.compile(r"[a-z,] [A-Z]")
"""Matches where a sentence has a name after its beginning."""


def captions_in(article: Article, passage: Passage, pack: LanguagePack) -> int:
    """Return how many sentences, from a paragraph's first on, describe a picture.

    These are the sentences up to a credit (“Image: UK Government.”), a first one that says where
    in a picture somebody is (“Braverman (left)”), and one that has no verb and only names
    something. Behind a question, such a name is the answer and no caption.

    Args:
        article: The article.
        passage: Its paragraph.
        pack: The article's language.
    """
    texts = [passage.text[start:end].rstrip() for start, end in passage.sentences[:_FIRST]]
    for place in reversed(range(len(texts))):
        if is_credit(texts[place]):
            return place + 1
    if not texts:
        return 0
    first, alone = texts[0], len(passage.sentences) == 1
    pointed = len(_POINTER.findall(first)) if "(" in first or "（" in first else 0
    if pointed > 1 or (pointed and alone and count_words(first) <= _MAX_POINTED_WORDS):
        return 1
    bare = _PICTURED.sub("", _POINTER.sub("", first)) if "(" in first else first
    if not (alone or _NAMED.search(bare)) or not pack.is_fragment(bare):
        return 0
    return int(not _answers(article, passage))


def is_credit(text: str) -> bool:
    """Return whether a sentence says who made a picture, or ends with that."""
    # Looking for these words first takes a tenth of the time.
    if any(sign in text for sign in _SIGNS_OF_CREDIT) and _CREDITED.search(text):
        return True
    return _CREDIT.match(text) is not None and count_words(text) <= _MAX_CREDIT_WORDS


def ends_with_credit(text: str) -> bool:
    """Return whether the last sentence of a line says who made a picture."""
    return is_credit(_STOP.split(text.rstrip())[-1])


def _answers(article: Article, passage: Passage) -> bool:
    """Whether a paragraph stands after a question."""
    place = article.place_of(passage)
    before = article.passages[place - 1].text if place else ""
    return any(text.rstrip().endswith(QUESTION_MARKS) for text in (before, passage.heading or ""))
