package livechat.guarantees;

/** A promise of the README as an object: it watches requests and answers, and asserts at the end. */
public interface Guarantee {

    /** Called by many clients at once, in the order in which each of them got its answers. */
    void saw(Exchange exchange);

    /** Compares what the clients saw with what is on the topics. */
    void check(TopicReader topics);
}
