package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

/** A word where it stands: what is needed to say it. */
record Word(String text, Tag tag, Stress stress, Following following) {

    Word withText(String other) {
        return new Word(other, tag, stress, following);
    }

    Word withStress(Stress other) {
        return new Word(text, tag, other, following);
    }

    String lower() {
        return text.toLowerCase(ROOT);
    }

    boolean isUpper() {
        return text.equals(text.toUpperCase(ROOT));
    }

    boolean isLower() {
        return text.equals(lower());
    }
}
