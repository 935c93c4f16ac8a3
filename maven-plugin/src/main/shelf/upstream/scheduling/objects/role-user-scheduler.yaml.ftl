<#-- create knows no name, so it stands apart from the rights on the one lock. -->
<#if jupyterhub.scheduling.userScheduler.enabled && jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
rules:
- apiGroups: [coordination.k8s.io]
  resources: [leases]
  verbs: [create]
- apiGroups: [coordination.k8s.io]
  resources: [leases]
  resourceNames:
  - ${context.names["user-scheduler-lock"]}
  verbs: [get, list, update, watch]
</#if>
