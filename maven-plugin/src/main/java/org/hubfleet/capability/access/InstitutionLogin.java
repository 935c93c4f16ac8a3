package org.hubfleet.capability.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Login through CILogon with accounts of institutions. Reports {@code access/unknown-institution},
 * {@code access/nobody-allowed} and {@code access/ambiguous-names}.
 */
final class InstitutionLogin implements Login {
  private static final RuleName UNKNOWN = RuleName.of("access/unknown-institution");
  private static final RuleName NOBODY = RuleName.of("access/nobody-allowed");
  private static final RuleName AMBIGUOUS = RuleName.of("access/ambiguous-names");

  /** Claims that hold an address, or what looks like one. */
  private static final Set<String> ADDRESSES = Set.of("email", "eppn");

  private static final ValuePath IDPS =
      ValuePath.of("hub", "config", "CILogonOAuthenticator", "idps");

  @Override
  public String key() {
    return "institutions";
  }

  @Override
  public boolean letsIn(Wishes wishes, Node wish) {
    return false; // each institution is judged by itself
  }

  @Override
  public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
    Login.select("cilogon", wish, values);
    Login.oauth("CILogonOAuthenticator", wishes, wish, values);
    Map<String, Mapping.Entry> bare = new LinkedHashMap<>();
    boolean first = true;
    for (Map.Entry<String, Mapping.Entry> one : wishes.entries(key()).entrySet()) {
      Optional<Node> known = wishes.known().get("institutions").flatMap(k -> k.get(one.getKey()));
      Node institution = one.getValue().value();
      Origin why = one.getValue().key();
      Optional<Scalar> idp =
          institution
              .get("idp")
              .flatMap(Node::scalar)
              .or(
                  () ->
                      known
                          .flatMap(k -> k.get("idp"))
                          .flatMap(Node::scalar)
                          .map(s -> s.from(why.with(s.origin()))));
      if (idp.isEmpty()) {
        problems.add(unknown(one.getKey(), why));
        continue;
      }
      values.set(IDPS.key(idp.get().text()), entry(institution, known, first, why));
      first = false;
      allowed(wishes, one.getKey(), institution, why, problems);
      known
          .filter(k -> k.get("open").filter(Node::isTrue).isPresent())
          .filter(k -> institution.get("domains").isEmpty())
          .flatMap(k -> institution.get("everyone").or(() -> wishes.get("everyone")))
          .filter(Node::isTrue)
          .ifPresent(yes -> problems.add(OpenLogins.toTheWorld(one.getKey(), yes)));
      if (isBare(institution)) {
        bare.put(one.getKey(), one.getValue());
      }
    }
    ambiguous(bare, problems);
  }

  @Override
  public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    boolean possible =
        wishes.hub().has("privacy")
            || wishes.entries(key()).entrySet().stream().anyMatch(one -> gives(name, one, wishes));
    Optional<String> domain =
        wishes.entries(key()).values().stream()
            .flatMap(one -> one.value().get("domains").map(Groups::names).stream())
            .flatMap(List::stream)
            .map(Scalar::text)
            .filter(text -> !text.contains("*"))
            .findFirst();
    return possible
        ? Optional.empty()
        : Optional.of(Misnomer.noAddress(name, domain.orElse("<domain>")));
  }

  /** Whether somebody of an institution may have a name. */
  private static boolean gives(String name, Map.Entry<String, Mapping.Entry> one, Wishes wishes) {
    Node institution = one.getValue().value();
    String start =
        institution.at("username.prefix").flatMap(Node::string).map(p -> p + ":").orElse("");
    boolean address =
        institution.at("username.strip").isEmpty() && ADDRESSES.contains(claim(wishes, one));
    return name.startsWith(start)
        && (!address || Misnomer.isAddress(name.substring(start.length())));
  }

  private static String claim(Wishes wishes, Map.Entry<String, Mapping.Entry> one) {
    return one.getValue()
        .value()
        .at("username.claim")
        .or(() -> wishes.known().at("institutions." + one.getKey() + ".claim"))
        .flatMap(Node::string)
        .orElse("email");
  }

  private static Mapping entry(Node institution, Optional<Node> known, boolean first, Origin why) {
    Optional<Node> username = institution.get("username");
    Mapping.Builder derivation =
        Mapping.builder(why)
            .put(
                "username_claim",
                username
                    .flatMap(u -> u.get("claim"))
                    .or(
                        () ->
                            known
                                .flatMap(k -> k.get("claim"))
                                .map(c -> c.from(why.with(c.origin()))))
                    .orElse(Scalar.string("email", why)));
    username
        .flatMap(u -> u.get("strip"))
        .ifPresent(domain -> action("strip_idp_domain", "domain", domain, derivation));
    username
        .flatMap(u -> u.get("prefix"))
        .ifPresent(prefix -> action("prefix", "prefix", prefix, derivation));
    Mapping.Builder entry = Mapping.builder(why).put("username_derivation", derivation.build());
    institution
        .get("domains")
        .ifPresent(
            domains ->
                entry.put("allowed_domains", Sequence.of(Groups.names(domains), domains.origin())));
    institution.get("domainsFrom").ifPresent(claim -> entry.put("allowed_domains_claim", claim));
    institution.get("everyone").ifPresent(all -> entry.put("allow_all", all));
    return entry.put("default", Scalar.bool(first, why)).build();
  }

  private static void action(String action, String key, Node value, Mapping.Builder derivation) {
    derivation.put("action", Scalar.string(action, value.origin())).put(key, value);
  }

  private static Diagnostic unknown(String name, Origin why) {
    return Diagnostic.error(
            why.place(), UNKNOWN, "nothing says under which id CILogon knows \"" + name + "\"")
        .hint("write idp: <its entity id in https://cilogon.org/idplist/>");
  }

  private static void allowed(
      Wishes wishes, String name, Node institution, Origin why, List<Diagnostic> problems) {
    boolean some =
        institution.get("domains").isPresent()
            || institution.get("everyone").filter(Node::isTrue).isPresent()
            || wishes.is("everyone")
            || wishes.namesSomebody();
    if (!some) {
      problems.add(
          Diagnostic.error(
                  why.place(),
                  NOBODY,
                  "people of " + name + " can log in, but none of them may use the hub")
              .hint("add domains: [...] or everyone: true, or list people under access.users"));
    }
  }

  private static boolean isBare(Node institution) {
    return institution.at("username.strip").isPresent()
        && institution.at("username.prefix").isEmpty();
  }

  private static void ambiguous(Map<String, Mapping.Entry> bare, List<Diagnostic> problems) {
    if (bare.size() > 1) {
      List<String> names = List.copyOf(bare.keySet());
      Node strip = bare.get(names.get(1)).value().at("username.strip").orElseThrow();
      problems.add(
          Diagnostic.error(
                  strip.origin().place(),
                  AMBIGUOUS,
                  "mira of "
                      + names.get(0)
                      + " and mira of "
                      + names.get(1)
                      + " would have one name and one home")
              .hint("keep the domain in the names of one of them, or give it a prefix")
              .related(bare.get(names.get(0)).value().origin().place(), names.get(0)));
    }
  }
}
