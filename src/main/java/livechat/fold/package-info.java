/** The only writer of state: a deterministic fold over the request log. */
@NullMarked
package livechat.fold;

import org.jspecify.annotations.NullMarked;
