<#if context.puller.hook && jupyterhub.prePuller.hook.serviceAccount.create>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.accounts["hook-image-awaiter"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-awaiter"].object}
<#if jupyterhub.prePuller.hook.serviceAccount.annotations?has_content>
  annotations: ${jupyterhub.prePuller.hook.serviceAccount.annotations}
</#if>
</#if>
