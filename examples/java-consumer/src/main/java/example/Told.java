package example;

import tools.jackson.databind.JsonNode;

/**
 * A record of the contract, read.
 *
 * @param what its type without prefix and version, such as {@code room-created}
 * @param time when the service took the request that it comes from
 */
record Told(String what, String time, JsonNode body) {}
