apiVersion: v1
kind: Secret
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
    kustomize.toolkit.fluxcd.io/ssa: IfNotPresent
type: Opaque
