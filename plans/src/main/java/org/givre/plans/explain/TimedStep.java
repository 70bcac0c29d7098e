package org.givre.plans.explain;

/**
 * An operation at its earliest start.
 *
 * @param endSeconds when its picker is free again
 */
record TimedStep(Step step, double endSeconds, Binding binding) {
  int number() {
    return step.number();
  }

  double startSeconds() {
    return step.op().startSeconds();
  }
}
