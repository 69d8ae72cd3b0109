package livechat.guarantees;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Draws from a seed, so that whatever was found is found again. Text has one character for each byte. */
final class Dice {

    private static final int PRIME = 31;

    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    /** For one batch, so that it can be drawn again without those before it. */
    static Dice forBatch(long seed, int batch) {
        return new Dice(new Random(seed * PRIME + batch));
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    String noise(int most) {
        return new String(bytes(most), StandardCharsets.ISO_8859_1);
    }

    String control() {
        return Character.toString(chance(50) ? between(0, 0x1F) : between(0x7F, 0xFF));
    }

    String digits(int most) {
        StringBuilder digits = new StringBuilder();
        for (int left = between(1, most); left > 0; left--) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** A visitor's token that nobody has seen before, and that can be found wherever it leaks. */
    String token() {
        return Visitors.TOKEN_PREFIX + Long.toHexString(random.nextLong());
    }

    /** An id in the form of those that the edge draws. */
    String id() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE) + "x";
    }
}
