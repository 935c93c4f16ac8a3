package org.hubfleet.e2e.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The part of a promise that is about processors, memory and devices. */
final class PromisedAmounts {
  private static final Map<Character, Integer> POWERS = Map.of('K', 1, 'M', 2, 'G', 3, 'T', 4);

  private final JsonObject traits;

  private PromisedAmounts(JsonObject traits) {
    this.traits = traits;
  }

  /** Limits and requests must be just those that were promised. */
  static List<String> broken(JsonObject traits, JsonElement container) {
    return new PromisedAmounts(traits).broken(container);
  }

  private List<String> broken(JsonElement container) {
    Map<String, BigDecimal> limits = amounts("extra_resource_limits");
    Map<String, BigDecimal> requests = amounts("extra_resource_guarantees");
    number("cpu_limit").ifPresent(amount -> limits.put("cpu", amount));
    number("cpu_guarantee").ifPresent(amount -> requests.put("cpu", amount));
    number("mem_limit").ifPresent(amount -> limits.put("memory", amount));
    number("mem_guarantee").ifPresent(amount -> requests.put("memory", amount));
    // The API server requests what is limited and not requested.
    limits.forEach(requests::putIfAbsent);
    List<String> broken = new ArrayList<>();
    broken.addAll(compare("limits", container, limits));
    broken.addAll(compare("requests", container, requests));
    return broken;
  }

  private static List<String> compare(
      String kind, JsonElement container, Map<String, BigDecimal> wanted) {
    Map<String, BigDecimal> found = new TreeMap<>();
    Json.map(container, "resources." + kind)
        .forEach((name, amount) -> found.put(name, quantity(amount.getAsString())));
    boolean isSame =
        found.keySet().equals(wanted.keySet())
            && found.entrySet().stream()
                .allMatch(e -> e.getValue().compareTo(wanted.get(e.getKey())) == 0);
    return isSame ? List.of() : List.of(kind + ": " + found + ", promised " + wanted);
  }

  private Map<String, BigDecimal> amounts(String trait) {
    Map<String, BigDecimal> all = new TreeMap<>();
    Json.map(traits, trait).forEach((name, text) -> all.put(name, quantity(text.getAsString())));
    return all;
  }

  /** A number of the spawner: plain, or with K, M, G, T in powers of 1024. */
  private Optional<BigDecimal> number(String trait) {
    return Json.at(traits, trait).map(JsonElement::getAsString).map(PromisedAmounts::plain);
  }

  private static BigDecimal plain(String text) {
    Integer power = POWERS.get(text.charAt(text.length() - 1));
    return power == null
        ? new BigDecimal(text)
        : new BigDecimal(text.substring(0, text.length() - 1))
            .multiply(new BigDecimal(1024).pow(power));
  }

  private static BigDecimal quantity(String text) {
    return Quantity.fromString(text).getNumber();
  }
}
