package livechat.query;

/** Where a partition is, as far as this instance knows. */
public sealed interface Route {

    /** It is folded here. */
    record Here() implements Route {}

    /** Another instance has it. */
    record Peer(String host, int port) implements Route {}

    /** Nobody has it, or it is on its way here. */
    record Nowhere() implements Route {}
}
