package org.physioclr.torch.protocol;

import static org.physioclr.core.run.Range.check;

import java.util.Objects;

/**
 * What a worker may use of the computer.
 *
 * @param device {@code auto}, {@code cpu} or {@code cuda:0}, {@code cuda:1} …
 * @param threads CPU threads, 1 to 1,024; 0 means all cores
 * @param heapMegabytes the Java heap, 128 to 1,048,576
 * @param gpu how a GPU may be used
 */
public record Machine(String device, int threads, int heapMegabytes, GpuOptions gpu) {

    public Machine {
        if (!device.matches("auto|cpu|cuda:\\d{1,2}")) {
            throw new IllegalArgumentException("Device must be auto, cpu or cuda:0, cuda:1 …, not \"" + device + "\"");
        }
        check("Threads", threads, 0, 1024);
        check("Memory [MB]", heapMegabytes, 128, 1 << 20);
        Objects.requireNonNull(gpu, "gpu");
    }

    /** A machine with {@link GpuOptions#DEFAULT}. */
    public Machine(String device, int threads, int heapMegabytes) {
        this(device, threads, heapMegabytes, GpuOptions.DEFAULT);
    }

    /** The number of threads to start, at least one. */
    public int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
