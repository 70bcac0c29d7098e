package org.givre.devices.sim;

/** An order that physics forbids; the message is the reason given to the engine. */
final class ImpossibleOrder extends Exception {
  private static final long serialVersionUID = 1;

  ImpossibleOrder(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  static void unless(boolean possible, String reason) throws ImpossibleOrder {
    if (!possible) {
      throw new ImpossibleOrder(reason);
    }
  }
}
