package org.givre.orchestrator.api;

import java.util.Locale;

/**
 * Everything that the API may refuse or fail with. Codes are stable: a client may act on them. See
 * {@code docs/problems.md}.
 */
enum ProblemCode {
  REQUEST_MALFORMED(400, "The HTTP request cannot be read"),
  JSON_MALFORMED(400, "The body is not JSON"),
  JSON_TOO_DEEP(400, "The body is nested too deeply"),
  CSV_MALFORMED(400, "The body is not the CSV that is expected"),
  BODY_BROKEN(400, "The body broke off"),
  REQUEST_INVALID(400, "Several things are wrong with the request"),
  FIELD_UNKNOWN(400, "A field is not known"),
  FIELD_MISSING(400, "A field is missing"),
  TYPE_WRONG(400, "A value is of the wrong type"),
  OUT_OF_RANGE(400, "A value is out of its range"),
  VALUE_MALFORMED(400, "A value is not well formed"),
  PARAMETER_UNKNOWN(400, "A parameter of the query is not known"),
  PARAMETER_MALFORMED(400, "A parameter of the query is not well formed"),
  CURSOR_MALFORMED(400, "The cursor is not one of this list"),
  IDEMPOTENCY_KEY_MALFORMED(400, "The idempotency key is not well formed"),

  HOST_NOT_ALLOWED(403, "The Host header names a host that this server is not"),
  ORIGIN_NOT_ALLOWED(403, "The request comes from a page of another site"),

  ROUTE_NOT_FOUND(404, "There is no such resource"),
  JOB_NOT_FOUND(404, "There is no such job"),
  PLAN_NOT_FOUND(404, "The job has no plan yet", true),
  LIFT_NOT_FOUND(404, "The plan has no such lift"),
  TUBE_NOT_FOUND(404, "There is no such tube"),
  SPECIMEN_NOT_FOUND(404, "There is no such specimen"),
  DEVICE_NOT_FOUND(404, "There is no such device"),
  BACKUP_NOT_FOUND(404, "There is no such backup"),
  METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
  NOT_ACCEPTABLE(406, "The resource has no such representation"),
  BODY_TOO_SLOW(408, "The body did not arrive in time", true),
  PLAN_NOT_AT_HAND(409, "The plan cannot be explained", true),
  PLAN_OVERTAKEN(409, "The plan has been overtaken"),
  IMPORT_RUNNING(409, "Another import is running", true),
  BACKUP_REFUSED(409, "The backup is not begun"),
  IMPORT_CONFLICT(409, "The import contradicts what stands in the store"),
  ACTION_NOT_ALLOWED(409, "The action does not go with how things stand"),
  ITEM_OVER(409, "The item is over"),
  DEVICE_BUSY(409, "The device has a task", true),
  DEVICE_CONTRADICTS(409, "The device says otherwise than the engine believes"),
  DEVICE_UNREACHABLE(409, "The device does not answer", true),
  REVISION_STALE(412, "It has changed since it was looked at"),
  BODY_TOO_LARGE(413, "The body is too large"),
  MEDIA_TYPE_UNSUPPORTED(415, "The body is of a type that is not read here"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),

  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for something else"),
  JOB_UNKNOWN(422, "A job is not known"),
  TYPE_NOT_SUPPORTED(422, "Jobs of this type are not supported yet"),
  LIMITS_NOT_SUPPORTED(422, "Exposure limits are not supported yet"),
  ACTION_NOT_SUPPORTED(422, "There is no such action"),
  AS_OF_NOT_SUPPORTED(422, "Inventories of the past are not supported yet"),
  ITEM_UNKNOWN(422, "The job has no such item"),
  DEVICE_UNKNOWN(422, "The store has no such device"),
  PORT_UNKNOWN(422, "The store has no such port"),
  ROUTE_IMPOSSIBLE(422, "No tube can go that way"),
  DEADLINE_PASSED(422, "The deadline cannot be kept"),
  TUBE_UNKNOWN(422, "A tube is not known"),
  TUBE_GONE(422, "A tube is not in the store any more"),
  TUBE_UNVERIFIED(422, "It is not known where a tube is"),
  TUBE_TWICE(422, "A tube is named twice"),
  SPECIMEN_UNKNOWN(422, "A specimen is not known"),
  SPECIMEN_GONE(422, "No aliquot of a specimen is in the store"),
  TUBES_INSUFFICIENT(422, "There are not enough different tubes for all items"),
  ITEMS_INVALID(422, "Several items cannot be served"),
  ROWS_INVALID(422, "Several rows cannot be taken"),
  ROW_MALFORMED(422, "A row has the wrong number of fields"),
  PRIORITY_DIFFERS(422, "A pick list is one job and has one priority"),
  BARCODE_MALFORMED(422, "A barcode is not well formed"),
  SPECIMEN_MALFORMED(422, "A specimen's id is not well formed"),
  MATERIAL_MALFORMED(422, "A material is not well formed"),
  ALIQUOT_MALFORMED(422, "An aliquot is not a number"),
  DEWAR_UNKNOWN(422, "The store has no such dewar"),
  RACK_UNKNOWN(422, "The store has no such rack"),
  RACK_ELSEWHERE(422, "The rack hangs in another dewar"),
  LEVEL_UNKNOWN(422, "The rack has no such level"),
  WELL_UNKNOWN(422, "The box has no such well"),
  WELL_TWICE(422, "Two rows put tubes into one well"),
  WELL_TAKEN(422, "Another tube stands in the well"),
  TUBE_ELSEWHERE(422, "The tube is somewhere else"),
  TUBE_DIFFERS(422, "The tube is known with another content"),

  PREVIEWS_BUSY(429, "Too many previews are waiting", true),
  EXPLANATIONS_BUSY(429, "Too many explanations are waiting", true),
  INTERNAL_ERROR(500, "Something is wrong with the engine"),
  NO_ANSWER(503, "The engine did not answer in time", true),
  NOT_READY(503, "The engine is not ready yet", true),
  STORE_HELD(503, "The site is held", true),
  JOURNAL_DISK_FULL(503, "The journal's disk is nearly full", true),
  JOURNAL_STOPPED(503, "The journal has stopped");

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemCode(int status, String title) {
    this(status, title, false);
  }

  ProblemCode(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  /** The problem that has {@code code}, such as {@code tube-unknown}. */
  static ProblemCode of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The status that it is answered with. */
  int status() {
    return status;
  }

  /** What it is about, in words that are the same for every occurrence. */
  String title() {
    return title;
  }

  /** Whether the same request may succeed later. */
  boolean retryable() {
    return retryable;
  }

  /** The stable code, such as {@code tube-unknown}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
