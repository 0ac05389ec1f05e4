package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What happened at a node, in which row, and what can be done. */
public final class Message {

    private final String summary;
    private final List<String> issues;
    private final List<String> resolutions;

    Message(String summary, List<String> issues, List<String> resolutions) {
        this.summary = Objects.requireNonNull(summary, "A message needs a summary");
        this.issues = List.copyOf(issues);
        this.resolutions = List.copyOf(resolutions);
    }

    /** {@return a builder} */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * {@return a message}
     *
     * @param summary its text
     */
    public static Message fromSummary(String summary) {
        return new Message(summary, List.of(), List.of());
    }

    /**
     * {@return a message}
     *
     * @param summary its text
     * @param resolutions what can be done
     */
    public static Message fromSummaryWithResolution(String summary, String... resolutions) {
        return new Message(summary, List.of(), List.of(resolutions));
    }

    /** {@return the text} */
    public String getSummary() {
        return summary;
    }

    /** {@return what can be done} */
    public List<String> getResolutions() {
        return resolutions;
    }

    /** {@return an exception for a node's execution} */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /** {@return an exception for a node's configuration} */
    public InvalidSettingsException toInvalidSettingsException() {
        return new InvalidSettingsException(summary);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message message && summary.equals(message.summary) && issues.equals(message.issues)
            && resolutions.equals(message.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, issues, resolutions);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary);
        issues.forEach(issue -> text.append('\n').append(issue));
        resolutions.forEach(resolution -> text.append('\n').append(resolution));
        return text.toString();
    }
}
