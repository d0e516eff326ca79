/** From the Java command to a started framework: bundles unpacked once, installed where they lie, started in order. */
@NullMarked
package switchboard.launcher;

import org.jspecify.annotations.NullMarked;
