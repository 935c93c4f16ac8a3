<#if context.tokens.job??>
apiVersion: batch/v1
kind: Job
metadata:
  name: ${context.tokens.job}
  namespace: ${context.namespace}
  labels: ${context.labels.tokens.object}
spec:
  backoffLimit: 10
  template:
    metadata:
      labels: ${context.labels.tokens.pod}
    spec:
      $merge: ${context.placement.core}
      restartPolicy: OnFailure
      serviceAccountName: ${context.names["hub-tokens"]}
      automountServiceAccountToken: true
<#if context.pullSecrets.hub?has_content>
      imagePullSecrets: ${context.pullSecrets.hub}
</#if>
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
      - name: tokens
        image: ${context.images.hub}
<#if jupyterhub.hub.image.pullPolicy?has_content>
        imagePullPolicy: ${jupyterhub.hub.image.pullPolicy}
</#if>
        command: [python3, -B, /tokens/fill_tokens.py]
        env:
        - name: TARGETS
          value: ${context.tokens.targets}
        securityContext:
          allowPrivilegeEscalation: false
          capabilities:
            drop: [ALL]
          readOnlyRootFilesystem: true
          runAsGroup: 65534
          runAsUser: 65534
        resources:
          requests:
            cpu: 10m
            memory: 32Mi
          limits:
            memory: 128Mi
        volumeMounts:
        - name: script
          mountPath: /tokens
          readOnly: true
      volumes:
      - name: script
        configMap:
          name: ${context.names["hub-tokens"]}
</#if>
