/** What an assistant can do with appointments: find a free time, book, move, cancel, look up. */
@NullMarked
package switchboard.appointments.tools;

import org.jspecify.annotations.NullMarked;
