/** What the fold leaves behind: rows in RocksDB, and in memory how far it is and who waits for it. */
@NullMarked
package livechat.store;

import org.jspecify.annotations.NullMarked;
