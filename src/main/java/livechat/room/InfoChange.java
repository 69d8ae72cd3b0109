package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is to be noted of a room; what is absent stays as it is, what is empty is removed.
 *
 * @param topic personal data, as are tags and both kinds of fields
 * @param livechatData the visitor's answers, by the id of the custom field
 * @param customFields what other systems note
 */
public record InfoChange(
        Optional<String> topic,
        Optional<List<String>> tags,
        Optional<String> priorityId,
        SortedMap<String, String> livechatData,
        SortedMap<String, String> customFields,
        Flags flags) {

    /** What upstream's app converter adds to a room, under the names default, ro and sysMes. */
    public record Flags(
            Optional<Boolean> isDefault, Optional<Boolean> isReadOnly, Optional<Boolean> showsSystemMessages) {

        public static final Flags NONE = new Flags(Optional.empty(), Optional.empty(), Optional.empty());

        Flags with(Flags said) {
            return new Flags(
                    said.isDefault.or(() -> isDefault),
                    said.isReadOnly.or(() -> isReadOnly),
                    said.showsSystemMessages.or(() -> showsSystemMessages));
        }
    }

    public InfoChange {
        topic.filter(text -> !text.isEmpty()).ifPresent(text -> Text.checked("a topic", text));
        tags = tags.map(Tags::checked);
        priorityId.filter(id -> !id.isEmpty()).ifPresent(id -> Id.checked("a priority's id", id));
        livechatData = Fields.checkedOrEmpty(livechatData);
        customFields = Fields.checkedOrEmpty(customFields);
    }
}
