package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerEvent.OrderAccepted;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;

/**
 * A picker whose order is not over, and what it makes of what the driver says of the order.
 *
 * @param at engine time now
 */
record OpenOrder(PickerState state, OrderRun order, Instant at) {
  private static final String FORGOTTEN =
      "the device had accepted the order and knows nothing of it now; look at the device";

  /**
   * What follows from something that was said.
   *
   * @param started when the robot began to work at the rack or port, if that was said
   */
  record Heard(List<PickerEvent> events, Optional<Instant> started, Next next) {
    static Heard of(PickerEvent event) {
      return new Heard(List.of(event), Optional.empty(), Next.NOTHING);
    }

    static Heard nothing(Next next) {
      return new Heard(List.of(), Optional.empty(), next);
    }
  }

  /** What is to be done when what was heard is durable. */
  enum Next {
    NOTHING,
    /** All that was reported so far is known: what comes now can be taken as it comes. */
    FOLLOW,
    /** Something is missing: the device must be asked where the order stands. */
    ASK,
    /** The device has never had the order: it may be sent. */
    SUBMIT
  }

  /** The driver has answered the order. */
  Heard answered(Submission answer) {
    if (answer instanceof Submission.Duplicate duplicate) {
      return stands(duplicate.status(), true);
    }
    if (order.accepted()) {
      return Heard.nothing(Next.NOTHING);
    }
    return answer instanceof Submission.Refused refused
        ? ended(Outcome.REFUSED, refused.reason())
        : Heard.of(new OrderAccepted(order.id()));
  }

  /**
   * The driver has said where the order stands.
   *
   * @param acceptedBefore whether the device had accepted it when it was asked
   */
  Heard stands(OrderStatus status, boolean acceptedBefore) {
    if (status instanceof OrderStatus.Running running) {
      return heard(running.reports(), Next.FOLLOW);
    }
    if (status instanceof OrderStatus.Over over) {
      return heard(over.reports(), Next.FOLLOW);
    }
    if (acceptedBefore) {
      return ended(Outcome.FAILED, FORGOTTEN);
    }
    return Heard.nothing(order.accepted() ? Next.NOTHING : Next.SUBMIT);
  }

  /** The driver has reported on its own; all that it reported before is known. */
  Heard reported(DriverEvent report) {
    return order.misses(report) ? Heard.nothing(Next.ASK) : heard(List.of(report), Next.NOTHING);
  }

  private Heard ended(Outcome outcome, String fault) {
    return Heard.of(new OrderEnded(order.id(), outcome, at, fault, List.of()));
  }

  private Heard heard(List<DriverEvent> reports, Next next) {
    return new Heard(news(reports), started(reports), next);
  }

  /** What {@code reports} tell that is news, up to where something is missing in between. */
  private List<PickerEvent> news(List<DriverEvent> reports) {
    var news = new ArrayList<PickerEvent>();
    var known = state;
    for (var report : reports) {
      var open = known.openOrder(report.orderId());
      if (open.isPresent() && open.get().misses(report)) {
        return news;
      }
      var event = open.flatMap(o -> o.news(report));
      if (event.isPresent()) {
        news.add(event.get());
        known = event.get().after(known, cause(), at);
      }
    }
    return news;
  }

  private Optional<Instant> started(List<DriverEvent> reports) {
    return reports.stream()
        .filter(report -> order.is(Purpose.WORK))
        .filter(DriverEvent.Started.class::isInstance)
        .map(report -> ((DriverEvent.Started) report).at())
        .findFirst();
  }

  /** The device, by what it said of the order. */
  Cause cause() {
    var correlation = state.run().map(run -> run.cause().correlation()).orElse("");
    return Cause.device(state.workplace().id().value(), correlation, order.id());
  }
}
