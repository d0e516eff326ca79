/** Many companies in one server: edited while calls go on, ready each by itself, and closed to one another. */
@NullMarked
package switchboard.test.framework.company;

import org.jspecify.annotations.NullMarked;
