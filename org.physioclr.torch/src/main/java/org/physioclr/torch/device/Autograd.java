package org.physioclr.torch.device;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch's automatic differentiation, whose switch belongs to the thread. DJL's own gradient collector is one for the
 * whole process and never switched off in other threads, so it is not used.
 */
public final class Autograd {

    /** Work that may fail with an exception of one type. */
    public interface Work<R, E extends Exception> {
        R run() throws E;
    }

    private Autograd() {
    }

    /** Does work of which gradients may be asked. */
    public static <R, E extends Exception> R recording(Work<R, E> work) throws E {
        return with(true, work);
    }

    /** Does work without recording it: inference and changes of weights in place. */
    public static <R, E extends Exception> R off(Work<R, E> work) throws E {
        return with(false, work);
    }

    private static <R, E extends Exception> R with(boolean mode, Work<R, E> work) throws E {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(mode);
        try {
            return work.run();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /**
     * A number to multiply or divide by where gradients are recorded. DJL's own {@code array.mul(0.5)} frees the
     * number's memory after the product, but PyTorch looks at it again on the way back, when it may hold anything; this
     * one lives as long as the array's manager or the current scope.
     */
    public static NDArray constant(NDArray array, double value) {
        return array.getManager().create((float) value);
    }

    /** Adds the gradients of a scalar to those of the arrays it was computed from. */
    public static void backward(NDArray scalar) {
        NDArray one = scalar.getManager().ones(scalar.getShape());
        JniUtils.backward((PtNDArray) scalar, (PtNDArray) one, false, false);
    }
}
