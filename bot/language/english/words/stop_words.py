"""The English words that carry no evidence, question words among them."""

from bot.language.plain_text import word_set

STOP_WORDS = word_set(
    "a about above after again against all also am an and any are as at be because been before "
    "being below between both but by can could did do does doing done down during each few for "
    "from further had has have having he her here hers herself him himself his how i if in into "
    "is it its itself just may me might more most much must my myself no nor not of off on once "
    "only or other our ours ourselves out over own same shall she should so some such than that "
    "the their theirs them themselves then there these they this those through to too under "
    "until up upon us very was we were what when where whether which while who whom whose why "
    "will with within without would you your yours yourself yourselves d ll m o re s t ve ain "
    "aren arent cant couldn couldnt didn didnt doesn doesnt don dont hadn hadnt hasn hasnt "
    "haven havent isn isnt ive mustn shan shouldn shouldnt thats theres theyre wasn wasnt weren "
    "werent whats wheres whos wont wouldn wouldnt youre"
)
