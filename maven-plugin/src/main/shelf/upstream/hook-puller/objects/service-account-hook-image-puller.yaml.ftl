<#if context.puller.hook && jupyterhub.prePuller.hook.serviceAccountImagePuller.create>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.accounts["hook-image-puller"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-puller"].object}
<#if jupyterhub.prePuller.hook.serviceAccountImagePuller.annotations?has_content>
  annotations: ${jupyterhub.prePuller.hook.serviceAccountImagePuller.annotations}
</#if>
</#if>
