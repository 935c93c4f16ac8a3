<#if jupyterhub.scheduling.podPriority.enabled && jupyterhub.scheduling.userPlaceholder.enabled>
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: ${context.names["user-placeholder-priority"]}
  labels: ${context.labels.priority.object}
  annotations:
    kustomize.toolkit.fluxcd.io/force: enabled
description: Priority of pods that only keep room for servers and give way to them.
<#if jupyterhub.scheduling.podPriority.userPlaceholderPriority??>
value: ${jupyterhub.scheduling.podPriority.userPlaceholderPriority}
<#else>
value: 0
</#if>
</#if>
