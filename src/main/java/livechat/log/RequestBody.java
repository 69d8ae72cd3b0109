package livechat.log;

import livechat.room.Request;

/** What lies in the value of a request; the component names are its members. Who is asked for is in the key. */
interface RequestBody {

    /**
     * The request that this is under such a key.
     *
     * @param key a token or a room id: which of both, the type says, or whether the body names a room id itself
     */
    Request request(String key);
}
