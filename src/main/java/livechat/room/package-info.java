/** The rules, and the words everyone speaks. Imports nothing but the JDK: no clock, no chance, no Kafka. */
@NullMarked
package livechat.room;

import org.jspecify.annotations.NullMarked;
