<#if context.tokens.job??>
<#if jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${context.names["hub-tokens"]}
  namespace: ${context.namespace}
  labels: ${context.labels.tokens.object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${context.names["hub-tokens"]}
subjects:
- kind: ServiceAccount
  name: ${context.names["hub-tokens"]}
  namespace: ${context.namespace}
</#if>
</#if>
