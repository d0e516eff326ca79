/** Where calls are asked for. It is here only while every kind of model is warm, so no caller meets a cold one. */
@NullMarked
package switchboard.signaling;

import org.jspecify.annotations.NullMarked;
