package org.hubfleet.lower.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  private static final String NO_EGRESS =
      "{dnsPortsCloudMetadataServer: false, dnsPortsKubeSystemNamespace: false,"
          + " dnsPortsPrivateIPs: false, nonPrivateIPs: false, privateIPs: false,"
          + " cloudMetadataServer: false}";
  private static final String NO_IPV6 = "{cluster: west, departures: {ipv6-egress: false}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub | proxy:8001 singleuser-server:8888",
        "proxy | hub:8081 singleuser-server:8888",
        "autohttps | proxy:8000",
        "singleuser | hub:8081 proxy:8000 autohttps:8080,8443"
      })
  void componentsReachEachOtherWithoutAnySwitch(String policy, String reached) {
    assertThat(egressBetweenComponents(HubValues.blueprint("{}"), policy)).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub | http<-network-access-hub",
        "proxy | http,https<-anyone http<-network-access-proxy-http api<-network-access-proxy-api",
        "autohttps | http,https<-anyone http,https<-network-access-proxy-http",
        "singleuser | notebook-port<-network-access-singleuser"
      })
  void podsWithAnAccessLabelComeIn(String policy, String rules) {
    assertThat(ingress(HubValues.blueprint("{}"), policy)).isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource({"manual", "secret"})
  void theProxysOwnHttpsPortIsOpenToThoseWithAccess(String type) {
    String values = "proxy: {https: {enabled: true, type: " + type + "}}";

    assertThat(ingress(HubValues.blueprint(values), "proxy"))
        .contains("http,https<-network-access-proxy-http");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dnsPortsCloudMetadataServer | [{'ports':DNS,'to':[{'ipBlock':{'cidr':'169.254.169.254/32'}}]}]",
        "dnsPortsKubeSystemNamespace | [{'ports':DNS,'to':[{'namespaceSelector':{'matchLabels':{'kubernetes.io/metadata.name':'kube-system'}}}]}]",
        "dnsPortsPrivateIPs | [{'ports':DNS,'to':[{'ipBlock':{'cidr':'10.0.0.0/8'}},{'ipBlock':{'cidr':'172.16.0.0/12'}},{'ipBlock':{'cidr':'192.168.0.0/16'}}]}]",
        "nonPrivateIPs | [{'to':[{'ipBlock':{'cidr':'0.0.0.0/0','except':['10.0.0.0/8','172.16.0.0/12','192.168.0.0/16','169.254.169.254/32']}}]}]",
        "privateIPs | [{'to':[{'ipBlock':{'cidr':'10.0.0.0/8'}},{'ipBlock':{'cidr':'172.16.0.0/12'}},{'ipBlock':{'cidr':'192.168.0.0/16'}}]}]",
        "cloudMetadataServer | [{'to':[{'ipBlock':{'cidr':'169.254.169.254/32'}}]}]"
      })
  void eachSwitchOpensItsOwnAddresses(String name, String rules) {
    Blueprint hub = HubValues.blueprint(only("hub", name), NO_IPV6);

    String dns = "[{'port':53,'protocol':'UDP'},{'port':53,'protocol':'TCP'}]";
    assertThat(switched(hub, "hub", 2)).isEqualTo(rules.replace("DNS", dns).replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonPrivateIPs | {'ipBlock':{'cidr':'::/0','except':['fc00::/7','fe80::/10','fd00:ec2::254/128','fd20:ce::254/128']}}",
        "privateIPs | {'ipBlock':{'cidr':'fc00::/7','except':['fd00:ec2::254/128','fd20:ce::254/128']}}",
        "cloudMetadataServer | {'ipBlock':{'cidr':'fd00:ec2::254/128'}}",
        "dnsPortsPrivateIPs | {'ipBlock':{'cidr':'fc00::/7'}}"
      })
  void eachSwitchHasAnIpv6Counterpart(String name, String peer) {
    Blueprint hub = HubValues.blueprint(only("hub", name));

    assertThat(switched(hub, "hub", 2)).contains(peer.replace('\'', '"'));
  }

  @Test
  void aClusterWithoutIpv6HasNoIpv6Rules() {
    Blueprint hub = HubValues.blueprintOn("network: {ipv6: false}", "{}");

    assertThat(HubValues.json(hub.context(), "network")).doesNotContain("::");
  }

  @Test
  void serversReachTheInternetButNeitherPrivateAddressesNorTheMetadata() {
    Blueprint hub = HubValues.blueprint("{}", NO_IPV6);

    assertThat(switched(hub, "singleuser", 3))
        .contains("\"cidr\":\"0.0.0.0/0\"")
        .doesNotContain("{\"to\":[{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\"}}")
        .doesNotContain("{\"to\":[{\"ipBlock\":{\"cidr\":\"169.254.169.254/32\"}}");
  }

  @Test
  void theMetadataAddressOfTheValuesHoldsForAllPolicies() {
    Blueprint hub = HubValues.blueprint("singleuser: {cloudMetadata: {ip: 10.1.2.3}}");

    for (String policy : List.of("hub", "proxy", "autohttps", "singleuser")) {
      assertThat(HubValues.json(hub.context(), "network." + policy + ".egress"))
          .contains("10.1.2.3/32")
          .doesNotContain("169.254.169.254");
    }
  }

  @Test
  void aMetadataAddressAmongPrivateOnesStaysClosedWhenThoseAreOpen() {
    String values = only("hub", "privateIPs") + "\nsingleuser: {cloudMetadata: {ip: 10.1.2.3}}";

    assertThat(switched(HubValues.blueprint(values, NO_IPV6), "hub", 2))
        .contains("{\"cidr\":\"10.0.0.0/8\",\"except\":[\"10.1.2.3/32\"]}");
  }

  @Test
  void privateRangesOfTheClusterArePrivate() {
    Blueprint hub =
        HubValues.blueprintOn("network: {private: [100.64.0.0/10]}", only("hub", "nonPrivateIPs"));

    assertThat(switched(hub, "hub", 2)).contains("\"100.64.0.0/10\",\"169.254.169.254/32\"");
  }

  @Test
  void nameServersOfTheClusterAreReachedLikeThoseInKubeSystem() {
    Blueprint hub =
        HubValues.blueprintOn(
            "network: {dns: [169.254.20.10]}", only("hub", "dnsPortsKubeSystemNamespace"));

    assertThat(switched(hub, "hub", 2)).contains("{\"ipBlock\":{\"cidr\":\"169.254.20.10/32\"}}");
  }

  @ParameterizedTest
  @CsvSource({"hub, true", "autohttps, true", "proxy, false", "singleuser, false"})
  void onlyPodsThatNeedKubernetesReachItsServer(String policy, boolean reached) {
    Blueprint hub = HubValues.blueprintOn("network: {apiServer: [203.0.113.7]}", "{}");

    assertThat(
            HubValues.json(hub.context(), "network." + policy + ".egress")
                .contains("203.0.113.7/32"))
        .isEqualTo(reached);
  }

  @Test
  void acceptedLabelsCountInOtherNamespacesToo() {
    String values = "hub: {networkPolicy: {interNamespaceAccessLabels: accept}}";

    assertThat(HubValues.derived(values, "network.hub.ingress"))
        .contains(
            ("'from':[{'podSelector':{'matchLabels':{'hub.jupyter.org/network-access-hub':'true'}},"
                    + "'namespaceSelector':{}},"
                    + "{'namespaceSelector':{'matchLabels':{'hub.jupyter.org/network-access-hub':'true'}}}]")
                .replace('\'', '"'));
  }

  @Test
  void rulesOfPeopleComeLast() {
    String values =
        "hub: {networkPolicy: {allowedIngressPorts: [9000],"
            + " ingress: [{ports: [{port: 1}]}], egress: [{ports: [{port: 2}]}]}}";

    assertThat(HubValues.derived(values, "network.hub.ingress"))
        .startsWith("[{\"ports\":[{\"port\":9000,\"protocol\":\"TCP\"}]}")
        .endsWith("{\"ports\":[{\"port\":1}]}]");
    assertThat(HubValues.derived(values, "network.hub.egress"))
        .endsWith("{\"ports\":[{\"port\":2}]}]");
  }

  @Test
  void podsThatServeNobodyAreClosed() {
    assertThat(HubValues.derived("{}", "network.scheduler"))
        .isEqualTo("{\"types\":[\"Ingress\"],\"ingress\":[]}");
    assertThat(HubValues.derived("{}", "network.puller"))
        .isEqualTo("{\"types\":[\"Ingress\",\"Egress\"],\"ingress\":[],\"egress\":[]}");
    assertThat(HubValues.derived("{}", "network.placeholder"))
        .isEqualTo("{\"types\":[\"Ingress\",\"Egress\"],\"ingress\":[],\"egress\":[]}");
  }

  @Test
  void withoutTheDepartureOnlyUpstreamsPoliciesAreThere() {
    Blueprint hub =
        HubValues.blueprint("{}", "{cluster: west, departures: {policies-for-all-pods: false}}");

    assertThat(HubValues.json(hub.context(), "network.scheduler")).isEqualTo("absent");
    assertThat(HubValues.json(hub.context(), "network.puller")).isEqualTo("absent");
  }

  @Test
  void anOpenedAddressKnowsTheSwitchThatOpenedIt() {
    Blueprint hub =
        HubValues.blueprint(
            "singleuser:\n  networkPolicy:\n    egressAllowRules:\n      privateIPs: true\n");

    List<Node> rules = items(hub, "network.singleuser.egress");
    Node cidr =
        rules.get(rules.size() - 1).get("to").flatMap(Node::sequence).orElseThrow().items().get(0);

    assertThat(cidr.at("ipBlock.cidr").map(node -> node.origin().place().line())).hasValue(4);
  }

  private static String only(String component, String name) {
    return component
        + ": {networkPolicy: {egressAllowRules: "
        + NO_EGRESS.replace(name + ": false", name + ": true")
        + "}}";
  }

  /** The egress rules of a policy after the first ones, which are between components. */
  private static String switched(Blueprint hub, String policy, int skipped) {
    List<Node> rules = items(hub, "network." + policy + ".egress");
    Sequence rest = Sequence.of(rules.subList(skipped, rules.size()), hub.context().origin());
    return HubValues.json(hub.context().with("rest", rest), "rest");
  }

  private static String egressBetweenComponents(Blueprint hub, String policy) {
    StringBuilder text = new StringBuilder();
    for (Node rule : items(hub, "network." + policy + ".egress")) {
      Optional<Node> to = rule.get("to").flatMap(Node::sequence).map(list -> list.items().get(0));
      to.flatMap(peer -> peer.at("podSelector.matchLabels.component"))
          .flatMap(Node::string)
          .ifPresent(name -> text.append(' ').append(name).append(':').append(ports(rule)));
    }
    return text.substring(1);
  }

  private static String ingress(Blueprint hub, String policy) {
    StringBuilder text = new StringBuilder();
    for (Node rule : items(hub, "network." + policy + ".ingress")) {
      String from =
          rule.get("from")
              .flatMap(Node::sequence)
              .flatMap(list -> list.items().get(0).at("podSelector.matchLabels"))
              .flatMap(Node::mapping)
              .map(labels -> labels.entries().keySet().iterator().next())
              .orElse("anyone");
      text.append(' ')
          .append(ports(rule))
          .append("<-")
          .append(from.replace("hub.jupyter.org/", ""));
    }
    return text.substring(1);
  }

  private static String ports(Node rule) {
    List<String> ports =
        rule.get("ports").flatMap(Node::sequence).orElseThrow().items().stream()
            .map(port -> port.get("port").flatMap(Node::scalar).map(Scalar::text).orElseThrow())
            .toList();
    return String.join(",", ports);
  }

  private static List<Node> items(Blueprint hub, String path) {
    return hub.context().at(path).flatMap(Node::sequence).orElseThrow().items();
  }
}
