package switchboard.llm.receptionist.booking;

/** Everything that the dialogues say of their own accord; the words of a language stand in its table ({@link Sentences}). */
enum Sentence {
    PHONE, PHONE_AGAIN, PHONE_REASON, NAME, NAME_AGAIN, NAME_SPELLED, PARTY, PARTY_AGAIN, DAY, DAY_AGAIN, TIME, TIME_AGAIN, KIND, KIND_AGAIN,
    /** Of a booking that there is: its name and day, and what it is moved to. */
    BOOKED_NAME, BOOKED_NAME_AGAIN, BOOKED_DAY, NEW_TIME, NEW_TIME_AGAIN,
    /** Before a question. */
    GLADLY, OF_COURSE, FROM_THE_BEGINNING, SORRY, NOT_UNDERSTOOD, SO,
    CHANGE_BOOKING, CHANGE_OTHER, DROPPED,
    /** Of what staff are to know. */
    NOTED, NOTES,
    /** Of what no tool does here. */
    NOT_BY_ME,
    /** Between the last two of a list. */
    OR,
    /** A time that there is, with {time} and {day}, soon or later; and what is asked then. */
    I_HAVE, I_HAVE_SOON, TAKE_IT,
    CALLBACK_OFFER, CALLBACK_WHO, CALLBACK_NAME, CALLBACK_NAME_AGAIN, CALLBACK_NUMBER, CALLBACK_NUMBER_AGAIN, CALLBACK_DROPPED
}
