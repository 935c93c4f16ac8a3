<#if context.autohttps?has_content && ((jupyterhub.rbac.create)!false)>
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${context.names.autohttps}
subjects:
- kind: ServiceAccount
<#if (context.accounts.autohttps)??>
  name: ${context.accounts.autohttps}
<#else>
  name: default
</#if>
  namespace: ${context.namespace}
</#if>
