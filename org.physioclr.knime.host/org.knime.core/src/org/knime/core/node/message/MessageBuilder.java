package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes messages. */
public final class MessageBuilder {

    private final List<String> issues = new ArrayList<>();
    private final List<String> resolutions = new ArrayList<>();
    private String summary;

    MessageBuilder() {
        // made by Message
    }

    /**
     * Sets the text.
     *
     * @param summary the text
     * @return this
     */
    public MessageBuilder withSummary(String summary) {
        this.summary = summary;
        return this;
    }

    /**
     * Adds something that happened.
     *
     * @param issue the text
     * @return this
     */
    public MessageBuilder addTextIssue(String issue) {
        issues.add(issue);
        return this;
    }

    /**
     * Adds what can be done.
     *
     * @param resolutions the texts
     * @return this
     */
    public MessageBuilder addResolutions(String... resolutions) {
        this.resolutions.addAll(List.of(resolutions));
        return this;
    }

    /** {@return the message, empty if it has neither text nor issue} */
    public Optional<Message> build() {
        if (summary == null && issues.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Message(summary == null ? issues.get(0) : summary, issues, resolutions));
    }
}
