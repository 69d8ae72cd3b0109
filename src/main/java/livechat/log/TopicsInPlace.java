package livechat.log;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proof that the topics are there and fit: whoever takes this in its constructor starts only afterwards. */
record TopicsInPlace(int partitions) {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsInPlace.class);

    static TopicsInPlace ensure(TopicFiles files, TopicCluster cluster) {
        var there = cluster.find(files.names());
        refuse(files.mismatches(there));
        var missing = files.missing(there);
        if (!missing.isEmpty()) {
            refuse(cluster.create(missing));
            there = cluster.await(files.names());
            refuse(files.mismatches(there));
        }
        report(files, missing, there);
        return new TopicsInPlace(files.partitions());
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new TopicsDoNotFit(problems);
        }
    }

    private static void report(TopicFiles files, List<TopicFile> created, Map<String, TopicThere> there) {
        if (!created.isEmpty()) {
            LOG.info("Created {}", created.stream().map(TopicFile::name).toList());
        }
        files.liberties(there).forEach(LOG::warn);
    }
}
