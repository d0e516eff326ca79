package switchboard.llm.receptionist.booking;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.Clauses;
import switchboard.llm.receptionist.table.Table;

/**
 * Puts what was said in another language into the English that the dialogues understand: sentences of their own word by word
 * ({@link Sentences}), days, times and numbers by {@link SpokenTimes}, and the turns of phrase of a booking by the table
 * {@code heard.<language>.tsv}. What is in none of them, such as a name, stays. Of English only what recognisers mistake for words
 * that sound alike is put right. Nobody hears this English. Thread-safe.
 */
public final class Interpreter {

    /** A call is heard from its beginning at each turn; what was said lately need not be read again. */
    private static final int REMEMBERED = 256;
    /** "Sí, ¿y se puede aparcar?": where Spanish opens a question, another sentence begins. */
    private static final Pattern ASKS = Pattern.compile("(?<=\\p{L}),? +¿");
    private static final String TIMES = "days, times and numbers";
    private static final List<TurnOfPhrase> HOMOPHONES = Table.readNamed("booking/heard.en.tsv").stream().map(TurnOfPhrase::of).toList();
    private static final Map<String, Phrases> PHRASES = Sentences.LANGUAGES.stream().filter(language -> !language.equals("en"))
            .collect(Collectors.toUnmodifiableMap(language -> language, Phrases::of));

    /**
     * Those of a language.
     *
     * @param sentences that the dialogues say, and their English; the longest first, since one may be the end of another
     * @param first     work before days, times and numbers are put into English
     * @param then      work after it
     */
    private record Phrases(List<TurnOfPhrase> sentences, List<TurnOfPhrase> first, List<TurnOfPhrase> then) {

        static Phrases of(String language) {
            Sentences own = Sentences.of(language);
            List<TurnOfPhrase> sentences = Stream.of(Sentence.values()).filter(sentence -> own.say(sentence).matches("[^{]* [^{]*[.?]")).sorted(Comparator.comparing(sentence -> -own.say(sentence).length()))
                    .map(sentence -> TurnOfPhrase.sentence(own.say(sentence), Sentences.of("en").say(sentence))).toList();
            List<Table.Row> rows = Table.readNamed("booking/heard." + language + ".tsv");
            int times = rows.indexOf(new Table.Row(TIMES, ""));
            return new Phrases(sentences, rows.subList(0, times).stream().map(TurnOfPhrase::of).toList(), rows.subList(times + 1, rows.size()).stream().map(TurnOfPhrase::of).toList());
        }

        String english(String said, SpokenTimes times) {
            String words = ASKS.matcher(TurnOfPhrase.all(sentences, said)).replaceAll(". ").replaceAll("[¿¡]", "");
            String timed = times.inEnglish(TurnOfPhrase.all(first, words.toLowerCase(Locale.ROOT)));
            return TurnOfPhrase.all(then, timed).replaceAll(" {2,}", " ").replaceAll(" (?=[,.?!])", "").strip();
        }
    }

    private final String language;
    private final SpokenTimes times;
    private final Map<String, String> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param times of the language */
    public Interpreter(String language, SpokenTimes times) {
        this.language = language;
        this.times = times;
    }

    /** Whether bookings are understood in a language. */
    public static boolean knows(String language) {
        return Sentences.LANGUAGES.contains(language);
    }

    /** Whether these are the times that it puts into English. */
    public boolean understands(SpokenTimes others) {
        return times == others;
    }

    /** The call as it would have been in plain English; what tools have answered stays. */
    public ChatRequest english(ChatRequest request) {
        List<Message> conversation = request.conversation().stream().map(this::english).toList();
        return new ChatRequest(isForeign() ? english(request.instructions()) : request.instructions(), conversation, request.knowledge(), request.tools(), request.now(), request.settings(), request.house());
    }

    private Message english(Message message) {
        return message instanceof Message.User said ? new Message.User(english(said.text()))
                : message instanceof Message.Assistant answer && isForeign() ? new Message.Assistant(english(answer.text())) : message;
    }

    String english(String said) {
        return remembered.computeIfAbsent(said, words -> isForeign() ? PHRASES.get(language).english(words, times)
                : language.equals("en") ? TurnOfPhrase.all(HOMOPHONES, words) : words);
    }

    private boolean isForeign() {
        return PHRASES.containsKey(language);
    }

    /** The sentences of a turn from which a part of its English came; all of it if that is not told. */
    public String original(String english, String said) {
        if (!isForeign()) {
            return english;
        }
        String part = bare(english);
        String found = Clauses.sentences(said).stream().filter(sentence -> part.contains(bare(english(sentence))) || bare(english(sentence)).contains(part)).collect(Collectors.joining(" "));
        return found.isEmpty() ? said : found;
    }

    private static String bare(String sentence) {
        return sentence.replaceAll("[.?!]+$", "");
    }
}
