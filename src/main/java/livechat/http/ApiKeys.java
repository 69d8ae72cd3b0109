package livechat.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Whose a key is. Only hashes are kept; fast ones will do, because a key is random and nobody can guess it. */
final class ApiKeys implements AuthenticationManager {

    private static final Pattern FORM = Pattern.compile("(?:(?<name>[a-z0-9-]{1,32}):)?(?<hash>[0-9a-f]{64})");

    private final List<Key> keys;

    private ApiKeys(List<Key> keys) {
        this.keys = keys;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared in constant time, never by equals.
    private record Key(String name, byte[] hash) {}

    /**
     * Takes keys as they are set.
     *
     * @param configured {@code hash} or {@code name:hash}
     * @throws IllegalArgumentException with the place of a malformed one, not with its text, which may be the key itself
     */
    static ApiKeys of(List<String> configured) {
        return new ApiKeys(IntStream.range(0, configured.size())
                .mapToObj(place -> key(configured.get(place).strip(), place + 1))
                .toList());
    }

    private static Key key(String configured, int place) {
        Matcher form = FORM.matcher(configured);
        if (!form.matches()) {
            throw new IllegalArgumentException("livechat.api-keys, number " + place
                    + ": not the SHA-256 of a key in 64 lower-case hex digits, with or without 'name:' before it");
        }
        String name = Optional.ofNullable(form.group("name")).orElse("key-" + place);
        return new Key(name, HexFormat.of().parseHex(form.group("hash")));
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        return new PreAuthenticatedAuthenticationToken(owner(String.valueOf(offered.getCredentials())), "", List.of());
    }

    /** Looks at all of them, and at all of each, so that time does not tell how near a guess was. */
    private String owner(String offered) {
        byte[] hash = sha256(offered);
        String owner = null;
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.hash(), hash)) {
                owner = key.name();
            }
        }
        if (owner == null) {
            throw new BadCredentialsException("unknown key");
        }
        return owner;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
