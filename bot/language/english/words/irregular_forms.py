"""The irregular forms of English verbs and nouns, which a stemmer can't unite."""

from __future__ import annotations

_FORMS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began
begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; build built; buy bought; catch caught; choose chose chosen; cling clung;
come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fling flung; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive
forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew
grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led;
learn learnt; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid; ride
rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell
sold; send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk;
sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent;
spin spun; stand stood; steal stole stolen; stick stuck; strike struck; strive strove striven; swear
swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught; tear tore
torn; tell told; think thought; throw threw thrown; understand understood; undertake undertook
undertaken; wake woke woken; wear wore worn; weave wove woven; win won; withdraw withdrew
withdrawn; write wrote written; man men; woman women; child children; person people; foot feet;
tooth teeth; mouse mice; goose geese; crisis crises; analysis analyses; basis bases; hypothesis
hypotheses; thesis theses; phenomenon phenomena; criterion criteria; medium media; datum data
"""

BASE_OF: dict[str, str] = {
    form: base for entry in _FORMS.split(";") for base, *forms in [entry.split()] for form in forms
}
"""The base of each irregular form: ``sank`` → ``sink``."""
