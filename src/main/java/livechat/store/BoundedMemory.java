package livechat.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Bounds RocksDB's memory for the whole process: the default is 50 MB of cache and 48 MB of buffers for each partition. */
public final class BoundedMemory implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final long BUFFER_BYTES = 32L * 1024 * 1024;
    /** Of all buffers: one partition under load must not flush the others' tiny ones all the time. */
    private static final long BUFFER_BYTES_PER_STORE = 8L * 1024 * 1024;

    private static final int BUFFERS_PER_STORE = 2;

    static {
        RocksDB.loadLibrary();
    }

    /** Shared by all stores and never closed: stores come and go with their partitions. */
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);

    private static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BUFFER_BYTES_PER_STORE);
        options.setMaxWriteBufferNumber(BUFFERS_PER_STORE);
    }

    @Override
    public void close(String storeName, Options options) {}
}
