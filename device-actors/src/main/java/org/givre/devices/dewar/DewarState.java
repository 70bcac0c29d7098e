package org.givre.devices.dewar;

import java.util.Optional;
import org.givre.devices.dewar.DewarCommand.Holder;

/**
 * What a dewar remembers.
 *
 * @param carouselSlot slot under the opening
 * @param holder who has the opening
 */
public record DewarState(int carouselSlot, Optional<Holder> holder) {
  static final DewarState UNTOUCHED = new DewarState(0, Optional.empty());

  boolean heldBy(String taskId) {
    return holder.filter(h -> h.taskId().equals(taskId)).isPresent();
  }
}
