package switchboard.phonemes.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import switchboard.api.model.ModelStore;
import switchboard.api.tts.Phonemizer;

/** Says English as misaki does. Immutable; any text gives phonemes, never an exception. */
final class EnglishPhonemizer implements Phonemizer {

    private static final String MODEL = "misaki-lexicon-en-us";

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
        Path gold = store.file(MODEL, "us_gold.json");
        Path silver = store.file(MODEL, "us_silver.json");
        String key = "gold=" + sha256(gold) + " silver=" + sha256(silver) + " format=" + Integer.toHexString(LexiconCompiler.MAGIC);
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

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
