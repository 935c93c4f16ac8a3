<#if context.autohttps?has_content && ((jupyterhub.proxy.traefik.pdb.enabled)!false)>
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
spec:
<#if jupyterhub.proxy.traefik.pdb.maxUnavailable??>
  maxUnavailable: ${jupyterhub.proxy.traefik.pdb.maxUnavailable}
</#if>
<#if jupyterhub.proxy.traefik.pdb.minAvailable??>
  minAvailable: ${jupyterhub.proxy.traefik.pdb.minAvailable}
</#if>
  selector:
    matchLabels: ${context.labels.autohttps.selector}
</#if>
