/**
 * How a model comes to life and how it is used: stored on disk, loaded eagerly, warmed, published, leased, retired.
 */
@Export
@Version("1.7.0")
@NullMarked
package switchboard.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
