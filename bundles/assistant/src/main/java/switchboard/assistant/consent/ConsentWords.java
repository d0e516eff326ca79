package switchboard.assistant.consent;

/**
 * The words of one language, each a regular expression of alternatives on small letters without punctuation.
 *
 * @param yes     agrees
 * @param right   behind words that were read back, makes a yes of them: "Saturday is right"
 * @param no      refuses
 * @param filler  says nothing by itself, but may stand beside a yes or a no
 * @param unclear might be taken for a yes, and is not clearly one
 * @param again   asks to hear it again
 * @param cancel  tells to cancel; what that means depends on what was proposed
 * @param asks    makes a question of a sentence that has lost its mark
 * @param changes tells that something else than what was proposed may be meant: "instead", "another"
 * @param details may stand in what was proposed: a day, a number
 * @param price   begins a question about what something costs or how long it takes, whose days and numbers change nothing
 */
record ConsentWords(String yes, String right, String no, String filler, String unclear, String again, String cancel, String asks, String changes, String details, String price) {

    private static final ConsentWords ENGLISH = new ConsentWords(
            "(i said )?yes|(yes )?(i am|im|were) afraid so|(is|was) (all )?(correct|right)|yeah|yep|yup|yea|aye|sure|sure thing|certainly|absolutely|definitely|indeed|of course|exactly|correct|perfect|right"
                    + "|(that is|thats|this is|it is|its|all of that is|everything is|alls) (now |all |just |absolutely |exactly |quite |totally |completely |perfectly )*(right|correct|fine|perfect|it|good|better|great|lovely|wonderful|brilliant|excellent|ideal)"
                    + "|(that|it) (works|will do|sounds (good|great|right|perfect|fine))( for (me|us))?|thatll do|sounds (good|great|right|perfect|fine)|works for (me|us)"
                    + "|(that would|thatd|that will|thatll|it would|itd) be (all |just )?(right|correct|fine|perfect|it|good|great|lovely|wonderful)|(that|thats|it|everything) (all )?sounds (all )?(right|correct|perfect|good|great|fine)"
                    + "|everythings (right|correct|fine|perfect)|all (good|right then)|(that |it )?(all )?sounds (about|just|quite) (right|good|fine)|(that|thats|it|its|it is|that is)? ?(all )?(fine|okay|ok|good|great|perfect) (by|with|for) (me|us)|spot on|you (have )?got it|im (quite |very |absolutely )?(sure|certain|positive)|(that |it )?suits (me|us)( fine)?|(im|were|i am|we are) happy with (that|it)|go on|"
                    + "affirmative|confirmed|for sure|(thats|that is) what i (want|wanted|said|meant)|id (like|love) that|we (do|would)"
                    + "|(great|lovely|wonderful|excellent|brilliant|smashing|super|fantastic|fine|good|okay|ok) (thanks|thank you|cheers|ta)( very much| so much| a lot| mate)?|lets go( (with|for) (that|it))?|thats the one|youve got it|you got that right|id say so"
                    + "|do( (it|that|so))?|go ahead( and (book|reserve|confirm|do) (it|that))?|go for it|(book|confirm|reserve|make)( (it|that|the (table|booking|reservation|appointment)))|confirm|you (may|can)|i (do|would|confirm|agree)|it (is|does)|that is|all correct|lets do (it|that)",
            "(s|is|are|was) (all |just )?(right|correct|perfect|it)",
            "no|nope|nah|no way|not really|not quite|wrong|incorrect|never ?mind|forget (it|that|about it)|stop|(do not|dont)( do (it|that)| book (it|that))?"
                    + "|((that|this|it) is|thats|its) (not|wrong)( quite)?( (right|correct))?|((that|this|it) is|thats|its) incorrect|(that|this|it) isnt( quite)?( (right|correct))?"
                    + "|not (right|correct|that|now|yet)|id rather not|i (do not|dont)( want (that|it)( anymore)?)?|i changed my mind|leave it|(i (dont|do not) think so|id say not|its not|thats not it|i said no|negative|certainly not|definitely not|please dont|not at all)",
            "please|(very|quite) (good|nice|well)|(ah )?grand|sweet|smashing|champion|marvellous|splendid|fabulous|magic|kindly|nice( one)?|there we (are|go)|((i am|im|were) )?(so |very |really |terribly )?sorry( (about|for) (that|this|it|the (trouble|bother|inconvenience|short notice)))?|i (do |really )?(apologi[sz]e|appreciate (it|that))|my apologies|(i )?(have|ive got|got|need) to (run|go|dash)|(thanks|thank you) for (understanding|that|waiting|your (understanding|help|patience|time))|cheers|ta|mate|love|dear|darling|my dear|pal|finally|at last|okey ?dokey|thanks|thank you|(thanks|thank you) (a (lot|bunch|million|ton)|ever so much|again|indeed)|much appreciated|(very|so) much|okay|ok|alright|all right|great|good|wonderful|lovely|excellent|brilliant|fantastic|super|fine|cool|uh ?huh|mhm+|mm+ ?hm+|um+|uh+|er+|ah+|oh+|well|so|then|and|just|maam|sir|now|for me|for us|(good )?bye|goodbye|bye bye|cheerio|ta ra|see you( then| soon| later| there)?|speak soon|whoever|have a (nice|good) (day|evening|one)|thats all|that is all|thats (me|us)",
            "m+|hm+|mhm+|mm+ ?hm+|uh ?huh|i see|maybe|perhaps|possibly|i (think|guess|suppose)( so)?|probably|really|hello|wait|one moment|let me think|i am not sure|im not sure|not sure|are you sure|is it|is that right",
            "(can|could|would) you (please )?(say|repeat) (that|it)( again)?|say (that|it) again|repeat (that|it)|come again|pardon( me)?|excuse me|sorry|what|what was that|what did you say|i did(nt| not) (hear|understand|get|catch) (you|that|it)",
            "((i )?(want|would like) to |id like to |lets |just |go ahead and |you (may|can) )?cancel( it| that| this| everything)?",
            "do (you|i|we|they)|does|did|is there|are there|are you|have you|(must|should) (i|we)|can (i|we|you)|could (i|we|you)|what|where|when|who|how|which|why|is it|is the|may (i|we)|would you|will you|tell me",
            "make (it|that|this)|change|instead|actually|rather|meant|mean|except|but|only|different|another|other|earlier|later|before|after|more|less|fewer|move|cancel",
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|noon|midnight|dozen|today|tonight|tomorrow|morning|afternoon|evening|week|month|name|phone number"
                    + "|(mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|first|second|third|people|persons|person",
            "(and |oh |so |but |also |roughly |about )*(how (much|long)|whats the price|what is the price|what (does|do|would|will|is) .+ (cost|costs|come to)|what (does|do|would|will) (it|that|they) cost)");

