apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: flux
  namespace: ${context.namespace}
  labels:
    app.kubernetes.io/managed-by: hubs
    app.kubernetes.io/component: flux
    app.kubernetes.io/instance: ${context.release}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: flux
subjects:
- kind: ServiceAccount
  name: ${context.flux.account}
  namespace: flux-system
