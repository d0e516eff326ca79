/** From configuration to companies: files in a watched folder become Config Admin configurations, and those, when they are valid as a whole, companies. */
@NullMarked
package switchboard.company;

import org.jspecify.annotations.NullMarked;
