package org.hubfleet.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;

/**
 * A Secret of a hub whose values SOPS has encrypted. It goes to the cluster as it is and is never
 * decrypted here.
 *
 * @param hub id of the hub it belongs to
 * @param name of the Secret
 * @param file whose text is passed through byte for byte
 * @param clear the Secret without {@code sops} and with every value empty
 */
public record EncryptedSecret(String hub, String name, SourceFile file, Mapping clear) {
  static final List<String> VALUES = List.of("data", "stringData");
  private static final String PULL = "kubernetes.io/dockerconfigjson";

  /** The Secret that a file holds. */
  static EncryptedSecret of(Hub hub, SourceFile file, Mapping tree) {
    Mapping clear = tree.without("sops");
    for (String field : VALUES) {
      clear = clear.get(field).isPresent() ? clear.with(field, emptied(clear, field)) : clear;
    }
    String name = clear.at("metadata.name").flatMap(Node::string).orElse("");
    return new EncryptedSecret(hub.id(), name, file, clear);
  }

  private static Node emptied(Mapping tree, String field) {
    Node values = tree.get(field).orElseThrow();
    Mapping.Builder empty = Mapping.builder(values.origin());
    values
        .mapping()
        .ifPresent(
            map ->
                map.entries()
                    .forEach((key, entry) -> empty.put(key, Scalar.string("", entry.key()))));
    return empty.build();
  }

  /** Whether nodes fetch images with it. */
  public boolean isPullSecret() {
    return clear.get("type").flatMap(Node::string).filter(PULL::equals).isPresent();
  }

  /** The keys it holds, in the order of the file. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (String field : VALUES) {
      clear.get(field).flatMap(Node::mapping).ifPresent(map -> keys.addAll(map.entries().keySet()));
    }
    return keys;
  }
}
