package switchboard.llm.receptionist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the words of a language mean in a business: which are empty, which say little, which say the same. Immutable. */
final class Vocabulary {

    private static final Map<String, String> IRREGULAR = Map.of("people", "person", "children", "child", "teeth", "tooth", "feet", "foot");

    private static final Set<String> EMPTY_WORDS = words("a about all also am an and any anything are as at be been but by can could"
            + " did do does for from get give had has have hello hey hi how i if in is it its know let like may me much many my need of"
            + " on or our out please should so some tell that the their them there they this to too up us want was we were what when"
            + " where which who why will with would you your yours just really maybe thing something say said go going come take make s re ll"
            + " d t ve m im exactly exact offer possible available place restaurant house shop whats wheres whos hows whens guys guy stuff wife husband"
            + " friend her his him she he problem okay ok building happen happens kind sort type way somewhere someone somebody anybody anyone everybody"
            + " till until don doesn isn aren won can't don't isn't doesn't im i'm i'd it's what's where's there's you're we're that's then than not no yes one ones"
            + " please thanks thank sorry um uh well actually currently usually today now still ever mine ours theirs does being same case");
    /** Common words: they say something, but little, and a passage need not have them. */
    private static final Set<String> WEAK_WORDS = words("sell sold buy have serve use using work works bring see look find show help call stay keep set let run start first time times day days"
            + " open long big good new old right back person people car room rooms customer guest client visit service services treat treatment order early extra allowed welcome"
            + " son daughter mother father mom dad mum brother sister boyfriend girlfriend partner family member lot lots bit little small large huge climb reach separate private last next second third"
            + " one two three four five six seven eight nine ten eleven twelve hundred afternoon morning evening night noon lunch dinner week month today tomorrow tonight weekend appointment"
            + " cater prepare provide include included arrive drop return need want think wonder hear ask talk speak tell eat drink sit stand walk wait hold turn move turn happen change whole full empty different"
            + " special regular usual normal main real whole part side end minute minutes moment while since during before after between without within inside near around along off down again once soon later quick quickly"
            + " fast slow easy hard nice great fine best better cheap cheaper older younger own else other another each every both few more most less least enough quite very too also even only already yet"
            + " water name house home town city country world place area floor front corner door window table chair bed sick ill strong bad badly year hour arrive motorway highway road street winter summer spring autumn season check"
            + " matter point question answer idea reason fact example amount total full size color life man woman lady gentleman gentlemen boys girls boy girl me myself us ourselves wheelchairs");

    private final Map<String, Set<Integer>> groups = new HashMap<>();
    private final Map<Pattern, String> phrases = new LinkedHashMap<>();

    private Vocabulary(List<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (equals > 0) {
                phrases.put(Pattern.compile("\\b(?:" + line.substring(0, equals) + ")(?![\\p{L}])"), " " + line.substring(equals + 3) + " ");
            } else {
                int group = groups.size();
                Arrays.stream(line.split(" ")).map(Vocabulary::stem).forEach(word -> groups.computeIfAbsent(word, key -> new HashSet<>()).add(group));
            }
        }
    }

    static Vocabulary english() {
        try (InputStream file = Vocabulary.class.getResourceAsStream("words.en.txt")) {
            return new Vocabulary(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that say something, stemmed; phrases are replaced by what they mean. */
    Set<String> content(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (Map.Entry<Pattern, String> phrase : phrases.entrySet()) {
            plain = phrase.getKey().matcher(plain).replaceAll(phrase.getValue());
        }
        Set<String> content = new TreeSet<>();
        for (String word : plain.split("[^\\p{L}\\p{N}']+")) {
            String bare = word.replaceAll("'s?$|^'", "").replaceAll("'.*", "");
            if (!bare.isEmpty() && !EMPTY_WORDS.contains(word) && !EMPTY_WORDS.contains(bare)) {
                content.add(stem(bare));
            }
        }
        return content;
    }

    /** Whether a word, or one that means the same, is among others. */
    boolean isIn(String word, Set<String> others) {
        return others.contains(word) || groups.getOrDefault(word, Set.of()).stream()
                .anyMatch(group -> others.stream().anyMatch(other -> groups.getOrDefault(other, Set.of()).contains(group)));
    }

    static boolean isWeak(String word) {
        return WEAK_WORDS.contains(word);
    }

    static boolean isEmpty(String word) {
        return EMPTY_WORDS.contains(word);
    }

    /** Light stemming: plural and third person, -ing, -ed. */
    static String stem(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.endsWith("ed")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static Set<String> words(String list) {
        Set<String> words = new HashSet<>();
        for (String word : new ArrayList<>(List.of(list.split(" ")))) {
            words.add(word);
            words.add(stem(word));
        }
        return words;
    }
}
