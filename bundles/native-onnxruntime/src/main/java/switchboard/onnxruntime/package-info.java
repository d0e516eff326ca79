/**
 * How every model of ours uses ONNX Runtime: one owner of the native memory, no close under a running inference. Not a
 * wrapper of its API.
 */
@Version("2.0.0")
@NullMarked
package switchboard.onnxruntime;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
