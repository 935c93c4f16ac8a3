<#if context.puller.hook>
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${context.names["hook-image-puller"]}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-puller"].object}
<#if jupyterhub.prePuller.hook.daemonsetAnnotations?has_content>
  annotations: ${jupyterhub.prePuller.hook.daemonsetAnnotations}
</#if>
spec:
<#if jupyterhub.prePuller.revisionHistoryLimit??>
  revisionHistoryLimit: ${jupyterhub.prePuller.revisionHistoryLimit}
</#if>
  selector:
    matchLabels: ${context.labels["hook-image-puller"].selector}
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 100%
  template:
    metadata:
      labels:
        $merge: [${context.labels["hook-image-puller"].pod}, ${jupyterhub.prePuller.labels}]
<#if jupyterhub.prePuller.annotations?has_content>
      annotations: ${jupyterhub.prePuller.annotations}
</#if>
    spec:
      $merge: ${context.placement["image-puller"]}
      terminationGracePeriodSeconds: 0
      automountServiceAccountToken: false
<#if context.accounts["hook-image-puller"]??>
      serviceAccountName: ${context.accounts["hook-image-puller"]}
</#if>
<#if jupyterhub.scheduling.podPriority.enabled>
      priorityClassName: ${context.names["image-puller-priority"]}
</#if>
<#if context.pullSecrets["continuous-image-puller"]?has_content>
      imagePullSecrets: ${context.pullSecrets["continuous-image-puller"]}
</#if>
      initContainers:
<#list context.puller.images as pulled>
      - name: ${pulled.name}
        image: ${pulled.image}
<#if pulled.pullPolicy??>
        imagePullPolicy: ${pulled.pullPolicy}
</#if>
        command: [/bin/sh, -c, "true"]
<#if jupyterhub.prePuller.resources?has_content>
        resources: ${jupyterhub.prePuller.resources}
</#if>
<#if jupyterhub.prePuller.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.prePuller.containerSecurityContext}
</#if>
</#list>
      containers:
      - name: pause
        image: ${context.images["puller-pause"]}
<#if jupyterhub.prePuller.resources?has_content>
        resources: ${jupyterhub.prePuller.resources}
</#if>
<#if jupyterhub.prePuller.pause.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.prePuller.pause.containerSecurityContext}
</#if>
</#if>
