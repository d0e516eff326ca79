package switchboard.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.Message;

/**
 * Whether a turn may need tools: each description costs a model some hundred tokens to read. Rather too often than too
 * rarely, and once they were offered they stay for the call, since models cache a prompt from its beginning.
 */
record ToolNeed(Optional<Pattern> hint) {

    /** From here on the documents answer the question, whatever it is. */
    private static final double ANSWERED = 0.5;

    private static final Map<String, ToolNeed> LANGUAGES = Map.of(
            "en", need("book|reserv|table|appointment|schedul|cancel|move|chang|availab|free|slot|seat|visit|come (in|by|over)|squeeze|fit (me|us)|call (me )?back|order"
                    + "|today|tonight|tomorrow|week|next|for (two|three|four|five|six|seven|eight|nine|ten|me|us)|at (noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
                    + "|o.?clock|monday|tuesday|wednesday|thursday|friday|saturday|sunday|my name"),
            "de", need("buch|reservier|tisch|termin|storn|absag|verschieb|änder|frei|verfügbar|platz|plätze|vorbeikomm|zurückruf|bestell|heute|morgen|woche|nächst|uhr|personen"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mein name"),
            "es", need("reserv|mesa|cita|cancel|anul|cambi|mover|libre|disponib|sitio|hueco|llamen|pedido|hoy|mañana|semana|próxim|a las|personas"
                    + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo|me llamo"));
    private static final ToolNeed ALWAYS = new ToolNeed(Optional.empty());

    static ToolNeed of(String language) {
        return LANGUAGES.getOrDefault(language, ALWAYS);
    }

    /** @param passages what was found for the last message, best first */
    boolean isIn(List<Message> conversation, List<Passage> passages) {
        return hint.isEmpty() || passages.stream().noneMatch(passage -> passage.similarity() >= ANSWERED)
                || conversation.stream().filter(Message.User.class::isInstance)
                        .anyMatch(said -> hint.get().matcher(said.text().toLowerCase(Locale.ROOT)).find());
    }

    private static ToolNeed need(String hint) {
        return new ToolNeed(Optional.of(Pattern.compile("(?<!\\p{L})(" + hint + ")|[0-9]")));
    }
}
