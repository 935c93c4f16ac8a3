package org.hubfleet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static List<String> paths(String wanted, String live) {
    return Coverage.missing(TreeDiffTest.tree(wanted), TreeDiffTest.tree(live)).stream()
        .map(change -> change.path().text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1} | {a: 1, b: 2}",
        "{a: {}} | {b: 1}",
        "{a: {b: []}} | {}",
        "{a: false, b: 0, c: \"\", d: null} | {}",
        "{limits: {cpu: 0.5}} | {limits: {cpu: 500m}}",
        "{env: [{name: A, value: x}]} | {env: [{name: B, value: y}, {name: A, value: x}]}",
        "{ports: [{port: 80}]} | {ports: [{port: 80, protocol: TCP, targetPort: 80}]}",
        "{from: [{ports: [{port: 80}]}]} | {from: [{ports: [{port: 80, protocol: TCP}]}]}",
        "{args: [{a: 1}]} | {args: [{a: 1, b: 2}]}",
      })
  void moreThanIsWantedIsFine(String wanted, String live) {
    assertThat(paths(wanted, live)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1} | {a: 2} | a",
        "{a: true} | {} | a",
        "{a: {b: x}} | {} | a",
        "{a: \"1\"} | {a: 1} | a",
        "{env: [{name: A, value: x}]} | {env: [{name: A, value: y}]} | env[A].value",
        "{env: [{name: A, value: x}]} | {env: []} | env[A]",
        "{args: [a, b]} | {args: [b, a]} | args",
        "{args: [a]} | {args: [a, b]} | args",
        "{verbs: [get]} | {verbs: [get, list]} | verbs",
        "{rules: [{verbs: [get]}]} | {rules: []} | rules",
        "{a: {b: 1}} | {a: 1} | a",
      })
  void whatIsMissingIsTold(String wanted, String live, String path) {
    assertThat(paths(wanted, live)).containsExactly(path);
  }
}
