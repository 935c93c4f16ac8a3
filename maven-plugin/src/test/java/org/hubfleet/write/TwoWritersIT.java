package org.hubfleet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class TwoWritersIT {
  @TempDir Path home;

  @RepeatedTest(10)
  void twoProcessesAtOnceLeaveTheOutputOfOne() throws Exception {
    Path root = home.resolve("generated");
    List<Process> both =
        List.of(WriterProcess.start(root, "left"), WriterProcess.start(root, "right"));

    for (Process process : both) {
      WriterProcess.go(process);
    }

    for (Process process : both) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(Folders.read(root))
        .isIn(WriterProcess.output("left").files(), WriterProcess.output("right").files());
    assertThat(home.resolve(".generated.hubs/journal")).doesNotExist();
  }
}
