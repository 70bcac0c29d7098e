package org.givre.journal.store;

import java.util.Base64;

/** Says how an export writes a payload. */
@FunctionalInterface
public interface PayloadRendering {
  /** A JSON value, on one line. */
  String json(StoredEvent event);

  /** The payload's bytes as a JSON string, in base64 (RFC 4648, section 4). */
  static PayloadRendering base64() {
    return event -> Export.quoted(Base64.getEncoder().encodeToString(event.payload()));
  }
}
