package org.givre.devices.action;

import java.util.Optional;

/**
 * How a device answers an action that its service has decided.
 *
 * @param device in words, such as {@code Dewar D1}
 * @param service after the action
 * @param fault whether the device is in fault
 */
public record ServiceAnswer(String device, Service service, boolean fault) {

  /**
   * The answer to {@code decided}.
   *
   * @param busy whether the device has begun something that it will finish first
   */
  public ActionAnswer to(ActionRecord decided, boolean busy) {
    return new ActionAnswer(
        decided.id(),
        decided.refusal(),
        decided.refusal().map(code -> words(code, decided.type())).orElse(""),
        service.revision(),
        decided.accepted() && (service.inService() || !busy),
        Optional.empty(),
        service.allowed(fault));
  }

  private String words(String code, String type) {
    return switch (code) {
      case Refusals.REVISION_STALE ->
          "%s is at revision %d now. Look at it again before you repeat the action."
              .formatted(device, service.revision());
      case Refusals.ACTION_NOT_ALLOWED ->
          "%s is %s: %s is not possible, but %s."
              .formatted(device, service.mode(), type, String.join(", ", service.allowed(fault)));
      case Refusals.ACTION_NOT_SUPPORTED ->
          "%s knows pause, resume, drain and returnToService, not \"%s\".".formatted(device, type);
      default -> "%s refused %s: %s.".formatted(device, type, code);
    };
  }
}
