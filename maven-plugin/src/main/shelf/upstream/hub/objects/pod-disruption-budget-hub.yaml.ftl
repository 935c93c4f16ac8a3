<#if jupyterhub.hub.pdb.enabled>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
spec:
<#if jupyterhub.hub.pdb.maxUnavailable??>
  maxUnavailable: ${jupyterhub.hub.pdb.maxUnavailable}
</#if>
<#if jupyterhub.hub.pdb.minAvailable??>
  minAvailable: ${jupyterhub.hub.pdb.minAvailable}
</#if>
  selector:
    matchLabels: ${context.labels.hub.selector}
</#if>
