/** The only reader of state, and who waits for the fold's word. */
@NullMarked
package livechat.query;

import org.jspecify.annotations.NullMarked;
