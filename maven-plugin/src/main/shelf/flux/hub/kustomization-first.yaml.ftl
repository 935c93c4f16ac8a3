<#-- The hub is applied once this set has done its work; fetching images to all nodes takes its time. -->
<#if context.flux.first??>
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${context.flux.first.name}
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
<#if context.flux.shard??>
    sharding.fluxcd.io/key: ${context.flux.shard}
</#if>
spec:
  interval: 10m
  retryInterval: 5m
  timeout: 30m
  path: ${context.flux.first.path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: hubs
  serviceAccountName: ${context.flux.account}
  dependsOn: ${context.flux.first.after}
<#if context.flux.first.decryption??>
  decryption: ${context.flux.first.decryption}
</#if>
  healthChecks: ${context.flux.first.healthChecks}
</#if>
