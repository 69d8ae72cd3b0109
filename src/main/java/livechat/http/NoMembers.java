package livechat.http;

/** A body that says nothing: some clients send one with every call. */
record NoMembers() {}
