package switchboard.assistant.grounding;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;

/** The numbers that a model was told, in every form in which it may say them. Immutable. */
record Grounds(Set<Long> numbers) {

    private static final Pattern TIME = Pattern.compile("\\b([01]?[0-9]|2[0-4])[:.]([0-5][0-9])\\b");
    private static final Pattern LONG = Pattern.compile("[0-9][0-9 /()-]{2,}[0-9]");

    static Grounds of(ChatRequest request) {
        StringBuilder told = new StringBuilder(request.instructions()).append('\n').append(request.earlier());
        request.knowledge().forEach(passage -> told.append('\n').append(passage.text()));
        for (Message message : request.conversation()) {
            told.append('\n').append(message.text());
            if (message instanceof Message.ToolOutput output) {
                told.append('\n').append(output.spoken());
            }
        }
        Grounds grounds = of(told.toString());
        return new Grounds(Stream.of(grounds.numbers().stream(), dates(request.now()), dates(request.now().plusDays(1)))
                .flatMap(numbers -> numbers).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<Long> dates(ZonedDateTime day) {
        return Stream.of((long) day.getDayOfMonth(), (long) day.getYear(), day.getYear() / 100L, day.getYear() % 100L);
    }

    static Grounds of(String told) {
        Set<Long> numbers = new HashSet<>();
        for (long number : Numbers.in(told)) {
            addForms(numbers, number);
        }
        for (Matcher time = TIME.matcher(told); time.find(); ) {
            long minute = Long.parseLong(time.group(2));
            if (minute > 0) {
                // "a quarter to eight" is said of 7:45
                addForms(numbers, Long.parseLong(time.group(1)) + 1);
                numbers.add(60 - minute);
            }
        }
        for (Matcher phone = LONG.matcher(told); phone.find(); ) {
            addPieces(numbers, phone.group().replaceAll("[^0-9]", ""));
        }
        return new Grounds(Set.copyOf(numbers));
    }

    /** Whether all numbers of a sentence were told. */
    boolean hold(String sentence) {
        return numbers.containsAll(Numbers.in(sentence));
    }

    /** Hours are said with twelve or with twenty-four. */
    private static void addForms(Set<Long> numbers, long number) {
        numbers.add(number);
        if (number <= 12) {
            numbers.add((number + 12) % 24);
        } else if (number <= 24) {
            numbers.add(number - 12);
        }
        if (number >= 100) {
            addPieces(numbers, Long.toString(number));
        }
    }

    /** Years and phone numbers are said digit by digit, or two or three at a time. */
    private static void addPieces(Set<Long> numbers, String digits) {
        for (int length = 1; length <= 3; length++) {
            for (int i = 0; i + length <= digits.length(); i++) {
                numbers.add(Long.parseLong(digits.substring(i, i + length)));
            }
        }
    }
}
