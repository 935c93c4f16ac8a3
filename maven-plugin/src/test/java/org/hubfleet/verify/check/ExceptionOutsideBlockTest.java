package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionOutsideBlockTest {
  private static List<String> told(String cidr, String except) {
    return Given.told(
        new ExceptionOutsideBlock()
            .inspect(
                new HubObjects(
                    Given.blueprint(),
                    Given.manifests(
                        "{kind: NetworkPolicy, metadata: {name: hub}, spec: {egress: [{to: [{ipBlock: {cidr: '"
                            + cidr
                            + "', except: ['"
                            + except
                            + "']}}]}]}}"))));
  }

  @Test
  void anExceptionElsewhereIsReported() {
    assertThat(told("10.0.0.0/8", "192.168.0.0/16"))
        .containsExactly(
            "hub/exception-outside-block: NetworkPolicy/hub leaves 192.168.0.0/16 out of"
                + " 10.0.0.0/8, which does not hold it");
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 10.1.0.0/16", "::/0, fd00::/8", "0.0.0.0/0, 169.254.169.254/32"})
  void aSmallerBlockInsideIsFine(String cidr, String except) {
    assertThat(told(cidr, except)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 10.0.0.0/8", "10.1.0.0/16, 10.0.0.0/8", "0.0.0.0/0, fd00::/8"})
  void theWholeBlockOrMoreIsReported(String cidr, String except) {
    assertThat(told(cidr, except)).hasSize(1);
  }
}
