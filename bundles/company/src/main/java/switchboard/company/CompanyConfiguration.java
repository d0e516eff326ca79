package switchboard.company;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Every key of a company. This is the one source: bnd makes the metatype resource of it, and {@link Keys} reads that
 * resource for validation, for the reference and for the JSON Schema. Underscores are dots.
 */
@ObjectClassDefinition(id = ConfiguredCompanies.PID, factoryPid = ConfiguredCompanies.PID, name = "Company",
        description = "One company of the server; one file for each.")
@interface CompanyConfiguration {

    String DAYS = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    String TIME = "([01][0-9]|2[0-4]):[0-5][0-9]";
    String SPANS = TIME + "-" + TIME + "(, ?" + TIME + "-" + TIME + ")*";
    String FILTER = "an LDAP filter such as '(model=kokoro)'";
    String ANY = "If it is not given: whatever ranks first.";

    @AttributeDefinition(required = false, description = "Names the company in addresses, and is unique in the server. If it is not given: what stands after '~' in the file's name.")
    @Form(pattern = "[a-z0-9][a-z0-9-]{0,39}", says = "lower-case letters, digits and hyphens, at most 40", examples = "tomatitos-2")
    String id();

    @AttributeDefinition(description = "The company's name, as the assistant says it.")
    String name();

    @AttributeDefinition(description = "Language of calls: the primary subtag of BCP 47.")
    @Form(pattern = "[a-z]{2,3}", says = "a language code such as 'en' or 'es'", examples = {"en", "es"})
    String language() default "en";

    @AttributeDefinition(required = false, description = "The first words of every call. {name} stands for the company's name. If it is not given: a greeting in English, German or Spanish; it must be given for other languages.")
    @Form(says = "a text that is not empty, in the company's language", examples = {"Hello, this is {name}. How can I help you?", "Guten Tag, hier ist {name}. Was kann ich f\u00fcr Sie tun?", "Hola, le atiende {name}. \u00bfEn qu\u00e9 puedo ayudarle?"})
    String greeting();

    @AttributeDefinition(description = "Who answers and how. {name} stands for the company's name.")
    String persona() default "You are the friendly receptionist of {name}.";

    @AttributeDefinition(required = false, description = "Folder of Markdown, text and CSV with what the assistant knows, and of nothing else: every caller may be told all of it. Relative to the company's file, or absolute, anywhere but around the companies' own files.")
    String knowledge();

    @AttributeDefinition(required = false, description = "Opening hours in words, for a language model that words its own answers. The receptionist tells those of 'hours'.")
    String opening_hours();

    @AttributeDefinition(required = false, description = "Time zone of all local times. If it is not given: the server's.")
    @Form(says = "a time zone such as 'Europe/Berlin'", examples = {"Europe/Berlin", "Europe/London", "America/New_York", "UTC"})
    String time_zone();

    @AttributeDefinition(required = false, description = "When the company is open: days and times. A time that is not after the first one is on the next day. A day that is not named is closed.")
    @Form(pattern = DAYS + "(-" + DAYS + ")?(, ?" + DAYS + "(-" + DAYS + ")?)* " + SPANS,
            says = "days and times such as 'Tue-Thu 17:00-23:00', 'Mon, Wed 09:00-12:00, 14:00-18:00' or 'Sat 17:00-01:00', without overlap: three letters for a day, and two digits for an hour",
            examples = {"Mon-Fri 09:00-17:00", "Tue-Thu 17:00-23:00", "Sat 17:00-01:00"})
    String[] hours();

