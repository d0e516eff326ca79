/** The server's shell for who may be its user: a Unix domain socket in the folder of data, never the network. */
@NullMarked
package switchboard.operations.socket;

import org.jspecify.annotations.NullMarked;
