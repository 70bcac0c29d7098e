package org.givre.plans.instance;

import java.util.OptionalInt;

/**
 * A tube in a picker's carrier at {@code nowSeconds}.
 *
 * @param request what it serves; absent for a tube that goes back into its rack
 */
public record CarriedTube(OptionalInt request, int tube) {}
