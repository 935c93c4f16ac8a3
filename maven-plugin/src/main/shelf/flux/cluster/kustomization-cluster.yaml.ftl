<#-- Applies the folder it lies in, itself among it. Who deletes it by hand leaves everything running. -->
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: hubs.cluster
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
spec:
  interval: 10m
  retryInterval: 1m
  timeout: 3m
  path: ${context.flux.clusterPath}
  prune: true
  deletionPolicy: Orphan
  sourceRef:
    kind: GitRepository
    name: hubs
  serviceAccountName: kustomize-controller
