package org.givre.orchestrator.api;

import java.time.Duration;

/**
 * What a client may use up. All durations are wall time.
 *
 * @param jsonBytes longest JSON body
 * @param csvBytes longest pick list
 * @param importBytes longest inventory
 * @param headerBytes all headers of a request together
 * @param bodyDeadline within which a body must be here, however busily it trickles
 * @param importBytesPerSecond least rate of an inventory, which has no deadline
 * @param answerWithin how long a job or device may take to answer
 * @param quiet how long a connection may ask nothing before it is closed
 * @param heartbeat between comments on an event stream that is silent
 * @param drain how long requests that have begun may go on when the server stops
 */
public record ApiLimits(
    int jsonBytes,
    int csvBytes,
    long importBytes,
    int headerBytes,
    Duration bodyDeadline,
    int importBytesPerSecond,
    Duration answerWithin,
    Duration quiet,
    Duration heartbeat,
    Duration drain) {
  /** What the API page promises; the rate lets 1 GiB through in under five hours. */
  public static final ApiLimits USUAL =
      new ApiLimits(
          1 << 20,
          5 << 20,
          1L << 30,
          16 << 10,
          Duration.ofSeconds(30),
          64 << 10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));
}
