package org.givre.plans.check;

/** An operation at a rack, with what it names found. */
record RackOp(int op, double startSeconds, PickerState picker, RackState rack, DewarState dewar) {
  boolean isInReach() {
    return picker.picker().dewars().contains(dewar.dewar().id());
  }
}
