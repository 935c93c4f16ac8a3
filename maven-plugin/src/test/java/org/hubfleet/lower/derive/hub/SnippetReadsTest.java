package org.hubfleet.lower.derive.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetReadsTest {
  @Test
  void literalPathsAreRead() {
    SnippetReads reads =
        SnippetReads.of(
            """
            from z2jh import get_config
            import z2jh
            a = get_config('custom.a')
            b = z2jh.get_config("custom.b.c", {"x": [1, 2]})
            z2jh.set_config_if_not_none(c.KubeSpawner, "uid", "singleuser.uid")
            """);

    assertThat(reads.paths()).containsExactly("custom.a", "custom.b.c", "singleuser.uid");
    assertThat(reads.isDynamic()).isFalse();
  }

  @Test
  void callsOverSeveralLinesAreRead() {
    assertThat(SnippetReads.of("get_config(\n    'custom.a',\n    default=(1, 2),\n)").paths())
        .containsExactly("custom.a");
  }

  @Test
  void theNameOfTheArgumentMayStandBeforeIt() {
    assertThat(SnippetReads.of("get_config(default=1, key='custom.a')").paths())
        .containsExactly("custom.a");
  }

  @Test
  void anotherNameIsFollowed() {
    SnippetReads reads = SnippetReads.of("from z2jh import get_config as conf\nconf('custom.a')\n");

    assertThat(reads.paths()).containsExactly("custom.a");
    assertThat(reads.isDynamic()).isFalse();
  }

  @Test
  void whatIsKnownOfAFormattedPathIsReadWhole() {
    assertThat(SnippetReads.of("get_config(f'custom.sizes.big-{name}.cpu')").paths())
        .containsExactly("custom.sizes");
    assertThat(SnippetReads.of("get_config('custom.sizes.' + name)").paths())
        .containsExactly("custom.sizes");
  }

  @Test
  void anUnknownPathIsDynamic() {
    assertThat(SnippetReads.of("get_config(path)").isDynamic()).isTrue();
    assertThat(SnippetReads.of("get_config(f'{root}.a')").isDynamic()).isTrue();
    assertThat(SnippetReads.of("reader = get_config\n").isDynamic()).isTrue();
  }

  @Test
  void commentsAreNoCode() {
    SnippetReads reads = SnippetReads.of("# get_config(path)\nx = 'a # b'  # get_config('c')\n");

    assertThat(reads.paths()).isEmpty();
    assertThat(reads.isDynamic()).isFalse();
  }

  @Test
  void brokenTextIsReadAsFarAsItGoes() {
    assertThat(SnippetReads.of("get_config('custom.a").isDynamic()).isTrue();
    assertThat(SnippetReads.of("get_config(").paths()).isEmpty();
  }
}
