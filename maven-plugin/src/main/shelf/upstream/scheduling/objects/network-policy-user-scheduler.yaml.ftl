<#-- The kubelet's probes pass without a rule; going out it needs the API server only, whose address nobody knows here. -->
<#if jupyterhub.scheduling.userScheduler.enabled && context.departures["policies-for-all-pods"]>
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${context.names["user-scheduler-deploy"]}
  namespace: ${context.namespace}
  labels: ${context.labels["user-scheduler"].object}
spec:
  podSelector:
    matchLabels: ${context.labels["user-scheduler"].selector}
  policyTypes: [Ingress]
</#if>
