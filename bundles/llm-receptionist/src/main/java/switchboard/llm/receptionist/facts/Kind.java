package switchboard.llm.receptionist.facts;

/** What a question may want, which an answer then must have. */
enum Kind {

    PRICE, TIME, DURATION, PLACE, PERSON, PHONE, EMAIL, WEB, AGE;

    /** Whether it is an answer by itself, if nothing else is named. */
    boolean isAllThatIsWanted() {
        return this == PLACE || this == PHONE || this == EMAIL || this == WEB || this == AGE;
    }

    /** Whoever asks for it wants nothing else: a passage without it is no answer at all. */
    boolean isExact() {
        return this == PHONE || this == EMAIL || this == WEB || this == AGE || this == PERSON;
    }
}
