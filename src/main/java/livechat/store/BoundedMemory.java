package livechat.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * Bounds RocksDB's memory: one cache for the whole process, and 4 MB of buffers for each partition. The default is 50 MB and 48
 * MB for each partition. Beside them it remembers where the rows of its files are, which is less than a hundredth of their size.
 *
 * <p>The buffers have no bound in common: whoever writes when that is reached has to flush, however little it has, and those
 * that hold the memory keep it.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;

    /** One that is written to, and one that is being flushed. */
    private static final int BUFFERS_PER_STORE = 2;

    private static final long BUFFER_BYTES = 2L * 1024 * 1024;

    /** A buffer grows by so much. Beside the rows' there is one for Kafka Streams' own offset, with next to nothing in it. */
    private static final long ARENA_BLOCK_BYTES = 64L * 1024;

    /** Of a buffer, for its filter: of new visitors and new rooms, nothing is there. */
    private static final double FILTER_RATIO = 0.1;

    static {
        RocksDB.loadLibrary();
    }

    /** Shared by all stores and never closed: stores come and go with their partitions. */
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        // Wanted for each row, and as large as many rows: in the cache it was displaced by them, and read again.
        table.setCacheIndexAndFilterBlocks(false);
        options.setTableFormatConfig(table);
        options.setMemtablePrefixBloomSizeRatio(FILTER_RATIO);
        options.setMemtableWholeKeyFiltering(true);
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setMaxWriteBufferNumber(BUFFERS_PER_STORE);
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {}
}
