/** What is said in every conversation, whatever the company. */
@NullMarked
package switchboard.llm.receptionist.courtesy;

import org.jspecify.annotations.NullMarked;
