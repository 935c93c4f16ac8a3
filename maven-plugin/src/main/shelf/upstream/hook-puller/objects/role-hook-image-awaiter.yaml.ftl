<#if context.puller.hook && jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${context.names["hook-image-awaiter"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-awaiter"].object}
rules:
- apiGroups: [apps]
  resources: [daemonsets]
  resourceNames:
  - ${context.names["hook-image-puller"]}
  verbs: [get]
</#if>
