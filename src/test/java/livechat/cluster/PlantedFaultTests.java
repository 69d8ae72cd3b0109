package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import livechat.guarantees.ServiceProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change to the source that leaves a plant without its place is told here, not after half an hour of clusters. */
class PlantedFaultTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void isPutIntoTheSourceAsItIs(PlantedFault fault) throws Exception {
        assertThat(Plant.classPath(fault.service().plants(), directory))
                .as("changed classes come first")
                .isNotEqualTo(ServiceProcess.classPath());
    }
}
