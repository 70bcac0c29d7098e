package org.givre.orchestrator.view;

/**
 * What waiting for company has come to since the first day.
 *
 * @param waitingJobs jobs of which a part waits now
 * @param servedJobs jobs that have waited and were delivered in full
 * @param tubeSeconds weighted tube-seconds: what those would have got at once, as planned then,
 *     minus what they got. Others that went with them got less too; that is not counted
 */
public record CompanySaving(int waitingJobs, int servedJobs, double tubeSeconds) {
  static final CompanySaving NONE = new CompanySaving(0, 0, 0);

  CompanySaving waiting(int change) {
    return new CompanySaving(waitingJobs + change, servedJobs, tubeSeconds);
  }

  CompanySaving served(double savedTubeSeconds) {
    return new CompanySaving(waitingJobs, servedJobs + 1, tubeSeconds + savedTubeSeconds);
  }
}
