/** What time asks for: idle rooms, retention. It appends requests and touches nothing. */
@NullMarked
package livechat.timer;

import org.jspecify.annotations.NullMarked;
