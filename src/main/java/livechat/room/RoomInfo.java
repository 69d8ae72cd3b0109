package livechat.room;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is noted of a room.
 *
 * @param survey upstream's surveyFeedback
 */
public record RoomInfo(
        Optional<String> topic,
        List<String> tags,
        Optional<String> priorityId,
        SortedMap<String, String> livechatData,
        SortedMap<String, String> customFields,
        InfoChange.Flags flags,
        SortedMap<String, String> survey) {

    public static final RoomInfo NOTHING = new RoomInfo(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            InfoChange.Flags.NONE,
            Collections.emptySortedMap());

    public RoomInfo {
        tags = List.copyOf(tags);
        livechatData = Collections.unmodifiableSortedMap(livechatData);
        customFields = Collections.unmodifiableSortedMap(customFields);
        survey = Collections.unmodifiableSortedMap(survey);
    }

    RoomInfo with(InfoRequest request) {
        return switch (request) {
            case RoomInfoRequested info -> with(info.change());
            case SurveyAnswered(RoomAddress _, SortedMap<String, String> answers) ->
                new RoomInfo(topic, tags, priorityId, livechatData, customFields, flags, answers);
        };
    }

    private RoomInfo with(InfoChange change) {
        return new RoomInfo(
                change.topic().or(() -> topic).filter(text -> !text.isEmpty()),
                change.tags().orElse(tags),
                change.priorityId().or(() -> priorityId).filter(id -> !id.isEmpty()),
                Fields.merged(livechatData, change.livechatData()),
                Fields.merged(customFields, change.customFields()),
                flags.with(change.flags()),
                survey);
    }

    RoomInfo tagged(List<String> more) {
        List<String> all = Tags.merged(tags, more);
        return new RoomInfo(topic, all, priorityId, livechatData, customFields, flags, survey);
    }

    RoomInfo withLivechatData(SortedMap<String, String> data) {
        return new RoomInfo(topic, tags, priorityId, data, customFields, flags, survey);
    }

    /** What stands against a room with this much in it. */
    Optional<Refusal> excess() {
        if (livechatData.size() > Fields.MAX || customFields.size() > Fields.MAX) {
            return Optional.of(Refusal.TOO_MANY_FIELDS);
        }
        return tags.size() > Tags.MAX ? Optional.of(Refusal.TOO_MANY_TAGS) : Optional.empty();
    }
}
