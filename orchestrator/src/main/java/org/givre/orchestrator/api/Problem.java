package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was refused or failed, as RFC 9457 has it.
 *
 * @param detail what was expected, what was found, what to do
 * @param errors each thing that is wrong
 * @param actions what the job allows now; empty where that is beside the point
 * @param headers that go with it
 */
record Problem(
    ProblemCode code,
    String detail,
    List<ProblemError> errors,
    Optional<List<String>> actions,
    List<HttpHeader> headers) {
  Problem {
    errors = List.copyOf(errors);
    headers = List.copyOf(headers);
  }

  static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), Optional.empty(), List.of());
  }

  /**
   * The problem of several errors: their code, where it is one, otherwise {@code mixed}. There must
   * be at least one error.
   */
  static Problem of(List<ProblemError> errors, ProblemCode mixed) {
    var first = errors.get(0);
    var alike = errors.stream().allMatch(error -> error.code() == first.code());
    var detail =
        errors.size() == 1 ? first.message() : "%d errors; see errors.".formatted(errors.size());
    return of(alike ? first.code() : mixed, detail).with(errors);
  }

  Problem with(List<ProblemError> more) {
    return new Problem(code, detail, more, actions, headers);
  }

  Problem withActions(List<String> allowed) {
    return new Problem(code, detail, errors, Optional.of(List.copyOf(allowed)), headers);
  }

  Problem with(HttpHeader header) {
    var all = new ArrayList<>(headers);
    all.add(header);
    return new Problem(code, detail, errors, actions, all);
  }

  /** This problem, thrown. */
  ProblemException thrown() {
    return new ProblemException(this);
  }
}
