package switchboard.appointments.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.CollectionType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.company.BookingRules;
import switchboard.api.company.Company;
import switchboard.api.company.Company.Business;
import switchboard.api.company.OpeningHours;
import switchboard.api.time.SpokenTimes;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;
import switchboard.appointments.availability.Availability;
import switchboard.appointments.callback.RequestCallback;
import switchboard.appointments.speech.Name;
import switchboard.appointments.speech.Phrases;
import switchboard.appointments.speech.Speaker;
import switchboard.appointments.speech.Times;
import switchboard.appointments.store.AppointmentBook;

/** Where the tools find the book and the languages. Thread-safe. */
@Component(service = FrontDesk.class)
public final class FrontDesk {

    private final AppointmentBook book;

    // A constructor's reference is static: a language that comes or goes would replace the tools.
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY,
            collectionType = CollectionType.TUPLE, service = SpokenTimes.class)
    private volatile List<Map.Entry<Map<String, Object>, SpokenTimes>> languages;

    @Activate
    public FrontDesk(@Reference AppointmentBook book) {
        this(book, List.of());
    }

    FrontDesk(AppointmentBook book, List<Map.Entry<Map<String, Object>, SpokenTimes>> languages) {
        this.book = book;
        this.languages = languages;
    }

    /** @throws ToolException if the company takes no bookings */
    Visit visit(ToolCall call) throws ToolException {
        Company company = call.company();
        Business business = company.business();
        Phrases phrases = Phrases.of(company.language());
        BookingRules rules = business.bookings().filter(any -> !business.hours().equals(OpeningHours.UNKNOWN))
                .orElseThrow(() -> new ToolException(phrases.noBookings()));
        var now = call.now().withZoneSameInstant(business.timeZone());
        Times times = new Times(spoken(company.language()), phrases.plainDay());
        Arguments arguments = Arguments.of(call.arguments());
        Speaker speaker = new Speaker(phrases, times, rules, now, RequestCallback.offer(company), Optional.empty());
        Availability all = new Availability(business.timeZone(), business.hours(), rules, now);
        return chosen(arguments, speaker).map(name -> new Visit(call, arguments, book, all.only(name.resource()), speaker.about(name)))
                .orElseGet(() -> new Visit(call, arguments, book, all, speaker));
    }

    /** Whom or what the caller asks for by name; where there is nothing to choose, nothing. */
    private static Optional<Name> chosen(Arguments arguments, Speaker speaker) throws ToolException {
        Optional<String> said = arguments.text("with").filter(any -> !speaker.choices().isEmpty());
        Optional<Name> meant = said.flatMap(text -> Name.meant(text, speaker.choices()));
        if (said.isPresent() && meant.isEmpty()) {
            throw new ToolException(speaker.phrases().whichOf(speaker.choices().stream().map(Name::text).toList()));
        }
        return meant;
    }

    /** The last wins: SCR sorts by ranking, the highest last. */
    private Optional<SpokenTimes> spoken(String language) {
        return languages.stream().filter(entry -> language.equals(entry.getKey().get("language"))).map(Map.Entry::getValue)
                .reduce((first, second) -> second);
    }
}
