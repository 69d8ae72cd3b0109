package livechat.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Java replaces what it cannot decode; two different tokens would become one, so here it is an error. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes) throws CharacterCodingException {
        // A new decoder reports by default, where new String(...) replaces.
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** False for a lone surrogate, which an escape in JSON can spell and UTF-8 cannot. */
    static boolean canEncode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
