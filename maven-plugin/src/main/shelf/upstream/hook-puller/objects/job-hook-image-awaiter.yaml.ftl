<#if context.puller.hook>
apiVersion: batch/v1
kind: Job
metadata:
  name: ${context.puller.job}
  namespace: ${context.namespace}
  labels: ${context.labels["hook-image-awaiter"].object}
spec:
  template:
    metadata:
      labels:
        $merge: [${context.labels["hook-image-awaiter"].pod}, ${jupyterhub.prePuller.labels}]
<#if jupyterhub.prePuller.annotations?has_content>
      annotations: ${jupyterhub.prePuller.annotations}
</#if>
    spec:
      $merge: ${context.placement["hook-image-awaiter"]}
      restartPolicy: Never
<#if context.accounts["hook-image-awaiter"]??>
      serviceAccountName: ${context.accounts["hook-image-awaiter"]}
</#if>
<#if context.pullSecrets["image-awaiter"]?has_content>
      imagePullSecrets: ${context.pullSecrets["image-awaiter"]}
</#if>
      containers:
      - name: hook-image-awaiter
        image: ${context.images["image-awaiter"]}
<#if jupyterhub.prePuller.hook.image.pullPolicy?has_content>
        imagePullPolicy: ${jupyterhub.prePuller.hook.image.pullPolicy}
</#if>
        command: ${context.puller.command}
<#if jupyterhub.prePuller.hook.resources?has_content>
        resources: ${jupyterhub.prePuller.hook.resources}
</#if>
<#if jupyterhub.prePuller.hook.containerSecurityContext?has_content>
        securityContext: ${jupyterhub.prePuller.hook.containerSecurityContext}
</#if>
</#if>
