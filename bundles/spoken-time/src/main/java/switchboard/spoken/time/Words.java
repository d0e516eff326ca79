package switchboard.spoken.time;

import java.util.Set;

/** Sets of words that the rules share. */
final class Words {

    /** Before a weekday; "sat" and "sun" need one of them. */
    static final Set<String> BEFORE_WEEKDAY = Set.of("on", "next", "this", "coming", "or", "and", "for");

    /** An hour follows, whatever comes after. */
    static final Set<String> AT = Set.of("at", "@");

    /** An hour may follow, if no noun does. */
    static final Set<String> ABOUT = Set.of("by", "around", "about", "after", "before", "until", "till", "from", "say", "approximately",
            "roughly", "circa", "between", "past", "towards", "said");

    /** "Around" between "at" and the hour. */
    static final Set<String> SOFTENERS = Set.of("around", "about", "approximately", "roughly", "say", "maybe", "like", "just", "exactly",
            "perhaps", "probably", "circa", "almost", "nearly", "only");

    /** What is taken away together with the day or time behind it. */
    static final Set<String> LEADING = Set.of("at", "@", "on", "for", "by", "around", "about", "from", "after", "before", "until", "till", "the",
            "say", "approximately", "roughly", "circa", "between", "during", "like", "this", "maybe", "t");

    static final Set<String> PEOPLE = Set.of("people", "persons", "person", "guests", "guest", "adults", "adult", "children", "child", "kids",
            "kid", "babies", "baby", "toddlers", "toddler", "infants", "infant", "friends", "friend", "colleagues", "colleague", "seats",
            "seat", "places", "place", "covers", "cover", "diners", "diner", "pax", "chairs", "chair", "men", "women", "ladies", "gentlemen",
            "girls", "guys", "boys", "couples", "couple", "families", "vegetarians", "vegetarian", "vegans", "vegan", "students", "seniors",
            "teenagers", "customers", "visitors", "tables", "table", "dogs", "dog", "wheelchairs", "wheelchair", "others", "other", "top",
            "individuals", "attendees", "members", "folks", "heads", "participants", "grown", "souls", "humans", "relatives", "lads",
            "tickets", "spots");

    static final Set<String> SIZES = Set.of("small", "young", "more", "little", "hungry", "high", "extra", "additional", "further", "very",
            "old", "older", "younger", "big", "other");

    /** Units and things that are counted: a number before them is no hour. */
    static final Set<String> COUNTED = Set.of("euro", "euros", "pound", "pounds", "dollar", "dollars", "quid", "bucks", "percent", "cents",
            "cent", "years", "year", "months", "month", "weeks", "week", "days", "day", "nights", "night", "hours", "hour", "minutes",
            "minute", "min", "mins", "hrs", "seconds", "bottles", "bottle", "glasses", "glass", "menus", "courses", "course", "times",
            "pizzas", "pizza", "things", "thing", "questions", "question", "beds", "rooms", "room", "street", "road", "avenue", "lane",
            "drive", "square", "drinks", "drink", "beers", "coffees", "portions", "steaks", "stars", "star", "kilometers", "kilometres",
            "miles", "meters", "metres", "blocks", "floors", "floor", "cars", "spaces", "parking", "options", "dishes", "vouchers",
            "orders", "bookings", "reservations", "appointments", "slots", "lots", "bags", "pieces", "%", "\u20ac", "\u00a3", "$", "kg");

    static final Set<String> CURRENCY = Set.of("\u20ac", "\u00a3", "$", "#", "\u00a7");

    /** The speaker takes something back. */
    static final Set<String> CORRECTIONS = Set.of("no", "sorry", "actually", "wait", "rather", "mean", "correction", "nope", "scratch",
            "pardon", "oops", "instead", "make", "change", "better", "hang", "hold");

    /** What is done to an appointment that is to be at another time. */
    static final Set<String> MOVING = Set.of("move", "moved", "shift", "switch", "push", "reschedule", "rescheduled", "postpone", "bring",
            "rebook", "swap", "moving", "change", "changing", "changed");

    /** Words that may stand around an hour and make it neither more nor less of one. */
    static final Set<String> FILLERS = Set.of("yes", "yeah", "yep", "no", "please", "uh", "um", "er", "erm", "ah", "well", "oh", "ok", "okay",
            "maybe", "perhaps", "let", "lets", "us", "say", "i", "think", "would", "be", "like", "it", "is", "that", "make", "how", "about",
            "what", "then", "so", "great", "good", "fine", "thanks", "thank", "you", "hmm", "the", "sounds", "works", "prefer", "i'd", "we'd",
            "rather", "probably", "can", "we", "do", "could", "perfect", "better", "best", "time", "hello", "hi", "ideally", "possible", "if",
            "just", "only", "also", "either", "a", "bit", "me", "for", "suits", "nice", "sure", "right", "lovely", "sir", "madam", "i'll",
            "we'll", "go", "with", "want", "sorry", "actually", "wait", "mean", "mhm", "at", "an", "booking", "table", "reservation", "and",
            "to", "book", "ish", "will", "guess", "any", "as", "late", "early", "later", "earlier", "one", "not", "than", "instead");

    /** What may follow "around eight" or "on the first": a noun would make a number of it. */
    static final Set<String> FUNCTION_WORDS = Set.of("for", "at", "in", "on", "please", "if", "would", "works", "work", "is", "or", "and",
            "around", "about", "from", "by", "with", "i", "we", "it", "my", "to", "till", "until", "as", "but", "so", "then", "because",
            "tonight", "today", "tomorrow", "this", "next", "sharp", "thanks", "thank", "no", "not", "sorry", "actually", "instead", "either",
            "wait", "ish", "can", "could", "are", "do", "will", "that", "under", "be", "should", "sounds", "suits", "after", "before",
            "between", "morning", "afternoon", "evening", "night", "lunchtime", "half", "quarter", "noon", "midday", "midnight", "preferably",
            "possible", "of", "the", "a", "there", "say", "maybe", "when", "rather", "latest", "exactly", "perhaps", "i'd", "i'm",
            "we'd", "we're", "make", "yes", "too", "also", "only", "available", "free", "fine", "good", "great", "ok", "okay", "oh", "uh", "um",
            "thereabouts", "like", "all", "since", "where", "one", "just", "early", "late");

    private Words() {}
}
