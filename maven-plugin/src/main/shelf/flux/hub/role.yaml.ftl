<#-- Every kind that a hub may have in its namespace: what it had in the last commit must be removed too. -->
<#-- Then what its own Roles say, since nobody can hand out what he does not hold. -->
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: flux
  namespace: ${context.namespace}
  labels:
    app.kubernetes.io/managed-by: hubs
    app.kubernetes.io/component: flux
    app.kubernetes.io/instance: ${context.release}
  annotations:
    kustomize.toolkit.fluxcd.io/prune: disabled
rules:
- apiGroups: [""]
  resources: [configmaps, secrets, serviceaccounts, services]
  verbs: [create, delete, get, patch]
- apiGroups: [""]
  resources: [persistentvolumeclaims]
  verbs: [create, get, patch]
- apiGroups: [apps]
  resources: [daemonsets, deployments, statefulsets]
  verbs: [create, delete, get, patch]
- apiGroups: [batch]
  resources: [jobs]
  verbs: [create, delete, get, patch]
- apiGroups: [networking.k8s.io]
  resources: [ingresses, networkpolicies]
  verbs: [create, delete, get, patch]
- apiGroups: [cilium.io]
  resources: [ciliumnetworkpolicies]
  verbs: [create, delete, get, patch]
- apiGroups: [networking.gke.io]
  resources: [fqdnnetworkpolicies]
  verbs: [create, delete, get, patch]
- apiGroups: [monitoring.coreos.com]
  resources: [servicemonitors]
  verbs: [create, delete, get, patch]
- apiGroups: [policy]
  resources: [poddisruptionbudgets]
  verbs: [create, delete, get, patch]
- apiGroups: [rbac.authorization.k8s.io]
  resources: [rolebindings, roles]
  verbs: [create, delete, get, patch]
- apiGroups: [gateway.networking.k8s.io]
  resources: [httproutes]
  verbs: [create, delete, get, patch]
- apiGroups: [cert-manager.io]
  resources: [certificates]
  verbs: [create, delete, get, patch]
<#if context.flux.bindable?has_content>
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles]
  resourceNames: ${context.flux.bindable}
  verbs: [bind]
</#if>
- apiGroups: [apps]
  resources: [replicasets]
  verbs: [get, list]
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list]
<#list context.flux.delegated as rule>
- ${rule}
</#list>
