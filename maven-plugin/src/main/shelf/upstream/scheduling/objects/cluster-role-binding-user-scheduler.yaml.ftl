<#if jupyterhub.scheduling.userScheduler.enabled && jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${context.names["user-scheduler"]}
  labels: ${context.labels["user-scheduler"].object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${context.names["user-scheduler"]}
subjects:
- kind: ServiceAccount
<#if context.accounts["user-scheduler"]??>
  name: ${context.accounts["user-scheduler"]}
<#else>
  name: default
</#if>
  namespace: ${context.namespace}
</#if>
