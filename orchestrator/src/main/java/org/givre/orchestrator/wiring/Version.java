package org.givre.orchestrator.wiring;

import java.util.Optional;

/** The version of the product, from the jar's manifest. */
final class Version {
  static final String OF_PRODUCT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Version() {}
}
