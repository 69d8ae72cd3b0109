package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import livechat.room.Department;

/** A department as requests name one. */
record DepartmentJson(@JsonProperty("_id") String id, List<String> ancestors) {

    static DepartmentJson of(Department department) {
        return new DepartmentJson(department.id(), department.ancestors());
    }

    Department department() {
        return new Department(id, ancestors);
    }
}
