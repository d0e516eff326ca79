package switchboard.phonemes.english;

/** Parts of speech, after the Penn Treebank; those that the {@link Tagger} gives. */
enum Tag {

    /** Determiner. */ DT("DT"),
    /** Preposition. */ IN("IN"),
    /** The word "to". */ TO("TO"),
    /** Pronoun. */ PRP("PRP"),
    /** Name. */ NNP("NOUN"),
    /** Noun. */ NN("NOUN"),
    /** Infinitive. */ VB("VERB"),
    /** Present tense. */ VBP("VERB"),
    /** Past tense. */ VBD("VERB"),
    /** Past participle. */ VBN("VERB"),
    /** Any other word. */ XX("XX"),
    /** Symbol. */ SYM("SYM"),
    /** Punctuation that is heard as a pause. */ PAUSE("PAUSE");

    private final String parent;

    Tag(String parent) {
        this.parent = parent;
    }

    /** The wider part of speech, as the lexicon names it. */
    String parent() {
        return parent;
    }

    boolean isNoun() {
        return parent.equals("NOUN");
    }
}
