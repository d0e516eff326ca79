/** Keeps numbers from being spoken that nobody told the language model: prices, times and phone numbers above all. */
@NullMarked
package switchboard.assistant.grounding;

import org.jspecify.annotations.NullMarked;
