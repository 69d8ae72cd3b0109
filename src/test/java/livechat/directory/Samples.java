package livechat.directory;

import java.io.IOException;

/** Lets tests of other packages put the sample agents and departments on the topics. */
public final class Samples {

    private Samples() {}

    public static void write(String brokers) throws IOException {
        SampleDirectory.write(brokers);
    }
}
