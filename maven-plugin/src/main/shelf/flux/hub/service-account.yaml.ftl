<#-- Outlives its hub: without it Flux could not remove what the hub leaves. -->
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.flux.account}
  namespace: flux-system
  labels:
    app.kubernetes.io/managed-by: hubs
    app.kubernetes.io/component: flux
    app.kubernetes.io/instance: ${context.release}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
automountServiceAccountToken: false
