package org.physioclr.torch.encoder;

import org.physioclr.torch.protocol.PretrainOptions.EncoderPreset;

/**
 * The shape of a convolutional encoder: stages of convolution (stride 2, padding k/2, no bias), batch normalisation and
 * GELU, then the mean over time.
 *
 * @param leads input channels
 * @param channels output channels of each stage
 * @param kernels kernel length of each stage, odd
 */
public record EncoderArchitecture(int leads, int[] channels, int[] kernels) {

    /** Each stage halves the length. */
    public static final int STRIDE = 2;

    /** The architecture of a preset. */
    public static EncoderArchitecture of(EncoderPreset preset, int leads) {
        return switch (preset) {
            case TINY -> new EncoderArchitecture(leads, new int[] {32, 64, 96, 128}, new int[] {7, 5, 5, 5});
        };
    }

    /** The numbers in an embedding. */
    public int embeddingLength() {
        return channels[channels.length - 1];
    }

    /** The number of stages. */
    public int stages() {
        return channels.length;
    }
}
