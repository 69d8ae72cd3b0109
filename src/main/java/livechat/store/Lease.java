package livechat.store;

/** For how long nobody else can have a partition that came here. */
public interface Lease {

    /** Where answers are proven by the log: nobody has to know who has a partition. */
    Lease NOT_NEEDED = _ -> true;

    /** Of a thread that has none. */
    Lease NONE = _ -> false;

    /** Whether it lasts still, for this stay. */
    boolean covers(Stay stay);
}
