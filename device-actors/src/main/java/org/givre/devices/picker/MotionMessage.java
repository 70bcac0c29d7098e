package org.givre.devices.picker;

import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.Micros;

/** Translates motions to and from their protobuf form. */
final class MotionMessage {
  private MotionMessage() {}

  static List<org.givre.protocols.journal.v1.Motion> of(List<Motion> motions) {
    return motions.stream().map(MotionMessage::of).toList();
  }

  private static org.givre.protocols.journal.v1.Motion of(Motion motion) {
    return org.givre.protocols.journal.v1.Motion.newBuilder()
        .setKind(org.givre.protocols.journal.v1.Motion.Kind.valueOf(motion.kind().name()))
        .setStartMicros(Micros.of(motion.start()))
        .setEndMicros(Micros.of(motion.end()))
        .setFrom(motion.from())
        .setTo(motion.to())
        .setTube(motion.tube())
        .build();
  }

  static List<Motion> toMotions(List<org.givre.protocols.journal.v1.Motion> messages) {
    return messages.stream().map(MotionMessage::toMotion).toList();
  }

  private static Motion toMotion(org.givre.protocols.journal.v1.Motion message) {
    return new Motion(
        Motion.Kind.valueOf(message.getKind().name()),
        Micros.toInstant(message.getStartMicros()),
        Micros.toInstant(message.getEndMicros()),
        message.getFrom(),
        message.getTo(),
        message.getTube());
  }
}
