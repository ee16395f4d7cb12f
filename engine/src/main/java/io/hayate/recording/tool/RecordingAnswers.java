package io.hayate.recording.tool;

import io.hayate.recording.RecordingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Answers what somebody asks about a recording: each question reads all of it. */
public final class RecordingAnswers {
    private final PrintWriter out;
    private final boolean isJson;

    /**
     * Answers to a writer.
     *
     * @param isJson true for one JSON object a line in place of text
     */
    public RecordingAnswers(PrintWriter out, boolean isJson) {
        this.out = out;
        this.isJson = isJson;
    }

    /**
     * What the recording holds.
     *
     * @throws RecordingException when there is none
     */
    public void info(Path recording) throws IOException {
        RecordingSurvey survey = RecordingSurvey.of(recording);
        if (isJson) {
            out.println(SurveyJson.of(survey));
        } else {
            new SurveyText(out).print(survey);
        }
    }

    /**
     * What is wrong with the recording; true when nothing is.
     *
     * @throws RecordingException when there is none
     */
    public boolean check(Path recording) throws IOException {
        RecordingSurvey survey = RecordingSurvey.of(recording);
        if (isJson) {
            out.println(SurveyJson.of(survey));
        } else {
            new SurveyText(out).found(survey);
        }
        return survey.findings().count() == 0;
    }

    /**
     * The runs in a folder: span, size, entries, whether they are torn.
     *
     * @throws RecordingException when there are none
     */
    public void list(Path folder) throws IOException {
        RunList list = RunList.of(folder);
        if (isJson) {
            out.println(list.json());
        } else {
            list.print(out);
        }
    }
}
