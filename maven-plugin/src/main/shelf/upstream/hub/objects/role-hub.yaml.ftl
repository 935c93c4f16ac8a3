<#if jupyterhub.rbac.create>
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
rules: ${context.hubRole}
</#if>
