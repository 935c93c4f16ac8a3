apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${context.names.hub}
  namespace: ${context.namespace}
  labels: ${context.labels.hub.object}
spec:
  replicas: 1
<#if jupyterhub.hub.revisionHistoryLimit??>
  revisionHistoryLimit: ${jupyterhub.hub.revisionHistoryLimit}
</#if>
<#if jupyterhub.hub.deploymentStrategy?has_content>
  strategy: ${jupyterhub.hub.deploymentStrategy}
</#if>
  selector:
    matchLabels: ${context.labels.hub.selector}
  template:
    metadata:
      labels: ${context.hub.labels}
      annotations: ${context.hub.annotations}
    spec:
      $merge:
      - ${context.placement.hub}
<#if jupyterhub.hub.extraPodSpec?has_content>
      - ${jupyterhub.hub.extraPodSpec}
</#if>
<#if jupyterhub.scheduling.podPriority.enabled>
      priorityClassName: ${context.names.priority}
</#if>
<#if context.hub.account??>
      serviceAccountName: ${context.hub.account}
</#if>
<#if context.pullSecrets.hub?has_content>
      imagePullSecrets: ${context.pullSecrets.hub}
</#if>
<#if jupyterhub.hub.podSecurityContext?has_content>
      securityContext: ${jupyterhub.hub.podSecurityContext}
</#if>
<#if jupyterhub.hub.initContainers?has_content>
      initContainers: ${jupyterhub.hub.initContainers}
</#if>
      containers:
      - name: hub
        image: ${context.images.hub}
<#if jupyterhub.hub.image.pullPolicy?has_content>
        imagePullPolicy: ${jupyterhub.hub.image.pullPolicy}
</#if>
<#if jupyterhub.hub.command?has_content>
        command: ${jupyterhub.hub.command}
</#if>
        args: ${context.hub.args}
        env: ${context.hub.env}
        ports:
        - name: http
          containerPort: 8081
<#if jupyterhub.hub.livenessProbe.enabled>
        livenessProbe:
          initialDelaySeconds: ${jupyterhub.hub.livenessProbe.initialDelaySeconds}
          periodSeconds: ${jupyterhub.hub.livenessProbe.periodSeconds}
          timeoutSeconds: ${jupyterhub.hub.livenessProbe.timeoutSeconds}
          failureThreshold: ${jupyterhub.hub.livenessProbe.failureThreshold}
          httpGet:
            path: ${context.hub.health}
            port: http
</#if>
<#if jupyterhub.hub.readinessProbe.enabled>
        readinessProbe:
          initialDelaySeconds: ${jupyterhub.hub.readinessProbe.initialDelaySeconds}
          periodSeconds: ${jupyterhub.hub.readinessProbe.periodSeconds}
          timeoutSeconds: ${jupyterhub.hub.readinessProbe.timeoutSeconds}
          failureThreshold: ${jupyterhub.hub.readinessProbe.failureThreshold}
          httpGet:
            path: ${context.hub.health}
            port: http
</#if>
<#if jupyterhub.hub.lifecycle?has_content>
        lifecycle: ${jupyterhub.hub.lifecycle}
</#if>
<#if jupyterhub.hub.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.hub.containerSecurityContext}
</#if>
<#if jupyterhub.hub.resources?has_content>
        resources: ${jupyterhub.hub.resources}
</#if>
        volumeMounts: ${context.hub.volumeMounts}
<#list jupyterhub.hub.extraContainers![] as container>
      - ${container}
</#list>
      volumes: ${context.hub.volumes}
