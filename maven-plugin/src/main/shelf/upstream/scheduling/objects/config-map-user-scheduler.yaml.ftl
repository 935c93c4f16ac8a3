<#if jupyterhub.scheduling.userScheduler.enabled>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
data:
  config.yaml: ${context.userScheduler.configuration}
</#if>
