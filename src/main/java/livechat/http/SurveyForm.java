package livechat.http;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import livechat.room.RoomAddress;
import livechat.room.SurveyAnswered;
import org.jspecify.annotations.Nullable;

/** The body in which a visitor says how it was, as a client sends it. */
record SurveyForm(
        @Nullable String rid,
        @Nullable String token,
        @Nullable List<Answer> data) {

    /** The spelling is upstream's. */
    private static final Set<String> RATINGS =
            Set.of("satisfaction", "agentKnowledge", "agentResposiveness", "agentFriendliness");

    private static final Set<String> VALUES = Set.of("1", "2", "3", "4", "5");

    /** An answer to one question. */
    record Answer(@Nullable String name, @Nullable String value) {

        String question() {
            return JsonBody.required("data.name", name);
        }

        String text() {
            return JsonBody.required("data.value", value);
        }

        boolean isOfUse() {
            return question().equals("additionalFeedback") || (RATINGS.contains(question()) && VALUES.contains(text()));
        }
    }

    OwnRoom room() {
        return OwnRoom.of(token, rid);
    }

    /** The answers to questions that are asked; others are passed over. */
    SortedMap<String, String> answers() {
        List<Answer> all = JsonBody.required("data", data);
        if (all.isEmpty()) {
            throw BadRequest.invalidParams("no answers", "data");
        }
        SortedMap<String, String> answers = new TreeMap<>();
        all.stream().filter(Answer::isOfUse).forEach(answer -> answers.put(answer.question(), answer.text()));
        return answers;
    }

    static SurveyAnswered request(RoomAddress room, SortedMap<String, String> answers) {
        try {
            return new SurveyAnswered(room, answers);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
        }
    }
}
