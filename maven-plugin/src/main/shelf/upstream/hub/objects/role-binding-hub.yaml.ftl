<#if jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${context.names.hub}
subjects:
- kind: ServiceAccount
<#if context.hub.account??>
  name: ${context.hub.account}
<#else>
  name: default
</#if>
  namespace: ${context.namespace}
</#if>
