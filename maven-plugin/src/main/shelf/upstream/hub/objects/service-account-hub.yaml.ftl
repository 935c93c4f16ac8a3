<#if jupyterhub.hub.serviceAccount.create>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.hub.account}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
<#if jupyterhub.hub.serviceAccount.annotations?has_content>
  annotations: ${jupyterhub.hub.serviceAccount.annotations}
</#if>
</#if>
