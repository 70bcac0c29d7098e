package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.stream.Attributes;
import akka.stream.BidiShape;
import akka.stream.Inlet;
import akka.stream.Outlet;
import akka.stream.stage.AbstractInHandler;
import akka.stream.stage.AbstractOutHandler;
import akka.stream.stage.GraphStage;
import akka.stream.stage.GraphStageLogic;
import akka.stream.stage.TimerGraphStageLogic;
import java.time.Duration;

/**
 * Closes a connection on which nothing is asked: when no request has come, whole with its headers,
 * for as long as that is allowed, and none waits for its answer. An answer may take longer, because
 * an import of twenty million tubes does.
 */
final class QuietConnections
    extends GraphStage<BidiShape<HttpRequest, HttpRequest, HttpResponse, HttpResponse>> {
  /** How much longer than allowed a connection may live, as a part of that. */
  private static final int LOOKS = 4;

  private final Inlet<HttpRequest> requests = Inlet.create("QuietConnections.requests");
  private final Outlet<HttpRequest> asked = Outlet.create("QuietConnections.asked");
  private final Inlet<HttpResponse> answered = Inlet.create("QuietConnections.answered");
  private final Outlet<HttpResponse> responses = Outlet.create("QuietConnections.responses");
  private final Duration allowed;

  QuietConnections(Duration allowed) {
    this.allowed = allowed;
  }

  @Override
  public BidiShape<HttpRequest, HttpRequest, HttpResponse, HttpResponse> shape() {
    return BidiShape.of(requests, asked, answered, responses);
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Watch();
  }

  private final class Watch extends TimerGraphStageLogic {
    private int waiting;
    private int quietLooks;

    private Watch() {
      super(QuietConnections.this.shape());
      setHandler(requests, new Request());
      setHandler(asked, new Demand(requests));
      setHandler(answered, new Answer());
      setHandler(responses, new Demand(answered));
    }

    @Override
    public void preStart() {
      var between = allowed.dividedBy(LOOKS);
      scheduleWithFixedDelay("look", between, between);
    }

    @Override
    public void onTimer(Object key) {
      quietLooks++;
      if (waiting == 0 && quietLooks > LOOKS) {
        completeStage();
      }
    }

    private final class Request extends AbstractInHandler {
      @Override
      public void onPush() {
        waiting++;
        push(asked, grab(requests));
      }

      @Override
      public void onUpstreamFinish() {
        complete(asked);
      }
    }

    private final class Answer extends AbstractInHandler {
      @Override
      public void onPush() {
        waiting--;
        quietLooks = 0;
        push(responses, grab(answered));
      }

      @Override
      public void onUpstreamFinish() {
        complete(responses);
      }
    }

    /** Passes on that more is wanted, or nothing any more. */
    private final class Demand extends AbstractOutHandler {
      private final Inlet<?> from;

      private Demand(Inlet<?> from) {
        this.from = from;
      }

      @Override
      public void onPull() {
        pull(from);
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        cancel(from, cause);
      }
    }
  }
}
