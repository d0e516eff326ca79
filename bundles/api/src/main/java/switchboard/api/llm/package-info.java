/**
 * Language models: a conversation in, a stream of text out. What is put into the conversation is the assistant's decision.
 */
@Export
@Version("1.6.0")
@NullMarked
package switchboard.api.llm;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
