/** When something is free: opening hours, resources and rules against what is taken; pure logic, no clock, no database. */
@NullMarked
package switchboard.appointments.availability;

import org.jspecify.annotations.NullMarked;
