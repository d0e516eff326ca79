package switchboard.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.Message;

/**
 * Whether a turn may need tools: each description costs a model some hundred tokens to read. Rather too often than too
 * rarely, and once they were offered they stay for the call, since models cache a prompt from its beginning.
 *
 * @param hint  words of a caller; empty if tools are always offered
 * @param offer of a call-back, by the assistant: a yes to it needs a tool
 */
record ToolNeed(Optional<Pattern> hint, Pattern offer) {

    /** From here on the documents answer the question, whatever it is. */
    private static final double ANSWERED = 0.44;

    private static final Map<String, ToolNeed> LANGUAGES = Map.of(
            "en", need("book|reserv|table|appointment|schedul|cancel|move|chang|availab|free|slot|seat|visit|come (in|by|over)|squeeze|fit (me|us)|call (me )?back|order|dine|eat|party|people|persons|guests|(the )?(four|two|three|five|six) of us|reschedul|postpone|confirm|the (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth)"
                    + "|january|february|march|april|june|july|august|september|october|november|december"
                    + "|today|tonight|tomorrow|week|next|for (two|three|four|five|six|seven|eight|nine|ten|me|us)|at (noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
                    + "|o.?clock|monday|tuesday|wednesday|thursday|friday|saturday|sunday|my name|see (a|the|your|some(body|one)|doctor)|hurt|ache|aching|toothache|fix|repair|mend|bring (it|in|my)",
                    "call you back|(?i:which day|(at )?what time|how many people|your name|is that right)\\?|number, in case"),
            "de", need("buch|reservier|tisch|termin|storn|absag|verschieb|änder|frei|verfügbar|platz|plätze|vorbeikomm|zurückruf|rückruf|anruf|rufen|bestell|heute|morgen|woche|nächst|uhr|personen"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mein name|schmerz|weh|kaputt|reparier|vorbeibring|vorbeischau",
                    "zurückrufen|(?i:welchem tag|wie viel uhr|wie viele personen|welchen namen, bitte|ist das richtig)\\?|nummer, falls"),
            "es", need("reserv|mesa|cita|cancel|anul|cambi|mover|libre|disponib|sitio|hueco|llam|pedido|hoy|mañana|semana|próxim|a las|personas"
                    + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo|me llamo|duele|dolor|roto|rota|arregl|repar",
                    "devuelva la llamada|le llamen|(?i:qué día|qué hora|cuántas personas|qué nombre, por favor|es correcto)\\?|teléfono, por si"));
    private static final ToolNeed ALWAYS = new ToolNeed(Optional.empty(), Pattern.compile(""));

    static ToolNeed of(String language) {
        return LANGUAGES.getOrDefault(language, ALWAYS);
    }

    /**
     * Whether tools are offered.
     *
     * @param kinds    of bookings, as the company calls them
     * @param passages what was found for the last message, best first
     */
    boolean isIn(List<Message> conversation, Set<String> kinds, List<Passage> passages) {
        return hint.isEmpty() || conversation.stream().anyMatch(message -> message instanceof Message.Assistant answer && offer.matcher(answer.text()).find())
                || passages.stream().noneMatch(passage -> passage.similarity() >= ANSWERED)
                || conversation.stream().filter(Message.User.class::isInstance).map(said -> said.text().toLowerCase(Locale.ROOT))
                        .anyMatch(said -> hint.get().matcher(said).find() || kinds.stream().anyMatch(kind -> said.contains(kind.toLowerCase(Locale.ROOT))));
    }

    private static ToolNeed need(String hint, String offer) {
        return new ToolNeed(Optional.of(Pattern.compile("(?<!\\p{L})(" + hint + ")|[0-9]")), Pattern.compile(offer));
    }
}
