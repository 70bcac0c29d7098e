package org.givre.devices.journal;

/** Translates a cause to and from its protobuf form. */
final class CauseMessage {
  private CauseMessage() {}

  static org.givre.protocols.journal.v1.Cause of(Cause cause) {
    return org.givre.protocols.journal.v1.Cause.newBuilder()
        .setKind(org.givre.protocols.journal.v1.Cause.Kind.valueOf(cause.kind().name()))
        .setId(cause.id())
        .setReason(cause.reason())
        .setCorrelation(cause.correlation())
        .setCausation(cause.causation())
        .build();
  }

  static Cause toCause(org.givre.protocols.journal.v1.Cause message) {
    return new Cause(
        Cause.Kind.valueOf(message.getKind().name()),
        message.getId(),
        message.getReason(),
        message.getCorrelation(),
        message.getCausation());
  }
}
