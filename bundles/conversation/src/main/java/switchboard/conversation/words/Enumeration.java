package switchboard.conversation.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Things that are named one after the other: the last is announced by "and". */
final class Enumeration {

    private static final Pattern AND = Pattern.compile("\\b(and|or|und|oder|y|e|o)\\b");
    private static final Pattern ITEM = Pattern.compile("(a|an|the|some|my|one|two|three|four|five|six|ein|eine|einen|der|die|das|den|un|una|el|la|los|las|unos|unas) \\p{L}+( \\p{L}+)?");
    private static final Pattern NO_THING = Pattern.compile(".*\\b(o'clock|thirty|fifteen|p\\.?m|a\\.?m|uhr|please|bitte|first|second|third|moment|bit|people|persons|evening|morning|afternoon|other|same)\\b.*");

    private Enumeration() {
    }

    /** Whether another item may follow: "The fish, the lamb". */
    static boolean isOpen(String transcript) {
        List<String> parts = List.of(transcript.strip().toLowerCase(Locale.ROOT).replaceAll("[.,;]+$", "").split("[,.;]+ "));
        String last = parts.get(parts.size() - 1).strip();
        return parts.size() > 1 && ITEM.matcher(last).matches() && !NO_THING.matcher(last).matches() && !AND.matcher(last).find();
    }
}
