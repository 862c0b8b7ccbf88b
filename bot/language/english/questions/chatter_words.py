"""The small talk around English questions, and in place of one."""

from bot.language.questions.chatter import Chatter

_PLEASE = r"(?:p+l+e+a*s+e*|p+l+[sz]+|plea+z+e?|kindly)"
_SOMEBODY = r"(?:some(?:one|body)|any(?:one|body)|you|u|ya|y'all|(?:some|any) of you)"
_ME = r"(?:me|us)"
_IF = r"(?: (?:if|whether))?"
_KNOW = rf"(?:(?:here|maybe|perhaps|happen to|by any chance|possibly) )*know{_IF}"
_ARTICLES = "(?:articles?|stor(?:y|ies)|documents|texts)"
_NO = "(?:no[,.]? )?"
_IS = r"(?:'s| is| was)?"
_YOURE = r"(?:you're|you are|ur|u r|u|this is|it's|this bot is|the bot is)"
_THIS = r"(?:this|it|this bot|the bot|this thing|footnote)"
_BOT = r"(?:you|u|this bot|the bot|footnote)"
_SOURCE = (
    r"(?:(?:an?|any|some|more|new|my|our|your|own|other|this|the|these) )*"
    r"(?:articles?|files?|links?|(?:rss )?feeds?|rss|urls?|(?:web ?)?(?:pages?|sites?)|sources?"
    r"|documents?|pdfs?|texts?)"
    rf"(?: (?:here|in here|to (?:{_BOT}|it|this|this server)))?"
)
_VERY = "(?:(?:very|really|so|super|quite|exactly|just) )*"
_BAD = r"(?:stupid|dumb|useless|idiot|moron|trash|garbage|crap|shit|worthless|terrible|awful)"

