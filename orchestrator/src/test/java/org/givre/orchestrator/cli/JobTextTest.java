package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JobTextTest {
  private static String text(String state, String blockers, String company)
      throws JsonProcessingException {
    var json =
        "{\"id\":\"01J\",\"state\":\"%s\",\"progress\":{\"done\":11,\"delivered\":3,\"total\":12},\"blockers\":[%s],\"company\":%s}"
            .formatted(state, blockers, company);
    return JobText.of(new ObjectMapper().readTree(json));
  }

  @Test
  void saysUntilWhenAJobWaitsForCompanyAndWhatThatSaves() throws Exception {
    var company =
        "{\"items\":2,\"until\":\"2026-11-24T10:00:00Z\",\"estimatedSavingTubeSeconds\":812.26}";
    assertThat(text("RUNNING", "{\"code\":\"waits-for-company\",\"resource\":\"\"}", company))
        .contains(
            "waits for  company, 2 of 12 tubes, until 2026-11-24T10:00:00Z at the latest; "
                + "saves about 812.3 tube-seconds if nobody else comes");
  }

  @Test
  void countsAsDeliveredOnlyWhatIsAtAPort() throws Exception {
    assertThat(text("CANCELLED", "", "null")).contains("delivered  3 of 12");
  }

  @Test
  void saysWhatWaitingHasSaved() throws Exception {
    assertThat(text("COMPLETED", "", "{\"items\":0,\"savedTubeSeconds\":-12.5}"))
        .contains("saved      -12.5 tube-seconds, by waiting for company");
  }

  @Test
  void saysNothingOfCompanyWhereNobodyWaited() throws Exception {
    assertThat(text("QUEUED", "{\"code\":\"tube-reserved\",\"resource\":\"T1\"}", "null"))
        .contains("waits for  tube-reserved T1")
        .doesNotContain("company");
  }
}
