<#-- People's homes are claims in this namespace: Flux must never remove it. -->
apiVersion: v1
kind: Namespace
metadata:
  name: ${context.namespace}
  labels:
    $merge: ${context.labels.namespace.object}
    pod-security.kubernetes.io/enforce: ${context.podSecurity.level}
    pod-security.kubernetes.io/audit: ${context.podSecurity.level}
    pod-security.kubernetes.io/warn: ${context.podSecurity.level}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
