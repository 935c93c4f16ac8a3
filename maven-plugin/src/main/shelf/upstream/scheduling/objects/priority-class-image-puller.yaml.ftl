<#if jupyterhub.scheduling.podPriority.enabled && (jupyterhub.prePuller.continuous.enabled || context.puller.hook)>
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: ${context.names["image-puller-priority"]}
  labels: ${context.labels.priority.object}
  annotations:
    kustomize.toolkit.fluxcd.io/force: enabled
description: Priority of pods that fetch images early.
<#if jupyterhub.scheduling.podPriority.imagePullerPriority??>
value: ${jupyterhub.scheduling.podPriority.imagePullerPriority}
<#else>
value: 0
</#if>
</#if>
