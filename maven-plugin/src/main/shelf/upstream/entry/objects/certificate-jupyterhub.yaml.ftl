<#if context.entry.certificate??>
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${context.names.entry}
  namespace: ${context.namespace}
  labels: ${context.labels.entry.object}
spec:
  secretName: ${context.entry.certificate.secretName}
  dnsNames: ${context.entry.certificate.dnsNames}
  issuerRef:
    kind: ClusterIssuer
    name: ${context.entry.certificate.issuer}
</#if>
