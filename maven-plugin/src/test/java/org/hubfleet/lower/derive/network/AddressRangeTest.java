package org.hubfleet.lower.derive.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "169.254.169.254, 169.254.169.254/32",
    "fc00::/7, fc00::/7",
    "fd00:ec2::254, fd00:ec2::254/128"
  })
  void aSingleAddressIsTheRangeOfItAlone(String text, String range) {
    assertThat(AddressRange.parse(text)).map(AddressRange::text).hasValue(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/33",
        "10.0.0",
        "1.2.3.4.5",
        "1..2.3",
        "999.1.1.1",
        "::/129",
        "a:b",
        "10.0.0.0/",
        "dns/8"
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.20.0.0/16, true",
    "10.20.0.0/16, 10.0.0.0/8, false",
    "172.16.0.0/12, 172.31.255.254/32, true",
    "172.16.0.0/12, 172.32.0.0/16, false",
    "fc00::/7, fd00:ec2::254/128, true",
    "fc00::/7, fe80::/10, false",
    "0.0.0.0/0, fc00::/7, false",
    "::/0, fe80::/10, true"
  })
  void aRangeContainsWhatLiesInIt(String range, String other, boolean contained) {
    assertThat(AddressRange.of(range).contains(AddressRange.of(other))).isEqualTo(contained);
  }
}
