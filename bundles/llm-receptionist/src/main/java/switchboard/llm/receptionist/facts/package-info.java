/** Which of a company's facts answers a question, if any, and how it is said. */
@NullMarked
package switchboard.llm.receptionist.facts;

import org.jspecify.annotations.NullMarked;