    @AttributeDefinition(required = false, description = "Days on which other hours hold.")
    @Form(pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2} (closed|" + SPANS + ")",
            says = "a date with 'closed' or times, such as '2026-12-24 closed' or '2026-12-31 18:00-02:00', each date once, without overlap",
            examples = {"2026-12-24 closed", "2026-12-31 18:00-02:00"})
    String[] hours_exceptions();

    @AttributeDefinition(required = false, description = "What can be booked, each with the number of people that it is for. Callers can ask for a name ('Maria', 'the terrace'), not for a number ('table 4'); a name with capital letters that is for 1 is a person's ('with Maria'). Bookings need 'hours'. If it is not given: nothing can be booked.")
    @Form(pattern = "[^:]*[^: ]: ?[1-9][0-9]{0,3}", says = "names and numbers of people such as 'table 1: 2', each name once",
            examples = {"table 1: 2", "chair 1: 1"})
    String[] bookings_resources();

    @AttributeDefinition(description = "Kinds of bookings, each with its length [min]; the first is the default.")
    @Form(pattern = "[^:]*[^: ]: ?[1-9][0-9]{0,3}", says = "kinds and minutes such as 'dinner: 120', each kind once", examples = {"dinner: 120", "check-up: 30"})
    String[] bookings_durations() default "visit: 60";

    @AttributeDefinition(description = "How long a resource rests after each booking [min].", min = "0", max = "1440")
    int bookings_buffer_min() default 0;

    @AttributeDefinition(description = "How far ahead bookings are taken [days].", min = "1", max = "730")
    int bookings_horizon_days() default 90;

    @AttributeDefinition(description = "How long before its beginning a booking must be made [min].", min = "0", max = "43200")
    int bookings_notice_min() default 60;

    @AttributeDefinition(required = false, description = "Names of the tools that the assistant may use; an empty list forbids all. If it is not given: request_callback and, if something can be booked, those for bookings.")
    @Form(pattern = "[a-z][a-z0-9_]*", says = "names of tools such as 'find_free_times'",
            examples = {"find_free_times", "book_appointment", "move_appointment", "cancel_appointment", "find_appointment", "request_callback"})
    String[] tools();

    @AttributeDefinition(description = "One of the voices of the text-to-speech model.")
    @Form(pattern = "[A-Za-z0-9_.-]+", says = "the name of a voice such as 'af_heart'", examples = {"af_heart", "am_michael", "bf_emma"})
    String voice_name() default "af_heart";

    @AttributeDefinition(description = "Pace of speech; 1 is the voice's own.", min = "0.5", max = "2")
    double voice_speed() default 1;

    @AttributeDefinition(required = false, description = "Which voice activity detector: a filter on the service properties of models. " + ANY)
    @Form(pattern = "\\(.+\\)", says = FILTER, examples = "(model=silero)")
    String vad_target();

    @AttributeDefinition(required = false, description = "Which turn detector: a filter. " + ANY)
    @Form(pattern = "\\(.+\\)", says = FILTER, examples = "(model=smart-turn)")
    String turn_target();

    @AttributeDefinition(required = false, description = "Which speech-to-text model: a filter. " + ANY)
    @Form(pattern = "\\(.+\\)", says = FILTER, examples = {"(model=moonshine-tiny)", "(model=whisper)"})
    String stt_target();

    @AttributeDefinition(required = false, description = "Which language model: a filter. " + ANY)
    @Form(pattern = "\\(.+\\)", says = FILTER, examples = {"(model=receptionist)", "(model=openai)"})
    String llm_target();

    @AttributeDefinition(required = false, description = "Which text-to-speech model: a filter. " + ANY)
    @Form(pattern = "\\(.+\\)", says = FILTER, examples = {"(model=kokoro)", "(model=piper)"})
    String tts_target();

    @AttributeDefinition(required = false, description = "Base address of an OpenAI-compatible server.")
    @Form(pattern = "https?://.+", says = "an address such as 'https://api.example.com/v1/', with no user or password in it", examples = "http://127.0.0.1:11434/v1/")
    String llm_endpoint();

    @AttributeDefinition(required = false, description = "Name of the model at that endpoint.")
    String llm_model();

    @AttributeDefinition(required = false, description = "Name of the secret that holds the endpoint's key, never the key itself: an environment variable of the server or, if there is none, a file in its folder of secrets that nobody else may read.")
    @Form(pattern = "[A-Z_][A-Z0-9_]*", says = "the name of a secret that the server has, in capital letters", examples = "OPENAI_API_KEY")
    String llm_secret();

    @AttributeDefinition(description = "How freely the language model chooses its words.", min = "0", max = "2")
    double llm_temperature() default 0;

    @AttributeDefinition(description = "The longest answer [tokens].", min = "1", max = "4096")
    int llm_max_tokens() default 200;

    @AttributeDefinition(description = "Whether an endpoint is asked while the caller still speaks, on a guess that what was said is all. Answers begin sooner, and a question costs two to four requests instead of one or two.")
    boolean llm_guesses() default true;

    @AttributeDefinition(description = "How long speech lasts before it counts [ms].", min = "0", max = "1000")
    int vad_start_ms() default 100;

    @AttributeDefinition(description = "The silence that ends a turn that is surely whole, such as a question [ms].", min = "50", max = "2000")
    int vad_stop_ms() default 150;

    @AttributeDefinition(description = "The silence that ends a turn that is whole but may go on, such as a statement [ms]; vad.stop.ms if that is longer.", min = "50", max = "5000")
    int silence_likely_ms() default 450;

    @AttributeDefinition(description = "The silence that ends a turn after which mostly something follows, such as \"Can I have\" [ms]; silence.likely.ms if that is longer.", min = "50", max = "5000")
    int silence_doubtful_ms() default 1200;

    @AttributeDefinition(description = "How long silence lasts before the turn ends whatever the detector says [ms].", min = "500", max = "10000")
    int silence_max_ms() default 3000;

    @AttributeDefinition(description = "Whether a caller who speaks silences the greeting; never while 'recording' is true.")
    boolean interrupt_greeting() default true;

    @AttributeDefinition(description = "How long a caller speaks before it is an interruption [ms].", min = "0", max = "5000")
    int interrupt_min_ms() default 100;

    @AttributeDefinition(description = "The silence without words (a cough, a door) after which the assistant goes on where it was cut [ms].", min = "200", max = "10000")
    int interrupt_resume_ms() default 600;

    @AttributeDefinition(description = "How many calls at once.", min = "1", max = "1000")
    int calls_max() default 8;

    @AttributeDefinition(description = "How long one call may last [min].", min = "1", max = "600")
    int call_minutes_max() default 30;

    @AttributeDefinition(description = "How many turns the caller may take in one call; then the assistant says goodbye.", min = "1", max = "10000")
    int call_turns_max() default 200;

    @AttributeDefinition(description = "Whether calls are kept: the sound of both sides, and what was said. Every call then begins with the notice, and nothing that the caller says before its end is kept.")
    boolean recording() default false;

    @AttributeDefinition(required = false, description = "What the caller is told if the call is kept, before the greeting. It cannot be cut: 'interrupt.greeting' is false then. If it is not given: a sentence in English, German or Spanish; it must be given for other languages.")
    @Form(says = "a text that is not empty, in the company's language", examples = {"This call is recorded.", "Dieses Gespr\u00e4ch wird aufgezeichnet.", "Esta llamada se graba."})
    String recording_notice();

    @AttributeDefinition(description = "How long what was kept of calls stays on disk [days]. It is deleted then, also if nothing is kept any more.", min = "1", max = "3650")
    int recording_retention_days() default 30;
}
