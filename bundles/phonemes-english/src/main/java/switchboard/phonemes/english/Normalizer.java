package switchboard.phonemes.english;

import java.text.Normalizer.Form;
import java.util.List;
import java.util.stream.Stream;

/** Writes out everything that is not a word; the order of the steps matters. Immutable. */
final class Normalizer {

    private static final List<Rewrite> STEPS = Stream.of(Typography.STEPS, Addresses.STEPS, Abbreviations.STEPS, Dates.STEPS,
            PhoneNumbers.STEPS, Ranges.STEPS, Times.STEPS, Money.STEPS, Amounts.STEPS, Symbols.STEPS)
            .flatMap(List::stream).toList();

    String spokenForm(String text) {
        String spoken = java.text.Normalizer.normalize(text, Form.NFC);
        for (Rewrite step : STEPS) {
            spoken = step.apply(spoken);
        }
        return spoken;
    }
}
