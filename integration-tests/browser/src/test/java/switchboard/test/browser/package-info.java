/** The product as its callers meet it: in a real browser, over a real connection, on real models. */
@NullMarked
package switchboard.test.browser;

import org.jspecify.annotations.NullMarked;
