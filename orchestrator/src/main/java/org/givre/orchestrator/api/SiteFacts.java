package org.givre.orchestrator.api;

/**
 * What the wiring knows of this engine.
 *
 * @param version of the product
 * @param mode {@code simulation} or {@code live}
 * @param driver by which the pickers are driven, such as {@code simulated}
 */
public record SiteFacts(String version, String mode, String driver) {}