    private static final ConsentWords GERMAN = new ConsentWords(
            "ja|jawohl|jawoll|na gut ja|(ja )?(freilich|basst)( schon?)?|passt schon?|passt( (so|alles|schon|gut|wunderbar|mir|uns))+|geht (klar|in ordnung)|haut hin|(das |die |alles )?(stimmt|passt) (so|alles|schon)( so)?|die stimmt|eh klar|logisch|jau|joa|jup|jepp?|jap|jo|jep|ja doch|ja eh|klar|na klar|sicher|natürlich|selbstverständlich|genau|gerne?|richtig|korrekt|stimmt|perfekt|passt|einverstanden|auf jeden fall|unbedingt|so ist es|(genau|gerne?) so|(jetzt |das |so |alles )?(stimmts|passts)|jetzt (stimmt|passt)( es| das| alles)?|so machen wirs?( das| es)?|(das )?nehmen wir"
                    + "|((das|alles) (ist|wäre)( so| alles)?|alles) (völlig |ganz |absolut )?(richtig|korrekt|perfekt|in ordnung)|(das|so|alles) (stimmt|passt)( so| mir| uns| alles)?|das (wäre|ist) (gut|super|prima|toll|schön|sehr nett)|(bitte )?(buchen|reservieren)|(buchen|reservieren) sie( bitte)?( den tisch| den termin)?|bestätigt|ich bestätige"
                    + "|(machen|buchen|reservieren|tun) sie (das|es|ihn)|mach( das|s)?",
            "(ist|sind) (richtig|korrekt|perfekt)|stimmt",
            "nein|nee|nö|ne|falsch|auf keinen fall|lieber nicht|besser nicht|doch nicht|(das )?(ist )?(nicht|leider nicht) (ganz )?(richtig|korrekt)|(das |die |so )?(stimmt|passt) (so |noch |leider )*nicht|das ist falsch"
                    + "|nicht|stopp?|vergessen sie( es| das)?|lassen sie( es| das)|abbrechen|noch nicht",
            "bitte|entschuldigung|danke|vielen dank|danke schön|dankeschön|okay|ok|gut|sehr gut|super|prima|toll|schön|wunderbar|also|ähm?|äh|na|ach|oh|dann|sehr|so|alles (gut|klar)|freut mich|ihnen auch|(ein )?schönes wochenende|na gut|(rufen sie|ruft) (mich |uns )?(dann |halt |bitte |ruhig )*zurück|merci|dankschön|(herzlichen|besten|schönen|lieben) dank|danke (ihnen|sehr|vielmals)|gell|halt|mal|noch|jetzt|(das )?(war|wär|wäre) ?(s|es|alles)( dann| schon)?|(auf )?(wiederhören|wiedersehen|wiederschaun?|wiederschauen)|tschüss?i?|tschau|ciao|servus|ade|pfiat ?(di|eana|euch)?|bis (dann|bald|gleich|nachher|später|dahin)( dann)?|(noch |ihnen )*(einen )?schönen (tag|abend|nachmittag)( noch| ihnen)*",
            "hm+|mhm+|aha|ach so|vielleicht|ich (denke|glaube)( schon| ja)?|wahrscheinlich|wirklich|moment|warten sie|eventuell|hallo",
            "wie bitte|was|noch ?mal( bitte)?|(können|könnten) sie das (bitte )?(noch ?mal sagen|wiederholen)|sagen sie das noch ?mal|wiederholen sie( das)?|entschuldigung|verzeihung|ich habe (sie|das) nicht verstanden",
            "(stornieren|storniere|streichen) sie (sie|es|das|ihn)|stornieren|streichen|absagen|(sagen sie|ich sage) (sie|es|das|ihn) ab|cancel",
            "haben sie|habt ihr|gibt es|ist (das|es|der|die)|sind sie|kann (ich|man)|können (wir|sie)|darf (ich|man)|dürfen wir|was|wo|wann|wer|wie|welche[rsn]?|warum|kostet|nehmen sie|sagen sie mir",
            "statt|stattdessen|lieber|doch|aber|außer|nur|andere[rsn]?|früher|später|mehr|weniger|ändern|verschieben|stornieren", "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
                    + "|halb|viertel|mittags?|heute|morgen|übermorgen|abends?|woche|monat|name|personen|person|leute|uhr"
                    + "|(mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabend|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
            "(und |ach |noch |ungefähr )*(was (kostet|kosten|würde|macht)|wie ?viel (kostet|kosten|macht|wäre)|wie lange? (dauert|geht|brauch\\p{L}+))");

