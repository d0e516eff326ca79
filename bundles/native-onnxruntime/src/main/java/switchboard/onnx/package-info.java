/**
 * Graphs as ONNX's own messages ({@code ai.onnx.proto}), for whoever cuts or rewrites what was published: read where they lie, and
 * taken apart. Not what runs them. Nothing of it is loaded by whoever only runs graphs.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">ONNX's intermediate representation</a>
 */
@Version("1.0.0")
@NullMarked
package switchboard.onnx;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
