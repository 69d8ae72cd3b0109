/** The Kafka broker inside the service, for a machine where no cluster is given. */
@NullMarked
package livechat.broker;

import org.jspecify.annotations.NullMarked;
