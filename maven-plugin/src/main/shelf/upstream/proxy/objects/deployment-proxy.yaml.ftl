apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${context.names.proxy}
  namespace: ${context.namespace}
  labels: ${context.labels.proxy.object}
spec:
<#if (jupyterhub.proxy.chp.revisionHistoryLimit)??>
  revisionHistoryLimit: ${jupyterhub.proxy.chp.revisionHistoryLimit}
</#if>
  replicas: 1
  selector:
    matchLabels: ${context.labels.proxy.selector}
<#if (jupyterhub.proxy.deploymentStrategy)?has_content>
  strategy: ${jupyterhub.proxy.deploymentStrategy}
</#if>
  template:
    metadata:
      labels:
        hub.jupyter.org/network-access-hub: "true"
        hub.jupyter.org/network-access-singleuser: "true"
        $merge: [${context.labels.proxy.pod}, ${context.proxy.labels}]
<#if context.proxy.annotations?has_content>
      annotations: ${context.proxy.annotations}
</#if>
    spec:
      $merge: [${context.placement.proxy}, ${context.proxy.extraPodSpec}]
<#if (jupyterhub.scheduling.podPriority.enabled)!false>
      priorityClassName: ${context.names.priority}
</#if>
      terminationGracePeriodSeconds: 60
<#if context.pullSecrets.proxy?has_content>
      imagePullSecrets: ${context.pullSecrets.proxy}
</#if>
<#if context.proxy.tlsSecret??>
      volumes:
      - name: tls-secret
        secret:
          secretName: ${context.proxy.tlsSecret}
</#if>
      containers:
      - name: chp
        image: ${context.images.chp}
<#if (jupyterhub.proxy.chp.image.pullPolicy)?has_content>
        imagePullPolicy: ${jupyterhub.proxy.chp.image.pullPolicy}
</#if>
<#if (jupyterhub.proxy.chp.command)?has_content>
        command: ${jupyterhub.proxy.chp.command}
</#if>
        args: ${context.proxy.args}
        env: ${context.proxy.env}
        ports: ${context.proxy.ports}
<#if context.proxy.livenessProbe??>
        livenessProbe: ${context.proxy.livenessProbe}
</#if>
<#if context.proxy.readinessProbe??>
        readinessProbe: ${context.proxy.readinessProbe}
</#if>
<#if (jupyterhub.proxy.chp.resources)?has_content>
        resources: ${jupyterhub.proxy.chp.resources}
</#if>
<#if (jupyterhub.proxy.chp.containerSecurityContext)?has_content>
        securityContext: ${jupyterhub.proxy.chp.containerSecurityContext}
</#if>
<#if context.proxy.tlsSecret??>
        volumeMounts:
        - name: tls-secret
          mountPath: /etc/chp/tls
          readOnly: true
</#if>
