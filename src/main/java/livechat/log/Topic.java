package livechat.log;

import org.apache.kafka.common.serialization.Serde;

/** A topic and the only serdes it is ever written and read with. */
public record Topic<K, V>(String name, Serde<K> keySerde, Serde<V> valueSerde) {}
