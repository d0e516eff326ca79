/** Where appointments are kept: a relational database that forbids taking anything twice. */
@NullMarked
package switchboard.appointments.store;

import org.jspecify.annotations.NullMarked;
