package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * {@code buckets}: variables that hold the address of a bucket, or of everybody's own folder in it.
 * How the bucket is made the values do not say, so lines call it external.
 */
final class BucketLines implements Lifter {
  private static final String VARIABLES = "singleuser.extraEnv";
  private static final String SUFFIX = "_BUCKET";
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z0-9]+://([^/$\\s]+)(/\\$\\(JUPYTERHUB_USER\\))?");

  @Override
  public List<Proposal> propose(Told told) {
    Map<String, List<Map.Entry<String, Mapping.Entry>>> byAddress = new LinkedHashMap<>();
    for (Map.Entry<String, Mapping.Entry> one : told.entries(VARIABLES).entrySet()) {
      one.getValue()
          .value()
          .string()
          .filter(text -> ADDRESS.matcher(text).matches())
          .ifPresent(text -> byAddress.computeIfAbsent(text, key -> new ArrayList<>()).add(one));
    }
    return byAddress.entrySet().stream()
        .flatMap(one -> bucket(one.getKey(), one.getValue()).stream())
        .toList();
  }

  private static Optional<Proposal> bucket(
      String address, List<Map.Entry<String, Mapping.Entry>> variables) {
    Matcher parts = ADDRESS.matcher(address);
    Optional<String> key =
        variables.stream()
            .map(Map.Entry::getKey)
            .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
            .map(BucketLines::key)
            .findFirst();
    if (!parts.matches() || key.isEmpty()) {
      return Optional.empty();
    }
    Origin why = variables.get(0).getValue().value().origin();
    Mapping.Builder wish =
        Mapping.builder(why).put("name", parts.group(1)).put("external", yes(why));
    if (parts.group(2) != null) {
      wish.put("shared", Scalar.bool(false, why));
    }
    if (variables.size() > 1 || !key(variables.get(0).getKey()).equals(key.get())) {
      List<Node> names = new ArrayList<>();
      variables.forEach(one -> names.add(Scalar.string(one.getKey(), one.getValue().key())));
      wish.put("variables", Sequence.of(names, why));
    }
    Mapping line = Mapping.builder(why).put(key.get(), wish.build()).build();
    List<ValuePath> said =
        variables.stream()
            .map(one -> ValuePath.of("singleuser", "extraEnv", one.getKey()))
            .toList();
    return Optional.of(new Proposal("buckets", Told.line("buckets", line), said, Map.of()));
  }

  private static Scalar yes(Origin why) {
    return Scalar.bool(true, why);
  }

  /** What lines call a bucket whose variable has that name. */
  private static String key(String variable) {
    return variable.endsWith(SUFFIX)
        ? variable
            .substring(0, variable.length() - SUFFIX.length())
            .toLowerCase(Locale.ROOT)
            .replace('_', '-')
        : "";
  }
}
