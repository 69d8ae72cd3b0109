/** What operators watch. */
@NullMarked
package livechat.ops;

import org.jspecify.annotations.NullMarked;
