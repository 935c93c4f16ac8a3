<#if jupyterhub.prePuller.continuous.enabled && jupyterhub.prePuller.continuous.serviceAccount.create>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.accounts["continuous-image-puller"]}
  namespace: ${context.namespace}
  labels: ${context.labels["continuous-image-puller"].object}
<#if jupyterhub.prePuller.continuous.serviceAccount.annotations?has_content>
  annotations: ${jupyterhub.prePuller.continuous.serviceAccount.annotations}
</#if>
</#if>
