package org.givre.orchestrator.wiring;

import java.io.Console;

/** Whether a person watches the terminal. */
final class Interactive {
  private Interactive() {}

  /** From JDK 22 on there is a console even when output goes to a file; then it must be asked. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean terminal() {
    var console = System.console();
    return console != null && isTerminal(console);
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("Console.isTerminal could not be asked", broken);
    }
  }
}
