package switchboard.conversation.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Things that are named one after the other: the last is announced by "and". */
final class Enumeration {

    private static final Pattern AND = Pattern.compile("\\b(and|or|und|oder|y|e|o)\\b");
    private static final Pattern ITEM = Pattern.compile("(a|an|the|some|my|one|two|three|four|five|six|ein|eine|einen|der|die|das|den|un|una|el|la|los|las|unos|unas) \\p{L}+( \\p{L}+)?");
    private static final Pattern NO_THING = Pattern.compile(".*\\b(o'clock|thirty|fifteen|p\\.?m|a\\.?m|uhr|please|bitte|first|second|third|moment|bit|thanks|thank you|danke|gracias|sorry|days?|people|persons|evening|morning|afternoon|other|same)\\b.*");

    private static final Pattern YES_OR_NO = Pattern.compile("(yes|yeah|no|nope|okay|ok|sure|well|ja|nein|gut|sí|bueno|vale)\\b.*");
    /** Without an article: "new tyres". */
    private static final Pattern BARE_ITEM = Pattern.compile("(?!(to|at|in|on|um|am|im|i|we|it|just|nur|sólo|solo|ich|wir)\\b)\\p{L}+( \\p{L}+)?");

    private static final Pattern DAY = Pattern.compile("\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b");

    private Enumeration() {
    }

    /**
     * Whether another item may follow: "The fish, the lamb", and where things were asked for, "Brakes, lights".
     *
     * @param expected what was asked for
     */
    static boolean isOpen(String transcript, Expected expected) {
        List<String> parts = List.of(transcript.strip().toLowerCase(Locale.ROOT).replaceAll("[.,;]+$", "").split("[,.;]+ "));
        String last = parts.get(parts.size() - 1).strip();
        if (parts.size() > 1 && parts.stream().allMatch(part -> DAY.matcher(part).find()) && !AND.matcher(last).find()) {
            return true;
        }
        if (parts.size() < 2 || NO_THING.matcher(last).matches() || AND.matcher(last).find() || NO_THING.matcher(parts.get(0)).matches() || YES_OR_NO.matcher(parts.get(0)).matches()) {
            return false;
        }
        boolean asked = expected == Expected.ITEMS || expected == Expected.ACCOUNT || expected == Expected.SHORT_ANSWER;
        return ITEM.matcher(last).matches() || asked && parts.stream().allMatch(part -> BARE_ITEM.matcher(part.strip()).matches());
    }
}