    private static final ConsentWords SPANISH = new ConsentWords(
            "(que |pues |sí que )?sí|si|vale|venga( va)?|tal cual|eso mismo|así mismo|efectivamente|cierto|hecho|dale|todo en orden|eso|muy bien|claro|claro que sí|claro que si|por supuesto|desde luego|exacto|exactamente|correcto|perfecto|de acuerdo|adelante|eso es|así es|es correcto|está bien|esta bien|me parece bien|todo correcto|(ahora|así) sí|ahora está bien|está (todo )?(perfecto|bien)|todo (está )?(bien|perfecto)|(me|nos) (va|viene) bien"
                    + "|(hágalo|hagalo|resérvelo|resérvela|resérvalo|confírmelo|confirmo)",
            "(es|está) (correct[oa]|perfect[oa])",
            "no|para nada|incorrecto|mal|(eso )?no es (correcto|así)|no está bien|mejor no|todavía no|aún no|déjelo|olvídelo|ahora no|no quiero|no lo haga",
            "por favor|perdone?|gracias|muchas gracias|vale|bueno|bien|muy bien|genial|estupendo|eh+|ah+|oh+|pues|entonces|señora?|muy amable|(muchísimas|mil) gracias|gracias a (usted|ti)|un saludo|buen[oa]s (tardes|noches)|perdona|hij[oa]|guap[oa]|maj[oa]|hombre|mujer|cariño|señorit[oa]|ya|nada más|eso es todo|igualmente|(pues )?que me llamen|que (tengan?|tengas|pasen?|pases) (un )?buen (día|fin de semana)|adi[óo]s|agur|cha[ou]|nos vemos|hasta (luego|pronto|ahora|entonces|la vista|otra)|(y )?ya ((te|le|os|les) )?llam(o|aré)( yo)?( otro día| luego| más adelante)?",
            "m+|hm+|mhm+|ajá|quizás?|tal vez|creo( que sí)?|supongo( que sí)?|seguro|de verdad|espere|un momento|a ver|hola|diga",
            "cómo|como|qué|que|perdón|perdone|(puede|podría) repetir(lo)?|repita|otra vez|no le he (oído|entendido)",
            "cancelar|anular|cancél[ae](me|nos)?l[oa]|cancel[aeo]|anúl[ae](me|nos)?l[oa]|anul[ae]|bórr[ae](me)?l[oa]|quít[ae](me)?l[oa]",
            "tienen|tiene|hay|es posible|puedo|podemos|pueden|puede|qué|que|dónde|donde|cuándo|cuando|quién|quien|cómo|como|cuál|cuánto|cuanto|cuesta|por qué|aceptan|está el|está la|dígame",
            "en vez|en lugar|mejor|cambiar|cambie|cambio|pero|salvo|sólo|solo|otr[oa]s?|antes|más tarde|tarde|más|menos|mover|cancelar", "la una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
                    + "|media|cuarto|mediodía|hoy|mañana|noche|semana|mes|nombre|personas?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
            "(y |ah |oiga |oye |pero |más o menos )*(cuánto (cuesta|cuestan|vale|valen|sale|saldría|sería|dura|tarda)|qué (precio|cuesta|vale))");

    static ConsentWords of(String language) {
        return switch (language) {
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }
}
