package switchboard.llm.openai;

import java.nio.ByteBuffer;

/** Reads the body of a response as it arrives. Confined to one thread at a time. */
interface Sink {

    void take(ByteBuffer bytes);

    /** The body is complete. Not called if the connection breaks. */
    void end();
}
