package org.physioclr.knime.nodes.port;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.physioclr.torch.protocol.EncoderCard;
import org.physioclr.torch.protocol.Json;

/** What is known of an encoder: its card, once it exists. */
public final class EncoderPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String CARD = "card";

    private String card;

    /** For KNIME, which loads the content afterwards; also an encoder that is not trained yet. */
    public EncoderPortObjectSpec() {
        this("");
    }

    EncoderPortObjectSpec(String card) {
        this.card = card;
    }

    /** The card's JSON, empty if the encoder is not trained yet. */
    String json() {
        return card;
    }

    /** The card, empty if the encoder is not trained yet. */
    public Optional<EncoderCard> card() {
        return card.isEmpty() ? Optional.empty() : Optional.of(Json.parse(card, EncoderCard.class));
    }

    @Override
    protected void save(ModelContentWO model) {
        model.addString(CARD, card);
    }

    @Override
    protected void load(ModelContentRO model) throws InvalidSettingsException {
        card = model.getString(CARD);
    }

    /** Writes and reads it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<EncoderPortObjectSpec> {
    }
}
