package livechat.cluster;

/** Where chance comes from: a new seed each time, unless one is given; the tables and the failures name it. */
final class Seed {

    private Seed() {}

    static long next() {
        Long given = Long.getLong("livechat.cluster.seed");
        return given == null ? System.nanoTime() : given;
    }
}
