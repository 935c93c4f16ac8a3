<#if jupyterhub.scheduling.userScheduler.enabled>
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
spec:
<#if jupyterhub.scheduling.userScheduler.revisionHistoryLimit??>
  revisionHistoryLimit: ${jupyterhub.scheduling.userScheduler.revisionHistoryLimit}
</#if>
<#if jupyterhub.scheduling.userScheduler.replicas??>
  replicas: ${jupyterhub.scheduling.userScheduler.replicas}
</#if>
  selector:
    matchLabels: ${context.labels["user-scheduler"].selector}
  template:
    metadata:
      labels:
        $merge: [${context.labels["user-scheduler"].pod}, ${jupyterhub.scheduling.userScheduler.labels}]
      annotations:
        checksum/config-map: ${context.userScheduler.checksum}
        $merge: ${jupyterhub.scheduling.userScheduler.annotations}
    spec:
      $merge: [${context.placement["user-scheduler"]}, ${jupyterhub.scheduling.userScheduler.extraPodSpec}]
<#if context.accounts["user-scheduler"]??>
      serviceAccountName: ${context.accounts["user-scheduler"]}
</#if>
<#if jupyterhub.scheduling.podPriority.enabled>
      priorityClassName: ${context.names.priority}
</#if>
<#if context.pullSecrets["user-scheduler"]?has_content>
      imagePullSecrets: ${context.pullSecrets["user-scheduler"]}
</#if>
      volumes:
      - name: config
        configMap:
          name: ${context.names["user-scheduler-deploy"]}
      containers:
      - name: kube-scheduler
        image: ${context.images["user-scheduler"]}
<#if jupyterhub.scheduling.userScheduler.image.pullPolicy?has_content>
        imagePullPolicy: ${jupyterhub.scheduling.userScheduler.image.pullPolicy}
</#if>
        command: ${context.userScheduler.command}
        volumeMounts:
        - name: config
          mountPath: /etc/user-scheduler
        livenessProbe:
          initialDelaySeconds: 15
          httpGet:
            scheme: HTTPS
            path: /healthz
            port: 10259
        readinessProbe:
          httpGet:
            scheme: HTTPS
            path: /healthz
            port: 10259
<#if jupyterhub.scheduling.userScheduler.resources?has_content>
        resources: ${jupyterhub.scheduling.userScheduler.resources}
</#if>
<#if jupyterhub.scheduling.userScheduler.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.scheduling.userScheduler.containerSecurityContext}
</#if>
</#if>
