package org.givre.orchestrator.api;

/** One thing that is wrong with a request. */
record ProblemError(Locus at, ProblemCode code, String message) {}
