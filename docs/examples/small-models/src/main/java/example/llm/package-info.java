/** What is answered. */
@NullMarked
package example.llm;

import org.jspecify.annotations.NullMarked;