ENGLISH_CHATTER = Chatter(
    greetings=(
        "h+i+",
        "hi ya",
        "he+l+o+",
        "hul+o",
        "h+e+y+a?",
        "yo+",
        "sup",
        "was+up",
        "what's up",
        "howdy",
        "greetings",
        "good ?(?:morning|afternoon|evening|day)",
        "how (?:are|r) (?:you|u|things|ya)(?: (?:doing|all|today))*",
        "how(?:'s| is) (?:it|everything) going",
        "hope (?:you're|you are|everyone is|everyone's|all is) (?:doing )?(?:well|fine|good)",
    ),
    thanks=(
        "(?:many )?thanks?(?: (?:you|u|so|very|much|a|lot|lots|bunch|million|ton|tons|in|advance"
        "|again|for|the|your|any|all|help|answer|that|this|everyone))*",
        "thx+|thnx|tnx|tha+nks",
        "ty+(?: so much)?|tysm|tyvm|tyia",
        "much appreciated",
        "(?:i'd |i would )?(?:really )?appreciate (?:it|that|any help)",
    ),
    praise=(
        "cheers|great|cool|nice(?: one| bot)?|perfect|awesome|good bot|got it|ok(?:ay)?|wow",
        "(?:i )?(?:love|like) (?:you|u|this(?: bot)?)|well done|(?:you|u|ya) (?:rock|rule)",
        f"{_YOURE} (?:so |really |the |an? |such an? ){{0,3}}(?:best|awesome|amazing|great|good"
        "|legend|star|goat|lifesaver|genius|smart|clever|helpful|brilliant|sweet|cool)",
        rf"(?:that|this|it)(?:'s| is| was| has been)? {_VERY}(?:helpful|useful|great|perfect"
        "|awesome|amazing|good|nice|cool|right|correct|funny|interesting|what i (?:needed|wanted))",
        rf"(?:that|this|it) help(?:s|ed)(?: (?:me|us|a lot))*|{_VERY}(?:helpful|useful)"
        "|(?:good|great|nice) (?:answer|job|work)|correct|exactly",
    ),
    farewells=(
        "(?:good)?bye+(?: bye+)?|see (?:ya|you|u)(?: (?:later|around|soon|tomorrow))?|cya|cu"
        "|take care|good ?night|night night|sleep well|have a (?:good|nice|great) (?:day|night|one"
        "|evening|weekend)",
        "g2g|gtg|ttyl|(?:i )?(?:got to|gotta|have to) go",
        "gn(?: (?:all|guys|everyone|everybody|chat|bot))?",
    ),
    reactions=(
        "ye{1,9}s{1,9}|yea{1,9}h{0,9}|y[eu]p{1,9}|no{1,9}|na{1,9}h{0,9}|nope|k{1,9}",
        "oki?e?(?: dokie)?|sure|i see|gotcha|fine|neat|sweet|same|fair(?: enough)?|interesting",
        "h?m{1,9}h?m{0,9}|h{1,9}m{1,9}|h?u{1,9}h{1,9}|u{1,9}m{1,9}|e{1,9}r{1,9}m{0,9}",
        "o{1,9}h{1,9}|a{1,9}h{1,9}a?|eh{1,9}|ugh|meh|oof|yikes|who{1,9}a|damn|dang|funny|nothing",
        "n(?:ever )?(?:vm|mind)|brb|afk|gg|dunno|i do(?: ?n't|nt| not) know|whatever",
        "gm(?: (?:all|guys|everyone|everybody|chat|bot))?"
        "|is any(?:one|body) (?:here|there|online|awake|around)"
        "|(?:are|r) (?:you|u) (?:there|online|alive|awake|working|ok(?:ay)?)",
        "(?:i|we)(?: have|'ve|'ve got| got| had)? (?:a|another|some|one|two|a few) "
        "(?:more |quick )*questions?(?: for (?:you|u))?"
        "|(?:can|could|may) (?:i|we) ask(?: (?:you|u))?"
        "(?: (?:something|(?:a|another|some) (?:quick )?questions?))?|(?:quick |one )?question",
        "stop(?: it| that)?|cancel|quit|exit|undo|leave me alone",
        "shut (?:the (?:fuck|hell) )?up|fuck(?: you| off)?|stfu|go away",
        "test(?:ing)?(?: (?:test|1|2|3|123|one|two|three))*|ping|pong",
    ),
    help=(
        "(?:i need )?help(?: me)?(?: out)?",
        "(?:what|wat) (?:can|could|do|does) (?:you|u|it|this|this bot|the bot|footnote) do"
        "(?: (?:here|for me|for us|exactly))?",
        "(?:what|who) (?:are|r) (?:you|u)(?: for)?",
        "what(?:'s| is) (?:(?:this |the )?(?:bot|thing)|this|footnote)(?: for)?",
        "how (?:does|do) (?:this|it|you|u|footnote|this bot|the bot|this thing)(?: even)? work",
        "how (?:do|can|should) (?:i|we|you|one) (?:use|ask|talk to) "
        "(?:this|you|it|the bot|this bot|footnote)",
        "what (?:can|should|could) (?:i|we) ask(?: (?:you|here|it))?",
        "(?:how )?(?:can|could|will) (?:you|u) help(?: (?:me|us))?(?: out)?",
        "(?:commands?|usage|instructions|manual|what are (?:the|your) commands)",
        "(?:are|r) (?:you|u) (?:really )?(?:an? |chat)?(?:ai|bot|robot|human|gpt|llm|machine)"
        "|who (?:made|created|built|programmed|wrote|owns|runs) (?:you|u|this bot|footnote)",
        "what(?:'s| is) (?:your|ur) name|(?:what|which) languages? (?:do|can) (?:you|u)"
        " (?:speak|know|understand)|what (?:do|can) (?:you|u) know(?: about)?",
        "(?:do|can) (?:you|u) (?:speak|understand) [a-z]{1,20}",
        "(?:tell|write|give|sing|make|say|do) (?:me |us )?(?:a |an |some )?(?:funny )?"
        "(?:jokes?|poem|song|haiku|rap|limerick|essay)(?: about [^.?!]{1,60})?",
        "translate (?:this|that|it)[^.?!]{0,40}",
        "(?:(?:can|could|will|would) (?:you|u) )?(?:please )?(?:do|write|finish|help (?:me )?with)"
        " my (?:homework|essay|assignment|coursework|email|cv)(?: for me)?",
        "(?:(?:can|could) (?:you|u) )?(?:please )?(?:recommend|suggest)(?: me| us)? (?:a|an|some)"
        " (?:good )?(?:movies?|films?|books?|songs?|games?|shows?|restaurants?)",
        "i (?:do ?n'?t|do not) (?:understand|get it)|i(?:'m| am)? (?:so )?(?:confused|lost)",
        "what(?:'s| is) (?:your|ur) (?:purpose|job)|menu|start",
        "what time is it(?: now)?|what(?:'s| is) the (?:time|date)(?: today| now)?"
        "|what day is (?:it(?: today)?|today)|can (?:you|u) (?:search|browse|google)[^.?!]{0,40}",
    ),
    adding=(
        r"(?:how|where) (?:do|can|could|would|should) (?:i|we|one) (?:add|upload|import|submit|send"
        rf"|give (?:you|u)|put(?: in)?|feed (?:you|u)) {_SOURCE}",
        rf"(?:can|could|may) (?:i|we) (?:add|upload|import|submit|send(?: you)?) {_SOURCE}",
        rf"(?:can|could|do|does|will) {_BOT} (?:also )?(?:read|open|add|import|accept|take"
        rf"|handle)s? {_SOURCE}",
    ),
    people=(
        "(?:list|show|give|name)(?: me| us)? (?:(?:all|of|the) ){0,3}(?:people|persons|names"
        f"|everybody|everyone)(?: (?:(?:named|mentioned) )?in (?:(?:all|the|your) )*{_ARTICLES})?",
        "who(?: all)?(?: is|'s| are) (?:(?:named|mentioned|everybody|everyone) )?in "
        f"(?:(?:all|the|your) )*{_ARTICLES}",
        "(?:which|what) (?:people|persons) (?:are there|do you (?:know|have)|are "
        f"(?:(?:named|mentioned) )?in (?:the|your) {_ARTICLES})",
    ),
    privacy=(
        "(?:(?:can|could|will) (?:you|u) )?(?:please )?(?:delete|erase|remove|forget|wipe) "
        "(?:all )?(?:of )?(?:my|our) (?:data|info(?:rmation)?|questions?|messages?|history)"
        "|forget (?:about )?me|(?:delete|forget) everything(?: (?:about|on) me)?",
        rf"(?:what|which)(?: data| info(?:rmation)?)? (?:do|does|did) {_BOT} (?:know|keep|store"
        "|save|collect|remember|have) (?:about|on|of|from) (?:me|us|people|members)",
        rf"(?:do|does|did|will) {_BOT} (?:keep|store|save|log|collect|record|track|sell|share"
        "|remember|spy on|read) (?:any |all )?(?:of )?(?:my|our|us|me)"
        "(?: (?:data|messages?|questions?|chats?|conversations?|info(?:rmation)?))?",
        rf"(?:are|r|is) {_BOT} (?:spying on|tracking|recording|watching|listening to) (?:me|us)",
        "privacy policy|(?:what about|your) privacy(?: policy)?",
    ),
    news=(
        "what(?:'s| is)(?: the)?(?: (?:new|latest))+(?: news| articles?| stor(?:y|ies))?"
        "(?: (?:today|here|now|this week))*",
        "(?:is there |are there |got )?any(?:thing)? (?:new|news)"
        "(?: (?:today|here|now|this week|articles?|stories))*",
        "(?:what's |what is |what are |show me |give me |see )?(?:the |today's )?"
        "(?:(?:new|newest|latest|recent|most recent) )+(?:news|articles?|stor(?:y|ies)|headlines)"
        "(?: (?:today|here|now))*",
        "(?:what's |what is |what are )?(?:the |today's )?(?:news|headlines)(?: today| please)?",
        f"(?:show |list |see |give )(?:me |us )?(?:all |of |the |your ){{0,3}}{_ARTICLES}",
        f"(?:how many|what|which) {_ARTICLES} (?:(?:do|have) (?:you|u|we)(?: (?:have|got|know))?"
        "|are there|are (?:in )?here|can (?:you|u) (?:search|read|see))(?: here)?",
    ),
    check=(
        "(?:is|was|are) (?:this|that|it|these|any of this)(?: (?:really|actually|even))?"
        " (?:true|real|right|correct|legit|accurate|fake|so)",
        "(?:please )?(?:fact[- ]?check|check|verify)(?: (?:this|that|it))?(?: for (?:me|us))?",
        "(?:true|true or false|really|for real|source|fake|cap)",
    ),
    doubt=(
        "(?:are|r) (?:you|u|ya) (?:really |quite |absolutely |so )?(?:sure|certain|serious"
        "|kidding(?: me)?)(?: (?:about|of) (?:that|this|it))?|you sure|how sure are (?:you|u)",
        "how (?:do|would|can) (?:you|u) know(?: (?:that|this|it))?|says who|who says(?: so)?",
        f"{_NO}(?:that|this|it){_IS}(?: just| plain| totally| completely)? (?:wrong|incorrect"
        "|false|nonsense|rubbish|bull(?:shit)?|a lie|not (?:right|true|correct|it|what i"
        " (?:asked|meant|wanted)(?: for| about)?))",
        f"{_NO}(?:that|this|it) (?:isn't|is not|wasn't|was not) (?:right|true|correct|it|what i"
        " (?:asked|meant|wanted)(?: for| about)?)",
        f"{_NO}(?:wrong|incorrect)(?: (?:one|answer|again))?|(?:you are|you're|ur) wrong",
        "(?:can|could|should) (?:i|we) (?:really )?(?:trust|believe|rely on) (?:you|u|this|that|it"
        "|this bot|the bot|your answers?)",
        rf"(?:are|r|is) (?:{_BOT}|this|that|your answers?) (?:(?:really|always|even|ever) )*"
        "(?:reliable|trustworthy|lying|hallucinating|made up"
        "|making (?:this|that|it|things|stuff) up)",
        rf"(?:do|does|did|can) {_BOT} (?:ever )?(?:lie|hallucinate"
        "|make (?:this|that|it|things|stuff) up)",
        "huh|what",
        f"{_NO}(?:not (?:that|this|him|her)(?: one)? )?(?:i mean(?:t)? )?(?:the |an)other"
        "(?: one)?|not (?:that|this) one|try again|next(?: one)?",
        f"where{_IS} (?:this|that) from|where does (?:this|that) come from",
        "(?:what (?:is|are)|what's) (?:the|your) sources?|(?:your |any )?sources?|citation"
        "(?: needed)?|proof|(?:got |have )?a (?:link|source)|link",
        "where (?:do|did) (?:you|u) (?:get|find|read|hear)(?: (?:that|this|it|your (?:info"
        "(?:rmation)?|answers?|data|facts|news)))(?: from)?",
        f"(?:{_YOURE} )?(?:so |such |a |an |really ){{0,3}}{_BAD}(?: bot| answer)?"
        "|(?:bad|shit) bot",
        rf"(?:i )?(?:really |fucking )*(?:hate|despise) (?:you|u|{_THIS})(?: so much)?",
        rf"(?:you|u|{_THIS}) (?:(?:really |just )*(?:sucks?|stinks?)"
        "|(?:is|are|r) (?:so |really )*(?:annoying|broken|bad|slow|no (?:help|use|good))"
        "|(?:does ?n't|do ?n't|does not|do not) (?:work|help)(?: at all)?)"
        "|(?:that|this) (?:did ?n't|does ?n't|is ?n't) help(?:ful)?|not helpful|no help",
    ),
    fillers=(
        _PLEASE,
        "l+o+l+(?:ol)*z?|l+u+l+z?|lmf?a+o+|rofl+|ro+fl",
        "a?(?:h+a+){2,}h*|(?:h+e+){2,}|(?:h+i+){2,}|(?:ja){2,}j?|k?e?kek+|x+d+",
        "o+mg+|w+tf+|idk|ngl|tbh|btw|imo|imho|fyi|asap|smh|ikr",
        "b+l+a+h+",
        "asking for a friend",
        "by the way|to be honest|no offen[cs]e|no rush|no pressure",
        "any(?:one|body) (?:here )?knows?",
    ),
    asides=(
        "(?:i'm |im )?just (?:curious|wondering|asking)",
        r"any(?:one|body)(?! (?:hurt|injured|wounded|killed|dead|missing|arrested|charged)\b)",
        "any ideas?|any clue",
        "help (?:me )?out|help me|help|cheers(?: mate)?",
        "so+rry(?: (?:to|for) (?:bother|disturb|ask|interrupt|asking|bothering|interrupting"
        "|the bother)(?: you| u| everyone)*(?: all| guys)?)?|apologies|excuse me|pardon(?: me)?",
        "(?:(?:a|an|just|one|this is|it's|sorry for the|bit of a|my) )*(?:dumb|stupid|silly|random"
        "|quick|genuine|serious|noob|newbie|simple|honest|little|weird)(?: (?:a|little|quick))*"
        " questions?(?: (?:but|though|here|for you|for you all))?",
        "(?:i'm |i am )?(?:not sure|no idea) (?:if|whether) this is the right (?:place|channel)"
        "(?: to ask)?(?: but)?",
        "(?:guys|folks|y'all|chat)(?=,| (?:who|what|when|where|how|why|does|did|is|do)|[^,]*$)",
        "(?:thanks|thank you|thx)(?: (?:so much|a lot|again))*(?=[,.!])",
    ),
    openers=(
        "o+k(?:ay)?|alright|all right|so+|u+m+|u+h+|e+r+m*|h+m+|well(?=,)|anyways?",
        rf"(?:can|could|would|will) {_SOMEBODY} (?:{_PLEASE} |maybe |quickly |possibly )*"
        rf"(?:tell|remind|explain to|help|show|enlighten|inform) {_ME}(?: out)?(?: {_PLEASE})?"
        rf"(?: (?:understand|know))?{_IF}(?! (?:more|about (?:it|this|that)\b))",
        rf"(?:{_PLEASE} )?(?:just )?(?:tell|remind) {_ME}{_IF}(?: {_PLEASE})?"
        r"(?! (?:more|about (?:it|this|that)\b))",
        rf"(?:(?:do|does|would|did) )?{_SOMEBODY} {_KNOW}",
        r"(?:i |i'm |im |i am |i was )*(?:just |really |kinda |sorta |also )*"
        rf"(?:wonder(?:ing)?|curious){_IF}",
        r"(?:i|we)(?:'d| would)?(?: (?:just|really|also))* "
        rf"(?:need|want|like|love|have|wanna|gotta)(?: to)? (?:know|find out|ask|learn){_IF}",
        "i (?:have|got)(?: a)? question(?: (?:about this|for you))?",
        "(?:real|super|very) quick",
        "remind me",
    ),
    addressed=(
        "there",
        "(?:to )?(?:you )?(?:all|everyone|everybody|guys|folks|team|people|peeps|friends?)",
        "bot|footnote|mate|bro|bruh|dude|man|again|ladies and gentlemen|chat",
    ),
)
"""What is said in English."""
