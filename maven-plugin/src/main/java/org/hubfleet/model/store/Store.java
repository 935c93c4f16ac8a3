package org.hubfleet.model.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Cluster;
import org.hubfleet.shelf.Provider;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The object store of a cluster: what its file says, and what is known of its provider's.
 *
 * <p>Forms among the facts have fields in braces: {@code account} that identities belong to, {@code
 * store} the storage account, {@code endpoint}, {@code host} of the endpoint, {@code region}.
 */
public record Store(Cluster cluster, Provider provider) {
  private static final RuleName NO_STORE = RuleName.of("buckets/no-store");
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9-]+\\.([a-z0-9-]+)\\.svc(\\.cluster\\.local)?");
  private static final Pattern PORT = Pattern.compile(":([0-9]+)$");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** What the cluster's file says. */
  public Optional<Scalar> said(String dotted) {
    return cluster.fact(dotted).flatMap(Node::scalar);
  }

  /** The kind of store, which decides the form of its documents. */
  public String kind() {
    return provider.text("buckets.store").orElseThrow();
  }

  /** Whether buckets can be public or requesterPays there. */
  public boolean offers(String what) {
    return texts("buckets.offers").contains(what);
  }

  /** Whether the store takes such a name. */
  public boolean isName(String name) {
    return name.matches(provider.text("buckets.names.pattern").orElse(".*"));
  }

  /** What two buckets of one name have in common only when they are one. */
  public String space() {
    boolean worldwide = provider.fact("buckets.names.worldwide").filter(Node::isTrue).isPresent();
    return provider.text("buckets.scheme").orElse("")
        + (worldwide ? "" : " " + filled("{endpoint}{store}"));
  }

  /** The region of buckets that name none. */
  public Optional<Scalar> region() {
    return said("buckets.region")
        .or(() -> provider.fact("buckets.region").flatMap(Node::scalar))
        .or(() -> said("region"));
  }

  /** The address of a bucket; without a slash at its end. */
  public String url(String bucket) {
    return provider.text("buckets.scheme").orElseThrow() + "://" + bucket;
  }

  /** The form with its fields filled in. */
  public String filled(String form) {
    String endpoint = text("buckets.endpoint").replaceAll("/$", "");
    return form.replace("{account}", text("identity.account"))
        .replace("{store}", text("buckets.account"))
        .replace("{endpoint}", endpoint)
        .replace("{host}", endpoint.replaceAll("^https?://|:[0-9]+$", ""))
        .replace("{region}", region().map(Scalar::text).orElse(""));
  }

  /** What the endpoint's address is, where it is one of a machine and no name. */
  public Optional<String> machine() {
    return Optional.of(filled("{host}")).filter(host -> host.matches("[0-9.]+"));
  }

  /** The namespace of the endpoint, where it is a service on the cluster. */
  public Optional<String> namespace() {
    Matcher service = SERVICE.matcher(filled("{host}"));
    return service.matches() ? Optional.of(service.group(1)) : Optional.empty();
  }

  /** The port of the endpoint. */
  public int port() {
    String endpoint = filled("{endpoint}");
    Matcher port = PORT.matcher(endpoint);
    int usual = endpoint.startsWith("http:") ? HTTP : HTTPS;
    return port.find() ? Integer.parseInt(port.group(1)) : usual;
  }

  /**
   * The domains that clients of the store ask, possibly starting with {@code *.}; none where it is
   * reached by its address or on the cluster.
   */
  public List<Scalar> hosts(Origin line) {
    return texts("buckets.hosts").stream()
        .filter(host -> machine().isEmpty() && namespace().isEmpty())
        .map(this::filled)
        .filter(host -> !host.isEmpty() && !host.contains(".."))
        .map(host -> Scalar.string(host, why(line)))
        .toList();
  }

  /** The origin of what follows from a line of the hub and what the cluster's file says. */
  public Origin why(Origin line) {
    Origin why = line;
    for (String fact :
        List.of("buckets.prefix", "buckets.endpoint", "buckets.account", "identity.account")) {
      why = said(fact).isPresent() ? why.with(said(fact).get().origin()) : why;
    }
    return why;
  }

  /** What the cluster's file has to say before there can be buckets, and does not: all of it. */
  public Optional<Diagnostic> missing(Place asked) {
    List<String> facts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String topic : List.of("buckets", "identity")) {
      List<String> keys = lacking(topic);
      keys.forEach(key -> facts.add(topic + "." + key));
      if (!keys.isEmpty()) {
        lines.add(topic + ": {" + String.join(": ..., ", keys) + ": ...}");
      }
    }
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    asked,
                    NO_STORE,
                    "cluster "
                        + cluster.name()
                        + " has no buckets until its file says "
                        + String.join(" and ", facts))
                .hint(
                    "write in config/clusters/"
                        + cluster.name()
                        + ".yaml: "
                        + String.join(" and ", lines)));
  }

  private List<String> lacking(String topic) {
    return texts(topic + ".needs").stream()
        .filter(key -> said(topic + "." + key).isEmpty())
        .toList();
  }

  private List<String> texts(String fact) {
    return provider
        .fact(fact)
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of())
        .stream()
        .flatMap(item -> item.string().stream())
        .toList();
  }

  private String text(String dotted) {
    return said(dotted).map(Scalar::text).orElse("");
  }
}
