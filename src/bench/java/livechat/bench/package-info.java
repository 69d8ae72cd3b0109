/** What {@code bench/} measures the service against. */
@NullMarked
package livechat.bench;

import org.jspecify.annotations.NullMarked;
