<#-- A class keeps its value for life; force lets Flux make it anew, and running pods keep the number they have. -->
<#if jupyterhub.scheduling.podPriority.enabled>
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: ${context.names.priority}
  labels: ${context.labels.priority.object}
  annotations:
    kustomize.toolkit.fluxcd.io/force: enabled
description: Priority of the pods of this hub and of its people.
<#if jupyterhub.scheduling.podPriority.defaultPriority??>
value: ${jupyterhub.scheduling.podPriority.defaultPriority}
<#else>
value: 0
</#if>
<#if jupyterhub.scheduling.podPriority.globalDefault??>
globalDefault: ${jupyterhub.scheduling.podPriority.globalDefault}
</#if>
</#if>
