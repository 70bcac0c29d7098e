package org.givre.plans.explain;

import java.util.Locale;

/** How ids and times of an instance are said. */
public interface Naming {
  /** As the exchange format has them. */
  Naming IDS =
      new Naming() {
        @Override
        public String named(String text) {
          return text;
        }

        @Override
        public String at(double seconds) {
          return String.format(Locale.ROOT, "%,.1f s", seconds);
        }
      };

  /** {@code text} with names where it has ids, such as {@code rack 3} or {@code job 5}. */
  String named(String text);

  /** A moment on the instance's clock. */
  String at(double seconds);
}
