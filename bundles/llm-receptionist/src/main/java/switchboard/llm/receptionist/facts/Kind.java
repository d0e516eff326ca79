package switchboard.llm.receptionist.facts;

/** What a question may want, which an answer then must have. */
enum Kind {

    PRICE, TIME, DURATION, PLACE, PERSON, PHONE, EMAIL, WEB,
    /** Since when there is something. */
    AGE,
    /** How old one must be. */
    MINIMUM_AGE,
    /** A time of the day. */
    CLOCK,
    /** Whether something is to be paid. */
    PAYMENT,
    /** That something is sold. */
    SALE,
    /** That something is lent or let. */
    HIRE,
    /** That something is taught. */
    TEACHING,
    /** That something is mended. */
    REPAIR,
    /** How often something is. */
    FREQUENCY,
    /** How many there are. */
    COUNT,
    /** How long, warm, heavy something is. */
    SIZE;

    /** Whether it is an answer by itself, if nothing else is named. */
    boolean isAllThatIsWanted() {
        return this == PLACE || this == PHONE || this == EMAIL || this == WEB || this == AGE || this == MINIMUM_AGE;
    }

    /** What a company does with a thing: what is told of the same thing, and not of that, is another matter. */
    boolean isService() {
        return this == SALE || this == HIRE || this == TEACHING || this == REPAIR;
    }

    /** It is written in one way only: a passage in which it is not found does not have it. */
    boolean isUnmistakable() {
        return this == PHONE || this == EMAIL || this == WEB;
    }

    /** Whoever asks for it wants nothing else: a passage without it is no answer at all. */
    boolean isExact() {
        return this == PHONE || this == EMAIL || this == WEB || this == AGE || this == PERSON || this == SIZE || this == COUNT || this == FREQUENCY || this == MINIMUM_AGE;
    }
}
