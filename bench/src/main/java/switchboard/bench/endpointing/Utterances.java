package switchboard.bench.endpointing;

import java.util.List;

/** What callers say; a bar is where they pause in the middle of it. */
final class Utterances {

    /** Whole at once. */
    static final List<String> QUESTIONS = List.of(
            "What time do you open on Sunday?", "Is there somewhere to park near you?", "Do you have anything for vegans?",
            "Can I bring my dog?", "How much is the tasting menu?", "Who is the chef?", "Are you open on Mondays?",
            "Do you take credit cards?", "Yes, please.", "No, thank you.", "A table for two, please.", "Tomorrow at half past seven.",
            "My name is Miller.", "For four people.", "That's right.", "Can I speak to somebody?", "Do you repair electric bikes?",
            "I have a terrible toothache.", "What does a cleaning cost?", "Could you call me back?", "Great, thank you very much.",
            "Is your dining room accessible by wheelchair?", "Next Friday, if that is possible.", "Five five five, one two three four.",
            "I'd like to cancel my reservation.", "Where exactly are you?", "Do you have high chairs for children?",
            "We would prefer a table outside.", "Eight o'clock is fine.", "How long does a check up take?");

    /** With pauses. */
    static final List<String> WITH_PAUSES = List.of(
            "I need to cancel my | reservation for Friday evening.", "I'd like to book a table | for four people.",
            "Do you have any | vegan dishes?", "We are coming tomorrow | at half past seven.",
            "My name is | Katharina Miller.", "Could you tell me | what time you close?",
            "I would like to come on | Thursday next week.", "It's for two adults | and three children.",
            "My number is five five five | one two three four.", "Is it possible to | change my appointment?",
            "The name is Baker, | B A K E R.", "I think | we will be six people.",
            "If it doesn't rain, | we would like to sit outside.", "Well, | what can you recommend?",
            "I have a booking for tonight, | and I want to move it to tomorrow.", "Can I have | the small room at the back?",
            "In the afternoon, | please.", "Hello, | I have a question about parking.",
            "My bicycle has a flat tire | and the brakes are loose.", "How much do you charge for | a new chain?",
            "Actually, | make that five people.", "I was there last week | and forgot my umbrella.",
            "Do you know whether | the kitchen is open late?", "We want to celebrate my mother's birthday | with about twelve guests.",
            "Yes, | that would be fine.", "No, | I meant Saturday.", "Is the dentist | in on Wednesdays?",
            "One of us is allergic to nuts, | is that a problem?", "Let me think, | maybe at eight.",
            "I'd like a table by the window | if you have one.", "When does the | kitchen close on Sundays?",
            "Sorry, | could you repeat that?", "A friend told me | that you also rent bikes.",
            "My daughter needs | a check up.", "Tuesday is bad for me, | but Wednesday would work.",
            "Can I order | for pick up?", "On the twenty | third of December.", "We will be there around | eight.",
            "I want to know if | you are open at Christmas.", "Please write down that | we bring a small dog.");

    private Utterances() {
    }
}
