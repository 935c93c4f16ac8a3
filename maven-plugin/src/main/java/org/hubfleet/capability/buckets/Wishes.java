package org.hubfleet.capability.buckets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.store.Store;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Finds wishes that no store can fulfil, that contradict one another, or that cost more than one
 * sees.
 */
final class Wishes {
  private static final RuleName BAD_NAME = RuleName.of("buckets/bad-name");
  private static final RuleName NOT_OFFERED = RuleName.of("buckets/not-offered");
  private static final RuleName PUBLIC_AND_PAID = RuleName.of("buckets/public-and-paid");
  private static final RuleName ENDLESS = RuleName.of("buckets/endless-scratch");
  private static final RuleName SHORT = RuleName.of("buckets/short-lived");
  private static final RuleName NOT_OURS = RuleName.of("buckets/not-ours");
  private static final RuleName SAME_NAME = RuleName.of("buckets/same-name");
  private static final RuleName VARIABLE = RuleName.of("buckets/one-variable");
  private static final RuleName FAR = RuleName.of("buckets/far-away");

  private final Store store;
  private final List<Diagnostic> problems;

  private Wishes(Store store, List<Diagnostic> problems) {
    this.store = store;
    this.problems = problems;
  }

  static void check(List<Bucket> buckets, Store store, List<Diagnostic> problems) {
    Wishes wishes = new Wishes(store, problems);
    Map<String, Scalar> variables = new HashMap<>();
    Map<String, Bucket> names = new HashMap<>();
    for (Bucket bucket : buckets) {
      Bucket first = names.putIfAbsent(bucket.name().text(), bucket);
      if (first != null) {
        problems.add(same(first, bucket));
      }
      wishes.name(bucket);
      wishes.offered(bucket);
      wishes.life(bucket);
      wishes.external(bucket);
      wishes.region(bucket);
      bucket.variables().forEach(name -> wishes.variable(name, variables));
    }
  }

  private static Diagnostic same(Bucket first, Bucket second) {
    return Diagnostic.error(
            second.name().origin().place(),
            SAME_NAME,
            first.key()
                + " and "
                + second.key()
                + " are one bucket, "
                + second.name().text()
                + ", so what one of them says of its files holds for those of the other")
        .hint(
            "give one another name, or keep one with variables: ["
                + first.variables().get(0).text()
                + ", "
                + second.variables().get(0).text()
                + "]")
        .related(first.name().origin().place(), first.key());
  }

  private void name(Bucket bucket) {
    String name = bucket.name().text();
    if (!store.isName(name)) {
      problems.add(
          Diagnostic.error(
                  bucket.name().origin().place(),
                  BAD_NAME,
                  "a bucket cannot be called \"" + name + "\" here")
              .hint(
                  "give it another with name: ..., 3 to 63 lower case letters, digits and single"
                      + " dashes"));
    }
  }

  private void offered(Bucket bucket) {
    for (String what : List.of("public", "requesterPays")) {
      if (bucket.is(what) && !store.offers(what)) {
        problems.add(
            Diagnostic.error(
                    place(bucket, what).place(),
                    NOT_OFFERED,
                    "the store of cluster " + store.cluster().name() + " does not know " + what)
                .hint("take it out, or put the bucket where it is known and say external: true"));
      }
    }
    if (bucket.is("public") && bucket.is("requesterPays")) {
      problems.add(
          Diagnostic.error(
                  place(bucket, "requesterPays").place(),
                  PUBLIC_AND_PAID,
                  "anyone may read, but nobody is there to pay when nobody has to say who he is")
              .hint("keep one of public and requesterPays")
              .related(place(bucket, "public").place(), "public"));
    }
  }

  private void life(Bucket bucket) {
    boolean scratch = bucket.key().equals("scratch");
    if (scratch && bucket.life().isEmpty() && !bucket.isExternal()) {
      problems.add(
          Diagnostic.warning(
                  bucket.why().place(),
                  ENDLESS,
                  "nothing ever leaves this scratch bucket, so it costs more every month")
              .hint("write scratch: 7d"));
    }
    if (bucket.key().equals("persistent") && bucket.life().isPresent()) {
      String days = bucket.life().get().text().replace("d", "");
      problems.add(
          Diagnostic.warning(
                  bucket.life().get().origin().place(),
                  SHORT,
                  "people trust what is called persistent, and here it is deleted after "
                      + days
                      + " days")
              .hint("write persistent: true, or call the bucket scratch"));
    }
  }

  private void external(Bucket bucket) {
    for (String what : List.of("life", "public")) {
      Optional<Node> said = bucket.wish().get(what);
      if (bucket.isExternal() && said.isPresent() && !said.get().isNull()) {
        problems.add(
            Diagnostic.error(
                    place(bucket, what).place(),
                    NOT_OURS,
                    "whoever has the bucket decides about " + what + ", not this hub")
                .hint("take out " + what + ", or external where the bucket is the hub's"));
      }
    }
    if (bucket.isExternal() && bucket.wish().get("name").isEmpty()) {
      problems.add(
          Diagnostic.error(
                  place(bucket, "external").place(),
                  NOT_OURS,
                  "the bucket is somebody else's, but its name is missing")
              .hint("add name: <what it is called there>"));
    }
  }

  private void region(Bucket bucket) {
    Optional<Scalar> here = store.said("region");
    Optional<Scalar> there =
        bucket.wish().get("region").flatMap(Node::scalar).or(() -> store.said("buckets.region"));
    if (here.isPresent() && there.isPresent() && !here.get().text().equals(there.get().text())) {
      problems.add(
          Diagnostic.warning(
                  bucket.wish().get("region").map(Node::origin).orElse(bucket.why()).place(),
                  FAR,
                  "servers run in "
                      + here.get().text()
                      + ", the bucket is in "
                      + there.get().text()
                      + ": all that people read is slow and charged as traffic between regions")
              .hint("keep the bucket in " + here.get().text())
              .related(here.get().origin().place(), "where servers run"));
    }
  }

  private void variable(Scalar name, Map<String, Scalar> seen) {
    Scalar first = seen.putIfAbsent(name.text(), name);
    if (first != null) {
      problems.add(
          Diagnostic.error(
                  name.origin().place(),
                  VARIABLE,
                  "the variable " + name.text() + " leads to two buckets")
              .hint("name another with variables: [...]")
              .related(first.origin().place(), "the first is here"));
    }
  }

  private static Origin place(Bucket bucket, String key) {
    return bucket.wish().keyOrigin(key);
  }
}
