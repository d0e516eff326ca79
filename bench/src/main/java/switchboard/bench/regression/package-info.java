/** Fitting of linear models to vectors of texts. */
@NullMarked
package switchboard.bench.regression;

import org.jspecify.annotations.NullMarked;
