/** Wiring, arrival and departure, and what only real models together can show. */
package switchboard.test.framework;
