/** What java-llama.cpp 4.2.0 can do natively but does not publish; {@code switchboard.llama} alone uses it. */
@NullMarked
package de.kherud.llama;

import org.jspecify.annotations.NullMarked;
