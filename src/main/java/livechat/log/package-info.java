/** What was asked and what happened: topics, envelope, serdes, append. */
@NullMarked
package livechat.log;

import org.jspecify.annotations.NullMarked;
