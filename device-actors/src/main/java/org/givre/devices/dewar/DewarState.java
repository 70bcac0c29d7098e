package org.givre.devices.dewar;

import java.util.Optional;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.Holder;

/**
 * What a dewar remembers.
 *
 * @param carouselSlot slot under the opening
 * @param holder who has the opening
 * @param service whether it grants turns
 */
public record DewarState(int carouselSlot, Optional<Holder> holder, Service service) {
  static final DewarState UNTOUCHED = new DewarState(0, Optional.empty(), Service.UNTOUCHED);

  DewarState granted(Holder next) {
    return new DewarState(carouselSlot, Optional.of(next), service);
  }

  DewarState released(int slot) {
    return new DewarState(slot, Optional.empty(), service);
  }

  DewarState serving(Service next) {
    return new DewarState(carouselSlot, holder, next);
  }

  boolean heldBy(String taskId) {
    return holder.filter(h -> h.taskId().equals(taskId)).isPresent();
  }

  /** Whether the next who waits may have the opening. */
  boolean grants() {
    return holder.isEmpty() && service.inService();
  }
}
