package org.givre.plans.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are said in a message. */
final class Wording {
  /** To the {@link Slack}: two times of which one breaks the other's limit never look the same. */
  private static final int DECIMALS = 4;

  private Wording() {}

  /** Such as {@code 63}, {@code 7.2} or {@code 0.0004}; without what sums add by rounding. */
  static String number(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    return BigDecimal.valueOf(number)
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
