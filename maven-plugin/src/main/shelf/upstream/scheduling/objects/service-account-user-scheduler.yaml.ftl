<#if jupyterhub.scheduling.userScheduler.enabled && jupyterhub.scheduling.userScheduler.serviceAccount.create>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${context.accounts["user-scheduler"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
<#if jupyterhub.scheduling.userScheduler.serviceAccount.annotations?has_content>
  annotations: ${jupyterhub.scheduling.userScheduler.serviceAccount.annotations}
</#if>
</#if>
