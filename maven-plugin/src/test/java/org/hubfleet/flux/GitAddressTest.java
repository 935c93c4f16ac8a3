package org.hubfleet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitAddressTest {
  @ParameterizedTest
  @CsvSource({
    "git@forge.example:team/deployed.git, ssh://git@forge.example/team/deployed.git",
    "git@forge.example:/srv/deployed.git, ssh://git@forge.example/srv/deployed.git",
    "ssh://git@forge.example:2222/deployed.git, ssh://git@forge.example:2222/deployed.git",
    "https://forge.example/deployed.git, https://forge.example/deployed.git",
  })
  void anAddressIsWrittenAsFluxReadsIt(String written, String read) {
    assertThat(new GitAddress(written).forFlux()).contains(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../deployed.git", "/srv/deployed.git", "file:///srv/deployed.git", "x"})
  void fluxCannotFetchFromAFolder(String written) {
    assertThat(new GitAddress(written).forFlux()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://deployer:sesame@forge.example/deployed.git",
        "https://ghp_sesame@forge.example/deployed.git",
        "ssh://git:sesame@forge.example/deployed.git"
      })
  void aPasswordInAnAddressIsSeen(String written) {
    assertThat(new GitAddress(written).holdsCredentials()).isTrue();
  }

  @Test
  void aUserOfSshIsNoPassword() {
    assertThat(new GitAddress("ssh://git@forge.example:2222/x.git").holdsCredentials()).isFalse();
  }
}
