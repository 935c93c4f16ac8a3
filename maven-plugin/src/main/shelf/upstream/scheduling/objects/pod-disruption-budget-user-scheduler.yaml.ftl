<#if jupyterhub.scheduling.userScheduler.enabled && jupyterhub.scheduling.userScheduler.pdb.enabled>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
spec:
<#if jupyterhub.scheduling.userScheduler.pdb.maxUnavailable??>
  maxUnavailable: ${jupyterhub.scheduling.userScheduler.pdb.maxUnavailable}
</#if>
<#if jupyterhub.scheduling.userScheduler.pdb.minAvailable??>
  minAvailable: ${jupyterhub.scheduling.userScheduler.pdb.minAvailable}
</#if>
  selector:
    matchLabels: ${context.labels["user-scheduler"].selector}
</#if>
