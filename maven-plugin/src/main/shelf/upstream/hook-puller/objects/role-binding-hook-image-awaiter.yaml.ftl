<#if context.puller.hook && jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${context.names["hook-image-awaiter"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-awaiter"].object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${context.names["hook-image-awaiter"]}
subjects:
- kind: ServiceAccount
<#if context.accounts["hook-image-awaiter"]??>
  name: ${context.accounts["hook-image-awaiter"]}
<#else>
  name: default
</#if>
  namespace: ${context.namespace}
</#if>
