package livechat.room;

import java.util.SortedMap;

/**
 * The visitor has said how it was.
 *
 * @param answers by question; they take the place of all former ones; personal data
 */
public record SurveyAnswered(RoomAddress room, SortedMap<String, String> answers) implements InfoRequest {

    public SurveyAnswered {
        answers = Fields.checkedLines(answers);
    }

    @Override
    public String content() {
        return "survey " + room.roomId() + " " + Digest.of(answers.toString());
    }
}
