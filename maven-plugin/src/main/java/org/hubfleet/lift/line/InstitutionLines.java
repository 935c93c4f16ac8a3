package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** {@code access.institutions}: logins through CILogon. */
final class InstitutionLines {
  private static final String CILOGON = "hub.config.CILogonOAuthenticator.";
  private static final List<String> LISTS = List.of("idps", "allowed_idps");
  private static final Map<String, String> KNOWN =
      Map.of(
          "http://google.com/accounts/o8/id", "google",
          "http://login.microsoftonline.com/common/oauth2/v2.0/authorize", "microsoft",
          "http://github.com/login/oauth/authorize", "github",
          "http://orcid.org/oauth/authorize", "orcid");

  private InstitutionLines() {}

  static Optional<Proposal> propose(Told told, String choice) {
    Optional<String> name =
        LISTS.stream().filter(key -> !told.entries(CILOGON + key).isEmpty()).findFirst();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Mapping.Entry> idps = told.entries(CILOGON + name.get());
    Mapping.Builder lines = Mapping.builder(told.node(CILOGON + name.get()).orElseThrow().origin());
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    for (boolean usual : List.of(true, false)) {
      idps.forEach(
          (idp, entry) -> {
            if (usual == isDefault(entry.value())) {
              lines.put(shortName(idp), entry.key(), institution(idp, entry));
            }
          });
    }
    ValuePath from = ValuePath.parse(CILOGON + name.get()).orElseThrow();
    ValuePath to = ValuePath.parse(CILOGON + "idps").orElseThrow();
    idps.forEach(
        (idp, entry) -> Leaves.moved(entry.value(), from.key(idp), to.key(idp), elsewhere));
    List<ValuePath> said = new ArrayList<>(List.of(from));
    said.add(ValuePath.parse(choice).orElseThrow());
    told.node(CILOGON + "oauth_callback_url")
        .ifPresent(url -> said.add(ValuePath.parse(CILOGON + "oauth_callback_url").orElseThrow()));
    return Optional.of(
        new Proposal("access", Told.line("access.institutions", lines.build()), said, elsewhere));
  }

  private static boolean isDefault(Node entry) {
    return entry.get("default").filter(Node::isTrue).isPresent();
  }

  private static Mapping institution(String idp, Mapping.Entry entry) {
    Node said = entry.value();
    Mapping.Builder wish = Mapping.builder(entry.key());
    if (!KNOWN.containsKey(idp)) {
      wish.put("idp", idp);
    }
    Optional<Node> derivation = said.get("username_derivation");
    Mapping username =
        Mapping.builder(entry.key())
            .put("claim", derivation.flatMap(d -> d.get("username_claim")))
            .put("strip", derivation.flatMap(d -> d.get("domain")))
            .put("prefix", derivation.flatMap(d -> d.get("prefix")))
            .build();
    return wish.put("domains", said.get("allowed_domains"))
        .put("domainsFrom", said.get("allowed_domains_claim"))
        .put("everyone", said.get("allow_all"))
        .put("username", Optional.of(username).filter(one -> !one.isEmpty()))
        .build();
  }

  /** The name that is known for an institution, or its host. */
  private static String shortName(String idp) {
    return Optional.ofNullable(KNOWN.get(idp))
        .orElseGet(
            () ->
                idp.replaceFirst("^[a-z]+:/*", "")
                    .replaceFirst("[/?].*$", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^[^a-z]+|-+$", ""));
  }
}
