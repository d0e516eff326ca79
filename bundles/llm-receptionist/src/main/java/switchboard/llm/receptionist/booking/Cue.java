package switchboard.llm.receptionist.booking;

import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Clauses;

/** Turns of phrase by which a dialogue takes another way; of the caller, in plain words ({@link Speech#plain}), where nothing else is said. */
enum Cue {

    /** "Let us start over." */
    RESTART(".*\\b(?:start|begin|try)(?:ing)? (?:over|again|from the (?:start|beginning|top)|afresh|all over)\\b.*|.*\\bfrom the (?:start|beginning|top)\\b.*|.*\\brestart\\b.*"),
    /** "Never mind." */
    LEAVE("(?:.* )?(?:forget (?:about )?(?:it|that|the whole thing|everything)|never ?mind|(?<!\\b(?:can|could|may|must|should|do|will|would) (?:i|we|you|they) )(?:leave|keep) (?:it|that|the \\w+|my \\w+)(?! (?:to (?:myself|ourselves)|out|with|here|there|at|in|until|overnight)\\b)(?: be| as it is| the way it is)?|scrap (?:it|that)|drop (?:it|that)|changed my mind|don't want (?:it|that|to (?:book|reserve)|a table|an appointment|the \\w+)(?: any ?more)?"
            + "|do not want (?:it|that|to book)|i'd rather not book|no longer want.*|(?:don't|do not) (?:book|reserve|make) (?:anything|it|that|a \\w+|the \\w+)|(?:i'll|i will|we'll|let me) (?:call|ring|phone|try|come back) (?:you )?(?:back|again|later|another time|some other time)(?: later)?|(?:ask|check|talk|speak|think) (?:\\w+ ){0,5}(?:and|then) (?:(?:then|i'll|we'll|i will|we will) )*(?:call|ring|phone) (?:you )?(?:back|again|later)|(?:i'll|we'll|i will|we will|let me|and|then) get back to you|no (?:table|booking|reservation|appointment) (?:then|after all)|(?:another|some other) time(?: maybe| perhaps| then)?$|not (?:today|now) (?:after all|then)|(?:i|we) (?:don't|do not) need (?:it|that|a table|an appointment)|have to go|(?:have to|need to|must|will|i'll|we'll|let me|better|should) (?:(?:just|first|quickly) )?(?:ask|check|talk|speak|think)(?: \\w+){0,6}? (?:first(?! (?:if|whether|is|are|do|does|can|could|what|how|where|when|which)\\b)|about (?:it|that)|over)|(?:i'll|we'll|let me|i will|we will|i have to|i need to) think about (?:it|that)|stop (?:it|that|this|the booking)|don't bother|won't be necessary)(?: .*)?"),
    /** "Cancel that." */
    CANCELS("(?:.* )?(?:cancel|stop|abort)(?: (?:it|that|this|everything|the (?:whole )?(?:booking|thing|reservation)))?(?: (?:please|then|again|all|sorry))*"),
    /** "Is it expensive to cancel?" cancels nothing. */
    ABOUT("(?:and |but |so |um |uh )*(?:is|are|does|do|did|how|what|what's|when|until|may|should|must|will|would it|which|who)\\b.*"),
    /** "Okay, thanks, bye.": whoever takes leave agrees to nothing, unless there was a yes before. */
    FAREWELL("(?!(?:yes|yeah|yep|sure|please)\\b)(?:.* )?(?:good ?bye|bye|see you|take care|have a (?:nice|good|great|lovely) (?:day|evening|weekend|one))(?: .*)?"),
    /** "I have no phone." */
    NO_PHONE("(?:.* )?(?:(?:rather not|prefer not to|don't (?:want|like|wish) to|won't) (?:give|leave|say|tell)(?: you)?(?: an?| my| the| any| our)?|no|skip the|without(?: an?)?|don't have an?|haven't got an?) (?:phone|telephone|mobile|phone number|number)(?: .*)?"),
    /** "I don't have one on me", where something was asked for that one may keep to oneself. */
    DECLINES("(?:.* )?(?:(?:don't|do not|haven't|won't|can't) (?:\\w+ )?(?:have|got|give|want|need|know|remember)(?: to)?(?: (?:give|leave|say))?(?: (?:one|it|any|that|mine|you (?:that|it|mine)))?|(?:skip|leave out|without|forget) (?:it|that|the (?:phone|number)|one)|rather not|leave (?:it|that) out|keep (?:it|that|mine) to (?:myself|ourselves)|(?:isn't|not) (?:necessary|needed))(?: (?!.*\\b(?:but|name|instead)\\b).*)?"),
    /** "What do you need my number for?" */
    WHAT_FOR("(?:.* )?(?:why|what) (?:do|would|should|must) (?:you|i|we) (?:\\w+ )?(?:need|want|give)\\b.*\\b(?:number|phone|telephone|that|it)\\b.*|(?:.* )?(?:why|what for)"),
    /** What the assistant says of a party that is too large. */
    TOO_MANY("(?i).*\\b(?:people|persons|guests)\\b.*\\b(?:most|at most|maximum|more than)\\b.*"),
    /** "No, wait, make that Friday." */
    CORRECTS(".*\\b(?:make (?:it|that)|change (?:it|that)|actually|instead|(?:no|oh|hold on|sorry),? wait|is bad|(?:doesn't|does not|won't|will not) work|(?:can't|cannot) make)\\b.*"),
    /** "And on Sunday?" */
    AND_WHAT("(?:and|or|what about|how about|is|are|do|would|could|can)\\b.*"),
    /** "Lovely, book that." */
    ACCEPTS("(?:yes|yeah|yep|sure|perfect|lovely)\\b.*"),
    /** "My table." */
    EXISTING(".*\\b(?:my|our|existing|i have|we have)\\b.*"),
    /** Whoever takes the first time there is. */
    SOONEST(".*\\b(?:as (?:soon|early)(?: in the \\w+)? as (?:possible|you can|you open|you have|you've got|you got|you like|there is)|first thing|asap|any ?time|(?:the )?(?:earliest|soonest|first|next)(?: possible| available| free)?(?: (?:time|slot|appointment|one))?(?: (?:that )?(?:you have|you've got|you have got|you got|you can (?:do|offer|manage|give (?:me|us)|fit (?:me|us) in)|there is|please|possible|available|going))*$|(?:the )?(?:first|earliest)(?: (?:time|slot|appointment|one))?(?:'s| is| would be| will be| will do| sounds)(?: (?:fine|good|great|perfect|lovely|okay|ok|best))?$|(?:the )?(?:earliest|soonest|first)(?: (?:time|slot|appointment|one))? (?:that )?(?:you|i|we) (?:can|could|would|might)\\b|whenever|whatever(?: time)?(?: you have| suits you| is free)|you choose|(?:doesn't|does not) matter|(?:don't|do not) (?:care|mind)(?: (?:when|which|what time))?$)\\b.*"),
    /** Whoever wants to hear which times there are. */
    WHICH_TIMES(".*\\b(?:what (?:times? |slots? |else )?(?:do you have|(?:have|'ve) you got|what've you got|do you got|would you have|are (?:there|free|available|left))|which times|i'm flexible|i am flexible|you tell me|when are you free)\\b.*"),
    /** "On Thursday, preferably in the morning": whoever says that wants to hear which times there are then. */
    PREFERS_PART(".*\\b(?:preferably|ideally|if possible|some ?time|any ?time)\\b.*\\b(?:morning|afternoon|evening)\\b.*|.*\\b(?:morning|afternoon|evening)(?: \\w+)? (?:preferably|ideally|if possible)"),
    /** "Could you make it an hour later?", of a booking that was looked up. */
    ALTERS("(?:.* )?(?:make (?:it|that|us)|(?:can|could|may|might|would) (?:you|we|i) (?:please )?(?:change|move|put|shift|push|come|be|do)|change (?:it|that)|instead|rather)\\b.*|(?:.* )?hours? (?:later|earlier)(?: .*)?"),
    /** "The same time." */
    SAME_TIME(".*\\bsame (?:time|hour)\\b.*"),
    /** "Another table." */
    SEPARATE(".*\\b(?:(?:new|another|second|different) (?:booking|reservation|table|appointment|visit|session|haircut|lesson)|(?:want|need|like|book|have|get|make|for) (?:a )?(?:another|second|new) one)\\b.*");

    private final Pattern pattern;

    Cue(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** Whether a sentence of what was said is it. */
    boolean isInASentenceOf(String said) {
        return isIn(Speech.plain(said)) || Clauses.of(said).stream().anyMatch(clause -> isIn(Speech.plain(clause)));
    }

    /** Whether it is what was said, or within it. */
    boolean isIn(String said) {
        return pattern.matcher(said).matches();
    }
}
