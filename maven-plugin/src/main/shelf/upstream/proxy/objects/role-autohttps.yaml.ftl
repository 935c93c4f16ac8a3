<#if context.autohttps?has_content && ((jupyterhub.rbac.create)!false)>
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
rules:
<#if context.departures["least-acme-role"]>
- apiGroups: [""]
  resources: [secrets]
  verbs: [create]
- apiGroups: [""]
  resources: [secrets]
  resourceNames: [${context.names["proxy-public-tls-acme"]}]
  verbs: [get, patch]
<#else>
- apiGroups: [""]
  resources: [secrets]
  verbs: [create, get, list, patch]
</#if>
</#if>
