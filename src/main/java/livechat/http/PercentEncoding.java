package livechat.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;

/** URLDecoder replaces malformed UTF-8 instead of reporting it, and a repaired token would be another visitor's. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Decodes one key or value of a query: '+' is a space, anything malformed is an exception. */
    static String decode(String encoded) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char c = encoded.charAt(at);
            if (c == '%') {
                bytes.write(escapeAt(encoded, at));
                at += 2;
            } else {
                bytes.write(plain(c));
            }
        }
        return Utf8.decode(bytes.toByteArray());
    }

    private static int escapeAt(String encoded, int at) throws CharacterCodingException {
        if (at + 2 >= encoded.length()) {
            throw new MalformedInputException(1);
        }
        return hex(encoded.charAt(at + 1)) * 16 + hex(encoded.charAt(at + 2));
    }

    private static int hex(char c) throws CharacterCodingException {
        // Character.digit would also take digits of other scripts.
        if (c > 'f') {
            throw new MalformedInputException(1);
        }
        int value = Character.digit(c, 16);
        if (value < 0) {
            throw new MalformedInputException(1);
        }
        return value;
    }

    private static int plain(char c) throws CharacterCodingException {
        if (c > 0x7E) {
            throw new MalformedInputException(1);
        }
        return c == '+' ? ' ' : c;
    }
}
