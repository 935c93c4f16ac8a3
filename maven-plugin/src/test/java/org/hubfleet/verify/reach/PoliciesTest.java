package org.hubfleet.verify.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hubfleet.lower.derive.network.AddressRange;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private static final Mapping SERVER = Given.tree("{component: server, team: a}");
  private static final Mapping HERE = Given.tree("{kubernetes.io/metadata.name: lab}");
  private static final Mapping THERE =
      Given.tree("{kubernetes.io/metadata.name: models, kind: shared}");
  private static final Origin UNLIMITED = Given.tree("{unlimited: true}").origin();

  private static Policies policies(String... specs) {
    return new Policies(
        List.of(specs).stream()
            .map(
                spec ->
                    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                        + "metadata: {name: a}\nspec: "
                        + spec)
            .map(text -> new Manifest("singleuser", Given.tree(text)))
            .toList());
  }

  private static Policies egress(String rules) {
    return policies("{podSelector: {}, policyTypes: [Egress], egress: " + rules + "}");
  }

  private static Target address(String text) {
    return Target.at(List.of(AddressRange.of(text)), HERE);
  }

  private static Target pod(String labels, boolean near) {
    return new Target(
        true,
        Given.tree(labels),
        near,
        near ? HERE : THERE,
        List.of(AddressRange.of("10.0.0.0/8")),
        Map.of("http", 8080));
  }

  private static boolean opens(Policies policies, Target to, int port) {
    return policies.out(SERVER, to, port, UNLIMITED).isOpen();
  }

  @Test
  void aPodThatNoPolicySelectsIsNotLimited() {
    Verdict verdict =
        policies("{podSelector: {matchLabels: {component: hub}}, policyTypes: [Egress]}")
            .out(SERVER, address("1.1.1.1"), 443, UNLIMITED);

    assertThat(verdict).isEqualTo(new Verdict(true, UNLIMITED));
  }

  @Test
  void aPolicyWithoutRulesLetsNothingThrough() {
    assertThat(opens(egress("[]"), address("1.1.1.1"), 443)).isFalse();
  }

  @Test
  void anEmptyRuleLetsEverythingThrough() {
    assertThat(opens(egress("[{}]"), address("1.1.1.1"), 443)).isTrue();
  }

  @Test
  void aPolicyAboutWhatComesInDoesNotLimitWhatGoesOut() {
    assertThat(opens(policies("{podSelector: {}}"), address("1.1.1.1"), 443)).isTrue();
  }

  @Test
  void withoutTypesAPolicyWithEgressLimitsIt() {
    assertThat(opens(policies("{podSelector: {}, egress: []}"), address("1.1.1.1"), 443)).isFalse();
  }

  @Test
  void oneOfTwoPoliciesIsEnough() {
    Policies both =
        policies(
            "{podSelector: {}, policyTypes: [Egress], egress: []}",
            "{podSelector: {matchLabels: {team: a}}, policyTypes: [Egress], egress: [{}]}");

    assertThat(opens(both, address("1.1.1.1"), 443)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {cidr: 0.0.0.0/0}                              | 1.1.1.1     | true
          {cidr: 10.0.0.0/8}                             | 1.1.1.1     | false
          {cidr: 0.0.0.0/0, except: [1.1.1.0/24]}        | 1.1.1.1     | false
          {cidr: 0.0.0.0/0, except: [1.1.1.0/24]}        | 1.1.0.0/16  | true
          {cidr: 1.1.1.1/32}                             | 1.1.0.0/16  | true
          {cidr: '::/0'}                                 | 1.1.1.1     | false
          {cidr: '::/0'}                                 | 2001:db8::1 | true
          """)
  void aBlockIsItsAddressesButForItsExceptions(String block, String address, boolean open) {
    assertThat(opens(egress("[{to: [{ipBlock: " + block + "}]}]"), address(address), 443))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{port: 443}]                             | 443  | true
          [{port: 443}]                             | 80   | false
          [{port: 443, protocol: UDP}]              | 443  | false
          [{port: 8000, endPort: 8100}]             | 8050 | true
          [{port: 8000, endPort: 8100}]             | 8101 | false
          [{protocol: TCP}]                         | 5    | true
          [{port: http}]                            | 8080 | true
          [{port: http}]                            | 80   | false
          [{port: 1}, {port: 2}]                    | 2    | true
          """)
  void portsAreNumbersRangesAndNamesOfThePodThatIsAsked(String ports, int port, boolean open) {
    assertThat(opens(egress("[{ports: " + ports + "}]"), pod("{app: x}", true), port))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {podSelector: {matchLabels: {app: x}}}                                       | true  | true
          {podSelector: {matchLabels: {app: x}}}                                       | false | false
          {podSelector: {matchLabels: {app: y}}}                                       | true  | false
          {namespaceSelector: {}}                                                      | false | true
          {namespaceSelector: {matchLabels: {kind: shared}}}                           | false | true
          {namespaceSelector: {matchLabels: {kind: shared}}}                           | true  | false
          {namespaceSelector: {}, podSelector: {matchLabels: {app: y}}}                | false | false
          {namespaceSelector: {}, podSelector: {matchExpressions: [{key: app, operator: Exists}]}} | false | true
          {ipBlock: {cidr: 10.0.0.0/8}}                                                | false | true
          {ipBlock: {cidr: 8.8.8.8/32}}                                                | false | false
          """)
  void selectorsNamePodsOfTheirNamespaceOrOfThoseTheyName(String peer, boolean near, boolean open) {
    assertThat(opens(egress("[{to: [" + peer + "]}]"), pod("{app: x}", near), 443)).isEqualTo(open);
  }

  @Test
  void whatComesInIsLimitedByThePodThatIsAsked() {
    Policies guarded =
        policies(
            "{podSelector: {matchLabels: {app: x}}, policyTypes: [Ingress], ingress: [{from:"
                + " [{podSelector: {matchLabels: {guest: yes}}}], ports: [{port: http}]}]}");
    Target asked = pod("{app: x}", true);

    assertThat(guarded.in(asked, pod("{guest: yes}", true), 8080, UNLIMITED).isOpen()).isTrue();
    assertThat(guarded.in(asked, pod("{guest: yes}", false), 8080, UNLIMITED).isOpen()).isFalse();
    assertThat(guarded.in(asked, pod("{guest: no}", true), 8080, UNLIMITED).isOpen()).isFalse();
  }

  @Test
  void theVerdictNamesTheRule() {
    Verdict verdict =
        egress("[{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}, {ports: [{port: 443}]}]")
            .out(SERVER, address("1.1.1.1"), 443, UNLIMITED);

    assertThat(verdict.why().place().column()).isGreaterThan(60);
  }
}
