package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the tests of our Python with {@code -Dhubs.python=<interpreter>}. */
class PythonTest {
  @Test
  void testsOfThePythonFilesPass() throws IOException, InterruptedException {
    String python = System.getProperty("hubs.python", "");
    assumeFalse(python.isEmpty(), "not run: needs -Dhubs.python");

    Process tests =
        new ProcessBuilder(python, "-B", "-m", "unittest", "discover", "-s", "src/test/python")
            .redirectErrorStream(true)
            .start();
    String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(tests.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("Ran [1-9][0-9]+ tests");
  }
}
