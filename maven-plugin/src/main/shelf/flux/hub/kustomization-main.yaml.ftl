<#-- No wait: placeholders and pullers need not be ready for the hub to be. No force: it would recreate claims. -->
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${context.flux.main.name}
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
<#if context.flux.shard??>
    sharding.fluxcd.io/key: ${context.flux.shard}
</#if>
spec:
  interval: 10m
  retryInterval: 5m
  timeout: 3m
  path: ${context.flux.main.path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: hubs
  serviceAccountName: ${context.flux.account}
  dependsOn: ${context.flux.main.after}
<#if context.flux.main.decryption??>
  decryption: ${context.flux.main.decryption}
</#if>
  healthChecks: ${context.flux.main.healthChecks}
