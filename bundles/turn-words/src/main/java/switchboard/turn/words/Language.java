package switchboard.turn.words;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a language's words say about whether more follows. Immutable. */
enum Language {

    ENGLISH(
            // articles, possessives, conjunctions, what is cut short, and sounds of thinking
            words("a an the my your our their its and or but because if than whether although i'm you're we're they're i'd we'd you'd i'll we'll"
                    + " i've we've um uh erm hmm i we"),
            // prepositions and auxiliaries; but "Yes, I do" and "Come in" are whole
            words("of for to with at from in on by about until till between into after before around without during per near his her so that"
                    + " which who when while as like is are was were am be been do does did have has had can could will would shall should may"
                    + " might must want need you he she they think know okay well"),
            phrases("name is, number is, address is, would like, i'd like, i think, do you, can you, could you, can i, let me, let's see"),
            words("yes no yeah yep nope thanks thank bye goodbye please correct right exactly sure perfect great fine hello hi"),
            words("zero oh one two three four five six seven eight nine ten eleven twelve"),
            words("twenty thirty forty fifty sixty seventy eighty ninety hundred thousand plus double"),
            words("the you i is are to for of my we do have what and would like please yes thank")),

    GERMAN(
            words("ein eine einen einem einer eines der die das dem den des mein meine meinen meinem meiner unser unsere unseren unserem ihr ihre"
                    + " ihren und oder aber weil dass ob wenn als sondern denn ich wir äh ähm hm zum zur im am beim vom"),
            words("für mit von zu in auf bei nach aus an um über bis zwischen unter vor ohne gegen seit ist sind war bin habe hat haben hätte"
                    + " hätten kann können könnte könnten muss müssen soll möchte möchten will wollen würde würden sehr nicht noch also so es sie"
                    + " er mir mich uns wie was wo wer wann"),
            phrases("ich heiße, name ist, nummer ist, adresse ist, ich möchte, ich hätte gern, ich hätte gerne, wir möchten, haben sie, können sie"),
            words("ja nein danke dankeschön bitte tschüss genau richtig gut gerne perfekt wiederhören hallo stimmt schön vielen"),
            words("null eins zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf"),
            words("hundert tausend plus doppelt und"),
            words("ich der die das und ist nicht ein eine für mit sie wir haben zu möchte bitte ja nein danke wie was auf es im am einen heiße"
                    + " mein meine name gern gerne wann können kann gibt uns noch um uhr tisch")),

    SPANISH(
            words("un una unos unas el la los las mi mis su sus nuestro nuestra nuestros nuestras y o pero porque que si aunque al del eh em este"),
            words("de para con a en por sobre hasta entre desde sin tras según es son está están era soy estoy he ha han hemos había puedo puede"
                    + " podemos podría quiero queremos quisiera debo tengo tiene tenemos muy más se me le nos lo como cuando donde quien yo"),
            phrases("me llamo, nombre es, número es, dirección es, me gustaría, nos gustaría, quería, quisiera"),
            words("sí no gracias adiós vale claro exacto perfecto correcto hola favor bien muchas bueno"),
            words("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce"),
            words("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil más doble"),
            words("el la los las de que y en un una es por para con mi gracias quiero quisiera tienen sí hola qué cuándo dónde está llamo me"
                    + " a hora puedo nombre gustaría hay somos mesa favor"));

    private final Set<String> never;
    private final Set<String> seldom;
    private final List<List<String>> openings;
    private final Set<String> closings;
    private final Set<String> digits;
    private final Set<String> tens;
    private final Set<String> frequent;

    Language(Set<String> never, Set<String> seldom, List<List<String>> openings, Set<String> closings,
            Set<String> digits, Set<String> tens, Set<String> frequent) {
        this.never = never;
        this.seldom = seldom;
        this.openings = openings;
        this.closings = closings;
        this.digits = digits;
        this.tens = tens;
        this.frequent = frequent;
    }

    /** The language most of whose frequent words are there; a pause does not say which it is. English if none is. */
    static Language of(List<String> words) {
        return Stream.of(values()).max(Comparator.comparingLong((Language language) -> words.stream().filter(language.frequent::contains).count())
                .thenComparing(Comparator.reverseOrder())).orElse(ENGLISH);
    }

    /** Whether the words end in one, or in a phrase, that ends no sentence. */
    boolean mustGoOn(List<String> words) {
        return never.contains(words.get(words.size() - 1))
                || openings.stream().anyMatch(phrase -> words.size() >= phrase.size()
                        && words.subList(words.size() - phrase.size(), words.size()).equals(phrase));
    }

    /** Whether the word ends few sentences. */
    boolean mayGoOn(String word) {
        return seldom.contains(word);
    }

    /** Whether it is a small answer or a courtesy, whole in itself. */
    boolean closes(List<String> words) {
        return words.stream().anyMatch(closings::contains);
    }

    /** Whether the word is a small number. */
    boolean counts(String word) {
        return digits.contains(word) || tens.contains(word);
    }

    /** Whether the word begins a number more often than it ends one. */
    boolean growsOn(String word) {
        return tens.contains(word);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    private static List<List<String>> phrases(String text) {
        return Stream.of(text.split(", ")).map(phrase -> List.of(phrase.split(" "))).toList();
    }
}
