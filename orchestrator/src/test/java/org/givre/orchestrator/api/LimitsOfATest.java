package org.givre.orchestrator.api;

import java.time.Duration;

/** The usual limits, but for a server that stops soon, and for what a test changes. */
final class LimitsOfATest {
  private long importBytes = ApiLimits.USUAL.importBytes();
  private Duration bodyDeadline = ApiLimits.USUAL.bodyDeadline();
  private Duration quiet = ApiLimits.USUAL.quiet();
  private Duration heartbeat = ApiLimits.USUAL.heartbeat();

  LimitsOfATest importBytes(long most) {
    importBytes = most;
    return this;
  }

  LimitsOfATest bodyDeadline(Duration within) {
    bodyDeadline = within;
    return this;
  }

  LimitsOfATest quiet(Duration most) {
    quiet = most;
    return this;
  }

  LimitsOfATest heartbeat(Duration between) {
    heartbeat = between;
    return this;
  }

  ApiLimits limits() {
    var usual = ApiLimits.USUAL;
    return new ApiLimits(
        usual.jsonBytes(),
        usual.csvBytes(),
        importBytes,
        usual.headerBytes(),
        bodyDeadline,
        usual.importBytesPerSecond(),
        usual.answerWithin(),
        quiet,
        heartbeat,
        Duration.ofMillis(100));
  }
}
