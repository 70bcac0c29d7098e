package org.givre.orchestrator.api;

import akka.stream.Attributes;
import akka.stream.FlowShape;
import akka.stream.Inlet;
import akka.stream.Outlet;
import akka.stream.stage.AbstractInHandler;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import akka.stream.stage.TimerGraphStageLogic;
import akka.util.ByteString;
import java.time.Duration;

/**
 * Passes bytes on as long as they come fast enough: fails when fewer than the least rate have come
 * in any window. A large body has no deadline, but must not hold a connection for ever either.
 */
final class MinimumRate extends GraphStage<FlowShape<ByteString, ByteString>> {
  /** Long enough for a client that has to read from a slow disk in between. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  private final Inlet<ByteString> in = Inlet.create("MinimumRate.in");
  private final Outlet<ByteString> out = Outlet.create("MinimumRate.out");
  private final long bytesPerSecond;
  private final Duration window;

  MinimumRate(long bytesPerSecond, Duration window) {
    this.bytesPerSecond = bytesPerSecond;
    this.window = window;
  }

  @Override
  public FlowShape<ByteString, ByteString> shape() {
    return FlowShape.of(in, out);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Watch();
  }

  private final class Watch extends TimerGraphStageLogic {
    private long seen;

    private Watch() {
      super(MinimumRate.this.shape());
      setHandler(in, new Arrival());
      setHandler(out, new Demand());
    }

    @Override
    public void preStart() {
      scheduleWithFixedDelay("window", window, window);
    }

    @Override
    public void onTimer(Object key) {
      var expected = bytesPerSecond * window.toMillis() / 1000;
      if (seen < expected && hasBeenPulled(in)) {
        failStage(
            Problem.of(
                    ProblemCode.BODY_TOO_SLOW,
                    "The body must come at %,d bytes a second at least; %,d came in %d s."
                        .formatted(bytesPerSecond, seen, window.toSeconds()))
                .with(Bodies.CLOSE)
                .thrown());
      }
      seen = 0;
    }

    private final class Arrival extends AbstractInHandler {
      @Override
      public void onPush() {
        var bytes = grab(in);
        seen += bytes.size();
        push(out, bytes);
      }
    }

    private final class Demand extends AbstractOutHandler {
      @Override
      public void onPull() {
        pull(in);
      }
    }
  }
}
