package livechat.http;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Addresses that begin alike, as in {@code 10.0.0.0/8}; a single one has all its bits fixed.
 *
 * @param prefix the fixed bits, the others shifted out
 * @param bits how many are fixed
 * @param length of an address of this kind, in bits
 */
record Network(BigInteger prefix, int bits, int length) {

    /** A household or a machine is given at least this much of IPv6, and draws a new address in it whenever it likes. */
    private static final int ONE_CLIENT_IN_IPV6 = 64;

    Network {
        if (bits < 0 || bits > length) {
            throw new IllegalArgumentException("no network of /" + bits);
        }
    }

    /** @throws IllegalArgumentException for anything but an address or {@code address/bits}; names are not looked up */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return of(address, slash < 0 ? length(address) : Integer.parseInt(text.substring(slash + 1)));
    }

    /** What counts as one client: an address of IPv4, a /64 of IPv6. */
    static Network ofClient(InetAddress address) {
        return of(address, address instanceof Inet6Address ? ONE_CLIENT_IN_IPV6 : length(address));
    }

    boolean contains(InetAddress address) {
        return length(address) == length && of(address, bits).equals(this);
    }

    private static Network of(InetAddress address, int bits) {
        int length = length(address);
        BigInteger value = new BigInteger(1, address.getAddress());
        return new Network(value.shiftRight(Math.max(0, length - bits)), bits, length);
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
