package org.givre.orchestrator.campaign;

/** What a client does with an engine; cut short when the engine is killed. */
interface Visit {
  void pay(ApiClient api) throws NoAnswer, InterruptedException;
}
