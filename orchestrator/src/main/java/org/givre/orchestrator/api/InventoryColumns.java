package org.givre.orchestrator.api;

import java.util.List;

/** Columns of an inventory, as it is imported and exported. */
final class InventoryColumns {
  static final String TUBE = "tube_barcode";
  static final String SPECIMEN = "specimen_id";
  static final String MATERIAL = "material";
  static final String ALIQUOT = "aliquot";
  static final String DEWAR = "dewar";
  static final String RACK = "rack";
  static final String LEVEL = "level";
  static final String WELL = "well";

  /** In the order of the export. */
  static final List<String> ALL =
      List.of(TUBE, SPECIMEN, MATERIAL, ALIQUOT, DEWAR, RACK, LEVEL, WELL);

  private InventoryColumns() {}
}
