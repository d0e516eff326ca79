/** Tools as the assistant uses them: who may use which, what arguments fit, and how one is run without anybody waiting for it. */
@NullMarked
package switchboard.assistant.tool;

import org.jspecify.annotations.NullMarked;
