<#if jupyterhub.scheduling.userScheduler.enabled && jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${context.names["user-scheduler-deploy"]}
subjects:
- kind: ServiceAccount
<#if context.accounts["user-scheduler"]??>
  name: ${context.accounts["user-scheduler"]}
<#else>
  name: default
</#if>
  namespace: ${context.namespace}
</#if>
