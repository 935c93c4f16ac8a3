<#if (jupyterhub.proxy.chp.pdb.enabled)!false>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${context.names.proxy}
  namespace: ${context.namespace}
  labels: ${context.labels.proxy.object}
spec:
<#if jupyterhub.proxy.chp.pdb.maxUnavailable??>
  maxUnavailable: ${jupyterhub.proxy.chp.pdb.maxUnavailable}
</#if>
<#if jupyterhub.proxy.chp.pdb.minAvailable??>
  minAvailable: ${jupyterhub.proxy.chp.pdb.minAvailable}
</#if>
  selector:
    matchLabels: ${context.labels.proxy.selector}
</#if>
