package livechat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents and departments can be called. */
class DirectoryWordsTests {

    @Test
    void demandIdsOfTheCommonForm() {
        assertThatThrownBy(() -> new Agent("a b", "anna")).hasMessageContaining("an agent id");
        assertThatThrownBy(() -> new Department("", List.of())).hasMessageContaining("a department id");
        assertThatThrownBy(() -> new Department("d1", List.of("u1", "u/2"))).hasMessageContaining("ancestor");
    }

    @Test
    void demandAUsernameOfSomeLength() {
        assertThat(new Agent("a1", "x".repeat(256)).username()).hasSize(256);
        assertThatThrownBy(() -> new Agent("a1", "x".repeat(257))).hasMessageContaining("1 to 256");
        assertThatThrownBy(() -> new Agent("a1", " ")).hasMessageContaining("1 to 256");
    }

    @Test
    void demandFewAncestors() {
        assertThat(new Department("d1", Collections.nCopies(64, "u")).ancestors())
                .hasSize(64);
        assertThatThrownBy(() -> new Department("d1", Collections.nCopies(65, "u")))
                .hasMessageContaining("at most 64");
    }

    @Test
    void keepAncestorsAsTheyWere() {
        List<String> ancestors = new ArrayList<>(List.of("u1"));
        Department department = new Department("d1", ancestors);
        ancestors.add("u2");

        assertThat(department.ancestors()).containsExactly("u1");
    }
}
