package org.physioclr.torch.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;

/**
 * The first line on a worker's standard input.
 *
 * @param protocol the protocol's version
 * @param request the kind of request
 * @param body the request
 */
public record WorkerCall(int protocol, String request, JsonElement body) {

    private static final int VERSION = 1;

    /** Wraps a request. */
    static WorkerCall of(WorkerRequest<?> request) {
        return new WorkerCall(VERSION, request.getClass().getSimpleName(), Json.tree(request));
    }

    /**
     * The request that a line holds.
     *
     * @throws JsonParseException if the line holds none that this version knows
     */
    public static WorkerRequest<?> parse(String line) {
        WorkerCall call = Json.parse(line, WorkerCall.class);
        if (call.protocol() != VERSION) {
            throw new JsonParseException("This worker speaks protocol " + VERSION + ", not " + call.protocol());
        }
        return switch (call.request()) {
            case "Load" -> Json.parse(call.body(), WorkerRequest.Load.class);
            case "Pretrain" -> Json.parse(call.body(), WorkerRequest.Pretrain.class);
            case "Embed" -> Json.parse(call.body(), WorkerRequest.Embed.class);
            case "Probe" -> Json.parse(call.body(), WorkerRequest.Probe.class);
            default -> throw new JsonParseException("Unknown request " + call.request());
        };
    }
}
