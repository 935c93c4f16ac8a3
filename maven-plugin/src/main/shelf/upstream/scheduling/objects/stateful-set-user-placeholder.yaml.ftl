<#if jupyterhub.scheduling.userPlaceholder.enabled>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${context.names["user-placeholder"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-placeholder"].object}
spec:
  podManagementPolicy: Parallel
<#if jupyterhub.scheduling.userPlaceholder.revisionHistoryLimit??>
  revisionHistoryLimit: ${jupyterhub.scheduling.userPlaceholder.revisionHistoryLimit}
</#if>
<#if jupyterhub.scheduling.userPlaceholder.replicas??>
  replicas: ${jupyterhub.scheduling.userPlaceholder.replicas}
</#if>
  selector:
    matchLabels: ${context.labels["user-placeholder"].selector}
  serviceName: ${context.names["user-placeholder"]}
  template:
    metadata:
      labels:
        $merge: [${context.labels["user-placeholder"].pod}, ${jupyterhub.scheduling.userPlaceholder.labels}]
<#if jupyterhub.scheduling.userPlaceholder.annotations?has_content>
      annotations: ${jupyterhub.scheduling.userPlaceholder.annotations}
</#if>
    spec:
      $merge: [${context.placement["user-placeholder"]}, ${jupyterhub.scheduling.userPlaceholder.extraPodSpec}]
      terminationGracePeriodSeconds: 0
      automountServiceAccountToken: false
<#if jupyterhub.scheduling.podPriority.enabled>
      priorityClassName: ${context.names["user-placeholder-priority"]}
</#if>
<#if jupyterhub.scheduling.userScheduler.enabled>
      schedulerName: ${context.names["user-scheduler"]}
</#if>
<#if context.pullSecrets["user-placeholder"]?has_content>
      imagePullSecrets: ${context.pullSecrets["user-placeholder"]}
</#if>
      containers:
      - name: pause
        image: ${context.images["user-placeholder"]}
<#if jupyterhub.scheduling.userPlaceholder.image.pullPolicy?has_content>
        imagePullPolicy: ${jupyterhub.scheduling.userPlaceholder.image.pullPolicy}
</#if>
<#if context.userPlaceholder.resources??>
        resources: ${context.userPlaceholder.resources}
</#if>
<#if jupyterhub.scheduling.userPlaceholder.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.scheduling.userPlaceholder.containerSecurityContext}
</#if>
</#if>
