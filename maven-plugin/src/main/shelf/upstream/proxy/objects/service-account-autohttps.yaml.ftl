<#if context.autohttps?has_content && ((jupyterhub.proxy.traefik.serviceAccount.create)!false)>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.accounts.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
<#if jupyterhub.proxy.traefik.serviceAccount.annotations?has_content>
  annotations: ${jupyterhub.proxy.traefik.serviceAccount.annotations}
</#if>
</#if>
