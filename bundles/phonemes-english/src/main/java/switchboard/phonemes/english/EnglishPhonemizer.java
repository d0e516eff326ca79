package switchboard.phonemes.english;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import switchboard.api.model.ModelStore;
import switchboard.api.tts.Phonemizer;

/** Says English as misaki does. Immutable; any text gives phonemes, never an exception. */
final class EnglishPhonemizer implements Phonemizer {

    private static final String MODEL = "misaki-lexicon-en-us";
    private static final String GOLD = "us_gold.json";
    private static final String SILVER = "us_silver.json";

    /** Symbols that cannot be said leave their spaces. */
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final Normalizer normalizer = new Normalizer();
    private final Tokenizer tokenizer;
    private final Tagger tagger = new Tagger();
    private final WordPhonemes words;

    EnglishPhonemizer(Lexicon lexicon, LetterToSound letterToSound) {
        this.tokenizer = new Tokenizer(lexicon::knows);
        this.words = new WordPhonemes(lexicon, letterToSound);
    }

    /**
     * Opens the lexicon in milliseconds; compiles it first if this store has not seen it yet, which takes a second or two.
     *
     * @throws IOException           if the lexicon cannot be had
     * @throws IllegalStateException if it does not say "hello" as it should
     */
    static EnglishPhonemizer open(ModelStore store) throws IOException {
        Path gold = store.file(MODEL, GOLD);
        Path silver = store.file(MODEL, SILVER);
        String key = "gold=" + store.sha256(MODEL, GOLD) + " silver=" + store.sha256(MODEL, SILVER) + " format=" + Integer.toHexString(LexiconCompiler.MAGIC);
        Path compiled = store.derived("misaki-en-us.lexicon", key, target -> LexiconCompiler.compile(gold, silver, target));
        EnglishPhonemizer phonemizer = new EnglishPhonemizer(Lexicon.open(compiled), LetterToSound.open());
        String warmUp = phonemizer.phonemes("Hello.");
        if (!warmUp.equals("həlˈO.")) {
            throw new IllegalStateException("expected həlˈO. got " + warmUp);
        }
        return phonemizer;
    }

    @Override
    public String phonemes(String text) {
        List<Token> tokens = tokenizer.tokens(normalizer.spokenForm(text));
        List<Tag> tags = tagger.tags(tokens);
        Deque<String> backwards = new ArrayDeque<>();
        Following following = Following.NOTHING;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            String phonemes = say(token, tags.get(i), following);
            following = following.before(token.text(), phonemes);
            backwards.push(token.spaced() ? " " + phonemes : phonemes);
        }
        return SPACES.matcher(String.join("", backwards)).replaceAll(" ").strip().replace('ɾ', 'T').replace('ʔ', 't');
    }

    private String say(Token token, Tag tag, Following following) {
        if (token.isPunctuation()) {
            return token.text();
        }
        return words.phonemes(new Word(token.text(), tag, Stress.of(token.text()), following)).orElse("");
    }
}
