package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;

/** Texts on both sides of most rules that Kubernetes has for text. */
final class Words {
  /** Every text, plain ones first. */
  static final List<String> ALL = all();

  private Words() {}

  /** Those that the schemas let in, plain ones first. */
  static List<String> fitting(Facets facets) {
    return ALL.stream().filter(word -> Examples.fits(word, facets)).toList();
  }

  private static List<String> all() {
    List<String> words = new ArrayList<>();
    // plain
    words.addAll(List.of("a", "a-b", "a.example.org", "a.example.org/b", "/a", "1Gi", "10.0.0.1"));
    words.addAll(List.of("10.0.0.0/8", "5m", "10s", "a/b", "https://a.example.org/x?y=1"));
    words.addAll(List.of("*.example.org", "1h30m0s", "2026-11-21T00:00:00Z", "*/5 * * * *"));
    words.addAll(List.of("YQ==", "limits.cpu", "metadata.name", "SIGTERM", "/a/b", "50%"));
    words.addAll(List.of("sha256:" + "0".repeat(64), "TCP", "http-alt", "a@example.org", "5MB"));
    // letters, case, edges
    words.addAll(List.of("", "A", "-a", "a-", "a--b", "a.b", "a..b", ".a", "a.", "a_b", "_a", "1"));
    words.addAll(
        List.of("a b", " a", "a ", "a\nb", "a\n", "\t", "\u00fc", "a:b", "a,b", "a=b", "a%b"));
    words.addAll(
        List.of("${a}", "$(a)", "{{a}}", "'a'", "null", "true", "None", "~", "a\\b", "a+b"));
    words.addAll(List.of("Aa", "aB", "1a", "123", "a1", "a".repeat(15), "a".repeat(16)));
    words.addAll(List.of("a".repeat(52), "a".repeat(53), "a".repeat(63), "a".repeat(64)));
    words.addAll(List.of("a".repeat(253), "a".repeat(254), "a".repeat(257), "a".repeat(2049)));
    // names with a prefix, paths
    words.addAll(List.of("a/b/c", "a/", "A.example.org/b", "a.example.org/", "a.example.org/-b"));
    words.addAll(List.of("a".repeat(254) + "/b", "a/" + "b".repeat(64), "example.org", "/", "//"));
    words.addAll(List.of(".", "..", "../a", "a/..", "a/../b", "/a/..", "/a//b", "/a/./b", "..a"));
    words.addAll(List.of("/a%2fb", "/a b", "a/..b", "...", "/a:b"));
    // quantities, numbers, times
    words.addAll(List.of("0", "-1", "-5Mi", "+5", "1.5", ".5", "5.", "1e3", "1E3", "1E", "1gi"));
    words.addAll(List.of("1 Gi", "1GiB", "0x10", "0777", "080", "80", "65536", "1_000", "1,5"));
    words.addAll(List.of("9999999999999999999999", "0.0000000001", "0%", "100%", "101%", "-1%"));
    words.addAll(
        List.of("1.5%", "050%", "1d", "1w", "1h", "90m", "1.5h", "-5s", "5 s", "1us", "5"));
    words.addAll(List.of("2026-11-21", "2026-13-21T00:00:00Z", "2026-11-21T00:00:00+01:00"));
    words.addAll(List.of("2026-11-21T00:00:00.5Z", "2026-02-30T00:00:00Z", "2026-11-21t00:00:00z"));
    words.addAll(List.of("2026-11-21T24:00:00Z", "10GB", "10B"));
    // schedules and zones
    words.addAll(
        List.of("@daily", "@every 1h", "@reboot", "60 * * * *", "0 0 31 2 *", "0 0 * * 7"));
    words.addAll(
        List.of("0 0 * * MON", "0 0 * * MON-FRI", "* * * *", "0 0 1-31/2 * ?", "5/15 * * * *"));
    words.addAll(
        List.of("TZ=UTC 0 0 * * *", "0 0 0 * *", "10-5 * * * *", "0  0 * * *", "* * * * * *"));
    words.addAll(List.of("Europe/Berlin", "Local", "local", "UTC", "Europe/Nowhere", "Etc/GMT+1"));
    // addresses
    words.addAll(List.of("256.0.0.1", "010.0.0.1", "10.0.0", "10.0.0.1/8", "10.0.0.0/33", "::1"));
    words.addAll(List.of("fd00::/8", "fd00::1/8", "::ffff:10.0.0.1", "::ffff:10.0.0.0/104", ":::"));
    words.addAll(List.of("127.0.0.1", "0.0.0.0", "169.254.1.1", "224.0.0.1", "fe80::1%a", "1:2"));
    words.addAll(
        List.of("0.0.0.0/0", "::/0", "1::2::3", "fd00::/129", "127.96.0.10", "10.0.0.0/08"));
    words.addAll(
        List.of("*", "*.*.org", "a.*.org", "*a.org", "*.", "a.example.org.", "A.example.org"));
    words.addAll(
        List.of("http://", "http://a", "ssh://git@a.example.org/b", "git@a.example.org:b"));
    words.addAll(List.of("ftp://a.example.org", "https://a.example.org:99999/", "HTTP://a"));
    words.addAll(List.of("socks5://a:1", "http://[::1", "https://a b", "https://%zz"));
    // words of the API
    words.addAll(List.of("tcp", "SCTP", "Always", "always", "Retain", "Ingress", "Namespaced"));
    words.addAll(
        List.of("system:masters", "system-node-critical", "system-a", "default", "kube-system"));
    words.addAll(
        List.of("kubernetes.io/tls", "kubernetes.io/a", "k8s.io/a", "node-role.kubernetes.io/a"));
    words.addAll(List.of("metadata.labels['a']", "metadata.labels['a b']", "metadata.labels['']"));
    words.addAll(
        List.of("metadata.labels", "metadata.uid", "spec.nodeName", "status.podIP", "spec.x"));
    words.addAll(
        List.of("requests.memory", "limits.nvidia.com/gpu", "limits.hugepages-2Mi", "limits.a"));
    words.addAll(
        List.of(
            "cpu", "memory", "storage", "ephemeral-storage", "hugepages-2Mi", "nvidia.com/gpu"));
    words.addAll(
        List.of("requests.cpu", "pods", "count/pods", "services.nodeports", "limits.storage"));
    words.addAll(List.of("YQ", "y*=", "YQ=", "=", "a===", "HTTP", "80a", "SIGKILL", "SIGRTMIN+1"));
    words.addAll(List.of("SIGNOTHING", "Memory", "HugePages", "HugePages-2Mi", "HugePages-3Mi"));
    words.addAll(
        List.of("PATH", "A_B", "A.B", "A-B", "Host", "X-A", "X A", "X_A", "(", "[a", "^a$", "a{2"));
    words.addAll(
        List.of("self.a == 1", "object.a", "'a' +", "true && false", "net.ipv4.tcp_syncookies"));
    words.addAll(
        List.of(
            "kernel/shm_rmid_forced",
            "a?b",
            "kubernetes.io/a/b",
            "docker.io/a:b@c",
            "latest",
            "v1.34"));
    return words.stream().distinct().toList();
  }
}
