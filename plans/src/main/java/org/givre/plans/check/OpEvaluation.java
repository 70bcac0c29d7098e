package org.givre.plans.check;

/**
 * What one operation comes to.
 *
 * @param op position in the plan's list of operations
 * @param endSeconds when the picker is free again
 * @param exposure what it adds: rack and transfer for a lift, carrier and port for an unload,
 *     carrier, transfer and rack for a place
 */
public record OpEvaluation(
    int op, double startSeconds, double endSeconds, ExposureBreakdown exposure) {}
