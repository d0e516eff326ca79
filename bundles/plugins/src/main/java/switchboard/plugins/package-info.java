/**
 * Watches a folder for model bundles. What comes is tried on golden samples beside the models that serve, and serves only if
 * it passes; what fails goes to quarantine with its reason.
 */
@NullMarked
package switchboard.plugins;

import org.jspecify.annotations.NullMarked;
