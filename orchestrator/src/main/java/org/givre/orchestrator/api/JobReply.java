package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.view.JobSummary;

/** Answers with a job. */
final class JobReply {
  /** Items that a job carries in its own body; the rest is paged. */
  static final int MOST_ITEMS = 1_000;

  private final JobJson json;

  JobReply(JobJson json) {
    this.json = json;
  }

  /** The job with its first items. */
  ObjectNode body(JobState job) {
    var body = json.summary(JobSummary.of(job));
    var items = body.putArray("items");
    job.requests().stream()
        .limit(MOST_ITEMS)
        .forEach(request -> items.add(json.item(job, request)));
    var more = job.requests().size() > MOST_ITEMS;
    body.put("itemsNext", more ? Cursors.of(Integer.toString(MOST_ITEMS)) : null);
    return body;
  }

  HttpResponse of(int status, JobState job, ObjectNode body) {
    return Replies.json(status, body).addHeader(tag(job));
  }

  /** The job's revision, as a header. */
  static RawHeader tag(JobState job) {
    return Revisions.header(job.revision());
  }
}
