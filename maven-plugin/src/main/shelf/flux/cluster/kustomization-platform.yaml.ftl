<#-- After the set above, so that no hub is ever applied as an older commit says. -->
<#if context.flux.platformPath??>
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: hubs.platform
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
spec:
  interval: 10m
  retryInterval: 1m
  timeout: 3m
  path: ${context.flux.platformPath}
  prune: true
  sourceRef:
    kind: GitRepository
    name: hubs
  serviceAccountName: kustomize-controller
  dependsOn:
  - name: hubs.cluster
</#if>
