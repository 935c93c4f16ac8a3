package org.hubfleet.verify.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.verify.object.Complaint;

/**
 * What a hub takes for itself of what the fleet and its clusters have once only; small, so that
 * those of a thousand hubs fit in memory.
 *
 * @param hub the file of the hub
 */
public record Footprint(String hub, List<Claim> claims) {
  /**
   * One thing taken.
   *
   * @param key equal for two hubs that take the same
   * @param shown as people call it
   */
  record Claim(Unique what, String key, String shown, Place place) {}

  public Footprint {
    claims = List.copyOf(claims);
  }

  /** That of a hub of which no more is known than its file. */
  public static Footprint of(Hub hub) {
    List<Claim> claims = new ArrayList<>();
    String on = hub.cluster().name() + " ";
    Place file = Place.ofFile(hub.file());
    claims.add(new Claim(Unique.HUB_ID, hub.id(), hub.id(), file));
    claims.add(
        new Claim(
            Unique.NAMESPACE, on + hub.namespace(), hub.namespace(), place(hub, "namespace")));
    claims.add(new Claim(Unique.RELEASE, on + hub.release(), hub.release(), place(hub, "release")));
    return new Footprint(hub.file(), claims);
  }

  private static Place place(Hub hub, String key) {
    return hub.tree().get(key).map(Node::origin).orElse(hub.clusterOrigin()).place();
  }

  /** That of a hub, its values and its objects. */
  public static Footprint of(
      Blueprint blueprint, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    Hub hub = blueprint.hub();
    List<Claim> claims = new ArrayList<>(of(hub).claims());
    addresses(blueprint, claims);
    callbacks(blueprint, claims);
    volumes(blueprint, manifests, claims);
    blueprint
        .context()
        .at("takes.bucket")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach(
            (key, entry) ->
                claim(
                    hub,
                    Unique.BUCKET,
                    key,
                    entry.value().scalar().map(Scalar::text).orElse(key),
                    entry.value(),
                    claims));
    for (Manifest manifest : manifests) {
      claims.add(object(hub, manifest.id(), manifest.namespace(), manifest.object()));
    }
    for (EncryptedSecret secret : secrets) {
      claims.add(
          object(hub, "Secret/" + secret.name(), Optional.of(hub.namespace()), secret.clear()));
    }
    return new Footprint(hub.file(), claims);
  }

  private static Claim object(Hub hub, String id, Optional<String> namespace, Mapping object) {
    Node name = object.at("metadata.name").orElse(object);
    String key = hub.cluster().name() + " " + namespace.orElse("") + " " + id;
    return new Claim(Unique.OBJECT, key, id, Complaint.place(hub, name.origin()));
  }

  private static void addresses(Blueprint blueprint, List<Claim> claims) {
    Mapping values = blueprint.jupyterhub();
    String path = values.at("hub.baseUrl").flatMap(Node::string).orElse("/");
    List<Node> hosts = new ArrayList<>();
    blueprint.hub().tree().get("domain").ifPresent(hosts::add);
    for (String entry : List.of("ingress", "httpRoute", "proxy.https")) {
      if (values.at(entry + ".enabled").map(Node::isTrue).orElse(false)) {
        hosts.addAll(items(values, entry + ".hosts"));
        hosts.addAll(items(values, entry + ".hostnames"));
      }
    }
    for (Node host : hosts) {
      String address = host.string().orElse("") + (path.equals("/") ? "" : path);
      claim(blueprint.hub(), Unique.DOMAIN, address, address, host, claims);
    }
  }

  private static void callbacks(Blueprint blueprint, List<Claim> claims) {
    Mapping config =
        blueprint
            .jupyterhub()
            .at("hub.config")
            .flatMap(Node::mapping)
            .orElse(Mapping.empty(blueprint.hub().clusterOrigin()));
    for (Map.Entry<String, Mapping.Entry> section : config.entries().entrySet()) {
      section
          .getValue()
          .value()
          .get("oauth_callback_url")
          .filter(url -> url.string().isPresent())
          .ifPresent(
              url ->
                  claim(
                      blueprint.hub(),
                      Unique.CALLBACK,
                      url.string().get(),
                      url.string().get(),
                      url,
                      claims));
    }
  }

  private static void volumes(Blueprint blueprint, List<Manifest> manifests, List<Claim> claims) {
    Hub hub = blueprint.hub();
    String on = hub.cluster().name() + " ";
    Mapping values = blueprint.jupyterhub();
    boolean isStatic =
        values
            .at("singleuser.storage.type")
            .flatMap(Node::string)
            .filter("static"::equals)
            .isPresent();
    Optional<Node> name = values.at("singleuser.storage.static.pvcName").filter(n -> isStatic);
    if (name.flatMap(Node::string).isPresent()) {
      String text = name.get().string().get();
      String key = on + hub.namespace() + " " + text;
      claim(hub, Unique.STATIC_VOLUME, key, text, name.get(), claims);
      server(manifests, text)
          .ifPresent(
              place -> {
                Node folder = values.at("singleuser.storage.static.subPath").orElse(name.get());
                String path = place + "/" + folder.string().orElse("");
                claim(hub, Unique.STATIC_VOLUME, on + path, path, folder, claims);
              });
    }
    for (Manifest manifest : manifests) {
      Optional<Node> volume = manifest.object().at("spec.volumeName");
      if (manifest.kind().equals("PersistentVolumeClaim") && volume.isPresent()) {
        String text = volume.get().scalar().map(Scalar::text).orElse("");
        claim(hub, Unique.STATIC_VOLUME, on + "/ " + text, text, volume.get(), claims);
      }
    }
  }

  /** The folder of a file server behind a claim, such as {@code 10.0.0.2:/export}. */
  private static Optional<String> server(List<Manifest> manifests, String claim) {
    return manifests.stream()
        .filter(manifest -> manifest.kind().equals("PersistentVolume"))
        .filter(
            manifest ->
                manifest
                    .object()
                    .at("spec.claimRef.name")
                    .flatMap(Node::string)
                    .filter(claim::equals)
                    .isPresent())
        .flatMap(manifest -> manifest.object().at("spec.nfs").stream())
        .map(nfs -> text(nfs, "server") + ":" + text(nfs, "path").replaceAll("/+$", ""))
        .findFirst();
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::string).orElse("");
  }

  /** Takes a thing, once even if the hub speaks of it in several places. */
  private static void claim(
      Hub hub, Unique what, String key, String shown, Node at, List<Claim> claims) {
    if (claims.stream().noneMatch(claim -> claim.what() == what && claim.key().equals(key))) {
      claims.add(new Claim(what, key, shown, Complaint.place(hub, at.origin())));
    }
  }

  private static List<Node> items(Mapping values, String path) {
    return values.at(path).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }
}
