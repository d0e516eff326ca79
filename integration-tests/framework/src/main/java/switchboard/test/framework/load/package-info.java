/** Callers who never tire, what their calls come to, and what the server holds meanwhile. */
package switchboard.test.framework.load;
