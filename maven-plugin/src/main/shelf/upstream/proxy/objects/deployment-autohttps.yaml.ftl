<#if context.autohttps?has_content>
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${context.names.autohttps}
  namespace: ${context.namespace}
  labels: ${context.labels.autohttps.object}
spec:
<#if (jupyterhub.proxy.traefik.revisionHistoryLimit)??>
  revisionHistoryLimit: ${jupyterhub.proxy.traefik.revisionHistoryLimit}
</#if>
  replicas: 1
  selector:
    matchLabels: ${context.labels.autohttps.selector}
  template:
    metadata:
      labels:
        hub.jupyter.org/network-access-proxy-http: "true"
        $merge: [${context.labels.autohttps.pod}, ${context.autohttps.labels}]
      annotations:
        checksum/static-config: ${context.autohttps.checksum}
    spec:
      $merge: [${context.placement.autohttps}, ${context.autohttps.extraPodSpec}]
<#if (context.accounts.autohttps)??>
      serviceAccountName: ${context.accounts.autohttps}
</#if>
<#if (jupyterhub.scheduling.podPriority.enabled)!false>
      priorityClassName: ${context.names.priority}
</#if>
<#if context.pullSecrets.autohttps?has_content>
      imagePullSecrets: ${context.pullSecrets.autohttps}
</#if>
      volumes:
      - name: certificates
        emptyDir: {}
      - name: traefik-config
        configMap:
          name: ${context.names.autohttps}
<#list (jupyterhub.proxy.traefik.extraVolumes)![] as volume>
      - ${volume}
</#list>
      initContainers:
      - name: load-acme
        image: ${context.images["secret-sync"]}
<#if (jupyterhub.proxy.secretSync.image.pullPolicy)?has_content>
        imagePullPolicy: ${jupyterhub.proxy.secretSync.image.pullPolicy}
</#if>
        args: ${context.autohttps.loadArgs}
        env: ${context.autohttps.loadEnv}
<#if (jupyterhub.proxy.secretSync.resources)?has_content>
        resources: ${jupyterhub.proxy.secretSync.resources}
</#if>
<#if (jupyterhub.proxy.secretSync.containerSecurityContext)?has_content>
        securityContext: ${jupyterhub.proxy.secretSync.containerSecurityContext}
</#if>
        volumeMounts:
        - name: certificates
          mountPath: /etc/acme
<#list (jupyterhub.proxy.traefik.extraInitContainers)![] as container>
      - ${container}
</#list>
      containers:
      - name: traefik
        image: ${context.images.traefik}
<#if (jupyterhub.proxy.traefik.image.pullPolicy)?has_content>
        imagePullPolicy: ${jupyterhub.proxy.traefik.image.pullPolicy}
</#if>
<#if (jupyterhub.proxy.traefik.command)?has_content>
        command: ${jupyterhub.proxy.traefik.command}
</#if>
<#if (jupyterhub.proxy.traefik.args)?has_content>
        args: ${jupyterhub.proxy.traefik.args}
</#if>
<#if context.autohttps.env?has_content>
        env: ${context.autohttps.env}
</#if>
        ports:
        - name: http
          containerPort: 8080
        - name: https
          containerPort: 8443
<#list (jupyterhub.proxy.traefik.extraPorts)![] as port>
        - ${port}
</#list>
<#if (jupyterhub.proxy.traefik.resources)?has_content>
        resources: ${jupyterhub.proxy.traefik.resources}
</#if>
<#if (jupyterhub.proxy.traefik.containerSecurityContext)?has_content>
        securityContext: ${jupyterhub.proxy.traefik.containerSecurityContext}
</#if>
        volumeMounts:
        - name: traefik-config
          mountPath: /etc/traefik
        - name: certificates
          mountPath: /etc/acme
<#list (jupyterhub.proxy.traefik.extraVolumeMounts)![] as mount>
        - ${mount}
</#list>
      - name: secret-sync
        image: ${context.images["secret-sync"]}
<#if (jupyterhub.proxy.secretSync.image.pullPolicy)?has_content>
        imagePullPolicy: ${jupyterhub.proxy.secretSync.image.pullPolicy}
</#if>
        args: ${context.autohttps.syncArgs}
        env:
        - name: PYTHONUNBUFFERED
          value: "True"
<#if (jupyterhub.proxy.secretSync.resources)?has_content>
        resources: ${jupyterhub.proxy.secretSync.resources}
</#if>
<#if (jupyterhub.proxy.secretSync.containerSecurityContext)?has_content>
        securityContext: ${jupyterhub.proxy.secretSync.containerSecurityContext}
</#if>
        volumeMounts:
        - name: certificates
          mountPath: /etc/acme
</#if>
