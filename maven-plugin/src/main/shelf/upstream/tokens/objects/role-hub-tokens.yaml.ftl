<#if context.tokens.job??>
<#if jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${context.names["hub-tokens"]}
  namespace: ${context.namespace}
  labels: ${context.labels.tokens.object}
rules:
- apiGroups: [""]
  resources: [secrets]
  resourceNames:
  - ${context.names.hub}
  verbs: [get, patch]
</#if>
</#if>
