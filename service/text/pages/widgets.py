"""Site furniture that stands anywhere in a text: buttons, advertisements, prompts, links and photo credits.

Rows as in `service/text/furniture.py`, which holds those of the head and the foot.
"""

from __future__ import annotations

from service.text.pages.furniture import END, FULL_NAME, Zone, noise_rule

NETWORKS = (
    "facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|messenger|instagram|pinterest|threads|bluesky|mastodon"
    "|flipboard|tumblr|youtube|tiktok|weibo|viber|print|sms|copy link|link"
)
UNITS_OF_AGE = "second|minute|min|hour|hr|day|week|month|year"
SUBSCRIBE = r"(?:please )?(?:subscribe|sign up|register)(?: now| today| here| free| for free)?"
POLICY = "cookie (?:policy|settings|preferences|notice)|privacy policy|terms of (?:use|service)"
COLON = r"(?: ?[:»›|>]| [–—]) ?\S"
INNER = r"[^()]{2,80}"

WIDGET_RULES = (
    noise_rule(
        "relative age",
        Zone.ANYWHERE,
        rf"(?:(?:last )?(?:updated|published|posted):? )?(?:an?|about an?|\d+) ?(?:{UNITS_OF_AGE}|[smhdwy])s? ago{END}",
        examples=("1 year ago 39", "Updated 3 hours ago", "2h ago", "an hour ago"),
        news=("A year ago the dam broke.",),
    ),
    noise_rule(
        "button",
        Zone.ANYWHERE,
        rf"(?:newsletters?|share|save|print|menu|search|home|next|previous|close){END}",
        rf"(?:hide|show|reply|likes?|tags?|topics?){END}",
        rf"(?:log ?in|log ?out|sign (?:in|up|out)|register|subscribe){END}",
        rf"(?:follow(?: us)?|contact(?: us)?|about us|advertise){END}",
        rf"(?:(?:no )?comments?|bookmark|cop(?:y link|ied)|(?:back )?to top){END}",
        rf"(?:skip to (?:main )?content|get the app){END}",
        rf"(?:listen|play|watch|(?:watch )?live|(?:view )?gallery){END}",
        rf"(?:(?:show|load|see|read) more|loading|breaking news){END}",
        rf"(?:(?:text|font) size|(?:hide|toggle) caption|enlarge this image|(?:open|view) image){END}",
        examples=("Newsletter", "Share", "Comments (12)", "Menu", "Sign in", "Read more…"),
        news=("Share prices fell on Monday.", "Search crews left at dawn.", "Live fire was heard."),
    ),
    noise_rule(
        "share line",
        Zone.ANYWHERE,
        rf"(?:share|follow)(?: this| us)?(?: article| story| page| post)?(?: on| via| by)?(?:\W+(?:{NETWORKS}))+{END}",
        rf"(?:{NETWORKS})(?:\W+(?:{NETWORKS}|share|and|or))+{END}",
        rf"(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest|flipboard){END}",
        rf"(?:share|save|print|e-?mail|gift|bookmark) (?:this|the) (?:article|story|page|post|link|full article){END}",
        examples=(
            "Share on Facebook",
            "Facebook Twitter WhatsApp Email",
            "Share this article via email",
            "Print this page",
        ),
        news=("Facebook and Twitter removed the posts.", "Print and radio reporters were barred."),
    ),
    noise_rule(
        "click line",
        Zone.ANYWHERE,
        r"(?:click|tap|swipe|scroll) (?:here|to|on|down|below|through)\b",
        examples=("Click to Read More and View Comments", "Click to Hide", "Tap here to subscribe"),
        news=("Click fraud cost them 3 million, the firm said.",),
    ),
    noise_rule(
        "advertisement",
        Zone.ANYWHERE,
        rf"(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advert|advertisement))?{END}",
        rf"(?:advertisements?|adverts?|ads?|sponsored(?: content)?|paid (?:content|post)|promoted(?: content)?){END}",
        rf"(?:partner content|(?:skip|close|remove) (?:ads?|advertisement)|(?:continue reading|scroll) below){END}",
        r"sponsored by [\w &]{2,40}$",
        examples=("Advertisement", "Story continues below advertisement", "- Advertisement -", "Sponsored content"),
        news=("Advertisement spending fell on Monday.",),
    ),
    noise_rule(
        "cookie notice",
        Zone.ANYWHERE,
        r"(?:we|(?:this|our) (?:site|website|page))(?: and our [\w ]{0,20}partners)? uses? cookies\b",
        r"by (?:continuing|using|clicking|browsing)\b.{0,60}\b(?:cookies?|terms of|privacy policy)",
        r"(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences|consent)\b",
        rf"(?:{POLICY})(?:\s*[|·•,/&-]\s*(?:{POLICY}|\w+))*\W*$",
        examples=(
            "We use cookies to improve your experience and to show you what you like to read here.",
            "Accept all cookies",
            "By continuing to use this site you agree to our cookie policy.",
            "Privacy Policy | Terms of Use",
        ),
        news=("Cookies made by the firm were recalled on Monday.",),
        strong=True,
    ),
    noise_rule(
        "subscribe prompt",
        Zone.ANYWHERE,
        rf"{SUBSCRIBE}(?:$|[.!:]| and (?:get|receive)\b| to (?:our|get|read|keep|unlock)\b)",
        rf"{SUBSCRIBE} for (?:our|free|unlimited)\b",
        rf"{SUBSCRIBE} (?:to|for) the [\w ]{{0,30}}newsletter",
        r"get (?:the|our|your|all the)(?: [\w’'-]+){0,5} (?:newsletters?|in your inbox|delivered)\b",
        r"already an? (?:subscriber|member)\b",
        r"(?:not (?:yet )?an? (?:subscriber|member)|already have an account)\?",
        r"this (?:article|content|story) is (?:only |reserved |exclusive )?(?:for|available to) (?:our )?subscribers\b",
        r"to (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register)\b",
        r"support (?:our|independent|quality) journalism\b",
        r"(?:become|join as) an? (?:member|subscriber|supporter)(?: today| now)?\W*$",
        r"(?:start your free trial|download (?:our|the) app)\b",
        r"join our (?:whatsapp|telegram|channel|newsletter|mailing)\b",
        examples=(
            "Subscribe now",
            "Sign up for our newsletter to get the day's news in your inbox every morning before breakfast.",
            "Get the Morning Tide newsletter.",
            "Already a subscriber? Log in",
            "To continue reading, please log in.",
            "Support independent journalism.",
        ),
        news=("Subscribers to the service lost access on Monday.", "Sign language is taught there, the school said."),
        strong=True,
    ),
    noise_rule(
        "teaser link",
        Zone.ANYWHERE,
        rf"(?:see also|read also|also read|read more|read next){COLON}",
        rf"related(?: (?:story|stories|articles?|news|coverage|content))?{COLON}",
        rf"(?:more on this(?: story)?|don['’]t miss|further reading|in pictures|must read){COLON}",
        rf"(?:explainer|you may also like){COLON}",
        r"(?-i:WATCH|LISTEN|VIDEO|Watch|Listen) ?[:»›|>] ?\S",
        examples=(
            "See also: Council of Lesk counts its boats",
            "READ MORE: Bridge to open in spring",
            "Related: Who owns the quay?",
            "WATCH: The moment the crane fell",
        ),
        news=("Related claims were dismissed on Monday.", "Watch officers saw the light: it was red."),
        strong=True,
    ),
    noise_rule(
        "contact",
        Zone.ANYWHERE,
        rf"{FULL_NAME} (?:can|may) be (?:reached|contacted) (?:at|on|via|by) [^.!?]{{0,40}}(?:@|\d{{3}})",
        rf"{FULL_NAME} is (?:also )?on (?:twitter|x|facebook|instagram|bluesky|mastodon|linkedin)\b",
        r"[\w.+-]+@[\w-]+\.[\w.-]+\W*$",
        r"(?:https?://|www\.)\S+\W*$",
        examples=(
            "Ida Marsh can be reached at imarsh@herald.example.",
            "Tom Reed is on X @tomreed.",
            "desk@herald.example",
            "https://herald.example/more",
        ),
        news=("The summit can be reached only on foot, the guide said on Monday.",),
        strong=True,
    ),
    noise_rule(
        "photo credit",
        Zone.ANYWHERE,
        rf".{{0,600}}\((?:photo|picture|image|file photo|handout|courtesy|credit)\b{INNER}\)(?:[\s.*]|\({INNER}\))*$",
        rf".{{0,600}}\({INNER} via {INNER}\)(?:[\s.*]|\({INNER}\))*$",
        rf".{{0,600}}\([^\W\d][\w. -]{{1,40}} ?/(?: ?[^\W\d]{INNER})?\)(?:[\s.*]|\({INNER}\))*$",
        examples=(
            "Boats at the quay of Lesk (REUTERS/Ida Marsh)",
            "The mayor on Monday (Photo by Tom Reed)",
            "The quay at dawn (Harbour Office via AP) (Harbour Office /)",
        ),
        news=("He paid part of the fee (10/12 of the price), the court in Lesk was told on Monday.",),
    ),
    noise_rule(
        "caption label",
        Zone.ANYWHERE,
        r"(?:photo(?:graph)?|picture|image|video|file photo)(?: ?:| by| courtesy of) ?\S.{0,160}$",
        r"(?:(?:photo|image|picture) )?(?:credit|source|caption)(?: ?:| courtesy of) ?\S.{0,160}$",
        r"(?:getty images|(?:file )?photo|image|video)(?:\W+[\w ]{2,40})?$",
        examples=("Photo: Ida Marsh/Tidewater", "Image caption: The quay at dawn", "Getty Images"),
        news=("Video of the fall was shown in court in Lesk on Monday, the second day of the trial.",),
    ),
    noise_rule("rule of marks", Zone.ANYWHERE, r"$", examples=("***", "-----", "• • •"), strong=True),
)
